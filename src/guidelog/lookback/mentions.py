"""Mentions: where other people's entries hold somebody's name."""

import re
import sqlite3
from dataclasses import dataclass

SHORTEST_NAME = 3
"""Letters a part of a name needs to be looked for by itself."""

_TEXTS = """
SELECT entry.id, texts.text, texts.uid
FROM texts JOIN entry ON entry.uid = texts.uid
WHERE entry.id IS NOT NULL AND texts.uid NOT IN (
  SELECT uid FROM timeline WHERE person = ? AND kind <> 'session'
)
ORDER BY entry.kind, entry.number
"""
_COUNTS = """
SELECT kind, count(*) FROM timeline WHERE person = ? GROUP BY kind ORDER BY kind
"""


@dataclass(frozen=True, slots=True)
class Mention:
    """An entry that is not the person's own and holds one of their names."""

    id: str
    name: str


def mentions_of(db: sqlite3.Connection, handle: str) -> list[Mention]:
    """The entries of others, group talks included, that hold the handle or a name."""
    names = names_of(db, handle)
    found: dict[str, str] = {}
    for id_, text, _ in db.execute(_TEXTS, (handle,)):
        name = next((one for one in names if holds(text, one)), None)
        if name:
            found.setdefault(id_, name)
    return [Mention(id_, name) for id_, name in found.items()]


def names_of(db: sqlite3.Connection, handle: str) -> list[str]:
    """Every name of somebody to look for, by their handle."""
    row = db.execute("SELECT name FROM people WHERE handle = ?", (handle,)).fetchone()
    return names_of_person(handle, row[0] if row else "")


def names_of_person(handle: str, name: str) -> list[str]:
    """Every name to look for: the full one, its longer words, the handle."""
    words = [word for word in name.split() if len(word) >= SHORTEST_NAME]
    return list(dict.fromkeys([name, *words, handle] if name else [handle]))


def holds(text: str, name: str) -> bool:
    """Tell whether a text holds a name as a word of its own, in any case."""
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE))


def counts_about(db: sqlite3.Connection, handle: str) -> dict[str, int]:
    """How many entries of each kind are about a person."""
    return dict(db.execute(_COUNTS, (handle,)).fetchall())
