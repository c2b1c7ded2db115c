"""The twenty accidents of others, on real files; each heading names one.

7 and 11 to 14, about days, stand in `test_accidents_of_days.py`; 6 and 8, which need an
editor, in `tests/cli/asking/test_accidents_of_editors.py`; 19 in `test_hostile.py`.
"""

import gzip
import json
import os
import re
import shutil
import signal
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from disks import fill, small_disk_at
from guidelog.cleaning import clean
from guidelog.lookback.rows import VIEWS
from guidelog.storage import access
from guidelog.storage.drafts import waiting
from guidelog.storage.location import backups_of
from journal.beginning import BEGINNING, begin
from leading import Leader, copy_of, make_home
from ordeal import ORDEAL
from stories.every_command import (
    OF_NO_JOURNAL,
    check_said,
    exports,
    lines,
    lines_that_look,
    lines_that_write,
    type_apart,
)
from stories.killing import moments_of, run_killed, type_watched
from stories.locking import OTHER, PASSPHRASE

TEXT = "what was said"
RELEASES = Path(__file__).with_name("releases")


@pytest.fixture
def leader() -> Leader:
    """A leader in whose journal something of every kind stands."""
    return begin(make_home())


# --- 1: frames gone twice, and the backup with them -----------------------------------

DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "of 0 bytes": lambda _: b"",
    "cut": lambda held: held[: len(held) // 2],
    "zeroed": lambda held: bytes(len(held)),
}
MENDING = ("restore", "doctor", "encrypt", "decrypt", "rekey", *OF_NO_JOURNAL)


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_journal_that_was_emptied_is_refused_and_replaces_no_backup(
    leader: Leader, damage: str
) -> None:
    leader.does("raise ada 'the rota'")
    (backup,) = backups_of(leader.journal)
    held, kept = leader.journal.read_bytes(), backup.read_bytes()
    broken = DAMAGES[damage](held)
    leader.journal.write_bytes(broken)
    asked = {path: line for path, line in lines().items() if path not in MENDING}
    for line in {**asked, "merge": f"merge {backup}"}.values():
        answer = leader(line)
        assert (answer.code, answer.out) in ((1, ""), (2, "")), line
        assert answer.code == 2 or str(leader.journal) in answer.err, line
        check_said(answer.err)
    assert leader.journal.read_bytes() == broken
    assert backup.read_bytes() == kept


# --- 2: a list emptied on a full disk -------------------------------------------------


def test_a_full_disk_takes_nothing_away(leader: Leader, tmp_path: Path) -> None:
    with small_disk_at(tmp_path / "disk", 2048) as disk:
        crowded = Leader(disk, now=leader.now)
        shutil.copytree(leader.home, disk, dirs_exist_ok=True)
        crowded.does("raise ada 'the rota'")
        before = crowded.journal.read_bytes()
        fill(disk)
        written = lines_that_write(text=f"'{TEXT * 999}'")
        del written["goal reopen"]
        for line in written.values():
            answer = crowded(line)
            assert answer.code == 1, line
            assert "no space" in answer.err or "full" in answer.err, answer.err
            check_said(answer.err)
            assert crowded.journal.read_bytes() == before
        (disk / "filling").unlink()
        crowded.does("add ada 'there is room again'")
        crowded.verifies()


# --- 3: zeros after a power cut -------------------------------------------------------


def test_a_power_cut_while_adding_leaves_what_was_there(leader: Leader) -> None:
    chance = Random(3)
    before = leader.changes()
    for _ in range(6):
        run_killed(type_watched, leader, lines()["add"], chance.randrange(120))
        leader.verifies()
    assert before <= leader.changes() <= before + 6
    leader.journal.write_bytes(bytes(len(leader.journal.read_bytes())))
    leader.home.joinpath("journal.db-journal").unlink(missing_ok=True)
    said = leader("timeline").err
    assert str(leader.journal) in said
    assert "guidelog restore" in said


# --- 4: an upgrade that shows nothing -------------------------------------------------


