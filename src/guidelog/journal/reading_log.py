"""Reading the log back: the versions of one thing, or of all things in one pass."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, cast

from sqlalchemy import Connection

from guidelog.journal.folding import Version
from guidelog.journal.log import load_seals

_VERSIONS = """
SELECT revision.uid, revision.id, change.hash, change.stamp, change.at, revision.kind,
  revision.operation, revision.about, revision.replaces, revision.seals,
  told.part, told.payload
FROM revision JOIN change ON change.seq = revision.change
LEFT JOIN revision_text AS told ON told.revision = revision.id
"""
_OF_ONE = " ".join([_VERSIONS, "WHERE revision.uid = ? ORDER BY revision.id"])
_OF_CHANGE = " ".join([_VERSIONS, "WHERE change.hash = ? ORDER BY revision.id"])
_OF_ALL = " ".join([_VERSIONS, "ORDER BY revision.uid, revision.change"])


def stream(
    db: Connection, query: str, values: Sequence[object] = ()
) -> Iterator[tuple[Any, ...]]:
    """The rows of a query as the driver gives them: SQLAlchemy's cost twice as much."""
    return driver_of(db).execute(query, values)


def driver_of(db: Connection) -> sqlite3.Connection:
    """SQLite's own connection beneath SQLAlchemy's."""
    return cast("sqlite3.Connection", db.connection.driver_connection)


def erased_in(db: Connection) -> frozenset[str]:
    """The uids of all persons who were erased."""
    return frozenset(uid for (uid,) in stream(db, "SELECT uid FROM erased"))


def ever_about(db: Connection, uid: str) -> list[str]:
    """Everybody whom a thing was ever about, sorted."""
    asked = "SELECT DISTINCT about FROM revision WHERE uid = ?"
    return sorted(
        {one for (about,) in stream(db, asked, (uid,)) for one in about.split()}
    )


def _versions(rows: Iterable[Sequence[Any]]) -> Iterator[Version]:
    for _, group in groupby(rows, key=itemgetter(1)):
        texts = list(group)
        _, row, hash_, stamp, at, kind, operation, about, replaces, seals, *_ = texts[0]
        parts: dict[str, str | None] = dict.fromkeys(load_seals(seals))
        parts.update((one[10], one[11]) for one in texts if one[10] in parts)
        named = tuple(about.split()), tuple(replaces.split())
        yield Version(hash_, stamp, at, kind, operation, *named, parts, row)


def versions_of(db: Connection, uid: str) -> list[Version]:
    """All versions of one thing."""
    return list(_versions(stream(db, _OF_ONE, (uid,))))


def versions_of_change(db: Connection, hash_: str) -> list[tuple[str, Version]]:
    """What one change said, in its order: uid and version."""
    rows = stream(db, _OF_CHANGE, (hash_,))
    return [
        (uid, next(_versions(group))) for uid, group in groupby(rows, itemgetter(0))
    ]


def all_versions(db: Connection) -> Iterator[tuple[str, list[Version]]]:
    """All versions of everything, thing by thing, in one ordered pass."""
    for uid, group in groupby(stream(db, _OF_ALL), itemgetter(0)):
        yield uid, list(_versions(group))
