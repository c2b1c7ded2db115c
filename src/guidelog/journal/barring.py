"""Barring: words that were taken back stand nowhere, whenever and whence they come."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection

from guidelog.journal.folding import barred_parts
from guidelog.journal.reading_log import erased_in, versions_of
from guidelog.journal.replay import rebuild

_TAKEN_BACK = """
SELECT DISTINCT uid FROM revision
WHERE operation = 'redact'
  OR EXISTS (SELECT 1 FROM erased WHERE instr(revision.about, erased.uid))
"""
NOTE_ERASED = """
INSERT OR IGNORE INTO erased
SELECT uid FROM revision WHERE operation = 'erase'
"""


def note_erased(db: Connection) -> None:
    """Keep in mind everybody whom the log says to be erased."""
    db.exec_driver_sql(NOTE_ERASED)


def barred_texts(db: Connection) -> Iterator[tuple[int, str]]:
    """The revisions of this file, by number, and their parts that are taken back."""
    erased = erased_in(db)
    for (uid,) in db.exec_driver_sql(_TAKEN_BACK).fetchall():
        for version, part in barred_parts(versions_of(db, uid), erased):
            yield version.row, part


def delete_barred(db: Connection, barred: Iterable[tuple[int, str]]) -> bool:
    """Delete words that are taken back; tells whether any stood here.

    The text index is swept in the same transaction, and the file is marked: only a
    VACUUM clears what earlier rebalancing left between its rows.
    """
    gone = sorted(set(barred))
    delete = "DELETE FROM revision_text WHERE revision = ? AND part = ?"
    deleted = db.exec_driver_sql(delete, gone).rowcount if gone else 0
    if deleted:
        db.exec_driver_sql("UPDATE here SET vacuum_due = 1")
    return bool(deleted)


def sweep_index(db: Connection) -> None:
    """Rewrite the text index, so that no word of a deleted text stays in it."""
    db.exec_driver_sql("INSERT INTO found (found) VALUES ('optimize')")


def clear_away(db: Connection) -> None:
    """Delete the words that the log takes back, everywhere in this file."""
    note_erased(db)
    delete_barred(db, barred_texts(db))
    rebuild(db)
    sweep_index(db)