@pytest.mark.parametrize(
    "release", sorted(RELEASES.glob("*.db.gz")), ids=lambda f: f.name
)
def test_the_journal_of_every_release_shows_all_it_held(
    guidelog: Leader, release: Path
) -> None:
    guidelog.at("2026-03-02T09:30:00+01:00")
    guidelog.journal.write_bytes(gzip.decompress(release.read_bytes()))
    counted = release.with_name(release.name.replace(".db.gz", ".json"))
    for view, count in json.loads(counted.read_text()).items():
        assert (
            len(guidelog.does(f"export {view} --format jsonl").out.splitlines())
            == count
        )
    for path, line in lines().items():
        if path not in lines_that_write() and "ada" in line:
            assert "da" in guidelog.does(line).out
    guidelog.does("add ada 'the next talk'")
    guidelog.verifies()


# --- 5: an import that stops at 183, and doubles --------------------------------------


@pytest.mark.ordeal
def test_what_is_taken_in_is_taken_in_whole_and_once(
    leader: Leader, tmp_path: Path
) -> None:
    laptop = begin(make_home())
    for line in (*BEGINNING[5:8], *lines_that_write().values()):
        laptop(line)
    before, merging = leader.changes(), f"merge {laptop.journal}"
    whole = copy_of(leader, tmp_path / "whole")
    moments = moments_of(type_watched, whole, merging)
    for part in (0.2, 0.4):
        killed = copy_of(leader, tmp_path / "killed")
        run_killed(type_watched, killed, merging, int(moments * part))
        assert killed.changes() in (before, whole.changes())
        killed.verifies()
    leader.does(merging)
    taken = exports(leader)
    assert leader.changes() > before + 5
    assert leader.does(merging).out.startswith("0 changes taken in")
    assert exports(leader) == taken


def test_a_file_that_breaks_in_the_middle_leaves_nothing(guidelog: Leader) -> None:
    hours = guidelog.home / "hours.csv"
    rows = [f"2026-03-{1 + n % 28:02},Ada Okonkwo,30,talk {n}" for n in range(40)]
    broken = [*rows[:25], "2026-03-99,Ada Okonkwo,30,no such day", *rows[25:]]
    hours.write_text("\n".join(["Date,Coachee,Minutes,Notes", *broken]))
    answer = guidelog(f"import {hours} --yes")
    assert answer.code in (1, 2)
    assert "27" in answer.err + answer.out
    assert guidelog.changes() == 0
    hours.write_text("\n".join(["Date,Coachee,Minutes,Notes", *rows]))
    for _ in range(2):
        guidelog.does(f"import {hours} --yes")
        assert len(guidelog.rows("sessions")) == 40
        assert guidelog.changes() == 1


# --- 9: a wrong password after writing, and the text is gone --------------------------


def _lock(leader: Leader) -> Iterator[None]:
    with (
        closing(sqlite3.connect(leader.journal, isolation_level=None)) as other,
        patch.object(access, "ANNOUNCED_AFTER", 0.05),
        patch.object(access, "GIVEN_UP_AFTER", 0.1),
    ):
        other.execute("BEGIN EXCLUSIVE")
        yield


def _forget_the_passphrase(leader: Leader) -> Iterator[None]:
    leader.knows(PASSPHRASE)
    leader.does("encrypt --yes")
    leader.knows(OTHER)
    yield
    leader.knows(PASSPHRASE)


def _damage(leader: Leader) -> Iterator[None]:
    held = leader.journal.read_bytes()
    leader.journal.write_bytes(held[:-4096])
    yield
    leader.journal.write_bytes(held)


def _name_nobody(leader: Leader) -> Iterator[None]:
    yield


