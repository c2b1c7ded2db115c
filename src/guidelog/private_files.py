"""Files and folders for the leader's eyes only, made so from their first moment on."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def make_private_folder(folder: Path) -> None:
    """Make a folder with mode 0700, and those above it that are missing.

    A folder that is there already is left as it is. Raises OSError.
    """
    if folder.is_dir():
        return
    make_private_folder(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir(0o700)
        # the umask may have taken bits that the owner needs
        folder.chmod(0o700)


def make_private_file(path: Path) -> None:
    """Make an empty file with mode 0600; FileExistsError where one is there."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    path.chmod(0o600)


def part_beside(place: Path) -> Path:
    """Where this process writes what is to take a place."""
    return place.with_name(f"{place.name}.{os.getpid()}.part")


@contextmanager
def passing_file(part: Path) -> Iterator[Path]:
    """Make an empty private file; leaving the block removes it. Raises OSError."""
    part.unlink(missing_ok=True)
    make_private_file(part)
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def replacing(place: Path, part: Path | None = None) -> Iterator[Path]:
    """Let a block fill a private file, then give it its place, safe from power cuts.

    Whatever goes wrong, what was there stays. Raises OSError.
    """
    with passing_file(part or part_beside(place)) as filled:
        yield filled
        settle_file(filled)
        filled.replace(place)
    settle_folder(place.parent)


def settle_file(path: Path) -> None:
    """Wait until the bytes of a file would survive a power cut."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def settle_folder(folder: Path) -> None:
    """Wait until the names in a folder would survive a power cut."""
    if os.name != "posix":
        # elsewhere a folder can't be opened, and the system settles names by itself
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
