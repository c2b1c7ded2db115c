"""A glimpse of the journal, for what must neither wait nor touch anything."""

import sqlite3
from pathlib import Path
from typing import Final

from guidelog.errors import NotAJournal
from guidelog.storage.access import connect, read_mark
from guidelog.storage.keys import asking_nobody
from guidelog.storage.location import APPLICATION_ID
from guidelog.storage.shape import SHAPE, Shape

_PATIENCE: Final = 100
"""Milliseconds to wait for somebody who is just committing."""


def glimpse(path: Path, shape: Shape = SHAPE) -> sqlite3.Connection:
    """A connection that only reads a journal of this version.

    Nothing is made, upgraded or asked for. Raises NotAJournal for whatever is none of
    this version, CouldNot for one that is encrypted while nothing names its passphrase,
    sqlite3.Error for one that is busy, broken or left by a crash, and OSError.
    """
    if not path.is_file():
        raise NotAJournal(path=path)
    with asking_nobody():
        db = connect(path, "ro")
    try:
        begin(db, path, shape)
    except BaseException:
        db.close()
        raise
    return db


def begin(db: sqlite3.Connection, path: Path, shape: Shape) -> None:
    """Begin to read without the right to write; NotAJournal for other marks."""
    db.execute(f"PRAGMA busy_timeout={_PATIENCE}")
    db.execute("PRAGMA query_only=ON")
    db.execute("BEGIN")
    marks = [read_mark(db, name) for name in ("application_id", "user_version")]
    if marks != [APPLICATION_ID, shape.number]:
        raise NotAJournal(path=path)
