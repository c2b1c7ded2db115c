"""The place of a demonstration: a journal of its own, made anew each time."""

import shutil
from contextlib import closing
from pathlib import Path

from guidelog.errors import NotADemonstration
from guidelog.private_files import make_private_folder
from guidelog.storage.connection import open_for_reading
from guidelog.storage.drafts import drafts_folder
from guidelog.storage.location import (
    backups_folder,
    copies_of_shapes,
    default_journal,
    find_journal,
)


def find_place(named: Path | None) -> Path:
    """The file a demonstration goes to: the one named, else a place of its own.

    Raises NotADemonstration where entries of the leader would be lost, and all that
    ``open_for_reading`` raises for a file that is no journal.
    """
    path = find_journal(named or default_journal().with_name("demonstration.db"))
    is_leaders = named is not None or path == find_journal(None)
    if is_leaders and not _is_free(path):
        raise NotADemonstration(path=path)
    return path


def clear_place(path: Path) -> None:
    """Remove the demonstration at this place, with all that lies beside it."""
    if path.parent == default_journal().resolve().parent:
        make_private_folder(path.parent)
    if not path.parent.is_dir():
        return
    # first, or SQLite would take it for an unfinished write of the next journal
    path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
    for file in (path, *copies_of_shapes(path)):
        file.unlink(missing_ok=True)
    for folder in (backups_folder(path), drafts_folder(path)):
        if folder.exists():
            shutil.rmtree(folder)


def _is_free(path: Path) -> bool:
    """Whether nothing is here that was written while the clock was the real one."""
    if not path.exists():
        return not (backups_folder(path).exists() or drafts_folder(path).exists())
    with closing(open_for_reading(path)) as journal:
        real = "SELECT 1 FROM change WHERE clock = 'real' LIMIT 1"
        return journal.execute(real).fetchone() is None
