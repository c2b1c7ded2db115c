"""What a file is by its beginning: a plain database, or noise with a salt."""

from contextlib import suppress
from pathlib import Path
from typing import Final

PLAIN: Final = b"SQLite format 3\0"
"""How every database begins that is not encrypted."""
SALT_BYTES: Final = 16
"""How much at the beginning of an encrypted journal is its salt."""
_APPLICATION: Final = slice(68, 72)
"""Where the header of a plain database names its program, the highest byte first."""
PAGE: Final = 4096
"""Bytes of a page, as SQLCipher 4 and SQLite write them if nobody asks for others."""
_PACKED: Final = (b"%PDF-", b"PK\x03\x04")
"""How documents and workbooks begin, whose packed bytes look like noise."""
_VARIED: Final = 240
"""How many of the 256 bytes a page of noise holds at least; text holds about 80."""


def is_encrypted(path: Path) -> bool:
    """Whether a file looks like an encrypted journal; only its key can tell for sure.

    It has no header of SQLite, and its first page looks like noise. Damaged archives
    and pictures may look so, too. False where there is no such file, or none to read.
    """
    return salt_of(path) is not None


def application_of(path: Path) -> int | None:
    """The program whose database a plain file is, without opening it as one.

    None where it is no plain database. Raises OSError.
    """
    with path.open("rb") as file:
        header = file.read(_APPLICATION.stop)
    is_plain = header.startswith(PLAIN) and len(header) == _APPLICATION.stop
    return int.from_bytes(header[_APPLICATION]) if is_plain else None


def is_journal(path: Path) -> bool:
    """Whether a file is a database, or looks like an encrypted journal."""
    return is_encrypted(path) or _beginning(path, len(PLAIN)) == PLAIN


def salt_of(path: Path) -> bytes | None:
    """The salt of a file that looks like an encrypted journal, None of any other."""
    page = _beginning(path, PAGE)
    if not page.startswith((PLAIN, *_PACKED)) and len(set(page)) >= _VARIED:
        return page[:SALT_BYTES]
    return None


def _beginning(path: Path, size: int) -> bytes:
    """The first bytes of a file; none where there is no such file, or none to read."""
    with suppress(OSError):
        if path.is_file():
            with path.open("rb") as file:
                return file.read(size)
    return b""
