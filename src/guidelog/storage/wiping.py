"""Wiping: what another file took the place of is overwritten before it is let go."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

_LOCKED_FROM: Final = 0x40000000
_LOCKED_BYTES: Final = 512
"""Where SQLite locks a file: whoever reads or writes one has a lock in there."""
_BLOCK: Final = 1 << 20


@contextmanager
def wiping(path: Path) -> Iterator[None]:
    """Overwrite a file that the block replaces, unless others still read it.

    What a disk that moves blocks about keeps of it, or a snapshot, is out of reach.
    Raises OSError.
    """
    with path.open("r+b") as old:
        yield
        if _is_replaced(old, path) and _is_free(old):
            _overwrite(old)


def _is_replaced(old: BinaryIO, path: Path) -> bool:
    return not os.path.samestat(os.fstat(old.fileno()), path.stat())


def _is_free(old: BinaryIO) -> bool:
    """Whether nobody has the file open; closing it lets others have it again."""
    if os.name != "posix":
        return True
    old.seek(_LOCKED_FROM)
    try:
        os.lockf(old.fileno(), os.F_TLOCK, _LOCKED_BYTES)
    except OSError:
        return False
    return True


def _overwrite(old: BinaryIO) -> None:
    size = old.seek(0, os.SEEK_END)
    old.seek(0)
    old.writelines(bytes(min(_BLOCK, size - done)) for done in range(0, size, _BLOCK))
    old.flush()
    os.fsync(old.fileno())
    # who waited for it finds nothing at all, and no file that is broken
    old.truncate(0)
