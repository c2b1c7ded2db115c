"""The desk: what the questions of one command have at hand, read once.

The journal is free again before the first question: a leader may think for an hour.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from guidelog.cli.forms import Form
from guidelog.cli.looking import looking
from guidelog.dates import say_day, today
from guidelog.errors import WronglyCalled
from guidelog.lookback import at_hand
from guidelog.lookback.at_hand import OpenNote
from guidelog.lookback.finding import everybody
from guidelog.lookback.rows import CommitmentRow
from guidelog.matching import Known, match_person
from guidelog.reports.confirmation import say_entry


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
            people=everybody(db),
            actions=at_hand.actions_by_use(db),
            notes={note.id: note for note in at_hand.open_notes(db)},
        )


def handles_of(form: Form, whom: str) -> list[str]:
    """The handles of those a command is about, as far as they are known."""
    desk = sit_down()
    if form.about == "note":
        return [desk.notes[whom].handle] if whom in desk.notes else []
    return [_handle(name, desk.people) for name in whom.split(",") if name.strip()]


def _handle(name: str, people: Iterable[Known]) -> str:
    with suppress(WronglyCalled):
        return match_person(name, people)
    return name.strip()


def talk_facts(form: Form, whom: str) -> dict[str, str]:
    """What a template may say about a talk: the values of its variables."""
    handles = handles_of(form, whom)
    with looking() as db:
        names = {one.handle: one.name for one in everybody(db)}
        goals = at_hand.open_goals(db, handles)
        promised = at_hand.open_commitments(db, handles)
        topics = at_hand.open_topics(db, handles)
    return {
        "person": ", ".join(names.get(handle, handle) for handle in handles),
        "date": say_day(today(), today()),
        "open_goals": _listed(f"{id_} {title}" for id_, title in goals.items()),
        "open_commitments": _listed(_short(row, names) for row in promised),
        "topics": _listed(f"{id_} {what}" for id_, what in topics.items()),
    }


def _short(row: CommitmentRow, names: Mapping[str, str]) -> str:
    line = say_entry(row, names, today()).replace("○ ", "")
    return " ".join(line.rpartition(" · ")[0].split())


def _listed(items: Iterable[str]) -> str:
    return "; ".join(items) or "none"
