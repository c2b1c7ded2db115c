"""What a recap of a session needs: what was agreed, and who does what."""

import sqlite3

from guidelog.errors import UnknownId
from guidelog.lookback.facts import RecapFacts
from guidelog.lookback.filters import Where
from guidelog.lookback.finding import find_of_kind
from guidelog.lookback.names import names_of
from guidelog.lookback.reading import pick
from guidelog.lookback.rows import CommitmentRow, SessionRow


def recap_of(db: sqlite3.Connection, text: str) -> RecapFacts:
    """Gather what was agreed in a session. Raises UnknownId, WrongKind."""
    found = find_of_kind(db, text, "session")
    sessions = pick(db, SessionRow, Where("uid = ?", (found.uid,)))
    if not sessions:
        raise UnknownId.like(text)
    here = Where("session = ? AND visibility = 'record'", (found.id,))
    names = names_of(db, (sessions[0].people or "").split())
    return RecapFacts(sessions[0], pick(db, CommitmentRow, here), names)
