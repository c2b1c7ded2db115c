"""Opening a journal: for reading, without ever changing it, and ready for writing."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from guidelog.errors import (
    EmptyJournal,
    GuidelogError,
    NewerJournal,
    NotAJournal,
    PartMissing,
)
from guidelog.storage.access import (
    connect,
    is_cut_short,
    keep_quiet,
    kind_of,
    read_mark,
    run_patiently,
    switch_on_pragmas,
    which_file,
)
from guidelog.storage.header import application_of
from guidelog.storage.keys import key_of
from guidelog.storage.location import APPLICATION_ID, check_folder
from guidelog.storage.refusals import damage, newest_copy, refusing
from guidelog.storage.shape import SHAPE, Shape, missing_part
from guidelog.storage.upgrade import empty_journal, make_journal, shape_of, upgrade

Take = Callable[[Path, Callable[[], None]], sqlite3.Connection]
"""How a file is opened, waiting for others: its connection, inside a transaction."""


def open_for_reading(
    path: Path, shape: Shape = SHAPE, on_wait: Callable[[], None] = keep_quiet
) -> sqlite3.Connection:
    """A connection that can't write and sees the journal as it is at this moment.

    It holds back writers until it is closed: take the rows, close it, then print. An
    older journal is upgraded first. One that was never begun is shown as empty.
    ``on_wait`` is called after 2 of at most 30 seconds of waiting for others.
    Raises CouldNot with one sentence for whatever else the file may be.
    """
    with refusing(path):
        if not path.exists():
            check_folder(path)
            return _without_writing(empty_journal(shape))
        return _open(path, shape, on_wait, _snapshot_after_crash)


def open_for_looking(
    path: Path, shape: Shape = SHAPE, on_wait: Callable[[], None] = keep_quiet
) -> sqlite3.Connection:
    """A connection as of ``open_for_reading``, on which every page can be read.

    Raises PartMissing for a journal that lacks a table or a view, and all that
    ``open_for_reading`` raises.
    """
    connection = open_for_reading(path, shape, on_wait)
    with _closing_if_refused(connection):
        _check_parts(connection, path, shape)
    return connection


@contextmanager
def _closing_if_refused(connection: sqlite3.Connection) -> Iterator[None]:
    """Let go of the file where what is done with it first fails."""
    try:
        yield
    except BaseException:
        connection.close()
        raise


def _check_parts(connection: sqlite3.Connection, path: Path, shape: Shape) -> None:
    if part := missing_part(connection, shape):
        raise PartMissing(path=path, part=part, copies=newest_copy(path))


def open_for_writing(
    path: Path, shape: Shape = SHAPE, on_wait: Callable[[], None] = keep_quiet
) -> sqlite3.Connection:
    """A connection that can write, outside of a transaction; an older one is upgraded.

    What was written could not be said without all tables and views. Raises all that
    ``open_for_looking`` raises.
    """
    with refusing(path):
        connection = _open(path, shape, on_wait, _writer)
        with _closing_if_refused(connection):
            _check_parts(connection, path, shape)
            connection.execute("COMMIT")
        return connection


def prepare_for_writing(
    path: Path, shape: Shape = SHAPE, on_wait: Callable[[], None] = keep_quiet
) -> None:
    """Leave a journal at ``path`` that can be written: made, upgraded or as it was.

    Raises NoFolder where a folder was named that isn't there, and all that
    ``open_for_writing`` raises.
    """
    make_if_missing(path, shape)
    open_for_writing(path, shape, on_wait).close()


def make_if_missing(path: Path, shape: Shape = SHAPE) -> None:
    """Make an empty journal where none is. Raises what ``make_journal`` raises."""
    if not path.exists():
        make_journal(path, shape)


def _open(
    path: Path, shape: Shape, on_wait: Callable[[], None], take: Take
) -> sqlite3.Connection:
    _check_kind(path)
    file = which_file(path)
    try:
        return _open_as_it_is(path, shape, on_wait, take)
    except (sqlite3.Error, UnicodeDecodeError, GuidelogError):
        if which_file(path) == file:
            raise
    # another took its place before it was open, as when it is encrypted
    return _open(path, shape, on_wait, take)


def _open_as_it_is(
    path: Path, shape: Shape, on_wait: Callable[[], None], take: Take
) -> sqlite3.Connection:
    key_of(path, on_wait)
    connection = take(path, on_wait)
    with _closing_if_refused(connection):
        is_current = _checked_shape(connection, path, shape) == shape.number
    if is_current:
        return connection
    connection.close()
    upgrade(path, shape, on_wait)
    return take(path, on_wait)


def _check_kind(path: Path) -> None:
    """Refuse what SQLite would take for a fresh database, or would wait for.

    Without opening it: closing a file drops the locks this process has on it.
    """
    if not path.is_file():
        raise NotAJournal(path=path)
    if not path.stat().st_size:
        raise EmptyJournal(path=path, copies=newest_copy(path))


def _snapshot_after_crash(
    path: Path, on_wait: Callable[[], None]
) -> sqlite3.Connection:
    """A snapshot, once with leave to write where a crash left a write to be undone."""
    try:
        return _snapshot(path, on_wait)
    except sqlite3.OperationalError as error:
        if kind_of(error) != sqlite3.SQLITE_READONLY:
            raise
    with closing(connect(path, "rw")) as connection:
        run_patiently(connection, "SELECT 1 FROM sqlite_schema", on_wait)
    return _snapshot(path, on_wait)


def _writer(path: Path, on_wait: Callable[[], None]) -> sqlite3.Connection:
    """A connection with leave to write, inside a transaction that reads for now."""
    if application_of(path) not in (None, APPLICATION_ID):
        # opened for writing, what another program has not yet put in place would be
        raise NotAJournal(path=path)
    connection = connect(path, "rw")
    with _closing_if_refused(connection):
        switch_on_pragmas(connection, on_wait)
        connection.execute("BEGIN")
        run_patiently(connection, "SELECT 1 FROM sqlite_schema", on_wait)
    return connection


def _snapshot(path: Path, on_wait: Callable[[], None]) -> sqlite3.Connection:
    """A read-only connection inside a transaction, so that nothing later can wait."""
    file = which_file(path)
    connection = _without_writing(connect(path, "ro"))
    with _closing_if_refused(connection):
        connection.execute("BEGIN")
        run_patiently(connection, "SELECT 1 FROM sqlite_schema", on_wait)
    if which_file(path) == file:
        return connection
    # another file took its place while we waited, as when it is encrypted
    connection.close()
    return _snapshot(path, on_wait)


def _without_writing(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.execute("PRAGMA query_only=ON")
    return connection


def _checked_shape(connection: sqlite3.Connection, path: Path, shape: Shape) -> int:
    """The shape of a journal; refuses files that are not ours, too new or cut short."""
    if read_mark(connection, "application_id") != APPLICATION_ID:
        raise NotAJournal(path=path)
    found = shape_of(connection)
    if found > shape.number:
        raise NewerJournal(path=path, found=found, known=shape.number)
    if is_cut_short(connection, path):
        raise damage(path)
    return found
