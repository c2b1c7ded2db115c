"""Passphrases are typed unseen: three tries for an old one, twice for a new one."""

import pytest

from cli.asking.conftest import Desk
from guidelog.storage.drafts import waiting
from guidelog.storage.header import is_encrypted
from terminals import CTRL_C, CTRL_D, ENTER

pytestmark = pytest.mark.ordeal

PASSPHRASE = "four words nobody expects"
ASKED = "Passphrase of journal.db: "


@pytest.fixture
def locked(desk: Desk) -> Desk:
    """A leader at a terminal, whose journal is encrypted."""
    desk.leader.encrypts()
    desk.leader.passphrases = None
    return desk


def test_a_new_passphrase_is_typed_twice_and_never_seen(desk: Desk) -> None:
    asked = desk.opens("encrypt")
    keys = [("[y/N]", f"y{ENTER}"), ("New passphrase:", f"short{ENTER}")]
    keys += [("New passphrase:", f"{PASSPHRASE}{ENTER}"), ("again:", f"other{ENTER}")]
    keys += [("New passphrase:", f"{PASSPHRASE}{ENTER}")]
    assert asked.plays([*keys, ("again:", f"{PASSPHRASE}{ENTER}")]) == 0
    assert "at least 8 characters" in asked.shown
    assert "That was not the same." in asked.shown
    assert "short" not in asked.shown
    assert "words nobody" not in asked.shown
    assert is_encrypted(desk.leader.journal)
    desk.leader.knows(PASSPHRASE)
    desk.leader.verifies()


def test_a_leader_who_thinks_better_of_it_leaves_the_journal_plain(desk: Desk) -> None:
    assert desk.opens("encrypt").plays([("[y/N]", ENTER)]) == 0
    asked = desk.opens("encrypt", "--yes")
    assert asked.plays([("New passphrase:", CTRL_D)] * 3) == 1
    assert "no passphrase was set." in asked.shown
    assert desk.opens("encrypt", "--yes").plays([("New passphrase:", CTRL_C)]) == 130
    assert not is_encrypted(desk.leader.journal)


def test_a_command_asks_once_and_again_where_it_was_mistyped(locked: Desk) -> None:
    asked = locked.opens("add", "ada", "A second talk")
    keys = [(ASKED, f"four words{ENTER}"), (f"with that.\n{ASKED}", f"five{ENTER}")]
    assert asked.plays([*keys, (ASKED, f"{PASSPHRASE}{ENTER}")]) == 0
    assert asked.shown.count(ASKED.strip()) == 3
    assert "s2    ● Ada Okonkwo" in asked.shown


def test_after_three_tries_the_text_is_kept(locked: Desk) -> None:
    asked = locked.opens("add", "ada", "A second talk")
    assert asked.plays([(ASKED, f"four words{ENTER}")] * 3) == 1
    assert "does not open with this passphrase" in asked.said
    assert "Your text is kept" in asked.said
    assert len(waiting(locked.leader.journal)) == 1


def test_it_is_asked_for_where_only_the_output_goes_elsewhere(locked: Desk) -> None:
    file = locked.leader.home / "sessions.csv"
    asked = locked.shells(f"guidelog export sessions > {file}")
    assert asked.plays([(ASKED, f"{PASSPHRASE}{ENTER}")]) == 0
    assert "Career talk" in file.read_text("utf-8")


def test_rekey_asks_for_the_old_one_and_then_for_the_new(locked: Desk) -> None:
    asked = locked.opens("rekey")
    keys = [(ASKED, f"{PASSPHRASE}{ENTER}"), ("[y/N]", f"y{ENTER}")]
    keys += [("New passphrase:", f"quite other words{ENTER}")]
    assert asked.plays([*keys, ("again:", f"quite other words{ENTER}")]) == 0
    locked.leader.knows("quite other words")
    locked.leader.verifies()
