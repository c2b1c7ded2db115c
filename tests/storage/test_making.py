"""A journal is made at the first write, whole, private and once."""

from contextlib import closing, suppress
from pathlib import Path

import pytest

from guidelog.errors import DiskFull, OutOfReach
from guidelog.private_files import make_private_folder
from guidelog.storage.connection import open_for_reading, prepare_for_writing
from guidelog.storage.shape import Shape
from guidelog.storage.upgrade import make_journal

from .toys import (
    mode_of,
    rows,
    soundness,
    start,
    start_and_kill,
    start_together,
    toy_shape,
)


def test_looking_at_a_journal_not_yet_begun_shows_nothing_and_makes_nothing(
    tmp_path: Path, shape: Shape
) -> None:
    journal = tmp_path / "journal.db"
    with closing(open_for_reading(journal, shape)) as reader:
        assert reader.execute("SELECT * FROM changes").fetchall() == []
    assert not journal.exists()


def test_the_packaged_journal_can_be_begun_and_looked_at(tmp_path: Path) -> None:
    journal = tmp_path / "journal.db"
    prepare_for_writing(journal)
    with closing(open_for_reading(journal)) as reader:
        assert reader.execute("SELECT count(*) FROM sessions").fetchone() == (0,)
    assert soundness(journal) == "ok"


@pytest.mark.usefixtures("wide_umask")
def test_a_journal_is_for_the_leader_alone(tmp_path: Path, shape: Shape) -> None:
    journal = tmp_path / "journal.db"
    prepare_for_writing(journal, shape)
    assert mode_of(journal) == "600"
    assert {mode_of(f) for f in tmp_path.rglob("*.db*") if f.is_file()} == {"600"}


def test_a_strict_umask_does_not_lock_the_leader_out(
    tmp_path: Path, shape: Shape
) -> None:
    script = """
        import os, sys
        from pathlib import Path
        from guidelog.storage.shape import shape_in
        from guidelog.storage.connection import prepare_for_writing
        os.umask(0o777)
        prepare_for_writing(Path(sys.argv[1]), shape_in(Path(sys.argv[2])))
    """
    process = start(script, tmp_path / "journal.db", shape.views.parent)
    process.communicate(timeout=30)
    assert mode_of(tmp_path / "journal.db") == "600"


def test_a_name_full_of_signs_is_only_a_name(tmp_path: Path, shape: Shape) -> None:
    journal = tmp_path / "jour nal?mode=rw#50%é'\".db"
    prepare_for_writing(journal, shape)
    assert soundness(journal) == "ok"
    assert rows(journal) == []


def test_preparing_again_changes_nothing(journal: Path, shape: Shape) -> None:
    before = journal.read_bytes()
    prepare_for_writing(journal, shape)
    assert journal.read_bytes() == before


def test_eight_first_writes_at_once_make_one_journal_and_lose_nothing(
    tmp_path: Path, shape: Shape
) -> None:
    script = """
        import sqlite3, sys
        from pathlib import Path
        from guidelog.storage.connection import prepare_for_writing
        from guidelog.storage.shape import shape_in
        print("ready", flush=True)
        sys.stdin.readline()
        path = Path(sys.argv[1])
        prepare_for_writing(path, shape_in(Path(sys.argv[2])))
        journal = sqlite3.connect(path, timeout=30)
        journal.execute("INSERT INTO change (what) VALUES ('met Ada')")
        journal.commit()
    """
    journal = tmp_path / "journal.db"
    start_together(script, 8, journal, shape.views.parent)
    assert rows(journal) == ["met Ada"] * 8
    assert leftovers(tmp_path) == []


@pytest.mark.ordeal
def test_a_first_write_killed_at_any_moment_leaves_no_journal_or_a_whole_one(
    tmp_path: Path,
) -> None:
    script = """
        import sys
        from pathlib import Path
        from guidelog.storage.connection import prepare_for_writing
        print("ready", flush=True)
        sys.stdin.readline()
        prepare_for_writing(Path(sys.argv[1]))
    """
    for n in range(10):
        journal = tmp_path / f"journal{n}.db"
        start_and_kill(script, 0.003 * n, journal)
        with closing(open_for_reading(journal)) as reader:
            assert reader.execute("SELECT * FROM sessions").fetchall() == []
        prepare_for_writing(journal)
        assert soundness(journal) == "ok"
    assert leftovers(tmp_path) == []


def test_what_a_crash_left_unmade_is_cleared_by_the_next_try(
    tmp_path: Path, shape: Shape
) -> None:
    journal = tmp_path / "journal.db"
    journal.with_name("journal.db.part").write_text("half a journal")
    prepare_for_writing(journal, shape)
    assert soundness(journal) == "ok"
    assert leftovers(tmp_path) == []


def test_a_broken_migration_makes_no_journal(tmp_path: Path) -> None:
    shape = toy_shape(tmp_path / "sql", 2)
    shape.migrations[1].write_text("CREATE TABL odd (x);")
    with pytest.raises(Exception, match="syntax"):
        make_journal(tmp_path / "journal.db", shape)
    assert not (tmp_path / "journal.db").exists()
    assert leftovers(tmp_path) == []


def test_a_folder_that_takes_no_files_is_one_clear_refusal(shape: Shape) -> None:
    # /sys takes files from nobody, not even from root
    with pytest.raises(OutOfReach, match=r"/sys/journal\.db can't be used: .+"):
        prepare_for_writing(Path("/sys/journal.db"), shape)


def test_a_full_disk_makes_no_journal(small_disk: Path, shape: Shape) -> None:
    with suppress(OSError):
        (small_disk / "holiday.jpg").write_bytes(bytes(700_000))
    with pytest.raises(DiskFull, match="no room"):
        prepare_for_writing(small_disk / "journal.db", shape)
    assert not (small_disk / "journal.db").exists()


def test_private_folders_are_made_with_all_that_is_above_them(tmp_path: Path) -> None:
    make_private_folder(tmp_path / "a" / "b")
    make_private_folder(tmp_path / "a" / "b")
    assert [mode_of(tmp_path / "a"), mode_of(tmp_path / "a" / "b")] == ["700", "700"]


def leftovers(folder: Path) -> list[str]:
    """Names of unfinished or side files below a folder."""
    ends = (".part", "-journal", ".part-journal")
    return [f.name for f in folder.rglob("*") if f.name.endswith(ends)]
