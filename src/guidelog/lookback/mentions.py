"""Mentions: where other people's entries hold somebody's name."""

import re
import sqlite3

from guidelog.lookback.kept import Mention

SHORTEST_NAME = 3
"""Letters a part of a name needs to be looked for by itself."""

_TEXTS = """
SELECT coalesce(entry.id, people.handle, substr(texts.uid, -8)), texts.part, texts.text
FROM texts JOIN entry ON entry.uid = texts.uid
LEFT JOIN people ON people.uid = texts.uid
WHERE people.handle IS NOT ?1 AND NOT (entry.kind = 'person' AND texts.part = 'name')
AND texts.uid NOT IN (
  SELECT uid FROM timeline WHERE person = ?1 AND kind <> 'session'
)
ORDER BY entry.kind, entry.number, entry.n
"""
_NAMESAKES = """
SELECT handle FROM people WHERE handle <> ? AND name = ? COLLATE NOCASE ORDER BY handle
"""
_COUNTS = """
SELECT kind, count(*) FROM timeline
WHERE person = ? AND uid NOT IN (SELECT uid FROM sessions WHERE instr(people, ' '))
GROUP BY kind ORDER BY kind
"""


def mentions_of(db: sqlite3.Connection, handle: str, names: list[str]) -> list[Mention]:
    """The texts of others, group talks included, that hold one of somebody's names.

    Without a handle all texts, of somebody who is not there any more. What somebody
    else is called speaks of nobody but them.
    """
    found: dict[tuple[str, str], Mention] = {}
    for id_, field, text in db.execute(_TEXTS, (handle,)):
        name = next((one for one in names if holds(text, one)), None)
        if name:
            found.setdefault((id_, field), Mention(id_, field, name))
    return list(found.values())


def namesakes_of(db: sqlite3.Connection, handle: str, name: str) -> list[str]:
    """The handles of others of the very same name, as after joining two handles."""
    return [one for (one,) in db.execute(_NAMESAKES, (handle, name))]


def names_going(db: sqlite3.Connection, handle: str, name: str) -> list[str]:
    """Every name to look for of somebody erased: where a namesake stays, the handle."""
    return names_of_person(handle, "" if namesakes_of(db, handle, name) else name)


def names_of_person(handle: str, name: str) -> list[str]:
    """Every name to look for: the full one, its longer words, the handle."""
    words = [word for word in name.split() if len(word) >= SHORTEST_NAME]
    return list(dict.fromkeys([name, *words, handle] if name else [handle]))


def holds(text: str, name: str) -> bool:
    """Tell whether a text holds a name as a word of its own, in any case."""
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE))


def counts_about(db: sqlite3.Connection, handle: str) -> dict[str, int]:
    """How many entries of each kind are about a person alone."""
    return dict(db.execute(_COUNTS, (handle,)).fetchall())
