"""Rows come in one order, and nobody who writes has to wait for who reads them."""

import sqlite3
import tracemalloc
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelog.errors import FilterNotTaken
from guidelog.lookback.filters import Filters
from guidelog.lookback.reading import (
    HELD_ROWS,
    cells_of,
    hold_still,
    rows_of,
    spool,
    taken,
)
from guidelog.lookback.rows import (
    HistoryRow,
    PersonRow,
    SessionRow,
    StepRow,
    TimelineRow,
    TopicRow,
)
from guidelog.storage import cipher
from guidelog.storage.access import open_aside
from lookback.building import Book
from ordeal import searching

DAYS = (
    st.dates().map(lambda day: f"2026-{day:%m-%d}").filter(lambda d: "02-29" not in d)
)
TIMES = st.none() | st.times().map(lambda time: f"{time:%H:%M}")
ZONES = st.sampled_from(["+00:00", "-08:00", "+14:00"])


@searching(20)
@given(st.lists(st.tuples(DAYS, TIMES, ZONES), max_size=12))
def test_the_order_is_day_then_no_time_then_wall_time_then_uid(
    talks: list[tuple[str, str | None, str]],
) -> None:
    book = Book()
    book.person("ada", "Ada Okonkwo")
    said = [
        (day, time or "", book.talk(day, "ada", time=time, zone=time and zone))
        for day, time, zone in talks
    ]

    ids = [row.id for row in rows_of(book.db, SessionRow)]
    lines = [row.id for row in rows_of(book.db, TimelineRow)]
    book.db.close()

    # the instant does not count: people say times as the clock on the wall showed them
    by_wall_time = sorted(said, key=lambda one: (one[0], one[1], int(one[2][1:])))
    assert ids == lines == [id_ for *_, id_ in by_wall_time]


def test_steps_come_by_the_number_of_their_goal(book: Book) -> None:
    book.person("ada", "Ada Okonkwo")
    goals = [book.write("goal", person="ada") for _ in range(11)]
    for goal in (goals[10], goals[1]):
        for step in (2, -1, 1):
            book.write("step", goal=goal, step=step)

    steps = [(row.goal, row.step) for row in rows_of(book.db, StepRow)]

    assert steps == [(goal, n) for goal in ("g2", "g11") for n in (-1, 1, 2)]


def test_what_has_no_day_of_its_own_comes_in_the_order_it_was_written(
    book: Book,
) -> None:
    book.person("ada", "Ada Okonkwo")
    later = "2026-11-22T09:00:00+01:00"
    second = book.write("topic", person="ada", day="2026-11-01", recorded_at=later)
    first = book.write("topic", person="ada", day="2026-11-09")

    assert [row.id for row in rows_of(book.db, TopicRow)] == [first, second]


def test_changes_of_one_moment_come_in_the_order_they_were_made(book: Book) -> None:
    book.person("ada", "Ada Okonkwo")
    talk = book.talk("2026-11-20", "ada")
    changes = [book.log("change", talk, note=str(n)) for n in range(20)]

    assert [row.change for row in rows_of(book.db, HistoryRow)] == changes


def test_columns_come_as_they_were_asked_for(filled: Book) -> None:
    cells = cells_of(filled.db, "people", columns=("name", "handle"))

    assert list(cells) == [("Ada Okonkwo", "ada"), ("Bo Nilsson", "bo")]


def test_columns_not_asked_for_cost_nothing(book: Book) -> None:
    book.person("ada", "Ada Okonkwo")
    bare = steps_to_read(book)
    for _ in range(200):
        book.talk("2026-11-20", "ada")

    assert steps_to_read(book) <= bare


def steps_to_read(book: Book) -> int:
    """How much SQLite works to give everybody's name, in its own steps."""
    steps = []
    book.db.set_progress_handler(lambda: steps.append(1), 1)
    list(cells_of(book.db, "people", columns=("handle", "name")))
    book.db.set_progress_handler(None, 1)
    return len(steps)


@pytest.fixture(scope="module")
def plain() -> Iterator[sqlite3.Connection]:
    """A plain journal, which rows may be from."""
    with closing(sqlite3.connect(":memory:")) as db:
        yield db


MARKED = (1, "x" * 5000)


