"""An older journal is brought up to date: once, whole, and with a copy beside it."""

import random
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from guidelog.errors import DiskFull, NewerJournal, UpgradeFailed
from guidelog.storage.connection import open_for_reading, prepare_for_writing
from guidelog.storage.location import copies_of_shapes
from guidelog.storage.shape import Shape
from guidelog.storage.upgrade import upgrade

from .toys import (
    a_journal,
    mode_of,
    rows,
    soundness,
    start,
    start_and_kill,
    start_together,
    toy_shape,
)

UPGRADE = """
    import sys
    from pathlib import Path
    from guidelog.storage.shape import shape_in
    from guidelog.storage.upgrade import upgrade
    print("ready", flush=True)
    sys.stdin.readline()
    print(upgrade(Path(sys.argv[1]), shape_in(Path(sys.argv[2]))))
"""


def shape_number(path: Path) -> int:
    return int(rows(path, "PRAGMA user_version")[0])


def unfinished(path: Path) -> list[str]:
    return [f.name for f in path.parent.iterdir() if f.name.endswith(".part")]


def test_looking_at_an_older_journal_upgrades_it_and_shows_everything(
    old_journal: Path, shape: Shape
) -> None:
    with closing(open_for_reading(old_journal, shape)) as reader:
        seen = reader.execute("SELECT what, shape FROM changes").fetchall()
    assert seen == [("MET ADA", 3), ("MET BO", 3)]
    assert shape_number(old_journal) == 3


def test_writing_to_an_older_journal_upgrades_it_first(
    old_journal: Path, shape: Shape
) -> None:
    prepare_for_writing(old_journal, shape)
    assert shape_number(old_journal) == 3


@pytest.mark.usefixtures("wide_umask")
def test_before_an_upgrade_a_private_copy_lies_beside_the_journal(
    old_journal: Path, shape: Shape
) -> None:
    assert upgrade(old_journal, shape)
    copy = old_journal.with_name("journal.db.v1.bak")
    assert copies_of_shapes(old_journal) == [copy]
    assert rows(copy) == ["met Ada", "met Bo"]
    assert [mode_of(copy), soundness(copy), shape_number(copy)] == ["600", "ok", 1]


def test_a_journal_up_to_date_is_left_alone(journal: Path, shape: Shape) -> None:
    before = journal.read_bytes()
    assert not upgrade(journal, shape)
    assert journal.read_bytes() == before
    assert copies_of_shapes(journal) == []


def test_a_newer_journal_is_refused_untouched(
    journal: Path, old_shape: Shape, shape: Shape
) -> None:
    before = journal.read_bytes()
    with pytest.raises(NewerJournal, match="newer guidelog"):
        prepare_for_writing(journal, old_shape)
    assert not upgrade(journal, old_shape)
    assert journal.read_bytes() == before
    assert shape_number(journal) == shape.number


def test_every_step_on_the_way_leads_to_the_same_journal(tmp_path: Path) -> None:
    direct = a_journal(tmp_path / "direct.db", toy_shape(tmp_path, 1))
    slow = a_journal(tmp_path / "slow.db", toy_shape(tmp_path, 1))
    upgrade(direct, toy_shape(tmp_path, 3))
    upgrade(slow, toy_shape(tmp_path, 2))
    upgrade(slow, toy_shape(tmp_path, 3))
    schema = "SELECT sql FROM sqlite_schema ORDER BY name"
    assert rows(direct, schema) == rows(slow, schema)
    assert rows(direct) == rows(slow)


def test_the_copies_of_the_last_two_shapes_stay(tmp_path: Path) -> None:
    journal = a_journal(tmp_path / "journal.db", toy_shape(tmp_path, 1))
    journal.with_name("journal.db.v0.bak").touch()
    upgrade(journal, toy_shape(tmp_path, 2))
    upgrade(journal, toy_shape(tmp_path, 3))
    names = [copy.name for copy in copies_of_shapes(journal)]
    assert names == ["journal.db.v2.bak", "journal.db.v1.bak"]


def test_a_step_that_fails_leaves_the_old_journal(
    old_journal: Path, shape: Shape
) -> None:
    shape.migrations[2].write_text("DROP TABLE told; INSERT INTO nowhere VALUES (1);")
    before = rows(old_journal, "SELECT sql FROM sqlite_schema")
    with pytest.raises(UpgradeFailed, match="from shape 1 to 3: no such table: now"):
        upgrade(old_journal, shape)
    assert rows(old_journal, "SELECT sql FROM sqlite_schema") == before
    assert shape_number(old_journal) == 1


