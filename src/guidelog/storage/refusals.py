"""One clear sentence for whatever SQLite or the system says about a journal's file."""

import errno
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from guidelog.errors import (
    CouldNot,
    DamagedJournal,
    DiskFull,
    LockedJournal,
    NotAJournal,
    OutOfReach,
    ReadOnlyJournal,
)
from guidelog.storage.access import GIVEN_UP_AFTER, kind_of
from guidelog.storage.header import is_encrypted
from guidelog.storage.location import own_backups


@contextmanager
def refusing(path: Path) -> Iterator[None]:
    """Turn errors of SQLite and the system about this file into refusals.

    What speaks of a mistake of ours, such as wrong SQL, passes through.
    """
    with refusing_by_system(path), refusing_faults(path):
        yield


@contextmanager
def refusing_by_system(path: Path) -> Iterator[None]:
    """Turn errors of the system into refusals that name this file or folder."""
    try:
        yield
    except OSError as error:
        raise refusal_by_system(error, path) from error


@contextmanager
def refusing_faults(path: Path) -> Iterator[None]:
    """Turn errors of SQLite about this file into refusals; the system's pass through.

    They may be about another file that is written meanwhile.
    """
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as error:
        refusal = refusal_of(error, path)
        if refusal is None:
            raise
        raise refusal from error


def refusal_of(
    error: sqlite3.Error | UnicodeDecodeError, path: Path
) -> CouldNot | None:
    """What a leader is told for an error of SQLite; None for a mistake of ours."""
    if _is_garbled(error):
        return damage(path)
    make = _BY_SQLITE.get(kind_of(error))
    return make(path) if make else None


def refusal_by_system(error: OSError, path: Path) -> CouldNot:
    """What a leader is told for an error of the operating system."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(path=path)
    why = (error.strerror or "the system gives no reason").lower()
    return OutOfReach(path=path, why=why)


def newest_copy(path: Path) -> str:
    """A sentence that names the newest backup beside a journal, for an advice."""
    with suppress(OSError):
        for backup in own_backups(path):
            return f"Its newest backup is {backup}: guidelog restore puts it back."
    return "No backup lies beside it."


def damage(path: Path) -> DamagedJournal:
    """The refusal of a damaged journal, naming its newest backup."""
    return DamagedJournal(path=path, copies=newest_copy(path))


def is_damage(error: sqlite3.Error | UnicodeDecodeError) -> bool:
    """Whether an error tells of a broken file, or of one that lacks our tables."""
    kinds = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)
    return _is_garbled(error) or kind_of(error) in kinds


def _is_garbled(error: sqlite3.Error | UnicodeDecodeError) -> bool:
    """Whether Python could not read a text that SQLite gave it.

    A name in a broken schema comes with a message that can't be read either; a text in
    a row is told without any code of SQLite's.
    """
    is_text = isinstance(error, sqlite3.OperationalError) and not kind_of(error)
    return isinstance(error, UnicodeDecodeError) or is_text


def _no_database(path: Path) -> CouldNot:
    """Zeros are what a power cut leaves of a journal; most else was never one.

    What looks encrypted comes here only once its key was found to fit.
    """
    with path.open("rb") as file:
        beginning = file.read(100)
    was_one = is_encrypted(path) or not beginning.strip(b"\0")
    return damage(path) if was_one else NotAJournal(path=path)


def _locked(path: Path) -> CouldNot:
    return LockedJournal(path=path, seconds=round(GIVEN_UP_AFTER))


def _out_of_reach(path: Path) -> CouldNot:
    return OutOfReach(path=path, why="it can't be opened")


def _disk_error(path: Path) -> CouldNot:
    return OutOfReach(path=path, why="the disk reports an error")


_BY_SQLITE: Mapping[int, Callable[[Path], CouldNot]] = {
    sqlite3.SQLITE_BUSY: _locked,
    sqlite3.SQLITE_LOCKED: _locked,
    sqlite3.SQLITE_READONLY: lambda path: ReadOnlyJournal(path=path),
    sqlite3.SQLITE_IOERR: _disk_error,
    sqlite3.SQLITE_CORRUPT: damage,
    sqlite3.SQLITE_FULL: lambda path: DiskFull(path=path),
    sqlite3.SQLITE_CANTOPEN: _out_of_reach,
    sqlite3.SQLITE_NOTADB: _no_database,
}
