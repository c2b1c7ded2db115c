"""Whatever became of the file: one clear sentence, and the file as it was."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guidelog.errors import (
    CouldNot,
    DamagedJournal,
    DiskFull,
    EmptyJournal,
    NewerJournal,
    NotAJournal,
    OutOfReach,
    ReadOnlyJournal,
)
from guidelog.storage.connection import open_for_reading, prepare_for_writing
from guidelog.storage.refusals import refusing
from guidelog.storage.shape import Shape

from .toys import a_journal, rows, start


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def zeroed(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def cut_in_half(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def cut_by_one_byte(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def tables_overwritten(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100] + b"\xa5" * 3996)


def a_letter(path: Path) -> None:
    path.write_text("Dear Ada, " * 100)


def another_programs(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE change (seq INTEGER PRIMARY KEY)")


def from_the_future(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA user_version=99")


DAMAGES = [
    (emptied, EmptyJournal),
    (zeroed, DamagedJournal),
    (cut_in_half, DamagedJournal),
    (cut_by_one_byte, DamagedJournal),
    (tables_overwritten, DamagedJournal),
    (a_letter, NotAJournal),
    (another_programs, NotAJournal),
    (from_the_future, NewerJournal),
]


@pytest.mark.parametrize(("harm", "refusal"), DAMAGES)
@pytest.mark.parametrize("use", [open_for_reading, prepare_for_writing])
def test_a_file_that_is_no_whole_journal_is_refused_and_left_alone(
    journal: Path,
    shape: Shape,
    harm: Callable[[Path], None],
    refusal: type[CouldNot],
    use: Callable[[Path, Shape], object],
) -> None:
    harm(journal)
    before, beside = journal.read_bytes(), sorted(journal.parent.iterdir())
    with pytest.raises(refusal) as caught:
        use(journal, shape)
    assert type(caught.value) is refusal
    assert str(journal) in caught.value.says
    assert caught.value.says.count(".") == str(journal).count(".") + 1
    assert journal.read_bytes() == before
    assert sorted(journal.parent.iterdir()) == beside


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_a_journal_cut_anywhere_is_never_taken_for_a_whole_one(
    journal: Path, shape: Shape, data: st.DataObject
) -> None:
    whole = journal.with_name("whole.db")
    if not whole.exists():
        whole.write_bytes(journal.read_bytes())
    bytes_left = data.draw(st.integers(0, whole.stat().st_size - 1))
    journal.write_bytes(whole.read_bytes()[:bytes_left])
    with pytest.raises((EmptyJournal, DamagedJournal, NotAJournal)):
        open_for_reading(journal, shape)
    assert journal.stat().st_size == bytes_left


def test_a_refusal_names_the_newest_backup(journal: Path, shape: Shape) -> None:
    for day in ("2026-11-21", "2026-11-23", "2026-11-22"):
        journal.with_name("journal.db.backups").joinpath(f"{day}.db").touch()
    emptied(journal)
    with pytest.raises(EmptyJournal) as caught:
        open_for_reading(journal, shape)
    assert "2026-11-23.db" in caught.value.helps


def test_a_refusal_says_where_there_is_no_backup(journal: Path, shape: Shape) -> None:
    zeroed(journal)
    with pytest.raises(DamagedJournal) as caught:
        open_for_reading(journal, shape)
    assert "No backup lies beside it." in caught.value.helps


def test_a_folder_or_a_pipe_is_no_journal(tmp_path: Path, shape: Shape) -> None:
    with pytest.raises(NotAJournal):
        open_for_reading(tmp_path, shape)
    with pytest.raises(NotAJournal):
        open_for_reading(Path("/dev/null"), shape)


def test_damage_found_only_while_reading_is_a_refusal_too(
    tmp_path: Path, shape: Shape
) -> None:
    journal = a_journal(tmp_path / "journal.db", shape, ["met Ada " * 900] * 9)
    whole = journal.read_bytes()
    journal.write_bytes(whole[: len(whole) // 2] + bytes(len(whole) - len(whole) // 2))
    with (
        closing(open_for_reading(journal, shape)) as reader,
        pytest.raises(DamagedJournal),
        refusing(journal),
    ):
        reader.execute("SELECT * FROM changes").fetchall()


def test_a_reader_can_not_write(journal: Path, shape: Shape) -> None:
    with (
        closing(open_for_reading(journal, shape)) as reader,
        pytest.raises(ReadOnlyJournal, match="read-only"),
        refusing(journal),
    ):
        reader.execute("DELETE FROM told")


def test_a_mistake_of_ours_is_not_blamed_on_the_file(
    journal: Path, shape: Shape
) -> None:
    with (
        closing(open_for_reading(journal, shape)) as reader,
        pytest.raises(sqlite3.OperationalError, match="no such table"),
        refusing(journal),
    ):
        reader.execute("SELECT * FROM nonsense")


def test_a_full_disk_is_one_sentence(journal: Path) -> None:
    with pytest.raises(DiskFull, match="no room"), refusing(journal):
        Path("/dev/full").write_text("x")
    with closing(sqlite3.connect(journal)) as writer:
        writer.execute("PRAGMA max_page_count=1")
        with pytest.raises(DiskFull, match="no room"), refusing(journal):
            writer.execute("INSERT INTO change (what) VALUES (?)", ("x" * 100_000,))


def as_nobody(script: str, *arguments: object) -> str:
    """What a script prints that runs without root's rights; without it a skip."""
    give_up_rights = """
import os, sys
from pathlib import Path
from guidelog.errors import CouldNot
from guidelog.storage.connection import open_for_reading, prepare_for_writing
from guidelog.storage.shape import shape_in
from guidelog.storage.upgrade import upgrade
if os.getuid() == 0:
    os.setuid(65534)
try:
"""
    ending = "\nexcept CouldNot as refusal:\n    print(refusal.says)\n"
    answer, _ = start(give_up_rights + script + ending, *arguments).communicate()
    return answer.strip()


