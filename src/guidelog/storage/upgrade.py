"""Making a new journal and bringing an older one up to date, whole or not at all."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from guidelog.errors import UpgradeFailed
from guidelog.storage.access import (
    connect,
    keep_quiet,
    read_mark,
    run_patiently,
    switch_on_pragmas,
)
from guidelog.storage.copying import copy_journal, putting_in_place
from guidelog.storage.location import copies_of_shapes, copy_of_shape, make_folder
from guidelog.storage.refusals import refusal_of, refusing
from guidelog.storage.shape import SHAPE, Shape, reshape
from guidelog.storage.turns import turn_at

COPIES_KEPT = 2
"""How many copies of earlier shapes stay beside a journal."""


def make_journal(path: Path, shape: Shape = SHAPE) -> None:
    """Make an empty journal (0600); whoever comes second finds it made.

    It gets its name only when it is whole, so an empty file is never a new journal.
    Raises NoFolder, OutOfReach, DiskFull.
    """
    with refusing(path):
        make_folder(path)
        with turn_at(path, wait=True):
            if not path.exists():
                with putting_in_place(path) as part:
                    _fill(part, shape)


def empty_journal(shape: Shape = SHAPE) -> sqlite3.Connection:
    """A journal in memory that holds nothing, for looking at one not yet begun."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    reshape(connection, 0, shape)
    return connection


def upgrade(
    path: Path, shape: Shape = SHAPE, on_wait: Callable[[], None] = keep_quiet
) -> bool:
    """Bring an older journal to ``shape``; True if this call did it.

    A copy is made first, under the lock. Whatever goes wrong, the journal is as it was.
    Raises UpgradeFailed, LockedJournal, ReadOnlyJournal, DiskFull, DamagedJournal.
    """
    with refusing(path), closing(connect(path, "rw")) as connection:
        switch_on_pragmas(connection, on_wait)
        connection.execute("PRAGMA foreign_keys=OFF")
        run_patiently(connection, "BEGIN IMMEDIATE", on_wait)
        # closing rolls back what was not committed
        found = shape_of(connection)
        if found >= shape.number:
            return False
        _copy_first(path, found)
        _reshape_or_refuse(path, connection, shape)
        run_patiently(connection, "COMMIT", on_wait)
        return True


def shape_of(connection: sqlite3.Connection) -> int:
    """The number of the shape that a journal is in."""
    return read_mark(connection, "user_version")


def _fill(part: Path, shape: Shape) -> None:
    with closing(connect(part, "rw")) as connection:
        # nobody knows this file yet: nothing to roll back to, no side file to leave
        connection.execute("PRAGMA journal_mode=MEMORY")
        connection.execute("BEGIN IMMEDIATE")
        reshape(connection, 0, shape)
        connection.execute("COMMIT")


def _copy_first(path: Path, found: int) -> None:
    _sweep_unfinished(path)
    copy_journal(path, copy_of_shape(path, found))
    for copy in copies_of_shapes(path)[COPIES_KEPT:]:
        copy.unlink()


def _sweep_unfinished(path: Path) -> None:
    """Remove copies cut short by a crash; under the lock nobody else is making one."""
    for file in path.parent.iterdir():
        if file.name.startswith(f"{path.name}.v") and file.name.endswith(".bak.part"):
            file.unlink()


def _reshape_or_refuse(
    path: Path, connection: sqlite3.Connection, shape: Shape
) -> None:
    found = shape_of(connection)
    try:
        reshape(connection, found, shape)
    except sqlite3.Error as error:
        if refusal_of(error, path):
            raise
        raise UpgradeFailed(
            path=path, found=found, known=shape.number, why=error
        ) from error
