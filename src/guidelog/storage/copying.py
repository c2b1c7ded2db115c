"""Whole copies of a journal: compact, private, and either the old one or the new."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from guidelog.private_files import make_private_file, settle_file, settle_folder
from guidelog.storage.access import connect


def copy_journal(path: Path, target: Path) -> None:
    """Write a copy of a journal to ``target``, in place of what may be there.

    The copy of an encrypted journal opens with the same key. Copied row by row, since
    copied pages would carry along words that were erased.
    Raises OSError and sqlite3.Error, and then leaves ``target`` as it was.
    """
    put_in_place(target, lambda part: _vacuum_into(path, part))


def put_in_place(target: Path, write: Callable[[Path], None]) -> None:
    """Let ``write`` fill a private file, then give it its name, safe from power cuts.

    The unfinished file has one name, so what a crash left is cleared by the next try.
    Only one process at a time may do this for a target.
    """
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    make_private_file(part)
    try:
        write(part)
        settle_file(part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    settle_folder(target.parent)


def _vacuum_into(path: Path, part: Path) -> None:
    # a read-only connection can't copy tables with computed columns (SQLite 3.40)
    with closing(connect(path, "rw")) as journal:
        journal.execute("VACUUM INTO ?", (part.as_uri(),))
