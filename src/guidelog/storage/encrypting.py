"""Encrypting a journal and its copies, and the way back: whole, or as they were."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from itertools import zip_longest
from pathlib import Path

from guidelog.errors import CouldNot, UnfaithfulCopy
from guidelog.storage.access import keep_quiet, read_mark, run_patiently
from guidelog.storage.copying import putting_in_place
from guidelog.storage.keys import Key, check_strength, keep_key, key_of
from guidelog.storage.location import (
    address_of,
    all_copies,
    check_one_name,
    restoring_file,
)
from guidelog.storage.refusals import refusing
from guidelog.storage.turns import turn_at
from guidelog.storage.wiping import wiping


def new_key(passphrase: str) -> Key:
    """Make the key that is to lock a journal. Raises WeakPassphrase, MissingExtra."""
    check_strength(passphrase)
    from guidelog.storage import cipher

    cipher.check_installed()
    return cipher.make_key(passphrase)


def lock_with(
    path: Path, key: Key | None, on_wait: Callable[[], None] = keep_quiet
) -> list[Path]:
    """Put a journal and all its copies under a key, or make them plain with None.

    What has that key already is left alone, so a call that was cut short is finished by
    the next. Gives the copies that could not be read, and stay as they are. Raises
    LockedJournal, DiskFull, ReadOnlyJournal, DamagedJournal, UnfaithfulCopy,
    SecondName.
    """
    check_one_name(path)
    with refusing(path), turn_at(path, wait=True):
        # what a crash left of a restore would hold all words, too
        restoring_file(path).unlink(missing_ok=True)
        _relock(path, key, on_wait)
        return [copy for copy in all_copies(path) if not _could_relock(copy, key)]


def copy_with(path: Path, target: Path, key: Key | None) -> None:
    """Write a copy of a journal under a key of its own, or a plain one.

    Raises OSError, sqlite3.Error and UnfaithfulCopy, and then leaves ``target`` as it
    was.
    """
    with putting_in_place(target) as part:
        _copy_rows(path, part, key)
        # a backup says by its time when it was made
        stat = path.stat()
        os.utime(part, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def _could_relock(copy: Path, key: Key | None) -> bool:
    try:
        _relock(copy, key, keep_quiet)
    except (sqlite3.DatabaseError, CouldNot):
        return False
    return True


def _relock(path: Path, key: Key | None, on_wait: Callable[[], None]) -> None:
    if key_of(path, on_wait) == key:
        return
    with wiping(path), _holding_writers_off(path, on_wait):
        copy_with(path, path, key)
        if key is not None:
            keep_key(key)


@contextmanager
def _holding_writers_off(path: Path, on_wait: Callable[[], None]) -> Iterator[None]:
    """Let others read a file, but not write into what is about to be replaced."""
    from guidelog.storage import cipher

    with closing(cipher.open_with(path, "rw", key_of(path, on_wait))) as lock:
        run_patiently(lock, "BEGIN IMMEDIATE", on_wait)
        yield


def _copy_rows(path: Path, part: Path, key: Key | None) -> None:
    from guidelog.storage import cipher

    # both kinds through the same library, or it would drop the lock that is held
    with closing(cipher.open_with(path, "rw", key_of(path, keep_quiet))) as db:
        literal = key.literal if key else ""
        db.execute("ATTACH ? AS part KEY ?", (address_of(part), literal))
        # nobody knows this file yet: nothing to roll back to, no side file to leave
        db.execute("PRAGMA part.journal_mode=MEMORY")
        db.execute("SELECT sqlcipher_export('part')")
        for mark in ("application_id", "user_version"):
            db.execute(f"PRAGMA part.{mark}={read_mark(db, f'main.{mark}')}")
        if not _holds_the_same(db):
            raise UnfaithfulCopy(path=path)
        db.execute("DETACH part")


def _holds_the_same(db: sqlite3.Connection) -> bool:
    """Whether a copy is sound and has what the journal has, table by table, row by row.

    Virtual tables are left out: what they hold lies in tables of their own.
    """
    made = "SELECT type, name, tbl_name, sql FROM {}.sqlite_schema ORDER BY type, name"
    shape, copied = (db.execute(made.format(on)).fetchall() for on in ("main", "part"))
    tables = [
        f'"{name}"'
        for type_, name, _, sql in shape
        if type_ == "table" and not sql.startswith("CREATE VIRTUAL")
    ]
    (verdict,) = db.execute("PRAGMA part.quick_check(1)").fetchone()
    return (
        verdict == "ok"
        and shape == copied
        and all(_are_the_same(db, table) for table in tables)
    )


def _are_the_same(db: sqlite3.Connection, table: str) -> bool:
    rows, copied = (
        db.execute(" ".join(["SELECT * FROM", f"{on}.{table}", "NOT INDEXED"]))
        for on in ("main", "part")
    )
    return all(one == other for one, other in zip_longest(rows, copied))