@pytest.mark.parametrize("count", [0, 1, HELD_ROWS, HELD_ROWS + 1, HELD_ROWS + 7])
def test_all_that_is_taken_is_given_back_in_order(
    plain: sqlite3.Connection, count: int
) -> None:
    rows = [(n, f"row {n}", None, n / 3) for n in range(count)]

    assert list(taken(plain, iter(rows))) == rows


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs"]))
        | st.none()
        | st.integers(-(2**63), 2**63 - 1)
        | st.floats(allow_nan=False),
        min_size=1,
        max_size=5,
    )
)
def test_a_row_that_is_put_aside_comes_back_as_it_was(
    plain: sqlite3.Connection, row: list[str | None]
) -> None:
    aside = open_aside(plain)

    assert list(spool(aside, [tuple(row)], len(row))) == [tuple(row)]


@pytest.mark.ordeal
def test_memory_stays_flat_however_many_rows_are_taken(
    plain: sqlite3.Connection,
) -> None:
    def peak(count: int) -> int:
        tracemalloc.start()
        rows = ((n, "x" * 1000) for n in range(count))
        for _ in taken(plain, rows):
            pass
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    few = peak(HELD_ROWS + 1)

    assert peak(4 * HELD_ROWS) < 1.2 * few


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="no /proc here")
def test_rows_put_aside_lie_in_a_file_without_a_name_that_only_we_can_read(
    plain: sqlite3.Connection,
) -> None:
    rows = taken(plain, (MARKED for _ in range(HELD_ROWS + 1000)))
    aside = [link.stat() for link in files_without_a_name("etilqs")]

    assert [f"{stat.st_mode & 0o777:o}" for stat in aside] == ["600"]
    assert [stat.st_nlink for stat in aside] == [0]
    assert len(list(rows)) == HELD_ROWS + 1000


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="no /proc here")
def test_rows_of_an_encrypted_journal_are_put_aside_encrypted(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    path.touch()
    key = cipher.make_key("four words nobody expects")
    with closing(cipher.open_with(path, "rw", key)) as journal:
        rows = taken(journal, ((n, "x" * 500) for n in range(HELD_ROWS + 1000)))
    (aside,) = files_without_a_name("guidelog-")

    assert f"{aside.stat().st_mode & 0o777:o}" == "600"
    assert aside.stat().st_size > HELD_ROWS * 100
    assert b"x" * 20 not in aside.read_bytes()
    assert len(list(rows)) == HELD_ROWS + 1000
    assert files_without_a_name("guidelog-") == []


def files_without_a_name(begun: str) -> list[Path]:
    """The files this process has open that were unlinked, by how they were called."""
    links = [Path(f"/proc/self/fd/{n}") for n in range(3, 256)]
    called = {link: str(link.readlink()) for link in links if link.is_symlink()}
    return [
        link
        for link, name in called.items()
        if begun in name and name.endswith(" (deleted)")
    ]


def a_journal(path: Path, talks: int) -> sqlite3.Connection:
    """A journal in a file, opened for looking."""
    book = Book(path)
    book.person("ada", "Ada Okonkwo")
    for _ in range(talks):
        book.talk("2026-11-20", "ada", note="x" * 500)
    book.commit().close()
    return sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None)


def write_at_once(path: Path) -> None:
    """Change a journal as a writer does that waits for nobody."""
    with closing(sqlite3.connect(path, timeout=0)) as other:
        other.execute("UPDATE person SET role = 'engineer'")
        other.commit()


def test_whoever_writes_is_not_held_up_by_rows_that_were_taken(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    db = a_journal(path, talks=300)
    rows = taken(db, cells_of(db, "sessions"))
    next(rows)

    write_at_once(path)

    assert len(list(rows)) == 299
    db.close()


def test_an_open_reading_would_hold_a_writer_up(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    db = a_journal(path, talks=300)
    rows = cells_of(db, "sessions")
    next(rows)

    with pytest.raises(sqlite3.OperationalError, match="locked"):
        write_at_once(path)
    db.close()


def test_several_readings_see_one_moment_and_then_let_go(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    db = a_journal(path, talks=1)
    with hold_still(db):
        before = list(rows_of(db, PersonRow))
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            write_at_once(path)
        assert list(rows_of(db, PersonRow)) == before

    write_at_once(path)

    assert [row.role for row in rows_of(db, PersonRow)] == ["engineer"]
    db.close()


def test_what_fails_while_holding_still_lets_go_too(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    db = a_journal(path, talks=1)
    with pytest.raises(FilterNotTaken), hold_still(db):
        rows_of(db, PersonRow, Filters(tags=("pay",)))

    write_at_once(path)
    db.close()


def test_a_limit_of_none_and_a_limit_beyond_all_give_the_same(filled: Book) -> None:
    every = list(rows_of(filled.db, TimelineRow))

    assert list(rows_of(filled.db, TimelineRow, Filters(limit=1000))) == every
