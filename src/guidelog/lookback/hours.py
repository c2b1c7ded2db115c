"""Hours: the talks and the people of a log of coaching hours."""

import sqlite3
from dataclasses import dataclass, fields
from itertools import starmap
from typing import Final

from guidelog.lookback.filters import EVERYTHING, Filters, Where
from guidelog.lookback.reading import hold_still, rows_of, select
from guidelog.lookback.rows import SessionRow


@dataclass(frozen=True, slots=True)
class Client:
    """Somebody a talk was with, and whether they agreed to be in a log."""

    handle: str
    name: str
    relation: str
    contact: str | None
    log_consent_on: str | None


@dataclass(frozen=True, slots=True)
class HourFacts:
    """Talks, oldest first, and everybody by handle, those in the archive too."""

    sessions: tuple[SessionRow, ...] = ()
    clients: tuple[Client, ...] = ()


# only these: counting everybody's talks is not needed here
_COLUMNS: Final = tuple(field.name for field in fields(Client))


def hour_facts(db: sqlite3.Connection, filters: Filters = EVERYTHING) -> HourFacts:
    """Gather the talks that the filters leave in. Raises FilterNotTaken."""
    with hold_still(db):
        rows = db.execute(select("people", _COLUMNS, Where("")))
        clients = tuple(starmap(Client, rows))
        return HourFacts(tuple(rows_of(db, SessionRow, filters)), clients)
