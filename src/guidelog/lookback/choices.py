"""Choices: what TAB may offer from the journal, the newest first, and soon found."""

import sqlite3
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

OFFERED: Final = 50
"""How many ids are offered where one kind is meant."""

OFFERED_OF_EACH: Final = 5
"""How many ids of each kind are offered where any kind is meant."""

LOOKED_AT: Final = 1000
"""Among how many of the newest sessions and observations tags are looked for."""

# the newest by an index; an aim is named where it is on record, nothing else has words
_DATED: Final = "FROM {} ORDER BY substr(occurred_at, 1, 16) DESC, uid DESC LIMIT ?"
_OPEN: Final = (
    "FROM {} WHERE state = 'open' ORDER BY recorded_at DESC, uid DESC LIMIT ?"
)
_IDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "session": "SELECT id, people, occurred_at, NULL " + _DATED.format("sessions"),
        "goal": "SELECT id, person, opened_on, "
        "CASE visibility WHEN 'record' THEN title END FROM goals WHERE state = 'open' "
        "ORDER BY substr(opened_on, 1, 16) DESC, uid DESC LIMIT ?",
        "commitment": "SELECT id, coalesce(person, owner), recorded_at, NULL "
        + _OPEN.format("commitments"),
        "topic": "SELECT id, person, recorded_at, NULL " + _OPEN.format("topics"),
    }
    | {
        kind: "SELECT id, person, occurred_at, NULL " + _DATED.format(view)
        for kind, view in {
            "observation": "observations",
            "progress": "progress",
            "resistance": "resistance",
            "attempt": "attempts",
            "assessment": "assessments",
            "handout": "handouts",
        }.items()
    }
)
_TAGS: Final = """
SELECT tags FROM (SELECT tags FROM sessions
  ORDER BY substr(occurred_at, 1, 16) DESC, uid DESC LIMIT ?)
UNION ALL SELECT tags FROM (SELECT tags FROM observations
  ORDER BY substr(occurred_at, 1, 16) DESC, uid DESC LIMIT ?)
"""


class IdChoice(NamedTuple):
    """An id, and what may be told of it: whom it is about, when it was, its aim."""

    id: str
    kind: str
    people: str
    day: str
    title: str | None


def handles(db: sqlite3.Connection) -> list[tuple[str, str]]:
    """Everybody who is not in the archive, with their names, by handle."""
    rows = db.execute("SELECT handle, name FROM people WHERE archived_on IS NULL")
    return sorted(rows)


def ids(db: sqlite3.Connection, *kinds: str) -> Iterator[IdChoice]:
    """The newest ids of one kind; of several, or of all, the few newest of each.

    Of goals, commitments and topics only those that are open.
    """
    limit = OFFERED if len(kinds) == 1 else OFFERED_OF_EACH
    for kind in kinds or _IDS:
        for id_, people, moment, title in db.execute(_IDS[kind], (limit,)):
            yield IdChoice(id_, kind, people or "", moment[:10], title)


def tags(db: sqlite3.Connection) -> list[str]:
    """The tags used lately, in the order of the alphabet."""
    rows = db.execute(_TAGS, (LOOKED_AT, LOOKED_AT))
    return sorted({tag for (some,) in rows for tag in (some or "").split()})


def own_actions(db: sqlite3.Connection) -> list[tuple[str, str, bool]]:
    """Name, label and whether it is hidden, of own and of changed built-in actions."""
    rows = db.execute("SELECT name, label, hidden = 'true' FROM actions ORDER BY name")
    return [(name, label, bool(hidden)) for name, label, hidden in rows]
