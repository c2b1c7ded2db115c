"""Room on the disk: enough to pack the journal anew and to make a backup."""

import shutil
from collections.abc import Iterator
from typing import Final, NamedTuple

from guidelog.examining.amounts import say_size
from guidelog.examining.place import WINDOWS, Place
from guidelog.reports.conditions import Condition, finding

TIMES_NEEDED: Final = 3
"""Taking words back packs the journal anew (twice its size) and renews a backup."""
LEAST_NEEDED: Final = 20_000_000
"""Bytes that even a small journal should have around it."""


class Room(NamedTuple):
    """The size of the journal and what is free beside it, in bytes."""

    size: int
    free: int


def examine(place: Place) -> Iterator[Condition]:
    """Say where too little room is left."""
    yield from judge(look(place), place)


def look(place: Place) -> Room:
    """Gather sizes. Raises OSError."""
    path = place.journal
    folder = next(one for one in path.parents if one.is_dir())
    return Room(path.stat().st_size if path.exists() else 0, _free_in(str(folder)))


def judge(found: Room, place: Place) -> Iterator[Condition]:
    """Compare what is free with what the largest of our deeds needs."""
    needed = max(LEAST_NEEDED, TIMES_NEEDED * found.size)
    if found.free < needed:
        yield finding(
            "disk",
            f"{say_size(found.free)} are free where the journal lies; backups and"
            f" taking words back may need {say_size(needed)}",
            _list_sizes(place),
        )


def _list_sizes(place: Place) -> str:
    folder = place.quote(place.journal.parent)
    if place.system == WINDOWS:
        return f"Get-ChildItem -Recurse {folder} | Sort-Object Length"
    return f"du -ak {folder} | sort -n | tail"


def _free_in(folder: str) -> int:
    return shutil.disk_usage(folder).free
