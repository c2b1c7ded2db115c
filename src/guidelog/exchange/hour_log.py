"""The log of coaching hours as rows: what is worked out and stands in no view."""

import sqlite3
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from guidelog.errors import FilterNotTaken
from guidelog.lookback.filters import TAKEN, Filters
from guidelog.lookback.hours import hour_facts
from guidelog.lookback.reading import Cells
from guidelog.measures.hours import (
    LoggedTalk,
    Relationship,
    coaching_of,
    log_talks,
    relationships_of,
)

LOG: Final[Mapping[str, str]] = MappingProxyType(
    {
        "name": "full name of the client, or of all in the group who consent",
        "contact": "how to reach them",
        "kind": "individual or group",
        "number_in_group": "how many people it had",
        "start": "day of the first talk that counts",
        "end": "day of the last talk that counts",
        "paid_hours": "hours of 60 minutes, two decimals; internal ones are paid",
        "pro_bono_hours": "hours of 60 minutes, two decimals",
    }
)
DIARY: Final[Mapping[str, str]] = MappingProxyType(
    {
        "id": "short id of the session",
        "occurred_at": "when it was: a day, or day, time and offset",
        "minutes": "how long it was",
        "mode": "coaching",
        "people": "handles of those who consent to be logged",
        "group_size": "how many people it had",
        "paid": "paid, pro-bono or internal",
        "goals": "ids of the goals it was about",
        "actions": "names of what the leader did",
        "about": "what it was about",
        "uid": "identity that never changes and travels between files",
    }
)


def talks_of(
    db: sqlite3.Connection, filters: Filters, name: str
) -> tuple[LoggedTalk, ...]:
    """The talks that the filters leave in. Raises FilterNotTaken."""
    if filters.limit is not None:
        # the newest talks alone would make a log that is short of the others
        takes = ", ".join(TAKEN["sessions"])
        raise FilterNotTaken(view=name, filter="--limit", takes=takes)
    return log_talks(hour_facts(db, filters))


def log_cells(db: sqlite3.Connection, filters: Filters) -> Iterator[Cells]:
    """The log, a line for each client or group. Raises FilterNotTaken."""
    lines = relationships_of(talks_of(db, filters, "hours"))
    return map(_cells_of_line, lines)


def _cells_of_line(line: Relationship) -> Cells:
    return (
        line.name,
        line.contact or None,
        line.kind,
        line.number_in_group,
        line.start.isoformat(),
        line.end.isoformat(),
        line.paid_hours,
        line.pro_bono_hours,
    )


def diary_cells(db: sqlite3.Connection, filters: Filters) -> Iterator[Cells]:
    """The diary, a line for each talk that counts. Raises FilterNotTaken."""
    talks = coaching_of(talks_of(db, filters, "diary"))
    return map(_cells_of_talk, talks)


def _cells_of_talk(talk: LoggedTalk) -> Cells:
    session = talk.session
    return (
        session.id,
        session.occurred_at,
        talk.minutes,
        session.mode,
        " ".join(client.handle for client in talk.clients),
        talk.size,
        session.paid,
        session.goals,
        session.actions,
        session.about,
        session.uid,
    )
