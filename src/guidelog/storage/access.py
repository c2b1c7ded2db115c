"""Reaching a file through SQLite: read-only or not, with patience for others."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from guidelog.storage.keys import key_of
from guidelog.storage.location import address_of

PRAGMAS = (
    "foreign_keys=ON",
    "synchronous=EXTRA",
    "secure_delete=ON",
    "recursive_triggers=ON",
)
"""What every connection that writes switches on, each with ``PRAGMA``."""

ANNOUNCED_AFTER = 2.0
"""Seconds of waiting after which the leader is told."""
GIVEN_UP_AFTER = 30.0
"""Seconds of waiting in all."""


def keep_quiet() -> None:
    """Say nothing while waiting."""


def connect(path: Path, mode: Literal["ro", "rw"]) -> sqlite3.Connection:
    """Open a file that exists, encrypted or not, without SQLite's own transactions.

    It waits for others as long as we ever do. Raises sqlite3.OperationalError, and of
    an encrypted file what ``key_of`` raises.
    """
    key = key_of(path, keep_quiet)
    if key is not None:
        from guidelog.storage import cipher

        return cipher.open_with(path, mode, key)
    return sqlite3.connect(
        f"{address_of(path)}?mode={mode}",
        uri=True,
        isolation_level=None,
        timeout=GIVEN_UP_AFTER,
    )


def run_patiently(
    connection: sqlite3.Connection,
    statement: str,
    on_wait: Callable[[], None] = keep_quiet,
) -> sqlite3.Cursor:
    """Run a statement that another process may hold up, such as BEGIN or COMMIT.

    Waits 2 seconds, calls ``on_wait``, waits until 30 seconds are over, then lets
    SQLite's OperationalError through.
    """
    _wait_up_to(connection, ANNOUNCED_AFTER)
    try:
        return connection.execute(statement)
    except sqlite3.OperationalError as error:
        if kind_of(error) != sqlite3.SQLITE_BUSY:
            raise
    on_wait()
    _wait_up_to(connection, GIVEN_UP_AFTER - ANNOUNCED_AFTER)
    return connection.execute(statement)


def switch_on_pragmas(
    connection: sqlite3.Connection, on_wait: Callable[[], None] = keep_quiet
) -> None:
    """Switch on what every writer needs; already this waits where others write."""
    for pragma in PRAGMAS:
        run_patiently(connection, f"PRAGMA {pragma}", on_wait)


def kind_of(error: Exception) -> int:
    """SQLite's code without its high bytes, which only name the circumstances.

    What a crash left to be undone is SQLITE_READONLY by that, also where SQLCipher
    leaves out that it is about undoing.
    """
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK) & 0xFF


def read_mark(connection: sqlite3.Connection, name: str) -> int:
    """Read one of the numbers in the header of the file."""
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def is_whole(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether SQLite finds no fault in the pages and none is cut off; reads them all.

    Inside a transaction only, as `is_cut_short`.
    """
    (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    return verdict == "ok" and not is_cut_short(connection, path)


def which_file(path: Path) -> tuple[int, int]:
    """What tells a file from one that took its place. Raises OSError."""
    stat = path.stat()
    return stat.st_dev, stat.st_ino


def is_cut_short(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether the file is shorter than it says; SQLite overlooks a last page cut off.

    True to the moment only inside a transaction, since others may be writing.
    """
    told = read_mark(connection, "page_count") * read_mark(connection, "page_size")
    return path.stat().st_size < told


def open_aside(journal: sqlite3.Connection) -> sqlite3.Connection:
    """A database for rows put aside: nobody else's, and gone once it is closed.

    It is encrypted where the journal is that the rows are from. Raises sqlite3.Error.
    """
    if isinstance(journal, sqlite3.Connection):
        # a database without a name: made with mode 0600 and unlinked at once
        return sqlite3.connect("", isolation_level=None)
    from guidelog.storage import cipher

    return cipher.open_aside()


def _wait_up_to(connection: sqlite3.Connection, seconds: float) -> None:
    connection.execute(f"PRAGMA busy_timeout={round(seconds * 1000)}")
