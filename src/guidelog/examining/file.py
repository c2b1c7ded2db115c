"""The journal's file: whole, of this version, and with nothing left half done."""

import platform
import sqlite3
from collections.abc import Iterator
from typing import Final

from guidelog import __version__
from guidelog.examining.amounts import say_size
from guidelog.examining.place import WINDOWS, Place
from guidelog.reports.conditions import Condition, fact, finding, unseen
from guidelog.reports.phrases import count
from guidelog.storage.condition import JournalFile, State, look_at
from guidelog.storage.header import is_encrypted
from guidelog.storage.location import own_backups

_SAYS: Final[dict[State, str]] = {
    "empty": "is empty, 0 bytes long; something emptied it",
    "damaged": "is damaged",
    "foreign": "is not a guidelog journal",
    "newer": "was written by a newer guidelog",
    "older": "is of an earlier guidelog; the next command brings it up to date",
    "cut off": "holds half of a command that was cut off; the next one undoes it",
    "another mode": (
        "was put into write-ahead mode by another program;"
        " what it wrote last is not in the file itself"
    ),
}


def examine(place: Place) -> Iterator[Condition]:
    """Say in what state the journal is, and which versions are at work."""
    yield from judge(look_at(place.journal), place)
    python, sqlite = platform.python_version(), sqlite3.sqlite_version
    yield fact("guidelog", f"{__version__}, Python {python}, SQLite {sqlite}")


def judge(found: JournalFile, place: Place) -> Iterator[Condition]:
    """Say what a state asks for."""
    name, path = place.journal.name, place.short(place.journal)
    if found.state == "none":
        yield fact("journal", f"not begun yet: {path}")
    elif found.state == "busy":
        yield unseen(name, "another program is writing in it")
    elif found.state == "sound":
        size, changes = say_size(found.size), count(found.changes or 0, "change")
        kind = ", encrypted" if is_encrypted(place.journal) else ""
        yield fact("journal", f"{path}, {size}, {changes}, shape {found.shape}{kind}")
    else:
        yield finding(name, _SAYS[found.state], *_mends(found.state, place))


def _mends(state: State, place: Place) -> tuple[str, ...]:
    if state in ("empty", "damaged"):
        newest = own_backups(place.journal)[:1]
        return tuple(f"{place.program} restore {place.quote(one)}" for one in newest)
    if state == "newer":
        return ("python -m pip install --upgrade guidelog",)
    if state == "another mode":
        return (f'sqlite3 {place.quote(place.journal)} "PRAGMA journal_mode=DELETE"',)
    if state == "foreign":
        return _name_another(place)
    return (f"{place.program} verify",)


def _name_another(place: Place) -> tuple[str, ...]:
    """Go back to the usual place."""
    if "GUIDELOG_JOURNAL" not in place.environment:
        return ("guidelog doctor",)
    if place.system == WINDOWS:
        return ("Remove-Item Env:GUIDELOG_JOURNAL",)
    return ("unset GUIDELOG_JOURNAL",)
