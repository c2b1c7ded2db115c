"""The day's backups beside the journal: 7 days, 4 weeks, never a bad one for a good."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Literal, NamedTuple

from guidelog.errors import BackupsKept, CouldNot, NotItsCopy, OntoItself
from guidelog.storage.access import connect, is_whole, read_mark
from guidelog.storage.copying import copy_journal
from guidelog.storage.keys import asking_nobody
from guidelog.storage.location import (
    APPLICATION_ID,
    backup_of,
    backups_folder,
    backups_of,
    copies_aside,
    copies_of_shapes,
    next_copy,
    number_of_copy,
    restoring_file,
)
from guidelog.storage.refusals import (
    damage,
    is_damage,
    newest_copy,
    refusing,
    refusing_by_system,
)
from guidelog.storage.turns import turn_at

DAYS_KEPT = 7
WEEKS_KEPT = 4

Standing = Literal["sound", "damaged", "shrunk"]
"""How a journal compares with its backups; shrunk is one that holds fewer changes."""


DEED_COPIES_KEPT = 3
"""How many copies made before merges, restores and imports are kept, of each."""


class DayBackup(NamedTuple):
    """What became of the day's backup.

    ``there``: this day has one. ``elsewhere``: another process is making it.
    ``damaged`` and ``shrunk``: the journal is, so no backup was touched.
    """

    outcome: Literal["made", "there", "elsewhere", "damaged", "shrunk"]
    file: Path


def back_up_daily(path: Path, today: date) -> DayBackup:
    """Back the journal up if this is the day's first call; today by the real clock.

    Raises OutOfReach, DiskFull, ReadOnlyJournal, LockedJournal; the backups there are
    stay as they are.
    """
    file = backup_of(path, today)
    with refusing(path), refusing_by_system(backups_folder(path)):
        if file.is_file():
            return DayBackup("there", file)
        with turn_at(path, wait=False) as is_ours:
            if not is_ours:
                return DayBackup("elsewhere", file)
            return _back_up(path, file)


def back_up_before(path: Path, deed: str, today: date) -> Path | None:
    """Copy a sound journal aside before something that changes much of it.

    The last few copies of a deed are kept. A damaged journal is not copied. Raises what
    `back_up_daily` raises.
    """
    with refusing(path):
        if _changes_if_sound(path) is None:
            return None
        with turn_at(path, wait=True):
            return _copy_before(path, deed, today)


def _copy_before(path: Path, deed: str, today: date) -> Path:
    folder = backups_folder(path)
    file = next_copy(folder, f"before-{deed}-{today.isoformat()}")
    copy_journal(path, file)
    others = {*folder.glob(f"before-{deed}-*.db")} - {file}
    for old in sorted(others, key=_place_of)[: 1 - DEED_COPIES_KEPT]:
        old.unlink()
    return file


def _place_of(copy: Path) -> tuple[str, int]:
    """The day of a copy, and which of that day it is."""
    return copy.stem.rpartition(".")[0], number_of_copy(copy)


def copy_out(path: Path, target: Path) -> None:
    """Copy a sound journal to a file of the leader's choice.

    Only an earlier copy of it is replaced. Raises DamagedJournal, NotItsCopy, and what
    `back_up_daily` raises.
    """
    with refusing(path):
        if _changes_if_sound(path) is None:
            raise damage(path)
        if target.exists() and target.samefile(path):
            raise OntoItself(file=target)
        if target.exists() and not (target.is_file() and _holds_all_of(path, target)):
            raise NotItsCopy(file=target)
        copy_journal(path, target)


def _holds_all_of(path: Path, copy: Path) -> bool:
    """Whether everything that a file says to have happened stands in the journal."""
    asked = "SELECT hash FROM change WHERE seq IN (SELECT change FROM head)"
    try:
        with (
            asking_nobody(),
            closing(connect(copy, "ro")) as held,
            closing(connect(path, "ro")) as db,
        ):
            heads = held.execute(asked).fetchall()
            known = "SELECT 1 FROM change WHERE hash = ?"
            return all(db.execute(known, head).fetchone() for head in heads)
    except (sqlite3.DatabaseError, CouldNot):
        return False


def standing(path: Path) -> Standing:
    """Whether a journal is as good as its backups; reads all of it."""
    changes = _changes_if_sound(path)
    if changes is None:
        return "damaged"
    known = (changes_if_any(backup) for backup in backups_of(path))
    return "shrunk" if changes < max(known, default=0) else "sound"


def renew_backups(path: Path) -> list[Path]:
    """Replace every backup by the journal as it is now: no word it lost stays in one.

    Copies made before upgrades are removed. Raises BackupsKept where the journal is
    damaged or shrunk, and what ``back_up_daily`` raises.
    """
    folder = backups_folder(path)
    with refusing(path), refusing_by_system(folder), turn_at(path, wait=True):
        found = standing(path)
        if found != "sound":
            raise BackupsKept(path=path, standing=found, copies=newest_copy(path))
        for copy in [*copies_of_shapes(path), *copies_aside(path)]:
            copy.unlink()
        _sweep_unfinished(path)
        # what a crash left of a restore would hold the words, too
        restoring_file(path).unlink(missing_ok=True)
        backups = backups_of(path)
        for backup in backups:
            copy_journal(path, backup)
        return backups


def kept_days(days: Iterable[date]) -> set[date]:
    """Which days' backups stay: the newest 7, and of those before the first in a week.

    Of these firsts the newest 4. The first of a week stays the first, so what is kept
    does not depend on how often one looks.
    """
    ordered = sorted(set(days))
    newest = set(ordered[-DAYS_KEPT:])
    firsts = (next(week) for _, week in groupby(ordered, lambda d: d.isocalendar()[:2]))
    weekly = [day for day in firsts if day not in newest]
    return newest | set(weekly[-WEEKS_KEPT:])


def _back_up(path: Path, file: Path) -> DayBackup:
    if file.is_file():
        return DayBackup("there", file)
    _sweep_unfinished(path)
    found = standing(path)
    if found != "sound":
        return DayBackup(found, file)
    copy_journal(path, file)
    _thin_out(path)
    return DayBackup("made", file)


def _sweep_unfinished(path: Path) -> None:
    for part in backups_folder(path).glob("*.part"):
        part.unlink()


def _thin_out(path: Path) -> None:
    files = {date.fromisoformat(file.stem): file for file in backups_of(path)}
    for day in files.keys() - kept_days(files):
        files[day].unlink()


def _changes_if_sound(path: Path) -> int | None:
    """How many changes a journal holds; None where SQLite finds fault with the file."""
    try:
        with closing(connect(path, "ro")) as journal:
            journal.execute("BEGIN")
            is_ours = read_mark(journal, "application_id") == APPLICATION_ID
            is_sound = is_ours and is_whole(journal, path)
            return count_changes(journal) if is_sound else None
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        return None


def changes_if_any(backup: Path) -> int:
    """How many changes a backup holds, 0 where it can't be read."""
    try:
        with asking_nobody(), closing(connect(backup, "ro")) as journal:
            return count_changes(journal)
    except (sqlite3.DatabaseError, CouldNot):
        return 0


def count_changes(journal: sqlite3.Connection) -> int:
    """The log only ever grows, so its length tells a loss."""
    (count,) = journal.execute("SELECT count(*) FROM change").fetchone()
    return int(count)
