"""One resistance note with all that belongs to it, gathered for the report."""

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from guidelog.lookback.facts import PersonFacts
from guidelog.lookback.rows import (
    AttemptRow,
    CommitmentRow,
    GoalRow,
    HandoutRow,
    MoveRow,
    ObservationRow,
    ProgressRow,
    ResistanceRow,
    SessionRow,
)
from guidelog.measures.telling import handouts_of
from guidelog.reports.phrases import first_name
from guidelog.reports.showing import Shown
from guidelog.words import ANSWERED

CaseRow: TypeAlias = ResistanceRow | ObservationRow | AttemptRow


class Case(NamedTuple):
    """A note, its later occurrences, attempts, and what hangs on them."""

    note: ResistanceRow
    name: str
    is_untold: bool
    occurrences: tuple[ObservationRow, ...] = ()
    attempts: tuple[AttemptRow, ...] = ()
    moves: tuple[MoveRow, ...] = ()
    commitments: tuple[CommitmentRow, ...] = ()
    handouts: tuple[HandoutRow, ...] = ()
    goal: GoalRow | None = None
    progress: tuple[ProgressRow, ...] = ()
    session: SessionRow | None = None
    in_writing: tuple[HandoutRow, ...] = ()

    @property
    def rows(self) -> tuple[CaseRow, ...]:
        """Everything that happened, in the order it happened."""
        rows: list[CaseRow] = [self.note, *self.occurrences, *self.attempts]
        return tuple(sorted(rows, key=lambda row: (row.occurred_at[:16], row.uid)))

    @property
    def told_in(self) -> tuple[HandoutRow | AttemptRow | SessionRow, ...]:
        """What the person was told by: handouts, else the first answered attempt, else
        the talk about it.
        """
        if self.handouts or self.is_untold:
            return self.handouts
        answered = [row for row in self.attempts if row.response in ANSWERED]
        talk = answered[0] if answered else self.session
        return (talk,) if talk else ()

    def number_of(self, attempt: AttemptRow) -> int:
        """The number of an attempt within the note, from 1."""
        return self.attempts.index(attempt) + 1


def cases_of(shown: Shown) -> Iterator[Case]:
    """The notes that are shown, each with what belongs to it."""
    for note in shown.facts.resistance:
        yield case_of(note, shown)


def case_of(note: ResistanceRow, shown: Shown) -> Case:
    """One note with what belongs to it."""
    facts = shown.facts
    attempts = tuple(row for row in facts.attempts if row.resistance == note.id)
    occurrences = tuple(row for row in facts.observations if row.resistance == note.id)
    hanging: list[CaseRow] = [note, *attempts, *occurrences]
    ids = {row.id for row in hanging}
    return Case(
        note=note,
        name=first_name(facts.person.name),
        is_untold=note.id in shown.untold,
        occurrences=occurrences,
        attempts=attempts,
        moves=tuple(row for row in facts.moves if row.resistance == note.id),
        commitments=tuple(
            row for row in facts.commitments if ids & {row.resistance, row.attempt}
        ),
        handouts=tuple(
            row for row in facts.handouts if ids.intersection(row.what.split())
        ),
        goal=next((row for row in facts.goals if row.id == note.goal), None),
        progress=tuple(row for row in facts.progress if row.goal == note.goal),
        session=next((row for row in facts.sessions if row.id == note.session), None),
        in_writing=in_writing(note, facts),
    )


def in_writing(note: ResistanceRow, facts: PersonFacts) -> tuple[HandoutRow, ...]:
    """The handouts that put the talk about the expectation in writing."""
    handouts = handouts_of(note.session, facts.handouts) if note.session else []
    return tuple(row for row in handouts if row.how in ("mail", "paper"))
