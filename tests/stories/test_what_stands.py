"""What is written stands, and is said to: whatever fails after the commit."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree, rmtree

import pytest

from guidelog.dates import clock
from guidelog.storage.drafts import waiting
from guidelog.storage.location import backup_of, backups_folder
from journal.beginning import begin
from leading import Leader, make_home
from stories.every_command import type_apart


@pytest.fixture
def leader() -> Leader:
    """A leader in whose journal something of every kind stands, without backups."""
    leader = begin(make_home())
    rmtree(backups_folder(leader.journal), ignore_errors=True)
    return leader


def close_output() -> None:
    """Leave no standard output."""
    os.close(1)


def fill_output() -> None:
    """Let standard output end on a full disk."""
    os.dup2(os.open("/dev/full", os.O_WRONLY), 1)
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)


@pytest.mark.parametrize("settle", [close_output, fill_output])
@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("add ada 'met again'", "s3 is written; only its line could"),
        ("add ada 'met' --next 'send it'", "s3 with c3 is written; only its line"),
        ("delete o1 --yes", "what was asked for is written; only its line"),
    ],
)
def test_what_can_not_be_printed_is_said_to_stand(
    leader: Leader, line: str, said: str, settle: Callable[[], None]
) -> None:
    before = leader.changes()
    code, told = type_apart(leader, line, settle)
    assert code == 1
    assert told.startswith(f"guidelog: {said}")
    assert "Don't type it again" in told
    assert leader.changes() == before + 1
    assert waiting(leader.journal) == []


def test_what_only_looks_says_nothing_of_writing(leader: Leader) -> None:
    _, told = type_apart(leader, "timeline", fill_output)
    assert told.startswith("guidelog: could not write: ")


def test_a_backup_that_fails_is_told_and_the_entry_stands(leader: Leader) -> None:
    backups_folder(leader.journal).write_text("in the way", encoding="utf-8")
    answer = leader.does("add ada 'met again'")
    assert answer.id == "s3"
    assert "today's backup could not be made: " in answer.err
    assert "journal.db.backups can't be used" in answer.err
    assert leader.row("sessions", "s3")["note"] == "met again"


def test_a_folder_named_like_a_backup_hinders_nothing(leader: Leader) -> None:
    backup_of(leader.journal, clock.real_today()).mkdir(parents=True)
    for line in ("add ada 'met again'", "timeline", "doctor", "delete s3 --yes"):
        answer = leader(line)
        assert answer.code == 0, answer.err
    assert "today's backup could not be made" in answer.err


def test_words_taken_back_are_gone_though_a_backup_is_not_renewed(
    leader: Leader,
) -> None:
    backups_folder(leader.journal).write_text("in the way", encoding="utf-8")
    answer = leader("redact s1 --reason 'names a patient' --yes")
    assert answer.code == 1
    assert "s1  taken back: note" in answer.out
    assert "words taken back may still stand in backups" in answer.err
    assert "Your text is kept" not in answer.err
    assert leader.row("sessions", "s1")["note"] is None
    assert waiting(leader.journal) == []
    again = leader.does("add ada 'met again'")
    assert "words taken back before may still stand in backups" in again.err
    backups_folder(leader.journal).unlink()
    assert leader.does("add ada 'and again'").err == ""
    leader.verifies()


NOBODY = 65534


@pytest.fixture
def nobodys(leader: Leader) -> Iterator[Leader]:
    """A leader without rights of their own, whose backups nobody may write."""
    if os.getuid():
        pytest.skip("only root can be somebody else")
    place = Path("/tmp") / f"guidelog-{os.getpid()}" / "home"
    leader.does("backup")
    leader("timeline")
    copytree(leader.home, place)
    for one in (place.parent, place, *place.rglob("*")):
        os.chown(one, NOBODY, NOBODY)
        one.chmod(0o755 if one.is_dir() else 0o644)
    backups_folder(place / "journal.db").chmod(0o500)
    yield Leader(place, now=leader.now)
    rmtree(place.parent)


def test_a_read_only_folder_of_backups_hinders_no_entry(nobodys: Leader) -> None:
    def be_nobody() -> None:
        os.setgid(NOBODY)
        os.setuid(NOBODY)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)

    code, said = type_apart(nobodys, "add ada 'met again'", be_nobody)
    assert (code, "today's backup could not be made" in said) == (0, True), said
