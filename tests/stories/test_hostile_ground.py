"""Ground that gives way: links, read-only places, other versions, clocks, programs.

Full disks, kills, damaged files and closed streams stand with the accidents of others
(`test_accidents.py`, `test_processes.py`, `test_killed.py`) and in `tests/storage`.
"""

import functools
import os
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from shutil import copytree, rmtree
from unittest.mock import patch

import pytest

from guidelog.storage import access
from guidelog.storage.location import backups_folder
from journal.beginning import begin
from leading import Leader, make_home
from stories.every_command import (
    check_said,
    lines_that_look,
    lines_that_write,
    type_apart,
)
from stories.holding import holds
from stories.locking import PASSPHRASE

pytestmark = pytest.mark.ordeal

NOBODY = 65534


@pytest.fixture
def leader() -> Leader:
    """A leader in whose journal something of every kind stands."""
    return begin(make_home())


@pytest.fixture
def other_name(leader: Leader) -> Leader:
    """The same leader, by whom the journal is called by a name in another folder."""
    return Leader(make_home(), now=leader.now)


READING = lines_that_look()

# --- two names for one journal --------------------------------------------------------


def test_a_symbolic_link_stays_one_whatever_is_done(
    leader: Leader, other_name: Leader
) -> None:
    other_name.journal.symlink_to(leader.journal)
    other_name.does("add bo 'met the zebra'")
    other_name.does("backup")
    copy = str(leader.home / "copy.db")
    other_name.does("backup", copy)
    other_name.does("redact s3 --reason 'names a patient' --yes")
    assert holds(leader) == ["copy.db"]
    other_name.does("restore --yes", copy)
    assert other_name.journal.readlink() == leader.journal
    assert backups_folder(leader.journal).is_dir()
    assert not backups_folder(other_name.journal).exists()
    leader.knows(PASSPHRASE)
    other_name.knows(PASSPHRASE)
    other_name.does("encrypt --yes")
    assert other_name.journal.readlink() == leader.journal
    leader.verifies()


def test_a_hard_link_is_written_under_both_names(
    leader: Leader, other_name: Leader
) -> None:
    other_name.journal.hardlink_to(leader.journal)
    other_name.does("add bo 'met the zebra'")
    copy = str(leader.home / "copy.db")
    other_name.does("backup", copy)
    other_name.does("redact s3 --reason 'names a patient' --yes")
    assert holds(leader) == ["copy.db"]
    assert holds(other_name) == []
    other_name.does("restore --yes", copy)
    assert other_name.journal.samefile(leader.journal)
    assert leader.rows("sessions") == other_name.rows("sessions")
    leader.verifies()


@pytest.mark.parametrize("line", ["encrypt --yes", "restore --yes"])
def test_a_file_with_a_second_name_is_not_replaced(
    leader: Leader, other_name: Leader, line: str
) -> None:
    leader.does("backup")
    if line.startswith("restore"):
        held = leader.journal.read_bytes()
        leader.journal.write_bytes(held[:-4096])
    leader.knows(PASSPHRASE)
    other_name.journal.hardlink_to(leader.journal)
    before = leader.journal.read_bytes()
    answer = leader(line)
    assert (answer.code, answer.out) == (1, "")
    assert "a second name (a hard link)" in answer.err
    assert leader.journal.read_bytes() == other_name.journal.read_bytes() == before
    other_name.journal.unlink()
    leader.does(line)


# --- places that can't be written -----------------------------------------------------


@functools.cache
def load_all() -> None:
    """Load what any line needs: nobody may read the libraries."""
    leader = begin(make_home())
    for line in (*READING, *lines_that_write().values(), "verify"):
        leader(line)


@pytest.fixture
def nobodys(leader: Leader) -> Iterator[Leader]:
    """A leader without rights of their own, who may read the journal's folder."""
    if os.getuid():
        pytest.skip("only root can be somebody else")
    place = Path(tempfile.mkdtemp(dir="/tmp")) / "home"
    copytree(leader.home, place)
    for one in (place.parent, place, *place.rglob("*")):
        one.chmod(0o755 if one.is_dir() else 0o644)
    load_all()
    yield Leader(place, now=leader.now)
    rmtree(place.parent)


def _be_nobody() -> None:
    os.setgid(NOBODY)
    os.setuid(NOBODY)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)


@pytest.mark.ordeal
def test_a_read_only_folder_is_read_and_never_written(nobodys: Leader) -> None:
    before = nobodys.journal.read_bytes()
    for line in READING:
        code, said = type_apart(nobodys, line, _be_nobody)
        check_said(said)
        assert code == 0, (line, said)
    for line in list(lines_that_write().values())[::3]:
        code, said = type_apart(nobodys, line, _be_nobody)
        check_said(said)
        assert code in (1, 2), line
        assert code == 2 or "journal.db can't be " in said, said
    assert nobodys.journal.read_bytes() == before


