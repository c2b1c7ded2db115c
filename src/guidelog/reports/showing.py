"""Who is shown what: private texts and what was not told stay out of others' hands."""

from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from guidelog.lookback.facts import PersonFacts
from guidelog.lookback.rows import (
    CommitmentRow,
    ObservationRow,
    ProgressRow,
    ResistanceRow,
    SessionRow,
    WordedRow,
)
from guidelog.measures.days import day_if_known, months_before
from guidelog.measures.telling import telling_of
from guidelog.reports.brief import Brief

VisibleRow = TypeVar("VisibleRow", bound=WordedRow)


class LeftOut(NamedTuple):
    """How many things a document does not show, by the reason."""

    private: int = 0
    untold: int = 0
    resolved: int = 0


class Shown(NamedTuple):
    """The facts a document may use, the ids of what was not told, and what is left."""

    facts: PersonFacts
    untold: frozenset[str]
    left_out: LeftOut = LeftOut()


def choose(facts: PersonFacts, brief: Brief) -> Shown:
    """The facts that this reader may see; entries made in error are never shown."""
    notes = tuple(note for note in facts.resistance if note.status != "withdrawn")
    facts = keep_notes(facts._replace(resistance=notes))
    untold = untold_ids(facts)
    if brief.is_for_me:
        return Shown(facts, untold)
    resolved = {row.id for row in notes if is_long_resolved(row, brief)}
    hidden = set() if brief.untold else untold - resolved
    private = count_private(facts, hidden | resolved)
    left_out = LeftOut(private, len(hidden & record_ids(facts)), len(resolved))
    return Shown(keep_record(facts, hidden | resolved), untold, left_out)


def untold_ids(facts: PersonFacts) -> frozenset[str]:
    """The off-track observations and resistance notes the person was not told of."""
    telling = telling_of(facts)
    rows: tuple[ResistanceRow | ObservationRow, ...] = (
        *facts.resistance,
        *facts.observations,
    )
    return frozenset(row.id for row in rows if telling.is_surprising(row))


def is_long_resolved(note: ResistanceRow, brief: Brief) -> bool:
    """Whether a note was resolved so many months ago that it leaves documents."""
    closed_on = day_if_known(note.closed_on)
    if note.status != "resolved" or closed_on is None:
        return False
    return closed_on <= months_before(brief.today, brief.resolved_months)


def record_ids(facts: PersonFacts) -> set[str]:
    """The ids of the observations and notes that are record."""
    return {row.id for row in keep(facts.observations)} | {
        row.id for row in keep(facts.resistance)
    }


def is_record(row: WordedRow) -> bool:
    """Whether an entry may be shown to others."""
    return row.visibility == "record"


def keep(rows: Iterable[VisibleRow]) -> tuple[VisibleRow, ...]:
    """The rows that are record."""
    return tuple(row for row in rows if is_record(row))


def keep_record(facts: PersonFacts, hidden: Iterable[str]) -> PersonFacts:
    """The facts without private texts and without what is hidden for other reasons."""
    gone = set(hidden)
    goals = keep(facts.goals)
    kept = {goal.id for goal in goals}
    notes = tuple(row for row in keep(facts.resistance) if row.id not in gone)
    shown = facts._replace(
        sessions=tuple(strip_session(row) for row in facts.sessions),
        observations=tuple(
            row for row in keep(facts.observations) if row.id not in gone
        ),
        goals=goals,
        steps=tuple(step for step in facts.steps if step.goal in kept),
        progress=tuple(strip_progress(p) for p in facts.progress if p.goal in kept),
        resistance=notes,
        attempts=keep(facts.attempts),
        commitments=keep_commitments(facts, notes),
        topics=(),
        assessments=keep(facts.assessments),
    )
    return keep_amendments(keep_notes(shown))


def keep_notes(facts: PersonFacts) -> PersonFacts:
    """The facts without attempts and moves of notes that are not there."""
    notes = {note.id for note in facts.resistance}
    return facts._replace(
        attempts=tuple(row for row in facts.attempts if row.resistance in notes),
        moves=tuple(row for row in facts.moves if row.resistance in notes),
    )


def keep_commitments(
    facts: PersonFacts, notes: Iterable[ResistanceRow]
) -> tuple[CommitmentRow, ...]:
    """The commitments that are record and hang on no note that is left out."""
    gone = {row.id for row in facts.resistance} - {row.id for row in notes}
    behind = {row.id: row.resistance for row in facts.attempts}
    return tuple(
        row
        for row in keep(facts.commitments)
        if behind.get(row.attempt or "", row.resistance) not in gone
    )


def keep_amendments(facts: PersonFacts) -> PersonFacts:
    """The facts without amendments of what is not shown."""
    kept: list[Iterable[WordedRow]] = [
        (row for row in facts.sessions if has_words(row)),
        facts.observations,
        facts.goals,
        keep(facts.progress),
        facts.resistance,
        facts.attempts,
        facts.commitments,
        facts.assessments,
    ]
    uids = {row.uid for rows in kept for row in rows}
    amendments = tuple(one for one in facts.amendments if one.change.uid in uids)
    return facts._replace(amendments=amendments)


def has_words(session: SessionRow) -> bool:
    """Whether a talk, as it is shown, holds any text."""
    return bool(session.note or session.about or session.agreed)


def strip_session(session: SessionRow) -> SessionRow:
    """The talk without its private texts; its day, mode and minutes always count."""
    if session.visibility == "private":
        session = session._replace(about=None, note=None)
    if session.agreed_visibility == "private":
        session = session._replace(agreed=None)
    return session


def strip_progress(entry: ProgressRow) -> ProgressRow:
    """The entry without its private words; the figure itself counts."""
    return entry if is_record(entry) else entry._replace(evidence=None)


def count_private(facts: PersonFacts, hidden: Iterable[str]) -> int:
    """How many entries have private texts, apart from what is hidden already."""
    gone = set(hidden)
    kinds: list[Iterable[WordedRow]] = [
        (row for row in facts.observations if row.id not in gone),
        (row for row in facts.resistance if row.id not in gone),
        (row for row in facts.progress if row.evidence),
        facts.goals,
        facts.attempts,
        facts.commitments,
        facts.topics,
        facts.assessments,
    ]
    entries = sum(not is_record(row) for rows in kinds for row in rows)
    return entries + sum(strip_session(row) != row for row in facts.sessions)
