"""The transaction: one per command, its change in the log included, all or nothing."""

import functools
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import configure_mappers
from sqlalchemy.pool import StaticPool
from sqlmodel import Session as Journal
from sqlmodel import create_engine

from guidelog.dates import clock
from guidelog.device import device_word
from guidelog.errors import (
    ClockMixed,
    CouldNot,
    JournalReplaced,
    WordsLeft,
    WordsStillLeft,
)
from guidelog.journal.log import newest_stamp
from guidelog.journal.recording import Mark, Recording
from guidelog.settings import read_settings
from guidelog.storage.access import (
    keep_quiet,
    run_patiently,
    which_file,
)
from guidelog.storage.backups import renew_backups
from guidelog.storage.connection import (
    make_if_missing,
    open_for_reading,
    open_for_writing,
)
from guidelog.storage.refusals import refusal_of, refusing

Look = Callable[[sqlite3.Connection], None]
"""What is done with the open file of a transaction that only looks."""

_DUE = "SELECT vacuum_due FROM here"
_COMPILED: dict[Any, Any] = {}
"""Statements once compiled, for processes that write more than once."""


def look_nowhere(_db: sqlite3.Connection) -> None:
    """Read nothing of what will stand."""


@functools.cache
def _sqlite() -> Engine:
    """SQLAlchemy with SQLite, made once: each engine would compile statements anew."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    # learns what this SQLite can do
    engine.connect().close()
    engine.dispose()
    return engine


@contextmanager
def recording(
    path: Path,
    command: str,
    on_wait: Callable[[], None] = keep_quiet,
    at_last: Look = look_nowhere,
) -> Iterator[Recording]:
    """Open the journal for one command's writing; leaving the block commits.

    Any error leaves the journal as it was, also one of `at_last`, which reads what
    will stand just before the commit. `on_wait` is called once where another process
    keeps the journal busy for 2 seconds.
    """
    make_if_missing(path)
    engine = _make_engine(path, on_wait)
    try:
        with Journal(engine, expire_on_commit=False, autoflush=False) as journal:
            one = Recording(journal, _mark(journal, command), read_settings())
            was_due = bool(one.db.exec_driver_sql(_DUE).scalar())
            yield one
            _finish(one, at_last)
        if not one.discarded:
            is_own = one.takes_back or not was_due
            _vacuum_if_due(engine, path, is_own=is_own)
    except (DBAPIError, sqlite3.Error) as error:
        raise _refusal(error, path) from None
    finally:
        engine.dispose()


def _finish(one: Recording, at_last: Look) -> None:
    if one.discarded:
        one.journal.rollback()
        return
    one.close()
    if one.takes_back:
        from guidelog.journal.barring import clear_away

        clear_away(one.db)
    one.journal.flush()
    db: Any = one.db.connection
    at_last(db.dbapi_connection)
    one.journal.commit()


@contextmanager
def reading_log(
    path: Path, on_wait: Callable[[], None] = keep_quiet
) -> Iterator[Connection]:
    """Open the journal to look at its log; nothing can be written."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: open_for_reading(path, on_wait=on_wait),
        poolclass=StaticPool,
        hide_parameters=True,
    )
    try:
        with engine.connect() as db:
            yield db
    except (DBAPIError, sqlite3.Error) as error:
        raise _refusal(error, path) from None
    finally:
        engine.dispose()


def _vacuum_if_due(engine: Engine, path: Path, *, is_own: bool) -> None:
    """Clear the bytes of words that were taken back, here and in the backups.

    What a crash or a refusal interrupts here, the next command that writes makes up
    for. Raises WordsLeft, or WordsStillLeft where an earlier command took them back.
    """
    db: Any = engine.raw_connection().dbapi_connection
    if db.execute(_DUE).fetchone() == (1,):
        try:
            with refusing(path):
                db.execute("VACUUM")
            renew_backups(path)
        except CouldNot as refusal:
            why, helps = refusal.says.rstrip("."), refusal.helps
            if is_own:
                raise WordsLeft(why=why, helps=helps) from refusal
            raise WordsStillLeft(why=why, helps=helps) from refusal
        db.execute("UPDATE here SET vacuum_due = 0")


def make_ready() -> None:
    """Load what the first transaction of a process needs, while nobody waits for it."""
    _sqlite()
    configure_mappers()


def _make_engine(path: Path, on_wait: Callable[[], None]) -> Engine:
    opened = None

    def open_file() -> Any:
        nonlocal opened
        opened = which_file(path)
        db = open_for_writing(path, on_wait=on_wait)
        if which_file(path) == opened:
            return db
        db.close()
        return open_file()

    engine = Engine(
        StaticPool(open_file),
        _sqlite().dialect,
        _sqlite().url,
        hide_parameters=True,
        execution_options={"compiled_cache": _COMPILED},
    )

    @event.listens_for(engine, "begin")
    def begin(db: Any) -> None:
        run_patiently(db.connection.dbapi_connection, "BEGIN IMMEDIATE", on_wait)
        if which_file(path) != opened:
            raise JournalReplaced(path=path)

    @event.listens_for(engine, "commit")
    def commit(db: Any) -> None:
        # a reader in its last row may still hold the file: wait for it as for a writer
        run_patiently(db.connection.dbapi_connection, "COMMIT", on_wait)

    return engine


def _mark(journal: Journal, command: str) -> Mark:
    db = journal.connection()
    now, is_set = clock.now(), clock.is_set()
    real = "SELECT 1 FROM change WHERE clock = 'real' LIMIT 1"
    if is_set and db.exec_driver_sql(real).first():
        raise ClockMixed
    stamp = max(int(now.timestamp() * 1000), newest_stamp(db) + 1)
    return Mark(now, "set" if is_set else "real", stamp, device_word(), command)


def _refusal(error: DBAPIError | sqlite3.Error, path: Path) -> Exception:
    origin = error.orig if isinstance(error, DBAPIError) else error
    known = refusal_of(origin, path) if isinstance(origin, sqlite3.Error) else None
    return known or error
