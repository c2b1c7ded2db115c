"""Taking turns at a journal's copies, with a lock that no crash can leave behind."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from guidelog.private_files import make_private_file, make_private_folder
from guidelog.storage.access import connect
from guidelog.storage.location import backups_folder


@contextmanager
def turn_at(path: Path, *, wait: bool) -> Iterator[bool]:
    """Yield True to the one process that may now make copies of this journal.

    Without ``wait`` a process that comes second gets False at once; with it, it waits
    for up to 30 seconds. Raises OSError and sqlite3.Error.
    """
    with closing(connect(_lock_of(path), "rw")) as lock:
        if not wait:
            lock.execute("PRAGMA busy_timeout=0")
        yield _is_taken(lock, wait)


def _lock_of(path: Path) -> Path:
    """An empty database; the system lets go of its lock when a process dies."""
    folder = backups_folder(path)
    make_private_folder(folder)
    lock = folder / "lock"
    with suppress(FileExistsError):
        make_private_file(lock)
    return lock


def _is_taken(lock: sqlite3.Connection, wait: bool) -> bool:
    try:
        # nothing is ever written there: a kill shall leave no side file
        lock.execute("PRAGMA journal_mode=OFF")
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        if wait or error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            raise
        return False
    return True
