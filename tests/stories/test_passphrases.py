"""Who gets into an encrypted journal, and what those are told who do not."""

import os
import random
import subprocess
import sys
from unittest.mock import patch

import pytest

from guidelog.cli.chart import read_chart
from guidelog.cli.completing import answer
from guidelog.storage.header import is_encrypted
from guidelog.storage.keys import ask_nobody, begin_with
from leading import Leader
from stories.holding import SECRET, holds
from stories.locking import (
    PASSPHRASE,
)


def test_without_a_passphrase_nothing_is_told_and_the_text_is_kept(
    locked: Leader,
) -> None:
    key, locked.passphrases = locked.passphrases, None
    answer = locked("add ada 'a second talk'")
    assert (answer.code, answer.out) == (1, "")
    assert "is encrypted, or no journal at all, and there is no terminal" in answer.err
    assert "Your text is kept" in answer.err
    locked.passphrases = key
    assert locked.does("add --draft").id == "s2"


def test_a_wrong_passphrase_is_told_from_a_file_that_is_no_journal(
    locked: Leader,
) -> None:
    locked.knows("some other words")
    answer = locked("timeline")
    assert (answer.code, answer.out) == (1, "")
    assert "does not open with this passphrase" in answer.err
    assert "some other words" not in answer.err
    locked.journal.write_text("# Minutes of the ward\n" * 999, encoding="utf-8")
    assert "is not a guidelog journal" in locked("timeline").err


@pytest.mark.parametrize("kept", [4096, 40_000, 4096 * 30])
def test_an_encrypted_journal_that_was_cut_is_damaged_and_comes_back(
    locked: Leader, kept: int
) -> None:
    os.truncate(locked.journal, kept)
    answer = locked("timeline")
    assert (answer.code, answer.out) == (1, "")
    assert "is damaged" in answer.err
    assert "Its newest backup is" in answer.err
    locked.does("restore --yes")
    assert locked.row("sessions", "s1")["note"] == f"met the {SECRET}"
    assert holds(locked) == []


def test_an_encrypted_journal_with_a_broken_beginning_comes_back(
    locked: Leader,
) -> None:
    with locked.journal.open("r+b") as file:
        file.write(random.Random(1).randbytes(4096))
    assert "its beginning is damaged" in locked("timeline").err
    locked.does("restore --yes")
    locked.verifies()
    assert holds(locked) == []


@pytest.mark.parametrize(
    ("mode", "content", "says"),
    [
        (0o640, PASSPHRASE, "can be read by others.\n  Close it first: chmod 600"),
        (0o600, f"\n{PASSPHRASE}", "has no passphrase in its first line"),
        (0o600, "", "has no passphrase in its first line"),
    ],
)
def test_a_careless_file_of_passphrases_is_refused(
    locked: Leader, mode: int, content: str, says: str
) -> None:
    file = locked.knows(content)
    file.chmod(mode)
    answer = locked("timeline")
    assert (answer.code, answer.out) == (1, "")
    assert says in answer.err
    file.unlink()
    assert "no such file" in locked("timeline").err


def test_a_folder_of_passphrases_is_no_file(locked: Leader) -> None:
    locked.passphrases = locked.home
    answer = locked("timeline")
    assert (answer.code, answer.out) == (1, "")
    assert "it is a folder, not a file of passphrases" in answer.err
    assert "chmod" not in answer.err


def test_bytes_by_chance_are_not_said_to_be_a_journal(unlocked: Leader) -> None:
    unlocked.passphrases = None
    chance = unlocked.home / "chance.db"
    chance.write_bytes(random.Random(1).randbytes(20_000))
    for line in ("restore --yes", "merge"):
        said = unlocked.refused(line, str(chance), code=1)
        assert "is encrypted, or no journal at all" in said


def test_a_passphrase_that_is_short_is_refused(unlocked: Leader) -> None:
    unlocked.knows("ada123 ")
    assert "at least 8 characters" in unlocked.refused("encrypt --yes")
    assert not is_encrypted(unlocked.journal)


def test_tab_never_asks_and_offers_what_the_file_of_passphrases_opens(
    locked: Leader,
) -> None:
    assert offered(locked, "guidelog prep a") == "ada"
    locked.passphrases = None
    assert offered(locked, "guidelog prep a") == ""


def offered(leader: Leader, line: str) -> str:
    """What is offered where TAB is pressed at the end of a line."""
    begin_with(ask_nobody)
    told = {"COMP_WORDS": line, "COMP_CWORD": str(line.count(" "))}
    with patch.dict(os.environ, leader.surroundings | told, clear=True):
        text, _ = answer("bash", read_chart(), os.environ)
    return text


def test_without_the_extra_the_way_to_it_is_said(
    locked: Leader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    answer = locked("timeline")
    assert (answer.code, answer.out) == (1, "")
    assert 'pip install "guidelog[crypt]"' in answer.err


def test_a_plain_journal_never_loads_what_encryption_needs(unlocked: Leader) -> None:
    script = (
        "import sys; from guidelog.cli.app import run; run(['timeline']);"
        "sys.exit(not {'sqlcipher3', 'hashlib'}.isdisjoint(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=unlocked.surroundings,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, b"zebra" in done.stdout) == (0, True)


def test_doctor_says_that_the_journal_is_encrypted(locked: Leader) -> None:
    assert ", encrypted\n" in locked.does("doctor").out
    locked.passphrases = None
    assert "at all, and there is no terminal" in locked.does("doctor").out
