"""The day's backup: private, once a day, and never a bad journal for a good one."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from guidelog.errors import BackupsKept, DiskFull, LockedJournal
from guidelog.storage import access
from guidelog.storage.backups import (
    back_up_before,
    back_up_daily,
    renew_backups,
    standing,
)
from guidelog.storage.location import (
    backup_of,
    backups_folder,
    backups_of,
    copies_aside,
)
from guidelog.storage.shape import Shape
from guidelog.storage.turns import turn_at
from guidelog.storage.upgrade import upgrade

from .test_broken_files import (
    a_letter,
    another_programs,
    cut_by_one_byte,
    cut_in_half,
    emptied,
    tables_overwritten,
    zeroed,
)
from .toys import (
    a_journal,
    mode_of,
    rows,
    soundness,
    start_and_kill,
    start_together,
    write_changes,
)

MONDAY = date(2026, 11, 23)


def days_of(journal: Path) -> list[date]:
    """The days that have a backup, oldest first."""
    return sorted(date.fromisoformat(file.stem) for file in backups_of(journal))


@pytest.mark.usefixtures("wide_umask")
def test_the_first_write_of_a_day_is_followed_by_a_private_backup(
    journal: Path,
) -> None:
    done = back_up_daily(journal, MONDAY)
    assert done.outcome == "made"
    assert done.file.name == "2026-11-23.db"
    assert rows(done.file) == ["met Ada", "met Bo"]
    assert soundness(done.file) == "ok"
    assert [mode_of(done.file), mode_of(done.file.parent)] == ["600", "700"]


def test_later_writes_of_the_day_leave_the_backup_as_it_is(journal: Path) -> None:
    back_up_daily(journal, MONDAY)
    write_changes(journal, "met Li")
    done = back_up_daily(journal, MONDAY)
    assert done.outcome == "there"
    assert rows(done.file) == ["met Ada", "met Bo"]


def test_after_sixty_days_seven_days_and_four_weeks_are_left(journal: Path) -> None:
    for n in range(60):
        write_changes(journal, f"talk {n}")
        assert back_up_daily(journal, MONDAY + timedelta(n)).outcome == "made"
    last = MONDAY + timedelta(59)
    week = [last - timedelta(n) for n in range(7)]
    # the 59th day is a Thursday; the Monday before it is still one of the seven days
    mondays = [MONDAY + timedelta(weeks=n) for n in (7, 6, 5, 4)]
    assert days_of(journal) == sorted(week + mondays)
    assert len(rows(backup_of(journal, last))) == 62


def test_backups_of_a_leader_who_pauses_do_not_run_out(journal: Path) -> None:
    for n in range(10):
        back_up_daily(journal, MONDAY + timedelta(n))
    before = days_of(journal)
    back_up_daily(journal, MONDAY + timedelta(400))
    assert len(days_of(journal)) >= len(before)


def half_forgotten(path: Path) -> None:
    """Another program took away half of the log."""
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("DROP TRIGGER IF EXISTS change_is_kept")
        database.execute("DELETE FROM change WHERE seq % 2 = 0")


def without_its_log(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.executescript("DROP VIEW changes; DROP TABLE change")


HARMS = [
    (emptied, "damaged"),
    (zeroed, "damaged"),
    (cut_in_half, "damaged"),
    (cut_by_one_byte, "damaged"),
    (tables_overwritten, "damaged"),
    (a_letter, "damaged"),
    (another_programs, "damaged"),
    (without_its_log, "damaged"),
    (half_forgotten, "shrunk"),
]


@pytest.mark.parametrize(("harm", "found"), HARMS)
def test_a_bad_journal_never_replaces_or_ages_out_a_good_backup(
    journal: Path, harm: Callable[[Path], None], found: str
) -> None:
    for n in range(30):
        back_up_daily(journal, MONDAY + timedelta(n))
    good = {file: file.read_bytes() for file in backups_of(journal)}
    harm(journal)
    assert standing(journal) == found
    for n in range(30, 60):
        assert back_up_daily(journal, MONDAY + timedelta(n)).outcome == found
    with pytest.raises(BackupsKept, match=found):
        renew_backups(journal)
    assert {file: file.read_bytes() for file in backups_of(journal)} == good


def test_a_torn_index_is_damage_too(tmp_path: Path, shape: Shape) -> None:
    journal = a_journal(tmp_path / "journal.db", shape)
    with closing(sqlite3.connect(journal)) as database, database:
        database.execute("CREATE INDEX by_what ON change (what)")
        query = "SELECT rootpage FROM sqlite_schema WHERE name = 'by_what'"
        (page,) = database.execute(query).fetchone()
    content = bytearray(journal.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xa5" * 4096
    journal.write_bytes(content)
    assert back_up_daily(journal, MONDAY).outcome == "damaged"


def test_the_largest_backup_is_the_measure_even_if_the_newest_is_damaged(
    journal: Path,
) -> None:
    back_up_daily(journal, MONDAY)
    write_changes(journal, "met Li", "met Mira")
    back_up_daily(journal, MONDAY + timedelta(1))
    write_changes(journal, "met Ada again")
    newest = back_up_daily(journal, MONDAY + timedelta(2)).file
    newest.write_text("broken")
    half_forgotten(journal)
    assert back_up_daily(journal, MONDAY + timedelta(3)).outcome == "shrunk"


def test_a_journal_that_grew_again_is_backed_up_again(journal: Path) -> None:
    back_up_daily(journal, MONDAY)
    half_forgotten(journal)
    assert back_up_daily(journal, MONDAY + timedelta(1)).outcome == "shrunk"
    write_changes(journal, "met Ada", "met Bo", "met Li")
    assert back_up_daily(journal, MONDAY + timedelta(2)).outcome == "made"


def test_four_first_writes_at_once_make_one_backup(journal: Path) -> None:
    script = """
        import sys
        from datetime import date
        from pathlib import Path
        from guidelog.storage.backups import back_up_daily
        print("ready", flush=True)
        sys.stdin.readline()
        print(back_up_daily(Path(sys.argv[1]), date(2026, 11, 23)).outcome)
    """
    answers = start_together(script, 4, journal)
    assert answers.count("made") == 1
    assert set(answers) <= {"made", "there", "elsewhere"}
    assert soundness(backup_of(journal, MONDAY)) == "ok"


def test_whoever_finds_another_at_the_backup_does_not_wait(journal: Path) -> None:
    with turn_at(journal, wait=True):
        assert back_up_daily(journal, MONDAY).outcome == "elsewhere"
    assert back_up_daily(journal, MONDAY).outcome == "made"


@pytest.mark.ordeal
def test_a_backup_killed_at_any_moment_is_not_there_or_whole(
    tmp_path: Path, shape: Shape
) -> None:
    journal = a_journal(tmp_path / "journal.db", shape, ["met Ada " * 30] * 4000)
    script = """
        import sys
        from datetime import date
        from pathlib import Path
        from guidelog.storage.backups import back_up_daily
        print("ready", flush=True)
        sys.stdin.readline()
        back_up_daily(Path(sys.argv[1]), date.fromisoformat(sys.argv[2]))
    """
    for n in range(8):
        day = MONDAY + timedelta(n)
        start_and_kill(script, 0.004 * n, journal, day)
        assert {soundness(file) for file in backups_of(journal)} <= {"ok"}
        assert back_up_daily(journal, day).outcome in ("made", "there")
    assert list(backups_folder(journal).glob("*.part*")) == []


def test_what_a_crash_left_of_a_backup_is_swept_by_the_next(journal: Path) -> None:
    back_up_daily(journal, MONDAY)
    part = backups_folder(journal) / "2026-11-24.db.part"
    part.write_text("words of Ada")
    back_up_daily(journal, MONDAY + timedelta(2))
    assert not part.exists()


def test_other_files_in_the_folder_are_nobodys_backup(journal: Path) -> None:
    back_up_daily(journal, MONDAY)
    mine = backups_folder(journal) / "before the move.db"
    mine.write_bytes(journal.read_bytes())
    odd = mine.with_name("2026-13-45.db")
    odd.write_bytes(journal.read_bytes())
    assert days_of(journal) == [MONDAY]
    for n in range(1, 20):
        back_up_daily(journal, MONDAY + timedelta(n))
    assert mine.exists()
    assert odd.exists()


def test_the_last_copies_before_a_deed_are_kept_however_many_a_day_has(
    journal: Path,
) -> None:
    made = [back_up_before(journal, "merge", MONDAY) for _ in range(12)]
    other = back_up_before(journal, "import", MONDAY)
    assert set(copies_aside(journal)) == {*made[-3:], other}
    later = back_up_before(journal, "merge", MONDAY + timedelta(1))
    assert set(copies_aside(journal)) == {*made[-2:], later, other}


def test_a_full_disk_keeps_the_backups_there_are(
    small_disk: Path, shape: Shape
) -> None:
    journal = a_journal(small_disk / "journal.db", shape, ["met Ada " * 30] * 900)
    back_up_daily(journal, MONDAY)
    with pytest.raises(DiskFull):
        back_up_daily(journal, MONDAY + timedelta(1))
    assert days_of(journal) == [MONDAY]
    assert list(backups_folder(journal).glob("*.part")) == []


def test_a_journal_in_use_is_not_taken_for_a_damaged_one(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access, "GIVEN_UP_AFTER", 0.05)
    with closing(sqlite3.connect(journal, isolation_level=None)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LockedJournal):
            back_up_daily(journal, MONDAY)
        with pytest.raises(LockedJournal):
            back_up_before(journal, "merge", MONDAY)
    assert back_up_daily(journal, MONDAY).outcome == "made"


def test_renewed_backups_hold_no_word_that_the_journal_lost(
    old_journal: Path, shape: Shape
) -> None:
    write_changes(old_journal, "Mira said: xylophone")
    upgrade(old_journal, shape)
    for n in range(3):
        back_up_daily(old_journal, MONDAY + timedelta(n))
    forget_xylophone(old_journal)
    backups_folder(old_journal).joinpath("2026-11-30.db.part").write_text("xylophone")
    assert renew_backups(old_journal) == backups_of(old_journal)
    assert len(days_of(old_journal)) == 3
    left = [f for f in old_journal.parent.rglob("*") if f.is_file()]
    words = [f.name for f in left if b"xylophone" in f.read_bytes().lower()]
    assert words == []


def forget_xylophone(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA secure_delete=ON")
        database.execute("UPDATE change SET what = '' WHERE what LIKE '%xylophone%'")
        database.execute("VACUUM")


def test_words_in_the_gaps_of_pages_do_not_travel_into_a_backup(
    journal: Path,
) -> None:
    with closing(sqlite3.connect(journal, isolation_level=None)) as database:
        database.execute("PRAGMA secure_delete=OFF")
        for n in range(200):
            what = f"xylophone {n} " + "la " * (n % 90)
            database.execute("INSERT INTO change (what) VALUES (?)", (what,))
        database.execute("UPDATE change SET what = '-' WHERE what LIKE 'xylo%'")
    assert b"xylophone" in journal.read_bytes()
    assert b"xylophone" not in back_up_daily(journal, MONDAY).file.read_bytes()
