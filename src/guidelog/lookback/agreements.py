"""Agreements: the talk in which was agreed what is kept and who sees it."""

import sqlite3
from typing import Final

from guidelog.lookback.filters import Where
from guidelog.lookback.reading import pick
from guidelog.lookback.rows import SessionRow

_AGREED: Final = (
    "uid IN (SELECT uid FROM timeline WHERE person = ? AND kind = 'session')"
    " AND instr(' ' || actions || ' ', ' contract ') > 0"
)


def agreement_with(db: sqlite3.Connection, handle: str) -> SessionRow | None:
    """The newest session of a person in which such an agreement was made, if any."""
    talks = pick(db, SessionRow, Where(_AGREED, (handle,)))
    return talks[-1] if talks else None
