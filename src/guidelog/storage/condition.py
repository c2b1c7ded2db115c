"""The condition of a journal's file, seen without writing, mending or long waiting."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final, Literal, NamedTuple

from guidelog.errors import CouldNot, DamagedJournal, LockedJournal, NotAJournal
from guidelog.storage.access import connect, is_whole, kind_of, read_mark
from guidelog.storage.backups import count_changes
from guidelog.storage.drafts import drafts_folder
from guidelog.storage.header import PLAIN
from guidelog.storage.location import APPLICATION_ID, backups_folder, restoring_file
from guidelog.storage.refusals import refusal_of
from guidelog.storage.shape import SHAPE, Shape

State = Literal[
    "none",
    "empty",
    "sound",
    "older",
    "newer",
    "foreign",
    "damaged",
    "cut off",
    "another mode",
    "busy",
]
"""What may be said of a journal's file.

Cut off: a crash left a write that is still to be undone. Another mode: SQLite keeps its
newest pages in a file beside it, which a reader could not leave untouched.
"""

_PATIENCE: Final = 500
"""Milliseconds to wait for somebody who is just committing."""
_WRITE_AHEAD: Final = b"\2\2"


class JournalFile(NamedTuple):
    """What a journal's file is; `changes` are None where they can't be counted."""

    state: State
    size: int = 0
    shape: int | None = None
    changes: int | None = None


def look_at(path: Path, shape: Shape = SHAPE) -> JournalFile:
    """Look at a journal's file, whole, and leave all as it was.

    Raises OSError, and CouldNot for a file that can't be reached.
    """
    if not path.exists():
        return JournalFile("none")
    if not path.is_file():
        return JournalFile("foreign")
    size = path.stat().st_size
    if not size:
        return JournalFile("empty")
    if _has_another_mode(path):
        return JournalFile("another mode", size)
    try:
        with closing(connect(path, "ro")) as db:
            return _look_into(db, path, shape)._replace(size=size)
    except sqlite3.Error as error:
        return JournalFile(_state_by(error, path), size)


def unfinished_files(path: Path) -> list[Path]:
    """What commands that were cut off leave beside a journal, and nothing else needs.

    A command that is at work has such files, too. Raises OSError.
    """
    ready = restoring_file(path)
    beside = [
        path.with_name(f"{path.name}.part"),
        ready,
        ready.with_name(f"{ready.name}.part"),
        ready.with_name(f"{ready.name}-journal"),
        backups_folder(ready),
        *sorted(path.parent.glob(f"{_escaped(path.name)}.v*.bak.part")),
        *sorted(backups_folder(path).glob("*.part")),
        *sorted(drafts_folder(path).glob("*.part")),
    ]
    return [file for file in beside if file.exists()]


def _escaped(name: str) -> str:
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in name)


def _has_another_mode(path: Path) -> bool:
    with path.open("rb") as file:
        header = file.read(20)
    beside = path.with_name(f"{path.name}-wal")
    has_pages = beside.exists() and beside.stat().st_size > 0
    return header.startswith(PLAIN) and (header[18:20] == _WRITE_AHEAD or has_pages)


def _look_into(db: sqlite3.Connection, path: Path, shape: Shape) -> JournalFile:
    db.execute(f"PRAGMA busy_timeout={_PATIENCE}")
    db.execute("PRAGMA query_only=ON")
    db.execute("BEGIN")
    if read_mark(db, "application_id") != APPLICATION_ID:
        return JournalFile("foreign")
    found = read_mark(db, "user_version")
    if not is_whole(db, path):
        return JournalFile("damaged", shape=found)
    if found > shape.number:
        return JournalFile("newer", shape=found)
    state: State = "older" if found < shape.number else "sound"
    return JournalFile(state, shape=found, changes=count_changes(db))


def _state_by(error: sqlite3.Error, path: Path) -> State:
    """What an error tells. Raises CouldNot, or the error where it is our mistake."""
    if kind_of(error) == sqlite3.SQLITE_READONLY:
        return "cut off"
    refusal = refusal_of(error, path)
    for kind, state in _BY_REFUSAL.items():
        if isinstance(refusal, kind):
            return state
    if refusal is None:
        raise error
    raise refusal from error


_BY_REFUSAL: Final[dict[type[CouldNot], State]] = {
    DamagedJournal: "damaged",
    NotAJournal: "foreign",
    LockedJournal: "busy",
}
