"""Hours: the talks and the people of a log of coaching hours."""

import sqlite3
from itertools import starmap
from typing import Final

from guidelog.lookback.facts import Client, HourFacts
from guidelog.lookback.filters import EVERYTHING, Filters, Where
from guidelog.lookback.history import is_demonstration
from guidelog.lookback.reading import hold_still, rows_of, select
from guidelog.lookback.rows import SessionRow

# only these: counting everybody's talks is not needed here
_COLUMNS: Final = Client._fields


def hour_facts(db: sqlite3.Connection, filters: Filters = EVERYTHING) -> HourFacts:
    """Gather the talks that the filters leave in. Raises FilterNotTaken."""
    with hold_still(db):
        rows = db.execute(select("people", _COLUMNS, Where("")))
        clients = tuple(starmap(Client, rows))
        sessions = tuple(rows_of(db, SessionRow, filters))
        return HourFacts(sessions, clients, is_demonstration(db))