@pytest.mark.parametrize(
    "hinder",
    [_lock, _forget_the_passphrase, _damage, _name_nobody],
    ids=lambda f: f.__name__,
)
def test_a_text_is_kept_whatever_goes_wrong_afterwards(
    leader: Leader, hinder: Callable[[Leader], Iterator[None]]
) -> None:
    who = "nobody" if hinder is _name_nobody else "ada"
    hindered = hinder(leader)
    next(hindered)
    answer = leader(f"observe {who} -", piped=TEXT.encode())
    assert answer.code in (1, 2)
    assert "Your text is kept: guidelog observe" in answer.err
    check_said(answer.err)
    next(hindered, None)
    assert [TEXT in str(draft.typed) for draft in waiting(leader.journal)] == [True]
    leader.does("observe ada --draft")
    assert leader.rows("observations")[-1]["text"] == TEXT


# --- 10: a line of a note becomes an entry of its own ---------------------------------


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Leader:
    """A leader who writes down whatever comes."""
    return begin(tmp_path_factory.mktemp("written"))


@settings(
    max_examples=ORDEAL or 8,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
)
@given(st.text(min_size=1))
@example("met her\n[2020-01-01 10:00] another day\n2020-01-01: and another")
@example("---\nwho: bo\n---\nwhat was said")
@example("ada: yes\n- [ ] @bo: send it by friday\n## a heading")
@example("\n\n  two lines before, one after\n")
def test_any_text_in_is_the_same_text_out_and_one_record_more(
    written: Leader, text: str
) -> None:
    count = len(written.rows("timeline"))
    answer = written("observe bo -", piped=text.encode())
    if not clean(text).strip():
        assert answer.code == 2
        return
    assert answer.code == 0, answer.err
    assert written.row("observations", answer.id)["text"] == clean(text).rstrip("\n")
    assert len(written.rows("timeline")) == count + 1


# --- 15: odd values that can't be deleted ---------------------------------------------

ODD_VALUES = {
    "session": "minutes = 1440, time = '29:59', zone = '+29:59', note = ''",
    "observation": "day = '0001-01-01', text = '', noticed = NULL, time = '00:00'",
    "goal": "baseline = '-.0', target = '9.9', title = ' ', target_on = '9999-12-31'",
    "progress_entry": "value = '-00.0', evidence = char(10), day = '9999-12-31'",
    "resistance_note": "observed = '', expected = '', follow_up_on = '0001-01-01'",
    "attempt": "offered = '', result = NULL, result_on = '0001-01-01', zone = '-29:59'",
    "commitment": "what = '', due_on = '9999-12-31', done_on = '0001-01-01'",
    "topic": "what = char(0), state = 'done', closed_on = NULL",
    "assessment": "excellence = NULL, self_correction = NULL, self_generation = NULL",
    "handout": "comment = '', acknowledged = NULL, day = '0001-01-01'",
}


@pytest.mark.ordeal
@pytest.mark.parametrize("table", ODD_VALUES)
def test_whatever_is_stored_can_be_seen_edited_and_deleted(
    leader: Leader, table: str
) -> None:
    (id_,) = leader.asks(f"SELECT id FROM entry JOIN {table} USING (uid) LIMIT 1")[0]
    leader.tampers(f"UPDATE {table} SET {ODD_VALUES[table]}")
    looking = (
        "timeline",
        "report ada",
        "report bo",
        "prep bo",
        "due",
        "check",
        "hours",
    )
    for line in (f"show {id_}", f"history {id_}", *looking, "export timeline"):
        answer = leader(line)
        check_said(answer.err)
        assert answer.code == 0, line
    answer = leader(f"edit {id_} --text 'put right' --reason 'put right'")
    check_said(answer.err)
    leader.does(f"delete {id_} --yes")
    assert leader(f"edit {id_} --restore").code in (0, 1)


# --- 16: an undo that corrupts --------------------------------------------------------


def standing(leader: Leader) -> dict[str, list[tuple[object, ...]]]:
    """What the views show of what stands, but when it was amended, that stays said."""
    seen = {}
    with closing(sqlite3.connect(leader.journal)) as db:
        for view in (one for one in VIEWS if one not in ("history", "texts")):
            names = [row[1] for row in db.execute(f"PRAGMA table_info({view})")]
            columns = ", ".join(name for name in names if name != "amended_at")
            seen[view] = sorted(db.execute(f"SELECT {columns} FROM {view}"), key=str)
    return seen


