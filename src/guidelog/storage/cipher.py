"""SQLCipher: the one place that opens encrypted files. Loaded for those alone."""

import hashlib
import os
import sqlite3
import tempfile
import unicodedata
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, Final, Literal, cast

from guidelog.errors import MissingExtra
from guidelog.storage.access import GIVEN_UP_AFTER, kind_of, run_patiently
from guidelog.storage.header import SALT_BYTES
from guidelog.storage.keys import Key
from guidelog.storage.location import address_of

_ROUNDS: Final = 256_000
"""How SQLCipher 4 makes a key: so many rounds of PBKDF2 with SHA-512."""
_KEY_BYTES: Final = 32
_ERRORS: Final = (
    "DatabaseError",
    "DataError",
    "IntegrityError",
    "InternalError",
    "NotSupportedError",
    "OperationalError",
    "ProgrammingError",
)


def derive(passphrase: str, salt: bytes) -> Key:
    """Make the key that SQLCipher would make itself; takes about 0.1 s.

    One letter may be written in several ways; the composed one stands for all.
    """
    told = unicodedata.normalize("NFC", passphrase).encode()
    return Key(hashlib.pbkdf2_hmac("sha512", told, salt, _ROUNDS, _KEY_BYTES), salt)


def make_key(passphrase: str) -> Key:
    """Make a key for a file not yet written, with a salt of its own."""
    return derive(passphrase, os.urandom(SALT_BYTES))


def fits(path: Path, key: Key, on_wait: Callable[[], None]) -> bool:
    """Whether a key opens a file, as far as its first page can tell.

    A write that a crash left is undone first. Raises sqlite3.Error where the file can't
    be reached.
    """
    with closing(open_with(path, "rw", key)) as db:
        try:
            run_patiently(db, "SELECT 1 FROM sqlite_schema", on_wait)
        except sqlite3.DatabaseError as error:
            kind = kind_of(error)
            if kind not in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
                raise
            return kind == sqlite3.SQLITE_CORRUPT
    return True


def open_with(
    path: Path, mode: Literal["ro", "rw"], key: Key | None
) -> sqlite3.Connection:
    """Open a file that exists as ``connect`` does, with a key, or none for a plain one.

    The two libraries must not have one file open at once: each would drop the other's
    locks. Raises MissingExtra, sqlite3.OperationalError.
    """
    db = _driver().connect(
        f"{address_of(path)}?mode={mode}",
        uri=True,
        isolation_level=None,
        timeout=GIVEN_UP_AFTER,
    )
    # it would complain on standard error about a key that does not fit
    db.execute("PRAGMA cipher_log_level=NONE")
    if key is not None:
        db.execute(f'PRAGMA key="{key.literal}"')
    return cast("sqlite3.Connection", db)


def open_aside() -> sqlite3.Connection:
    """A file without a name under a key that nobody has, for rows put aside."""
    handle, name = tempfile.mkstemp(prefix="guidelog-")
    os.close(handle)
    try:
        key = Key(os.urandom(_KEY_BYTES), os.urandom(SALT_BYTES))
        db = open_with(Path(name), "rw", key)
    finally:
        Path(name).unlink()
    # without a name it can't be told from a file that somebody took away
    db.execute("PRAGMA journal_mode=OFF")
    return db


def check_installed() -> None:
    """Refuse what needs SQLCipher where it is not installed. Raises MissingExtra."""
    _driver()


def _driver() -> Any:
    try:
        from sqlcipher3 import dbapi2
    except ImportError as error:
        raise MissingExtra(what="An encrypted journal", extra="crypt") from error
    _name_errors_alike(dbapi2)
    return dbapi2


def _name_errors_alike(driver: Any) -> None:
    """Let whoever catches an error of sqlite3 catch the same one of SQLCipher's driver.

    The driver is a copy of sqlite3 with errors of the same names and codes, so every
    rule about a file's errors holds for both kinds of file.
    """
    for name in _ERRORS:
        theirs, known = getattr(driver, name), getattr(sqlite3, name)
        if not issubclass(theirs, known):
            theirs.__bases__ = (*theirs.__bases__, known)
