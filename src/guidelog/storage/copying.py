"""Whole copies of a journal: compact, private, and either the old one or the new."""

from contextlib import AbstractContextManager, closing
from pathlib import Path

from guidelog.private_files import replacing
from guidelog.storage.access import connect
from guidelog.storage.location import address_of


def copy_journal(path: Path, target: Path) -> None:
    """Write a copy of a journal to ``target``, in place of what may be there.

    The copy of an encrypted journal opens with the same key. Copied row by row, since
    copied pages would carry along words that were erased.
    Raises OSError and sqlite3.Error, and then leaves ``target`` as it was.
    """
    # a read-only connection can't copy tables with computed columns (SQLite 3.40)
    with putting_in_place(target) as part, closing(connect(path, "rw")) as journal:
        journal.execute("VACUUM INTO ?", (address_of(part),))


def putting_in_place(target: Path) -> AbstractContextManager[Path]:
    """Let a block fill a private file, then give it its name, safe from power cuts.

    The unfinished file has one name, so what a crash left is cleared by the next try.
    Only one process at a time may do this for a target.
    """
    return replacing(target, target.with_name(f"{target.name}.part"))
