"""An encrypted journal: when it is asked for, and how one of an earlier shape fares."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from guidelog.errors import PassphraseNeeded
from guidelog.storage import keys
from guidelog.storage.connection import open_for_reading
from guidelog.storage.encrypting import lock_with, new_key
from guidelog.storage.glimpse import glimpse
from guidelog.storage.header import is_encrypted
from guidelog.storage.keys import ask_nobody, begin_with
from guidelog.storage.location import copies_of_shapes
from guidelog.storage.shape import Shape

PASSPHRASE = "four words nobody expects"


@pytest.fixture
def asked() -> Iterator[list[Path]]:
    """The files whose passphrase was asked for."""
    files: list[Path] = []

    def ask(path: Path, _again: bool) -> str:
        files.append(path)
        return PASSPHRASE

    begin_with(ask)
    yield files
    begin_with(ask_nobody)


def forget_all_but_the_asking() -> None:
    """Be as a command that just began."""
    begin_with(keys._RING.ask)


def test_a_glimpse_asks_for_no_passphrase(
    journal: Path, shape: Shape, asked: list[Path]
) -> None:
    lock_with(journal, new_key(PASSPHRASE))
    forget_all_but_the_asking()
    with pytest.raises(PassphraseNeeded):
        glimpse(journal, shape)
    assert asked == []
    open_for_reading(journal, shape).close()
    glimpse(journal, shape).close()
    assert asked == [journal]


def test_it_is_upgraded_encrypted_and_asked_for_once(
    old_journal: Path, shape: Shape, asked: list[Path]
) -> None:
    assert lock_with(old_journal, new_key(PASSPHRASE)) == []
    forget_all_but_the_asking()
    for _ in range(2):
        with closing(open_for_reading(old_journal, shape)) as reader:
            seen = reader.execute("SELECT what, shape FROM changes").fetchall()
        assert seen == [("MET ADA", 3), ("MET BO", 3)]
    files = [old_journal, *copies_of_shapes(old_journal)]
    assert len(files) == 2
    assert all(map(is_encrypted, files))
    assert not any(b"met Ada" in file.read_bytes() for file in files)
    assert asked == [old_journal]
