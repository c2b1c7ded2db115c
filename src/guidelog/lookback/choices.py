"""Choices: what TAB may offer, the newest first; few of each, and soon found.

A choice is a word to type, and a few words of the leader that tell what it is.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

OFFERED: Final = 50
"""How many ids of a kind are offered."""

LOOKED_AT: Final = 1000
"""Among how many of the newest sessions and observations tags are looked for."""

_IDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "session": "SELECT id, coalesce(about, note) FROM sessions "
        "ORDER BY substr(occurred_at, 1, 16) DESC, uid DESC LIMIT ?",
        "observation": "SELECT id, text FROM observations "
        "ORDER BY substr(occurred_at, 1, 16) DESC, uid DESC LIMIT ?",
        "goal": "SELECT id, title FROM goals WHERE state = 'open' "
        "ORDER BY substr(opened_on, 1, 16) DESC, uid DESC LIMIT ?",
        "progress": "SELECT id, evidence FROM progress "
        "ORDER BY substr(occurred_at, 1, 16) DESC, uid DESC LIMIT ?",
        "resistance": "SELECT id, observed FROM resistance "
        "ORDER BY substr(occurred_at, 1, 16) DESC, uid DESC LIMIT ?",
        "attempt": "SELECT id, offered FROM attempts "
        "ORDER BY substr(occurred_at, 1, 16) DESC, uid DESC LIMIT ?",
        "commitment": "SELECT id, what FROM commitments WHERE state = 'open' "
        "ORDER BY recorded_at DESC, uid DESC LIMIT ?",
        "topic": "SELECT id, what FROM topics WHERE state = 'open' "
        "ORDER BY recorded_at DESC, uid DESC LIMIT ?",
        "assessment": "SELECT id, coalesce(area, evidence) FROM assessments "
        "ORDER BY substr(occurred_at, 1, 16) DESC, uid DESC LIMIT ?",
        "handout": "SELECT id, what FROM handouts "
        "ORDER BY substr(occurred_at, 1, 16) DESC, uid DESC LIMIT ?",
    }
)
_TAGS: Final = """
SELECT tags FROM (SELECT tags FROM sessions
  ORDER BY substr(occurred_at, 1, 16) DESC, uid DESC LIMIT ?)
UNION ALL SELECT tags FROM (SELECT tags FROM observations
  ORDER BY substr(occurred_at, 1, 16) DESC, uid DESC LIMIT ?)
"""

Choice = tuple[str, str]


def handles(db: sqlite3.Connection) -> list[Choice]:
    """Everybody who is not in the archive, with their names, by handle."""
    rows = db.execute("SELECT handle, name FROM people WHERE archived_on IS NULL")
    return sorted(rows)


def ids(db: sqlite3.Connection, *kinds: str) -> Iterator[Choice]:
    """The newest ids of some kinds, or of all, with the first line of their words.

    Of goals, commitments and topics only those that are open.
    """
    for kind in kinds or _IDS:
        for id_, words in db.execute(_IDS[kind], (OFFERED,)):
            yield id_, (words or "").partition("\n")[0]


def tags(db: sqlite3.Connection) -> list[str]:
    """The tags used lately, in the order of the alphabet."""
    rows = db.execute(_TAGS, (LOOKED_AT, LOOKED_AT))
    return sorted({tag for (some,) in rows for tag in (some or "").split()})
