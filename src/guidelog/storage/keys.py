"""The keys of encrypted journals, kept for as long as one command runs.

A passphrase comes from the file that ``GUIDELOG_PASSPHRASE_FILE`` names, one a line, or
is asked for. It is never taken from a line that is typed, nor from the environment
itself: others could read both.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from guidelog.errors import (
    NoPassphraseInFile,
    OutOfReach,
    PassphraseNeeded,
    ReadableByOthers,
    WeakPassphrase,
    WrongPassphrase,
)
from guidelog.storage.header import salt_of

FILE_NAMED_BY: Final = "GUIDELOG_PASSPHRASE_FILE"
"""The variable that names a file of passphrases."""
SHORTEST: Final = 8
"""Characters that a new passphrase has at least."""
TRIES: Final = 3
"""How often the leader may type the passphrase of one file."""

Ask = Callable[[Path, bool], str | None]
"""Asks for the passphrase of a file, again or not; None where nobody can be asked."""


def ask_nobody(_path: Path, _again: bool) -> None:
    """Find nobody to ask."""


class Key(NamedTuple):
    """What opens a journal: 32 bytes made from its passphrase and its salt."""

    secret: bytes
    salt: bytes

    def __repr__(self) -> str:
        """Tell nothing: a secret must not come into a message."""
        return "Key()"

    @property
    def literal(self) -> str:
        """The key as SQLCipher takes it ready-made, sparing its 0.1 s of deriving."""
        return f"x'{self.secret.hex()}{self.salt.hex()}'"


class Ring:
    """What one command knows: passphrases that were said, and keys that fit."""

    def __init__(self, ask: Ask = ask_nobody) -> None:
        """Know nothing yet."""
        self.ask = ask
        self.said: list[str] = []
        self.read: list[str] | None = None
        self.keys: dict[bytes, Key] = {}
        self.salts: dict[tuple[Path, int, int], bytes | None] = {}

    def salt_of(self, path: Path) -> bytes | None:
        """The salt of an encrypted file, looked up once.

        Looking again would close the file, and so drop the locks we have on it.
        """
        try:
            stat = path.stat()
        except OSError:
            return None
        if not stat.st_size:
            return None
        place = (path, stat.st_dev, stat.st_ino)
        if place not in self.salts:
            self.salts[place] = salt_of(path)
        return self.salts[place]

    def passphrases(self) -> list[str]:
        """What is known without asking. Raises what ``read_passphrases`` raises."""
        if self.read is None:
            named = os.environ.get(FILE_NAMED_BY)
            self.read = read_passphrases(Path(named)) if named else []
        return list(dict.fromkeys([*self.said, *self.read]))


_RING = Ring()


def begin_with(ask: Ask) -> None:
    """Forget all keys; from now on passphrases are asked for like this."""
    global _RING
    _RING = Ring(ask)


@contextmanager
def asking_nobody() -> Iterator[None]:
    """Do without what only the leader could say, for what must not stop to ask."""
    before, _RING.ask = _RING.ask, ask_nobody
    try:
        yield
    finally:
        _RING.ask = before


def key_of(path: Path, on_wait: Callable[[], None]) -> Key | None:
    """The key of an encrypted journal, asked for if need be; None of a plain file.

    Raises PassphraseNeeded where nobody can be asked, WrongPassphrase where none fits,
    and MissingExtra.
    """
    salt = _RING.salt_of(path)
    if salt is None:
        return None
    if salt not in _RING.keys:
        _RING.keys[salt] = _find_key(path, salt, on_wait)
    return _RING.keys[salt]


def keep_key(key: Key) -> None:
    """Remember the key of a file that was just encrypted with it."""
    _RING.keys[key.salt] = key


def passphrase_at_hand() -> str | None:
    """The passphrase that stands first in the leader's file, if a file is named."""
    _RING.passphrases()
    return _RING.read[0] if _RING.read else None


def read_passphrases(file: Path) -> list[str]:
    """Read passphrases from a private file, one a line.

    Raises OutOfReach, ReadableByOthers, NoPassphraseInFile.
    """
    if file.is_dir():
        raise OutOfReach(path=file, why="it is a folder, not a file of passphrases")
    try:
        mode = file.stat().st_mode
        if os.name == "posix" and mode & 0o077:
            raise ReadableByOthers(file=file)
        lines = file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "it is no text in UTF-8"
        raise OutOfReach(path=file, why=why.lower()) from None
    if not lines or not lines[0]:
        raise NoPassphraseInFile(file=file)
    return [line for line in lines if line]


def check_strength(passphrase: str) -> None:
    """Refuse a new passphrase that is empty or short. Raises WeakPassphrase."""
    if len(passphrase.strip()) < SHORTEST:
        raise WeakPassphrase(shortest=SHORTEST)


def _find_key(path: Path, salt: bytes, on_wait: Callable[[], None]) -> Key:
    from guidelog.storage import cipher

    for passphrase in _offered(path):
        key = cipher.derive(passphrase, salt)
        if cipher.fits(path, key, on_wait):
            return key
    raise WrongPassphrase(path=path)


def _offered(path: Path) -> Iterator[str]:
    known = _RING.passphrases()
    yield from known
    for tried in range(TRIES):
        passphrase = _RING.ask(path, bool(tried))
        if passphrase is None and not known:
            raise PassphraseNeeded(path=path)
        if passphrase is None:
            return
        _RING.said.append(passphrase)
        yield passphrase
