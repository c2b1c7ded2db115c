"""One entry of the timeline, each kind in its own words."""

from collections.abc import Callable
from datetime import date

from guidelog.dates import say_minutes
from guidelog.lookback.facts import TimelineFacts
from guidelog.lookback.rows import (
    CommitmentRow,
    GoalRow,
    ProgressRow,
    SessionRow,
    TimelineRow,
)
from guidelog.measures.days import day_of
from guidelog.measures.pace import numeric_progress
from guidelog.reports.amounts import say_reached
from guidelog.reports.blocks import (
    Bar,
    Entry,
    Mark,
    Span,
    Spans,
    dim,
    identity,
    joined,
    plain,
    quoted,
    strong,
)
from guidelog.reports.phrases import (
    HANDED,
    OUTCOMES,
    first_name,
    list_others,
    say_company,
    say_handing,
    say_known_day,
    say_level,
)
from guidelog.reports.signs import GLYPHS, MARKS
from guidelog.reports.timeline_notes import tell_attempt, tell_move, tell_resistance
from guidelog.words import OUTCOME_WORDS, STANDARD_LABELS


def is_inside_talk(line: TimelineRow, facts: TimelineFacts) -> bool:
    """Whether this was made in a talk that is shown, and so is told there."""
    row = facts.progress.get(line.id or "") or facts.commitments.get(line.id or "")
    return row is not None and row.session in facts.sessions


def timeline_entry(
    line: TimelineRow, facts: TimelineFacts, today: date, named: bool
) -> Entry:
    """The entry of one line; where nobody is named, it begins with the person."""
    tell = TELLERS.get(line.kind, tell_other)
    told = tell(line, facts, today)
    if named:
        told = add_company(told, line, facts)
    else:
        who = (strong(name_people(line, facts)),)
        told = told._replace(keys=(*who, *told.keys))
    mark = told.mark or MARKS.get(line.kind)
    return told._replace(day=day_of(line.occurred_at), mark=mark, id=line.id or "")


def name_people(line: TimelineRow, facts: TimelineFacts) -> str:
    """The handles of those an entry is about; for others nobody else in the talk."""
    session = None if facts.for_others else facts.sessions.get(line.id or "")
    people = session.people if session else line.person
    return (people or "").replace(" ", ", ")


def tell_session(line: TimelineRow, facts: TimelineFacts, today: date) -> Entry:
    """A talk: mode and length, what it was about, its note, and what came of it."""
    talk = facts.sessions.get(line.id or "")
    if talk is None:
        return tell_other(line, facts, today)
    note = plain(talk.note) if talk.note else dim(say_unwritten(talk))
    agreed: Spans = (plain(f"agreed: {talk.agreed}"),) if talk.agreed else ()
    length = say_minutes(talk.minutes) if talk.minutes else ""
    return Entry(
        (title_of(talk), (note,), agreed, say_yield(talk, facts, today)),
        keys=(plain(talk.mode), plain(length)),
        remark=tag_spans(talk.tags),
    )


def add_company(told: Entry, line: TimelineRow, facts: TimelineFacts) -> Entry:
    """The entry of a talk, with who else was in it beside its person."""
    talk = facts.sessions.get(line.id or "")
    others = list_others(talk, line.person) if talk else ()
    company = say_company(others, facts.names, not facts.for_others)
    if not company:
        return told
    first, *rest = told.text
    return told._replace(text=(joined([first, (dim(company),)]), *rest))


def title_of(talk: SessionRow) -> Spans:
    """What a talk was about, where it was said."""
    return (strong(talk.about),) if talk.about else ()


def say_unwritten(talk: SessionRow) -> str:
    """That a talk was left unwritten on purpose."""
    return "left unwritten" if talk.unwritten == "true" else ""


def say_yield(talk: SessionRow, facts: TimelineFacts, today: date) -> Spans:
    """What the leader did in a talk, and the progress and commitments it brought."""
    did = ", ".join((talk.actions or "").split())
    progress = [row for row in facts.progress.values() if row.session == talk.id]
    made = [row for row in facts.commitments.values() if row.session == talk.id]
    return joined(
        [
            (dim(did),) if did else (),
            *(say_progress(row, facts.goals.get(row.goal)) for row in progress),
            *(say_commitment(row, today) for row in made),
        ]
    )


def say_progress(row: ProgressRow, goal: GoalRow | None) -> Spans:
    """A step on a goal: ▲ g2 4 of 6 reviews."""
    sign = identity(f"{GLYPHS['progress']} {row.goal}")
    return (sign, plain(f" {say_value(row, goal)}"))


def say_value(row: ProgressRow, goal: GoalRow | None) -> str:
    """Where a goal stands after an entry, and what was agreed."""
    own = "own rating " if row.rater == "self" else ""
    if row.level is not None:
        return f"{own or 'level '}{say_level(row.level)}"
    if row.step is not None:
        return f"milestone {row.step} done"
    if row.value is None:
        return "noted"
    return f"{own}{say_reached(row.value, goal) if goal else row.value}"


def say_commitment(row: CommitmentRow, today: date) -> Spans:
    """A promise: ○ c33 runbook by Fri 27 Nov, and what became of it."""
    glyph = GLYPHS[mark_of(row)]
    return (
        identity(f"{glyph} {row.id}"),
        plain(f" {row.what}{say_fate(row, today)}"),
    )