@pytest.mark.ordeal
def test_an_undo_leads_back_to_what_the_log_said_before(leader: Leader) -> None:
    for path, line in lines_that_write().items():
        before = standing(leader)
        if path != "undo" and leader(line).code == 0 and leader("undo").code == 0:
            assert standing(leader) == before, line
    leader.verifies()


# --- 17: a delete that says it did, and did nothing -----------------------------------


def test_what_is_said_to_be_written_stands(leader: Leader) -> None:
    for path, line in lines_that_write().items():
        before = leader.changes()
        answer = leader(line)
        assert leader.changes() == before + (answer.code == 0), path
        known = {id_ for (id_,) in leader.asks("SELECT id FROM entry")}
        ids = [word for word in answer.ids if re.fullmatch(r"[a-z]\d+", word)]
        assert set(ids) <= known, path
        if path == "delete":
            assert [row["id"] for row in leader.rows("observations")] == ["o2"]


def test_a_colon_in_a_text_is_a_colon(leader: Leader) -> None:
    answer = leader.does("add ada", "work: the rota is settled")
    assert leader.row("sessions", answer.id)["note"] == "work: the rota is settled"
    assert list(leader.home.rglob("work*")) == []


def test_what_is_said_is_what_was_stored(leader: Leader) -> None:
    leader.tampers(
        "CREATE TRIGGER gremlin AFTER INSERT ON topic "
        "BEGIN UPDATE topic SET what = 'another topic' WHERE uid = new.uid; END"
    )
    assert "another topic" in leader.does("raise ada 'the rota'").out


# --- 18: people vanish, their entries are left with nobody ----------------------------


@pytest.mark.parametrize("foreign_keys", ["ON", "OFF"])
def test_a_person_with_talks_can_not_be_deleted_in_sql(
    leader: Leader, foreign_keys: str
) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        leader.tampers(
            f"PRAGMA foreign_keys={foreign_keys}",
            "DELETE FROM person WHERE handle = 'bo'",
        )
    assert leader.row("people", "bo")["sessions"] == 1


# --- 20: "probably a bug" -------------------------------------------------------------


def _close_all() -> None:
    """Leave no stream but standard error."""
    os.close(0)
    os.close(1)


def _open_output() -> None:
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)


def _close_input() -> None:
    os.close(0)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    _open_output()


def _break_the_pipe() -> None:
    read, write = os.pipe()
    os.close(read)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
    os.dup2(write, 1)
    _open_output()


STREAMS: dict[Callable[[], None], set[int]] = {
    _close_all: {1},
    _close_input: {0},
    _break_the_pipe: {0, 141, -signal.SIGPIPE},
}
"""Each with the exit codes of what shows something then."""


@pytest.mark.ordeal
@pytest.mark.parametrize("settle", STREAMS, ids=lambda f: f.__name__)
def test_no_command_minds_closed_streams(
    leader: Leader, settle: Callable[[], None]
) -> None:
    ends = {}
    # making a demonstration takes as long as all the others
    typed = (line for path, line in lines().items() if path != "demo")
    for line in lines_that_look() if settle is _break_the_pipe else typed:
        ends[line], said = type_apart(leader, line, settle)
        check_said(said)
        assert "Exception" not in said, line
    assert {ends[line] for line in lines_that_look()} <= STREAMS[settle]
    assert set(ends.values()) <= {0, 1, 2, 3} | STREAMS[settle]
    leader.verifies()


def test_a_file_that_is_missing_is_one_sentence(leader: Leader) -> None:
    for line in (
        "merge lost.db",
        "restore lost.db --yes",
        "timeline --journal no/j.db",
    ):
        said = leader.refused(line, code=1)
        check_said(said)
        assert said.startswith("guidelog: ")
