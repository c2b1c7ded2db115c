"""The desk: what the questions of one command have at hand, read once.

The journal is free again before the first question: a leader may think for an hour.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from guidelog.cli.looking import looking
from guidelog.lookback import at_hand
from guidelog.lookback.at_hand import OpenNote
from guidelog.matching import Known


@dataclass
class Desk:
    """What the leader may mean, and what was said on the way."""

    people: list[Known]
    actions: Mapping[str, str]
    notes: Mapping[str, OpenNote]
    goals: Mapping[str, str] = field(default_factory=dict)
    whom: tuple[str, ...] = ()
    """The handles of those it is about, once that is known."""
    last_talk_on: str | None = None
    carried: dict[str, str] = field(default_factory=dict)
    """What was said to one question and belongs to another, by its parameter."""

    def name_of(self, handle: str) -> str:
        """The full name behind a handle; the handle of somebody new."""
        names = (one.name for one in self.people if one.handle == handle)
        return next(names, handle)

    def turn_to(self, handles: tuple[str, ...]) -> None:
        """Take out what there is about these people."""
        self.whom = handles
        with looking() as db:
            self.goals = at_hand.open_goals(db, handles)
            self.last_talk_on = (
                at_hand.last_talk(db, handles[0]) if len(handles) == 1 else None
            )


def sit_down() -> Desk:
    """Read what every question may need."""
    with looking() as db:
        return Desk(
            people=at_hand.everybody(db),
            actions=at_hand.actions_by_use(db),
            notes={note.id: note for note in at_hand.open_notes(db)},
        )
