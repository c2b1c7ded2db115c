"""What the person has been told: nothing in a document should come as a surprise."""

from collections.abc import Iterable
from typing import NamedTuple

from guidelog.lookback.facts import PersonFacts
from guidelog.lookback.rows import (
    AttemptRow,
    HandoutRow,
    ObservationRow,
    ResistanceRow,
    SessionRow,
)
from guidelog.measures.days import day_of
from guidelog.words import ANSWERED


class Telling(NamedTuple):
    """What may show that something was told: handouts, talks and answered attempts."""

    handed_out: frozenset[str]
    open_sessions: frozenset[str]
    answered: tuple[AttemptRow, ...]

    def is_surprising(self, row: ResistanceRow | ObservationRow) -> bool:
        """Whether others would read what the person has not been told."""
        if isinstance(row, ResistanceRow):
            return not self.knows_of_note(row)
        return row.standard == "off-track" and not self.knows_of(row)

    def knows_of_note(self, note: ResistanceRow) -> bool:
        """Whether the person was told of a resistance note."""
        return self._was_given(note) or self._was_answered(note.id, note.occurred_at)

    def knows_of(self, observation: ObservationRow) -> bool:
        """Whether the person was told of an observation, or saw it first."""
        return (
            observation.noticed == "self"
            or self._was_given(observation)
            or self._was_answered(observation.resistance, observation.occurred_at)
        )

    def _was_given(self, row: ResistanceRow | ObservationRow) -> bool:
        handed_out = row.shared_on is not None or row.id in self.handed_out
        return handed_out or row.session in self.open_sessions

    def _was_answered(self, note: str | None, occurred_at: str) -> bool:
        # an answer given before it happened can't have been about it
        day = day_of(occurred_at)
        return any(
            attempt.resistance == note and day_of(attempt.occurred_at) >= day
            for attempt in self.answered
        )


def telling_of(facts: PersonFacts) -> Telling:
    """Gather what shows that the person was told."""
    return Telling(
        frozenset(handed_out_ids(facts.handouts)),
        frozenset(row.id for row in facts.sessions if is_open_talk(row)),
        tuple(row for row in facts.attempts if row.response in ANSWERED),
    )


def handed_out_ids(handouts: Iterable[HandoutRow]) -> set[str]:
    """The ids of everything that was handed out."""
    return {item for handout in handouts for item in handout.what.split()}


def is_open_talk(session: SessionRow) -> bool:
    """Whether what was said in a talk is record, or was handed out."""
    return session.visibility == "record" or session.shared_on is not None


def handouts_of(identity: str, handouts: Iterable[HandoutRow]) -> list[HandoutRow]:
    """The handouts that hold this entry, in their order."""
    return [handout for handout in handouts if identity in handout.what.split()]
