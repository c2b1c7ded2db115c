"""Encryption that somebody comes between: a writer, a reader, a kill."""

import hashlib
import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

import leading
from guidelog.cli import output
from guidelog.storage import access
from guidelog.storage.header import is_encrypted
from guidelog.storage.keys import Key
from leading import Leader, copy_of
from ordeal import ORDEAL
from storage.toys import start
from stories.holding import SECRET, holds
from stories.killing import moments_of, run_killed, watched
from stories.locking import (
    OTHER,
    PASSPHRASE,
    files_of,
    keep,
)


def test_who_waited_while_the_journal_was_encrypted_writes_nothing_into_the_old_one(
    unlocked: Leader, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Leader(unlocked.home)
    monkeypatch.setattr(access, "ANNOUNCED_AFTER", 0.05)
    writing = unlocked.opens()
    writing.execute("BEGIN IMMEDIATE")

    def encrypt_now(said: str) -> None:
        monkeypatch.undo()
        assert said.startswith("waiting for another program")
        writing.close()
        other.encrypts()

    monkeypatch.setattr(output, "note", encrypt_now)
    answer = unlocked("add ada 'a second talk'")
    assert (answer.code, answer.out) == (1, "")
    assert "was replaced by another program while this one waited" in answer.err
    assert "Your text is kept" in answer.err
    assert other.does("add --draft").id == "s2"


def test_nobody_writes_while_the_journal_is_encrypted(
    unlocked: Leader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access, "ANNOUNCED_AFTER", 0.01)
    monkeypatch.setattr(access, "GIVEN_UP_AFTER", 0.02)
    unlocked.knows(PASSPHRASE)
    script = "import sqlite3, sys; db = sqlite3.connect(sys.argv[1]); "
    script += "db.execute('BEGIN IMMEDIATE'); print('ready', flush=True); input()"
    # a process of its own, as a lock holds against other processes alone
    with start(script, unlocked.journal) as other:
        assert other.stdout
        assert other.stdout.readline() == "ready\n"
        answer = unlocked("encrypt --yes")
        other.communicate("go on")
    assert (answer.code, answer.out) == (1, "")
    assert "in use by another program" in answer.err
    assert not is_encrypted(unlocked.journal)


LINES = {
    "encrypt": "encrypt --yes",
    "decrypt": "decrypt --yes",
    "rekey": "rekey --new-passphrase-file {new} --yes",
}
_AT_FILES: list[Callable[[], None]] = []
"""What is called at each word with the system about a file, while it stands here."""


def _hear(event: str, _: Any) -> None:
    if _AT_FILES and event.startswith(("open", "os.")):
        _AT_FILES[0]()


sys.addaudithook(_hear)


def type_watched(leader: Leader, line: str, at_moment: Callable[[], None]) -> None:
    """Type a line; call something at its words with SQLCipher and the system."""
    with watched(dbapi2, at_moment, 1000):
        _AT_FILES.append(at_moment)
        try:
            leader(line)
        finally:
            _AT_FILES.clear()


def key_at_once(passphrase: str, salt: bytes) -> Key:
    """A key that fits no other program's: how hard it is to guess is no matter here."""
    return Key(hashlib.sha256(passphrase.encode() + salt).digest(), salt)


@pytest.mark.ordeal
@pytest.mark.parametrize("command", LINES)
def test_a_killed_encryption_left_the_old_journal_or_the_new_one(
    command: str, unlocked: Leader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leading, "derive_once", key_at_once)
    unlocked.knows(PASSPHRASE)
    if command != "encrypt":
        unlocked.does("encrypt --yes")
    line = LINES[command].format(new=keep(OTHER, tmp_path / "new"))
    moments = moments_of(type_watched, copied(unlocked, tmp_path), line)
    chance = random.Random(command)
    for _ in range(ORDEAL or 4):
        leader = copied(unlocked, tmp_path)
        run_killed(type_watched, leader, line, chance.randrange(moments))
        leader.knows(*[OTHER, PASSPHRASE][command != "rekey" :])
        leader.verifies()
        assert leader.does("export texts").out.count(SECRET) == 2
        answer = leader(line)
        assert answer.code == 0 or "encrypted" in answer.err
        are_locked = {is_encrypted(file) for file in files_of(leader)}
        assert are_locked == {command != "decrypt"}
        assert bool(holds(leader)) == (command == "decrypt")
        leader.does("person add li 'Li Wei'")
        leader.verifies()


def copied(leader: Leader, folder: Path) -> Leader:
    """The same leader in a place where things go wrong."""
    copy = copy_of(leader, folder / "killed")
    copy.knows(PASSPHRASE)
    return copy
