"""Retention: what is older than a leader means to keep, by person."""

import sqlite3
from datetime import date
from typing import Final, NamedTuple

# a stub whose words were taken back has nothing left but the reason
_PAST: Final = """
SELECT person, count(DISTINCT uid), min(substr(occurred_at, 1, 10)), id
FROM timeline
WHERE substr(occurred_at, 1, 16) < ? AND kind <> 'move'
  AND uid IN (SELECT uid FROM texts WHERE text <> '' AND part <> 'why')
GROUP BY person ORDER BY person
"""
_LATER: Final = """
SELECT DISTINCT person FROM timeline
WHERE substr(occurred_at, 1, 16) >= ? AND kind <> 'move'
"""
_HOLDS: Final = "SELECT handle, hold_since FROM people WHERE hold_since IS NOT NULL"


class Past(NamedTuple):
    """The entries about one person that are past their time, and still hold words.

    `oldest` is the id of the first of them. `is_all`: nothing later is about them.
    """

    handle: str
    number: int
    since: date
    oldest: str
    is_all: bool
    hold_since: date | None = None


def past_entries(db: sqlite3.Connection, before: date) -> list[Past]:
    """Count the entries of before a day that hold words, by person."""
    later = {handle for (handle,) in db.execute(_LATER, (before.isoformat(),))}
    holds = dict(db.execute(_HOLDS))
    return [
        Past(
            handle,
            number,
            date.fromisoformat(since),
            oldest,
            handle not in later,
            date.fromisoformat(holds[handle]) if handle in holds else None,
        )
        for handle, number, since, oldest in db.execute(_PAST, (before.isoformat(),))
    ]
