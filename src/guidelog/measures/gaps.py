"""What a reviewer would miss, in the order it should be mended."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from guidelog.dates import Period
from guidelog.lookback.facts import PersonFacts
from guidelog.lookback.rows import AttemptRow, GoalRow, SessionRow
from guidelog.measures.days import day_if_known, day_of
from guidelog.measures.periods import within
from guidelog.measures.telling import telling_of
from guidelog.words import ANSWERED, LIVE_STATUSES

STALE_DAYS = 60
"""Days after which an open goal without an entry is no longer known."""

GapKind = Literal[
    "untold",
    "no attempt",
    "no response",
    "no result",
    "look again",
    "no baseline",
    "no entry",
    "no length",
    "nothing written",
]


class MissingPart(NamedTuple):
    """One thing missing: what kind, of which entry, since when, and how many days."""

    kind: GapKind
    id: str
    day: date
    figures: tuple[int, ...] = ()


def gaps_of(facts: PersonFacts, period: Period, today: date) -> tuple[MissingPart, ...]:
    """What is missing in the facts of one person before a review."""
    return (
        *_untold(facts, period),
        *_unfinished_notes(facts, today),
        *_unmeasured_goals(facts, today),
        *_bare_sessions(facts, period),
    )


def _untold(facts: PersonFacts, period: Period) -> Iterator[MissingPart]:
    telling = telling_of(facts)
    for note in facts.resistance:
        if note.status != "withdrawn" and not telling.knows_of_note(note):
            yield MissingPart("untold", note.id, day_of(note.occurred_at))
    for row in within(facts.observations, period):
        if row.standard == "off-track" and not telling.knows_of(row):
            yield MissingPart("untold", row.id, day_of(row.occurred_at))


def _unfinished_notes(facts: PersonFacts, today: date) -> Iterator[MissingPart]:
    live = {note.id: note for note in facts.resistance if note.status in LIVE_STATUSES}
    tries = [attempt for attempt in facts.attempts if attempt.resistance in live]
    waiting = [attempt for attempt in tries if lacks_result(attempt, today)]
    for note in live.values():
        if not note.attempts:
            yield MissingPart("no attempt", note.id, day_of(note.occurred_at))
    for attempt in tries:
        if lacks_response(attempt, tries):
            yield MissingPart("no response", attempt.id, day_of(attempt.occurred_at))
    for attempt in waiting:
        yield MissingPart("no result", attempt.id, day_of(attempt.occurred_at))
    answered = live.keys() - {attempt.resistance for attempt in waiting}
    for note in (note for identity, note in live.items() if identity in answered):
        look_again = day_if_known(note.follow_up_on)
        if look_again and look_again < today:
            yield MissingPart("look again", note.id, look_again)


def lacks_response(attempt: AttemptRow, tries: Sequence[AttemptRow]) -> bool:
    """Whether nobody answered an attempt, and its note saw no later one.

    The tries stand in their order, within a day in that of writing.
    """
    later = tries[tries.index(attempt) + 1 :]
    return attempt.response not in ANSWERED and all(
        other.resistance != attempt.resistance for other in later
    )


def lacks_result(attempt: AttemptRow, today: date) -> bool:
    """Whether a result should be known by now: the day to look again has come.

    Where nobody came, nothing was tried that could have one.
    """
    if attempt.result not in (None, "too-early") or attempt.response == "absent":
        return False
    look_again = attempt.next_follow_up_on or attempt.follow_up_on
    due_on = day_if_known(look_again) or day_of(attempt.occurred_at)
    return due_on < today


def _unmeasured_goals(facts: PersonFacts, today: date) -> Iterator[MissingPart]:
    for goal in facts.goals:
        if lacks_baseline(goal):
            yield MissingPart("no baseline", goal.id, day_of(goal.opened_on))
        elif is_stale(goal, today):
            last = last_heard_of(goal)
            yield MissingPart("no entry", goal.id, last, ((today - last).days,))


def lacks_baseline(goal: GoalRow) -> bool:
    """Whether nobody said where an open goal begins: no number, or no first level."""
    if goal.scale == "levels":
        lacking = goal.last_progress_on is None
    else:
        lacking = goal.scale == "numeric" and goal.baseline is None
    return goal.state == "open" and lacking


def is_stale(goal: GoalRow, today: date) -> bool:
    """Whether an open goal has had no entry for 60 days, or none since it was set."""
    return goal.state == "open" and (today - last_heard_of(goal)).days > STALE_DAYS


def last_heard_of(goal: GoalRow) -> date:
    """The day of the newest entry of a goal, else that on which it was set."""
    return day_if_known(goal.last_progress_on) or day_of(goal.opened_on)


def _bare_sessions(facts: PersonFacts, period: Period) -> Iterator[MissingPart]:
    for session in within(facts.sessions, period):
        day = day_of(session.occurred_at)
        if session.minutes is None:
            yield MissingPart("no length", session.id, day)
        if is_bare(session):
            yield MissingPart("nothing written", session.id, day)


def is_bare(session: SessionRow) -> bool:
    """Whether a talk left no word, though nobody decided to leave it unwritten."""
    said = session.about or session.note or session.agreed or session.actions
    return not said and session.unwritten != "true"
