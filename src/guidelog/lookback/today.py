"""What the page of today needs besides what is due."""

import sqlite3

from guidelog.lookback.counting import talks_in_all
from guidelog.lookback.filters import Filters
from guidelog.lookback.reading import rows_of
from guidelog.lookback.rows import SessionRow


def last_and_count(db: sqlite3.Connection) -> tuple[SessionRow | None, int]:
    """The talk that happened last, and how many there are in all."""
    last = next(rows_of(db, SessionRow, Filters(limit=1)), None)
    return last, talks_in_all(db)
