"""Folders of files that are written whole or not at all, for the leader's eyes only.

What such a folder holds stands in its contents.json, so that a later one may take its
place: only where nothing else was put beside it.
"""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, TextIO

from guidelog.errors import FolderTaken
from guidelog.exchange.places import free_place, open_text
from guidelog.private_files import (
    make_private_file,
    make_private_folder,
    part_beside,
    settle_file,
    settle_folder,
)
from guidelog.storage.refusals import refusal_by_system

CONTENTS: Final = "contents.json"
"""The file that names all others in the folder."""


@contextmanager
def write_folder_beside(path: Path) -> Iterator[Path]:
    """Make a folder beside its place and put it there when it is whole, mode 0700.

    A failure leaves what was there before. Raises FolderTaken where the place holds
    anything that no such folder held, JournalsPlace, OutOfReach and DiskFull.
    """
    place = free_place(path)
    part = part_beside(place)
    try:
        check_place(place)
        make_private_folder(part)
        try:
            yield part
            settle_folder(part)
            put_in_place(part, place)
        finally:
            shutil.rmtree(part, ignore_errors=True)
    except OSError as error:
        raise refusal_by_system(error, path) from error


def check_place(place: Path) -> None:
    """Refuse to replace what was not written here. Raises FolderTaken."""
    if not place.exists():
        return
    if not place.is_dir() or files_in(place) - listed_in(place):
        raise FolderTaken(folder=place)


def files_in(folder: Path) -> set[str]:
    """The names of all files in a folder and below it; a link is one, too."""
    found = (one for one in folder.rglob("*") if one.is_symlink() or not one.is_dir())
    return {one.relative_to(folder).as_posix() for one in found}


def listed_in(folder: Path) -> set[str]:
    """The files that a folder of ours says it holds; none where it is not ours."""
    with suppress(OSError, ValueError, TypeError, KeyError, RecursionError):
        told = json.loads((folder / CONTENTS).read_text(encoding="utf-8"))
        return {CONTENTS, *told["files"]}
    return set()


def put_in_place(part: Path, place: Path) -> None:
    """Put a whole folder into its place; what was there goes only then."""
    before = place.with_name(f"{place.name}.{os.getpid()}.old")
    if place.exists():
        place.rename(before)
    try:
        part.rename(place)
    except OSError:
        if before.exists():
            before.rename(place)
        raise
    shutil.rmtree(before, ignore_errors=True)
    settle_folder(place.parent)


@contextmanager
def file_in(folder: Path, name: str) -> Iterator[TextIO]:
    """Open a new private file in a folder, or in one below it, and make it safe."""
    file = folder / name
    make_private_folder(file.parent)
    make_private_file(file)
    with open_text(file) as stream:
        yield stream
    settle_file(file)
