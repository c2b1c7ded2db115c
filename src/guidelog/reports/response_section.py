"""Guidance and response: the resistance notes, from the expectation to their end."""

from collections.abc import Iterator
from datetime import date

from guidelog.dates import say_day, say_minutes
from guidelog.lookback.rows import (
    AttemptRow,
    HandoutRow,
    ProgressRow,
    SessionRow,
)
from guidelog.measures.days import day_if_known, day_of
from guidelog.reports.blocks import (
    Block,
    Entry,
    Fact,
    Facts,
    Section,
    Spans,
    Subheading,
    dim,
    identity,
    plain,
    quoted,
    strong,
)
from guidelog.reports.brief import Brief
from guidelog.reports.case import Case, cases_of
from guidelog.reports.course import (
    course_facts,
    join_clauses,
    say_lateness,
    words_entries,
)
from guidelog.reports.note_lanes import note_lanes
from guidelog.reports.phrases import say_handing, say_known_day, say_level
from guidelog.reports.remarks import remark_private, say_due
from guidelog.reports.showing import Shown
from guidelog.words import LIVE_STATUSES, OTHER_CAUSES


def response_section(shown: Shown, brief: Brief) -> Section | None:
    """The notes one after the other; left out where there is none."""
    cases = list(cases_of(shown))
    blocks = tuple(block for case in cases for block in case_blocks(case, brief))
    if not blocks:
        return None
    numbers = {
        "notes": len(cases),
        "attempts": sum(len(case.attempts) for case in cases),
    }
    return Section("response", "Guidance and response", blocks, numbers=numbers)


def case_blocks(case: Case, brief: Brief) -> tuple[Block, ...]:
    """One note: its name, its shape in time, and its record."""
    today = brief.today
    entries = {
        "Expected": expected_entry(case, today),
        "Causes": causes_entry(case, brief),
        "Leader's part": text_entry(case.note.my_part),
        "Effect": effect_entry(case, today),
    }
    after = [Fact(label, (entry,)) for label, entry in entries.items() if entry]
    words = tuple(words_entries(case, today))
    facts = (
        after[0],
        *course_facts(case, today),
        *([Fact(f"{case.name} says", words)] if words else ()),
        *after[1:],
        Fact(f"Told {case.name}", tuple(told_entries(case))),
        Fact("Written", (Entry((say_lateness(case, today),)),)),
        Fact("Now", (Entry((say_now(case, brief),)),)),
    )
    return Subheading(name_case(case, brief)), note_lanes(case, today), Facts(facts)


def name_case(case: Case, brief: Brief) -> Spans:
    """The note's id and neutral label; the working label only for the leader."""
    name: Spans = (identity(case.note.id), plain(" "), strong(case.note.label))
    if case.is_untold:
        name += (plain(" · "), strong("not yet told"))
    if brief.is_for_me:
        name += (dim(f" · your label: {case.note.kind}"),)
    return (*name, *remark_private(case.note.visibility))


def text_entry(text: str | None) -> Entry | None:
    """A text that may not have been said."""
    return Entry(((plain(text),),)) if text else None


def expected_entry(case: Case, today: date) -> Entry:
    """The expectation, and when it was said and put in writing."""
    said = [say_talk(case.session, today)] if case.session else []
    written = [
        f"in writing {say_known_day(row.occurred_at, today)} ({row.id})"
        for row in case.in_writing
    ]
    parts = " · ".join([*said, *written])
    return Entry(((plain(case.note.expected),), (dim(parts),) if parts else ()))


def say_talk(talk: SessionRow, today: date) -> str:
    """The talk in which the expectation was said."""
    length = f", {say_minutes(talk.minutes)}" if talk.minutes else ""
    return f"said {say_known_day(talk.occurred_at, today)} ({talk.id}{length})"


def causes_entry(case: Case, brief: Brief) -> Entry | None:
    """Other causes that were looked for, and what the leader did about them."""
    causes = (case.note.other_causes or "").split("\n")
    named = [OTHER_CAUSES.get(cause, cause) for cause in causes if cause]
    lines: list[Spans] = [(plain("; ".join(named)),)] if named else []
    who = "you" if brief.is_for_me else "the leader"
    for row in case.commitments:
        if row.owner == "me" and row.done_on:
            done = say_known_day(row.done_on, brief.today)
            lines.append((plain(f"{who}: {row.what}, done {done}"),))
    return Entry(tuple(lines)) if lines else None


def effect_entry(case: Case, today: date) -> Entry | None:
    """The figures of the linked goal, so that a reader sees what changed."""
    goal = case.goal
    figures = [say_figure(row, today) for row in case.progress if row.rater != "self"]
    if goal is None or not any(figures):
        return None
    start = f"{goal.baseline} at the start, " if goal.baseline else ""
    said = f"{goal.unit or goal.title}: {start}{', '.join(filter(None, figures))}"
    target = "0" if goal.scale == "levels" else goal.target
    agreed = f"; agreed {target}" if target else ""
    by = f" by {say_known_day(goal.target_on, today)}" if goal.target_on else ""
    return Entry(((plain(f"{said}{agreed}{by}"),),), remark=(identity(goal.id),))


def say_figure(row: ProgressRow, today: date) -> str:
    """A value or level on its day; empty where the entry has neither."""
    value = row.value if row.level is None else say_level(row.level)
    if value is None:
        return ""
    return f"{value} on {say_day(day_of(row.occurred_at), today)}"


def told_entries(case: Case) -> Iterator[Entry]:
    """When the person was told, and how."""
    for row in case.told_in:
        id_ = (identity(row.id),)
        yield Entry(say_telling(row), day_of(row.occurred_at), "handout", remark=id_)
    if case.is_untold and not case.handouts:
        yield Entry(((strong("not yet told"),),))


def say_telling(row: HandoutRow | AttemptRow | SessionRow) -> tuple[Spans, ...]:
    """How it was handed out, whether it was acknowledged, and the comment."""
    if not isinstance(row, HandoutRow):
        return ((plain("in a talk"),),)
    said: Spans = (plain(say_handing(row)),)
    return (said, (quoted(row.comment),)) if row.comment else (said,)


def say_now(case: Case, brief: Brief) -> Spans:
    """How the note stands, and what it is not."""
    note, today = case.note, brief.today
    since = say_known_day(note.closed_on, today)
    status: Spans = (strong(note.status), plain(f" {since}" if since else ""))
    if note.closing_reason:
        status += (plain(f": {note.closing_reason}"),)
    if note.escalated_to:
        status += (plain(f" to {note.escalated_to}"),)
    follow_up = day_if_known(note.follow_up_on)
    look: Spans = ()
    if follow_up and note.status in LIVE_STATUSES:
        look = say_look(follow_up, brief)
    return (*join_clauses([status, look]), plain(f". {say_stage(note.stage)}"))


def say_look(day: date, brief: Brief) -> Spans:
    """The day to look again."""
    if brief.counts_from_today:
        return (plain("look again "), say_due(day, brief.today))
    asked = "was to be looked at again" if day < brief.today else "look again"
    return (plain(f"{asked} {say_day(day, brief.today)}"),)


def say_stage(stage: str) -> str:
    """The label of what happened elsewhere; guidelog takes no formal step."""
    if stage == "informal":
        return "Informal guidance, not a warning."
    return f"Stage elsewhere: {stage.replace('-', ' ')}. Formal steps belong to HR."
