"""Soundness: whether the file, its shape and its search index are as they were made."""

import functools
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass

from guidelog.storage.refusals import is_damage
from guidelog.storage.upgrade import empty_journal

_SHAPE = """
SELECT type, name, sql FROM sqlite_schema
WHERE name NOT LIKE 'sqlite#_%' ESCAPE '#'
  AND NOT (type = 'table' AND name LIKE 'found#_%' ESCAPE '#')
"""
"""All but what SQLite and its text index lay out by themselves, as they please."""
_LENGTHS = "SELECT id, sz FROM {} EXCEPT SELECT id, sz FROM {}"
_MISSING = _LENGTHS.format("temp.anew_docsize", "main.found_docsize")
_LEFT = _LENGTHS.format("main.found_docsize", "temp.anew_docsize")
_INDEX_ANEW = (
    "CREATE VIRTUAL TABLE temp.anew USING fts5 "
    "(words, content = '', tokenize = 'unicode61 remove_diacritics 2')",
    "INSERT INTO anew (rowid, words) SELECT n, words FROM wording",
    "CREATE VIRTUAL TABLE temp.standing USING fts5vocab (main, found, row)",
    "CREATE VIRTUAL TABLE temp.wanted USING fts5vocab (temp, anew, row)",
)
_OTHER_TERMS = """
SELECT term FROM (SELECT * FROM standing EXCEPT SELECT * FROM wanted) UNION
SELECT term FROM (SELECT * FROM wanted EXCEPT SELECT * FROM standing)
LIMIT 1000
"""
"""Words that the index counts otherwise; so many show well enough what is amiss."""
_OTHERWISE = """
SELECT rowid FROM (
  SELECT rowid FROM found WHERE found MATCH ?1
  EXCEPT SELECT rowid FROM anew WHERE anew MATCH ?1
) UNION SELECT rowid FROM (
  SELECT rowid FROM anew WHERE anew MATCH ?1
  EXCEPT SELECT rowid FROM found WHERE found MATCH ?1
)
"""
_INDEX = "search index"
_NAME = """
SELECT coalesce(entry.id, person.handle, entry.kind || ' ' || entry.uid)
FROM entry LEFT JOIN person ON person.uid = entry.uid WHERE entry.n = ?
"""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it was made: what it is about, and what is wrong."""

    what: str
    wrong: str


def read_garbled(db: sqlite3.Connection) -> None:
    """Let texts that are not UTF-8 be read with stand-ins, so that they are found."""
    db.text_factory = lambda text: str(text, "utf-8", "replace")


def as_far_as_read(what: str, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings, and one more where what is looked at can be read no further."""
    try:
        yield from findings
    except Exception as error:
        if not is_of_file(error):
            raise
        yield Finding(what, "it can't be read")


def is_of_file(error: Exception) -> bool:
    """Whether a file with other things in it than were written explains an error."""
    by_driver = getattr(error, "orig", error)
    if isinstance(by_driver, sqlite3.IntegrityError):
        return True
    if isinstance(by_driver, sqlite3.Error):
        return is_damage(by_driver)
    return isinstance(error, (ValueError, LookupError, TypeError, AttributeError))


def faults_of_shape(db: sqlite3.Connection) -> Iterator[Finding]:
    """Lay tables, indexes, triggers and views beside those of a fresh journal.

    Each that is missing, altered or of somebody else is named, each view is opened.
    """
    made, stood = _shape_as_made(), _shape_of(db)
    for kind, name in sorted({*made, *stood}):
        if (kind, name) not in stood:
            yield Finding(f"{kind} {name}", "it is missing")
        elif (kind, name) not in made:
            yield Finding(f"{kind} {name}", "it is not part of a journal")
        elif stood[kind, name] != made[kind, name]:
            yield Finding(f"{kind} {name}", "it is not as it was made")
    for kind, name in sorted(made.keys() & stood.keys()):
        if kind == "view" and not _opens(db, name):
            yield Finding(f"view {name}", "it can't be read")


@functools.cache
def _shape_as_made() -> dict[tuple[str, str], str]:
    with closing(empty_journal()) as fresh:
        return _shape_of(fresh)


def _shape_of(db: sqlite3.Connection) -> dict[tuple[str, str], str]:
    return {(kind, name): sql for kind, name, sql in db.execute(_SHAPE)}


def _opens(db: sqlite3.Connection, view: str) -> bool:
    try:
        db.execute(f"SELECT * FROM {view} LIMIT 1").fetchall()  # noqa: S608
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        return False
    return True


def faults_of_file(db: sqlite3.Connection) -> list[Finding]:
    """What is wrong in the pages, the indexes, the links of tables, the search index.

    The connection must be fresh: it works in memory, since on the disk the words would
    outlive what is taken back one day.
    """
    db.execute("PRAGMA temp_store = MEMORY")
    pages = as_far_as_read("file", _faults_of_pages(db))
    return [*pages, *as_far_as_read(_INDEX, _faults_of_index(db))]


def _faults_of_pages(db: sqlite3.Connection) -> Iterator[Finding]:
    """What SQLite finds in the pages, the indexes and the links between tables."""
    for (said,) in db.execute("PRAGMA integrity_check(20)"):
        if said != "ok":
            yield Finding("file", said)
    for table, row, parent, _ in db.execute("PRAGMA foreign_key_check"):
        yield Finding(f"{table} {row}", f"the {parent} it names is not there")


def _faults_of_index(db: sqlite3.Connection) -> Iterator[Finding]:
    """Lay the search index beside one made anew, in memory, from what stands.

    FTS5's own check wants to write. What differs is named entry by entry.
    """
    _make_index_anew(db)
    missing = {n for n, _ in db.execute(_MISSING)}
    left = {n for n, _ in db.execute(_LEFT)} - missing
    terms = [term for (term,) in db.execute(_OTHER_TERMS)]
    other = _indexed_otherwise(db, terms)
    for n in sorted(left):
        yield Finding(_name_of(db, n), "search finds words that stand there no more")
    for n in sorted((missing | other) - left):
        yield Finding(_name_of(db, n), "search finds it by other words than it holds")
    if terms and not other:
        yield Finding(_INDEX, "it holds other words than the entries")


def _make_index_anew(db: sqlite3.Connection) -> None:
    """Make the index beside the standing one, where only this connection sees it."""
    db.execute("PRAGMA query_only = OFF")
    for statement in _INDEX_ANEW:
        db.execute(statement)
    db.execute("PRAGMA query_only = ON")


def _indexed_otherwise(db: sqlite3.Connection, terms: list[str]) -> set[int]:
    asked = (f'"{term}"' for term in terms)
    return {n for term in asked for (n,) in db.execute(_OTHERWISE, (term,))}


def _name_of(db: sqlite3.Connection, n: int) -> str:
    row = db.execute(_NAME, (n,)).fetchone()
    return str(row[0] if row else f"row {n} of the search index")
