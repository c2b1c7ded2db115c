"""Putting another journal in the place of this one, whole or not at all."""

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from guidelog.errors import CouldNot
from guidelog.private_files import make_private_folder
from guidelog.storage.access import connect, run_patiently
from guidelog.storage.connection import open_for_reading
from guidelog.storage.copying import copy_journal, put_in_place
from guidelog.storage.location import backups_folder, backups_of
from guidelog.storage.refusals import refusing


def restoring_file(path: Path) -> Path:
    """Where the restored journal is made ready, beside the one it will replace."""
    return path.with_name(f"{path.name}.restoring")


def make_ready(path: Path, source: Path) -> Path:
    """Copy a journal beside the one it will replace; returns the copy.

    Raises OutOfReach, DiskFull, NotAJournal, DamagedJournal.
    """
    ready = restoring_file(path)
    with refusing(source):
        copy_journal(source, ready)
    return ready


def set_backups_aside(path: Path, today: date) -> list[Path]:
    """Keep what is replaced, and the dated backups, under names of their own.

    They hold more than the restored journal, so they would stand in the way of its own
    backups; they are kept until the leader deletes them, or words are taken back.
    """
    folder = backups_folder(path)
    make_private_folder(folder)
    aside = []
    if path.exists() and path.stat().st_size:
        kept = _free_name(folder, f"replaced-{today.isoformat()}")
        with refusing(path):
            _copy_whatever_it_is(path, kept)
        aside.append(kept)
    for backup in backups_of(path):
        kept = _free_name(folder, f"aside-{backup.stem}")
        backup.rename(kept)
        aside.append(kept)
    return aside


def _copy_whatever_it_is(path: Path, target: Path) -> None:
    try:
        copy_journal(path, target)
    except sqlite3.DatabaseError:
        put_in_place(target, lambda part: _copy_bytes(path, part))


def _copy_bytes(path: Path, part: Path) -> None:
    part.write_bytes(path.read_bytes())


def _free_name(folder: Path, stem: str) -> Path:
    names = (folder / f"{stem}.{n}.db" for n in range(1, 10_000))
    return next(name for name in names if not name.exists())


def is_readable(path: Path) -> bool:
    """Whether a file that was replaced can still be read as a journal."""
    try:
        open_for_reading(path).close()
    except CouldNot:
        return False
    return True


def put_back(path: Path, ready: Path) -> None:
    """Make the journal what the ready copy is; others that have it open see it change.

    A journal that can't be opened any more is replaced as a file.
    """
    try:
        with (
            closing(connect(ready, "rw")) as source,
            closing(connect(path, "rw")) as db,
        ):
            run_patiently(db, "PRAGMA schema_version")
            source.backup(db)
        ready.unlink()
    except sqlite3.DatabaseError:
        ready.replace(path)
    shutil.rmtree(backups_folder(ready), ignore_errors=True)