def shape_for_all(folder: Path, shape: Shape) -> Path:
    """The shape's files, where another user can read them."""
    (folder / "sql" / "migrations").mkdir(parents=True)
    for path in shape.migrations:
        (folder / "sql" / "migrations" / path.name).write_bytes(path.read_bytes())
    (folder / "sql" / "views.sql").write_bytes(shape.views.read_bytes())
    return folder / "sql"


READ = """
    reader = open_for_reading(Path(sys.argv[1]), shape_in(Path(sys.argv[2])))
    print(reader.execute("SELECT count(*) FROM changes").fetchone())
"""
PREPARE = """
    prepare_for_writing(Path(sys.argv[1]), shape_in(Path(sys.argv[2])))
    print("prepared")
"""


def test_a_read_only_folder_can_be_looked_at(public_folder: Path, shape: Shape) -> None:
    journal = a_journal(public_folder / "journal.db", shape)
    journal.chmod(0o444)
    sql = shape_for_all(public_folder, shape)
    public_folder.chmod(0o555)
    assert as_nobody(READ, journal, sql) == "(1,)"
    assert rows(journal) == ["met Ada"]


def test_an_old_journal_in_a_read_only_folder_is_not_upgraded(
    public_folder: Path, shape: Shape, old_shape: Shape
) -> None:
    journal = a_journal(public_folder / "journal.db", old_shape)
    journal.chmod(0o444)
    sql = shape_for_all(public_folder, shape)
    public_folder.chmod(0o555)
    before = journal.read_bytes()
    answer = as_nobody(PREPARE, journal, sql)
    assert answer == f"{journal} can't be used: permission denied."
    assert journal.read_bytes() == before


def test_a_journal_of_somebody_else_is_out_of_reach(
    public_folder: Path, shape: Shape
) -> None:
    journal = a_journal(public_folder / "journal.db", shape)
    journal.chmod(0o000)
    sql = shape_for_all(public_folder, shape)
    answer = as_nobody(READ, journal, sql)
    assert answer == f"{journal} can't be used: it can't be opened."


def test_no_journal_is_begun_in_a_read_only_folder(
    public_folder: Path, shape: Shape
) -> None:
    sql = shape_for_all(public_folder, shape)
    public_folder.chmod(0o555)
    journal = public_folder / "journal.db"
    answer = as_nobody(PREPARE, journal, sql)
    assert answer == f"{journal} can't be used: permission denied."
    assert not journal.exists()


def test_a_backup_folder_of_somebody_else_is_one_clear_refusal(
    public_folder: Path, shape: Shape
) -> None:
    journal = a_journal(public_folder / "journal.db", shape)
    journal.chmod(0o644)
    backup = """
    from datetime import date
    from guidelog.storage.backups import back_up_daily
    print(back_up_daily(Path(sys.argv[1]), date(2026, 11, 23)))
"""
    answer = as_nobody(backup, journal)
    assert answer == f"{journal}.backups can't be used: permission denied."


def test_a_reason_of_the_system_ends_up_in_the_sentence(journal: Path) -> None:
    with pytest.raises(OutOfReach, match="not a directory"), refusing(journal):
        (journal / "below").read_text()