def test_a_read_only_home_hinders_no_journal_elsewhere(
    nobodys: Leader, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = nobodys.home.parent / "elsewhere"
    elsewhere.mkdir()
    os.chown(elsewhere, NOBODY, NOBODY)
    line = f"--journal {elsewhere / 'journal.db'}"
    for typed in (
        "person add ada 'Ada Okonkwo'",
        "add ada talked",
        "timeline",
        "verify",
    ):
        code, said = type_apart(nobodys, f"{typed} {line}", _be_nobody)
        assert code == 0, said
    with closing(sqlite3.connect(elsewhere / "journal.db")) as db:
        assert db.execute("SELECT count(*) FROM sessions").fetchone() == (1,)


# --- other versions, other programs, other clocks -------------------------------------


def test_a_journal_of_a_newer_version_is_left_alone(leader: Leader) -> None:
    leader.tampers("PRAGMA user_version=99")
    before = leader.journal.read_bytes()
    for line in (*READING, *lines_that_write().values(), "verify", "backup"):
        answer = leader(line)
        check_said(answer.err)
        assert (answer.code, answer.out) == (1, ""), line
        assert "newer" in answer.err, line
    assert leader.journal.read_bytes() == before


def test_a_format_of_a_newer_version_is_not_taken_in(leader: Leader) -> None:
    newer = begin(make_home())
    newer.tampers("DROP TRIGGER change_u", "UPDATE change SET format = 9 WHERE seq = 3")
    assert "newer guidelog" in leader.refused(f"merge {newer.journal}", code=1)


def test_the_file_of_another_program_is_left_alone(leader: Leader) -> None:
    leader.journal.unlink()
    with closing(sqlite3.connect(leader.journal)) as db:
        db.execute("CREATE TABLE session (note TEXT)")
        db.commit()
    before = leader.journal.read_bytes()
    for line in (*READING, *lines_that_write().values(), "verify"):
        answer = leader(line)
        check_said(answer.err)
        assert (answer.code, answer.out) == (1, ""), line
    assert leader.journal.read_bytes() == before


def test_a_damaged_page_is_one_sentence_and_nothing_is_written(leader: Leader) -> None:
    leader.does("backup")
    held = leader.journal.read_bytes()
    broken = held[:8192] + b"\xff" * 200_000 + held[208_192:]
    leader.journal.write_bytes(broken)
    for line in (*READING, *lines_that_write().values(), "verify"):
        answer = leader(line)
        check_said(answer.err)
        assert answer.code in (0, 1, 2), line
        assert answer.code or not answer.err
    assert leader.journal.read_bytes() == broken


def test_damage_met_only_while_looking_is_said_as_such(leader: Leader) -> None:
    ((page,), (size,)) = (
        *leader.asks("SELECT rootpage FROM sqlite_schema WHERE name = 'session'"),
        *leader.asks("PRAGMA page_size"),
    )
    held = leader.journal.read_bytes()
    before, after = held[: (page - 1) * size], held[page * size :]
    leader.journal.write_bytes(before + b"\t" * size + after)
    for line in ("timeline", "prep ada", "export sessions"):
        assert "journal.db is damaged" in leader.refused(line, code=1)


@pytest.mark.parametrize(
    "part", ["view people", "view timeline", "table handout", "table found"]
)
def test_without_one_of_its_parts_a_journal_is_neither_read_nor_written(
    leader: Leader, part: str
) -> None:
    leader.tampers("PRAGMA foreign_keys=OFF", f"DROP {part}")
    before = leader.journal.read_bytes()
    for line in ("timeline", "due", "person list", "check", "add ada hello"):
        said = leader.refused(line, code=1)
        assert f"journal.db is damaged: its {part} is missing" in said
        assert "guidelog verify says what else is amiss" in said
    assert leader.journal.read_bytes() == before
    assert f"{part}  it is missing" in leader("verify").out


def test_a_locked_journal_is_waited_for_and_then_named(leader: Leader) -> None:
    with (
        closing(sqlite3.connect(leader.journal, isolation_level=None)) as other,
        patch.object(access, "ANNOUNCED_AFTER", 0.0),
        patch.object(access, "GIVEN_UP_AFTER", 0.01),
    ):
        other.execute("BEGIN EXCLUSIVE")
        for line in (*READING, *lines_that_write().values(), "verify", "backup"):
            answer = leader(line)
            check_said(answer.err)
            assert (answer.code, answer.out) == (1, ""), line
            assert "another program" in answer.err, answer.err


def test_a_clock_set_back_is_a_remark(leader: Leader) -> None:
    leader.at("2020-01-01T09:00:00+01:00")
    leader.does("add ada 'years ago'")
    leader.at("2026-03-03T09:00:00+01:00")
    leader.does("add ada 'today again'")
    answer = leader.does("verify")
    assert "the clock was set back before it" in answer.err
    assert answer.out == ""
    leader.does("undo")
    leader.does("undo")
    leader.verifies()
