"""Places: files that are written whole or not at all, for the leader's eyes only."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from guidelog.private_files import make_private_file, settle_folder
from guidelog.storage.refusals import refusal_by_system


@contextmanager
def write_beside(path: Path) -> Iterator[TextIO]:
    """Write a file beside its place and put it there when it is whole, mode 0600.

    A failure leaves what was there before. What is no ordinary file, such as a pipe or
    /dev/stdout, is written to as it is. Raises OutOfReach and DiskFull.
    """
    try:
        place = path.resolve()
        special = place.exists() and not place.is_file()
        with open_text(place) if special else replacing(place) as stream:
            yield stream
    except OSError as error:
        raise refusal_by_system(error, path) from error


@contextmanager
def replacing(place: Path) -> Iterator[TextIO]:
    """Open a private file beside a place; leaving the block puts it there."""
    part = place.with_name(f"{place.name}.{os.getpid()}.part")
    part.unlink(missing_ok=True)
    try:
        with new_file(part) as stream:
            yield stream
        part.replace(place)
    finally:
        part.unlink(missing_ok=True)
    settle_folder(place.parent)


@contextmanager
def new_file(place: Path) -> Iterator[TextIO]:
    """Open a new private file; leaving the block makes its bytes safe."""
    make_private_file(place)
    with open_text(place) as stream:
        yield stream
        stream.flush()
        os.fsync(stream.fileno())


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