def test_a_row_left_pointing_at_nothing_stops_the_upgrade(
    old_journal: Path, shape: Shape
) -> None:
    with closing(sqlite3.connect(old_journal)) as database, database:
        database.execute("INSERT INTO told VALUES (99)")
    with pytest.raises(UpgradeFailed, match="points at something that is gone"):
        upgrade(old_journal, shape)
    assert shape_number(old_journal) == 1


def test_a_full_disk_leaves_the_old_journal(
    small_disk: Path, shape: Shape, old_shape: Shape
) -> None:
    journal = a_journal(small_disk / "journal.db", old_shape, ["met Ada " * 30] * 900)
    before = journal.read_bytes()
    (small_disk / "holiday.jpg").write_bytes(b"x" * 150_000)
    with pytest.raises(DiskFull):
        upgrade(journal, shape)
    assert journal.read_bytes() == before
    assert unfinished(journal) == []


def test_a_disk_that_fills_up_during_a_step_leaves_the_old_journal(
    old_journal: Path, shape: Shape
) -> None:
    shape.migrations[1].write_text(
        "PRAGMA max_page_count=1; CREATE TABLE big AS SELECT randomblob(100000);"
    )
    with pytest.raises(DiskFull):
        upgrade(old_journal, shape)
    assert rows(old_journal) == ["met Ada", "met Bo"]
    assert shape_number(old_journal) == 1


def test_four_upgrades_at_once_are_done_by_exactly_one(
    old_journal: Path, shape: Shape
) -> None:
    answers = start_together(UPGRADE, 4, old_journal, shape.views.parent)
    assert sorted(answers) == ["False", "False", "False", "True"]
    assert rows(old_journal) == ["MET ADA", "MET BO"]


def test_what_a_killed_upgrade_left_is_swept_by_the_next(
    old_journal: Path, shape: Shape
) -> None:
    old_journal.with_name("journal.db.v1.bak.part").write_text("words of Ada")
    old_journal.with_name("journal.db.v0.bak.part").write_text("words of Bo")
    upgrade(old_journal, shape)
    assert unfinished(old_journal) == []


@pytest.mark.ordeal
def test_an_upgrade_killed_at_any_moment_leaves_the_old_journal_or_the_new_one(
    tmp_path: Path, shape: Shape, old_shape: Shape
) -> None:
    whats = [f"met Ada, talk {n}, " + "and so on " * 20 for n in range(4000)]
    first = a_journal(tmp_path / "first.db", old_shape, whats)
    rehearsal = tmp_path / "rehearsal.db"
    rehearsal.write_bytes(first.read_bytes())
    began = time.monotonic()
    upgrade(rehearsal, shape)
    took = time.monotonic() - began
    chance = random.Random(20261123)
    for n in range(12):
        journal = tmp_path / f"journal{n}.db"
        journal.write_bytes(first.read_bytes())
        after = took * chance.uniform(0, 1.2)
        start_and_kill(UPGRADE, after, journal, shape.views.parent)
        check_old_or_new(journal, whats)
        upgrade(journal, shape)
        assert rows(journal) == [what.upper() for what in whats]
        assert rows(journal.with_name(f"journal{n}.db.v1.bak")) == whats
        assert unfinished(journal) == []


def check_old_or_new(journal: Path, whats: list[str]) -> None:
    assert soundness(journal) == "ok"
    expected = {1: whats, 3: [what.upper() for what in whats]}
    assert rows(journal) == expected[shape_number(journal)]


def test_a_write_cut_short_by_a_crash_is_undone_by_the_next_look(
    journal: Path, shape: Shape
) -> None:
    script = """
        import sqlite3, sys, time
        journal = sqlite3.connect(sys.argv[1], isolation_level=None)
        journal.execute("PRAGMA cache_size=2")
        journal.execute("BEGIN IMMEDIATE")
        for n in range(500):
            journal.execute("INSERT INTO change (what) VALUES (?)", ("x" * 500,))
        print("ready", flush=True)
        time.sleep(60)
    """
    process = start(script, journal)
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    process.kill()
    process.communicate()
    with (
        closing(sqlite3.connect(f"{journal.as_uri()}?mode=ro", uri=True)) as naive,
        pytest.raises(sqlite3.OperationalError),
    ):
        naive.execute("SELECT * FROM change")
    with closing(open_for_reading(journal, shape)) as reader:
        assert reader.execute("SELECT count(*) FROM changes").fetchone() == (2,)
    assert soundness(journal) == "ok"
