"""One entry whole: what it says, what hangs on it, and every version of its texts."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from guidelog.lookback.facts import EntryFacts, TimelineFacts
from guidelog.lookback.rows import (
    GoalRow,
    HistoryRow,
    PersonRow,
    StepRow,
    TextRow,
    TimelineRow,
)
from guidelog.measures.days import day_of
from guidelog.reports.blocks import (
    Document,
    Entries,
    Entry,
    Fact,
    Facts,
    Section,
    Spans,
    command,
    dim,
    identity,
    plain,
    strong,
)
from guidelog.reports.doings import list_parts, name_part, say_done, say_where
from guidelog.reports.entry_fields import field_facts
from guidelog.reports.phrases import listed, say_known_day, say_level
from guidelog.reports.timeline_entries import is_inside_talk, timeline_entry
from guidelog.versions import newest_of
from guidelog.words import NOUNS, WHY

NOTHING_MORE = TimelineFacts()


def compose(
    facts: EntryFacts, today: date, children: TimelineFacts = NOTHING_MORE
) -> Document:
    """The page of one entry; of a deleted one, what is still kept of it.

    `children` are the lines of what hangs on it, with the rows that tell more.
    """
    sections = (
        said_section(facts, today),
        steps_section(facts, today),
        children_section(facts, children, today),
        history_section(facts.history),
        versions_section(facts),
    )
    return Document(
        name="entry",
        title=f"{name_entry(facts)} · {NOUNS.get(facts.kind, facts.kind)}",
        prepared_on=today,
        subject=() if facts.row else (strong(how_gone(facts)),),
        sections=tuple(section for section in sections if section),
        closing=closing_lines(facts),
        numbers={"id": facts.id, "uid": facts.uid, "kind": facts.kind},
    )


def how_gone(facts: EntryFacts) -> str:
    """Deleted, or erased where nothing is left that could be brought back."""
    return "deleted" if facts.back else "erased"


def name_entry(facts: EntryFacts) -> str:
    """An entry by its id, a person by their name."""
    if isinstance(facts.row, PersonRow):
        return facts.row.name
    return facts.id or facts.uid


def closing_lines(facts: EntryFacts) -> tuple[Spans, ...]:
    """The uid, and a hint where the entry was changed apart in two places."""
    uid: Spans = (dim(f"uid {facts.uid}"),)
    if facts.back:
        return ((command(facts.back), plain(" brings it back")), uid)
    newest = newest_of({row.change: row.replaces.split() for row in facts.history})
    if len(newest) < 2 or facts.row is None:
        return (uid,)
    devices = (row.device for row in facts.history if row.change in newest)
    places = listed(dict.fromkeys(devices))
    hint = f"Changed apart on {places}. The newest is shown; the next edit settles it."
    return ((strong(hint),), uid)


def said_section(facts: EntryFacts, today: date) -> Section | None:
    """Every field that says something, and which words were taken back."""
    if facts.row is None:
        return None
    said = (*field_facts(facts, facts.row, today), *taken_back(facts, today))
    return Section("entry", "", (Facts(said),))


def taken_back(facts: EntryFacts, today: date) -> Iterator[Fact]:
    """Which words were taken back, when and why."""
    for row in facts.history:
        if row.operation == "redact":
            on = f"{list_parts(row)}, on {say_known_day(row.at, today)}"
            why = f": {row.reason}" if row.reason else ""
            yield Fact("taken back", (Entry(((plain(f"{on}{why}"),),)),))


def steps_section(facts: EntryFacts, today: date) -> Section | None:
    """The milestones of a goal, or the texts of its levels, the lowest first."""
    goal = facts.row
    if not isinstance(goal, GoalRow) or not facts.steps:
        return None
    entries = tuple(step_entry(step, goal, today) for step in facts.steps)
    heading = "Levels" if goal.scale == "levels" else "Milestones"
    return Section("steps", heading, (Entries(entries),))


def step_entry(step: StepRow, goal: GoalRow, today: date) -> Entry:
    """One milestone with the day it was done, or one level and whether it is now."""
    if goal.scale == "levels":
        is_now = goal.current == str(step.step)
        remark: Spans = (strong("now"),) if is_now else ()
        return Entry(((plain(step.text),),), id=say_level(step.step), remark=remark)
    done = say_known_day(step.done_on, today)
    remark = (plain(f"done {done}"),) if done else (dim("open"),)
    return Entry(((plain(step.text),),), id=str(step.step), remark=remark)


def children_section(
    facts: EntryFacts, children: TimelineFacts, today: date
) -> Section | None:
    """What hangs on the entry, in the words of the timeline."""
    lines = [line for line in children.lines if not is_inside_talk(line, children)]
    if not lines:
        return None
    entries = (
        timeline_entry(turned_to(line, facts), children, today, named=True)
        for line in lines
    )
    shown = tuple(entry._replace(figure=None) for entry in entries)
    return Section("children", "Belongs to it", (Entries(shown),))


def turned_to(line: TimelineRow, facts: EntryFacts) -> TimelineRow:
    """The line as it is told of the person of the entry, if that has one."""
    return line._replace(person=getattr(facts.row, "person", None) or line.person)


def history_section(history: tuple[HistoryRow, ...]) -> Section | None:
    """What was done to it, oldest first."""
    if not history:
        return None
    return Section("history", "History", (Entries(tuple(map(history_entry, history))),))


def history_entry(row: HistoryRow, name: str = "", parts: bool = True) -> Entry:
    """One change: when, to what, what was done and why, and on which device.

    `parts` says whether to list what it touched.
    """
    called = row.id or name
    named: Spans = (identity(f"{called} "),) if called else ()
    done = say_done(row, parts)
    return Entry(((*named, *done),), day_of(row.at), remark=say_where(row))


def versions_section(facts: EntryFacts) -> Section | None:
    """The texts as they were before, each with the day it was written."""
    parts = dict.fromkeys(row.part for row in facts.texts)
    older = [
        Fact(name_part(part, facts.kind), tuple(version_entry(row) for row in rows))
        for part in parts
        if (rows := older_texts(facts, part))
    ]
    if not older:
        return None
    return Section("versions", "As it was before", (Facts(tuple(older)),))


def older_texts(facts: EntryFacts, part: str) -> list[TextRow]:
    """The versions of one text but the newest; of a deleted entry all of them.

    A change of whom it is about writes each text again: it is shown once.
    """
    rows = [row for row in facts.texts if row.part == part and part != WHY]
    each = [next(same) for _, same in groupby(rows, key=lambda row: row.text)]
    return each[:-1] if facts.row else each


def version_entry(row: TextRow) -> Entry:
    """One earlier version."""
    return Entry(((plain(row.text),),), day_of(row.at))