def mark_of(row: CommitmentRow) -> Mark:
    """The mark of a promise: a tick where it is done."""
    return "done" if row.state == "done" else "commitment"


def say_fate(row: CommitmentRow, today: date) -> str:
    """By when something was promised, and what became of it: done or dropped."""
    due = f" by {say_known_day(row.due_on, today)}" if row.due_on else ""
    return f"{due}, {row.state}" if row.state != "open" else due


def tell_observation(line: TimelineRow, facts: TimelineFacts, _: date) -> Entry:
    """A fact: good or off track, who noticed it, and the fact itself."""
    row = facts.observations.get(line.id or "")
    standard = STANDARD_LABELS.get(line.title or "", "noted")
    said: list[Span] = [strong(standard)]
    if row and row.noticed == "self":
        said.append(plain(f", noticed by {first_of(row.person, facts)} first"))
    if row and row.told_by:
        said.append(plain(f", told by {row.told_by}"))
    return Entry((tuple(said), text_spans(line)), remark=tag_spans(line.tags))


def first_of(handle: str, facts: TimelineFacts) -> str:
    """The first name behind a handle."""
    return first_name(facts.names.get(handle, handle))


def tell_goal(line: TimelineRow, facts: TimelineFacts, today: date) -> Entry:
    """A goal that was set."""
    goal = facts.goals.get(line.id or "")
    by = (
        f" by {say_known_day(goal.target_on, today)}" if goal and goal.target_on else ""
    )
    return Entry(((plain("goal: "), strong(line.title or ""), plain(by)),))


def tell_progress(line: TimelineRow, facts: TimelineFacts, _: date) -> Entry:
    """An entry on a goal, with the way it has come in numbers."""
    row = facts.progress.get(line.id or "")
    goal = facts.goals.get(line.goal or "")
    if row is None:
        return Entry(((identity(line.goal or ""), plain(f" {line.title or ''}")),))
    title = f" {goal.title}: " if goal else " "
    said = (identity(row.goal), plain(title), strong(say_value(row, goal)))
    return Entry((said, text_spans(line)), figure=bar_of(row, goal))


def bar_of(row: ProgressRow, goal: GoalRow | None) -> Bar | None:
    """The way a numeric goal had come with this entry."""
    if goal is None or not goal.baseline or not goal.target or row.value is None:
        return None
    progress = numeric_progress(goal.baseline, goal.target, row.value)
    return Bar(goal.baseline, goal.target, row.value, progress)


def tell_commitment(line: TimelineRow, facts: TimelineFacts, today: date) -> Entry:
    """A promise made outside a talk, and whether it is done."""
    row = facts.commitments.get(line.id or "")
    who = "you" if line.title == "me" else first_of(line.person or "", facts)
    fate = say_fate(row, today) if row else ""
    said = (plain(f"{who}: "), *text_spans(line), plain(fate))
    return Entry((said,), mark=mark_of(row) if row else None)


def tell_topic(line: TimelineRow, _: TimelineFacts, __: date) -> Entry:
    """Something to raise, and whether it was."""
    state = f", {line.title}" if line.title != "open" else ""
    return Entry(((plain("to raise: "), *text_spans(line), plain(state)),))


def tell_assessment(line: TimelineRow, facts: TimelineFacts, _: date) -> Entry:
    """A judgement of the outcomes, in words of the scale."""
    area = f" in {line.title}" if line.title else ""
    row = facts.assessments.get(line.id or "")
    levels = {name: getattr(row, name, None) for name in OUTCOMES}
    said = ", ".join(
        f"{OUTCOMES[name]} {OUTCOME_WORDS[level]}"
        for name, level in levels.items()
        if level is not None
    )
    return Entry(((plain(f"assessment{area}"),), (plain(said),), text_spans(line)))


def tell_handout(line: TimelineRow, facts: TimelineFacts, _: date) -> Entry:
    """What was given or told, how, and what the person said to it."""
    comment: Spans = (quoted(line.text),) if line.text else ()
    row = facts.handouts.get(line.id or "")
    if row is None:
        return Entry(
            ((plain(f"handed out {HANDED.get(line.title or '', '')}"),), comment)
        )
    what = (identity(", ".join(row.what.split())),)
    given: Spans = (plain("the report"),) if row.what == "report" else what
    return Entry(((plain(f"handed out {say_handing(row)}: "), *given), comment))


def tell_other(line: TimelineRow, _: TimelineFacts, __: date) -> Entry:
    """Any other entry by its kind, title and text."""
    title = f": {line.title}" if line.title else ""
    return Entry(((plain(f"{line.kind}{title}"),), text_spans(line)))


def text_spans(line: TimelineRow) -> Spans:
    """The text of a line, if there is one to be shown."""
    return (plain(line.text),) if line.text else ()


def tag_spans(tags: str | None) -> Spans:
    """Tags as they are typed."""
    return (dim(" ".join(f"#{tag}" for tag in (tags or "").split())),)


Teller = Callable[[TimelineRow, TimelineFacts, date], Entry]

TELLERS: dict[str, Teller] = {
    "session": tell_session,
    "observation": tell_observation,
    "goal": tell_goal,
    "progress": tell_progress,
    "resistance": tell_resistance,
    "attempt": tell_attempt,
    "move": tell_move,
    "commitment": tell_commitment,
    "topic": tell_topic,
    "assessment": tell_assessment,
    "handout": tell_handout,
}
