"""Due: what may have to be done soon, for readers who know the day."""

import sqlite3
from itertools import starmap
from typing import Final

from guidelog.lookback.facts import DueFacts, LastTalk
from guidelog.lookback.filters import Where
from guidelog.lookback.history import is_demonstration
from guidelog.lookback.reading import R, hold_still, pick, select
from guidelog.lookback.rows import CommitmentRow, GoalRow, ResistanceRow

# only these: counting all talks is not needed to know what is due, and the day of the
# last, for which all are looked at, only where there is a rhythm
_COLUMNS: Final = (
    *LastTalk._fields[:-1],
    "CASE WHEN rhythm_days IS NOT NULL THEN last_talk_on END",
)
# what the leader owes to nobody named has no person
_STILL_HERE: Final = (
    "(person IS NULL OR person IN "
    "(SELECT handle FROM people WHERE archived_on IS NULL))"
)
_OWED: Final = f"(owner = 'me' OR {_STILL_HERE})"
"""What the leader promised stays due, whoever is put away."""


def due_facts(db: sqlite3.Connection, who: str | None = None) -> DueFacts:
    """Gather what is open, of one person (a handle) or of everybody."""
    with hold_still(db):
        return DueFacts(
            commitments=open_ones(db, CommitmentRow, "state = 'open'", who, _OWED),
            resistance=open_ones(db, ResistanceRow, "follow_up_on IS NOT NULL", who),
            goals=open_ones(
                db, GoalRow, "state = 'open' AND target_on IS NOT NULL", who
            ),
            people=last_talks(db, who),
            demonstration=is_demonstration(db),
        )


def open_ones(
    db: sqlite3.Connection,
    row: type[R],
    condition: str,
    who: str | None,
    of_all: str = _STILL_HERE,
) -> tuple[R, ...]:
    """Take the rows that are open, of one person or of all who are still here."""
    if who is None:
        return pick(db, row, Where(f"{condition} AND {of_all}"))
    return pick(db, row, Where(f"person = ? AND {condition}", (who,)))


def last_talks(db: sqlite3.Connection, who: str | None) -> tuple[LastTalk, ...]:
    """Who is not in the archive, by handle; with a rhythm, also their last talk."""
    where = Where("archived_on IS NULL")
    if who is not None:
        where = Where("archived_on IS NULL AND handle = ?", (who,))
    rows = db.execute(select("people", _COLUMNS, where), where.values)
    return tuple(sorted(starmap(LastTalk, rows), key=lambda one: one.handle))
