"""Places: files that are written whole or not at all, for the leader's eyes only."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from guidelog.private_files import replacing
from guidelog.storage.location import follow
from guidelog.storage.refusals import refusal_by_system
from guidelog.storage.reserved import check_is_free


@contextmanager
def write_beside(path: Path) -> Iterator[TextIO]:
    """Write a file beside its place and put it there when it is whole, mode 0600.

    A failure leaves what was there before. What is no ordinary file, such as a pipe, is
    written to as it is. Raises JournalsPlace, OutOfReach and DiskFull.
    """
    try:
        special = path.exists() and not path.is_file()
        with open_text(path) if special else open_beside(free_place(path)) as stream:
            yield stream
    except OSError as error:
        raise refusal_by_system(error, path) from error


def free_place(path: Path) -> Path:
    """Where a path leads. Raises OutOfReach, and JournalsPlace where a journal lies."""
    place = follow(path)
    check_is_free(place)
    return place


@contextmanager
def open_beside(place: Path) -> Iterator[TextIO]:
    """Open a private file beside a place; leaving the block puts it there."""
    with replacing(place) as part, open_text(part) as stream:
        yield stream


def open_text(place: Path) -> TextIO:
    """Open a file for text that is written as it is given, in UTF-8."""
    return place.open("w", encoding="utf-8", newline="")


def is_file(stream: object) -> bool:
    """Tell whether a stream goes into an ordinary file, and so keeps nobody waiting."""
    try:
        handle = stream.fileno()  # type: ignore[attr-defined]
    except (AttributeError, OSError):
        # a stream in memory, or something that only looks like a stream
        return False
    return stat.S_ISREG(os.fstat(handle).st_mode)
