"""Putting another journal in the place of this one, whole or not at all."""

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from guidelog.errors import (
    DamagedJournal,
    EmptyJournal,
    NewerJournal,
    NotAJournal,
    SourceEncrypted,
    WrongPassphrase,
)
from guidelog.private_files import make_private_folder, settle_folder
from guidelog.storage.access import connect, keep_quiet, run_patiently
from guidelog.storage.connection import open_for_reading
from guidelog.storage.copying import copy_journal, putting_in_place
from guidelog.storage.encrypting import copy_with
from guidelog.storage.keys import Key, key_of
from guidelog.storage.location import (
    backups_folder,
    backups_of,
    check_one_name,
    next_copy,
    own_backups,
    restoring_file,
)
from guidelog.storage.refusals import refusing


def make_ready(path: Path, source: Path) -> Path:
    """Copy a journal beside the one it will replace, and lock it alike; gives the copy.

    Raises SourceEncrypted where only the source is encrypted, WrongPassphrase,
    OutOfReach, DiskFull, NotAJournal, DamagedJournal.
    """
    ready = restoring_file(path)
    key = key_of(source, keep_quiet)
    wanted = _key_of_place(path, key)
    if key and not wanted:
        raise SourceEncrypted(file=source, path=path)
    with refusing(source):
        if wanted == key:
            copy_journal(source, ready)
        else:
            copy_with(source, ready, wanted)
    return ready


def _key_of_place(path: Path, key: Key | None) -> Key | None:
    """The key of the journal, or of the source where none is there or it is broken."""
    if not _holds_something(path):
        return key
    try:
        return key_of(path, keep_quiet)
    except WrongPassphrase:
        if key is None:
            raise
        return key


def keep_replaced(path: Path, today: date) -> Path | None:
    """Copy what is to be replaced beside the backups; nothing where none is there.

    It is kept until the leader deletes it, or words are taken back.
    """
    folder = backups_folder(path)
    make_private_folder(folder)
    if not _holds_something(path):
        return None
    kept = next_copy(folder, f"replaced-{today.isoformat()}")
    with refusing(path):
        _copy_whatever_it_is(path, kept)
    return kept


def set_backups_aside(path: Path) -> list[Path]:
    """Keep the dated backups under names of their own.

    They hold more than the restored journal, so they would stand in the way of its own
    backups; they are kept until the leader deletes them, or words are taken back.
    """
    folder = backups_folder(path)
    aside = []
    for backup in backups_of(path):
        kept = next_copy(folder, f"aside-{backup.stem}")
        backup.rename(kept)
        aside.append(kept)
    return aside


def _holds_something(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0


def _copy_whatever_it_is(path: Path, target: Path) -> None:
    try:
        copy_journal(path, target)
    except (sqlite3.DatabaseError, WrongPassphrase):
        with putting_in_place(target) as part:
            part.write_bytes(path.read_bytes())


def check_place(path: Path) -> None:
    """Refuse the place of what never was a journal. Raises NotAJournal, SecondName."""
    try:
        is_whole = _is_whole(path)
    except (NotAJournal, WrongPassphrase):
        if not own_backups(path):
            raise
        is_whole = False
    if not is_whole:
        check_one_name(path)


def put_back(path: Path, ready: Path) -> None:
    """Make the journal what the ready copy is; others that have it open see it change.

    A journal that can't be opened any more is replaced as a file. Raises LockedJournal,
    OutOfReach, DiskFull, ReadOnlyJournal.
    """
    with refusing(path):
        if _is_ours(path):
            _copy_pages(ready, path)
            ready.unlink()
        else:
            # what is to be undone in the broken file is no business of the new one
            path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
            ready.replace(path)
            settle_folder(path.parent)
    shutil.rmtree(backups_folder(ready), ignore_errors=True)


def _is_ours(path: Path) -> bool:
    try:
        return _is_whole(path)
    except (NotAJournal, WrongPassphrase):
        return False


def _is_whole(path: Path) -> bool:
    """Whether there is a journal that can be opened. Raises NotAJournal."""
    try:
        open_for_reading(path).close()
    except (DamagedJournal, EmptyJournal, NewerJournal):
        return False
    return path.exists()


def _copy_pages(ready: Path, path: Path) -> None:
    with closing(connect(ready, "rw")) as source, closing(connect(path, "rw")) as db:
        # the copying itself would wait for others without an end
        run_patiently(db, "BEGIN EXCLUSIVE")
        db.execute("ROLLBACK")
        source.backup(db)
