"""An export is the documented columns of a view, in order, the same bytes each time."""

import csv
import io
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from guidelog.dates import Period, read_period, today
from guidelog.errors import (
    FilterNotTaken,
    UnknownView,
    UnknownWord,
)
from guidelog.exchange.columns import describe_columns
from guidelog.exchange.exporting import EXPORTED, Wanted, export_view
from guidelog.exchange.places import write_beside
from guidelog.exchange.writers import WRITERS
from guidelog.lookback.filters import Filters
from guidelog.lookback.reading import COLUMNS
from guidelog.lookback.rows import VIEWS
from leading import Leader
from lookback.building import Book, fill


@pytest.fixture
def filled() -> Iterator[Book]:
    """A journal with at least one row for every view."""
    book = fill(Book())
    yield book
    book.db.close()


def export(book: Book, wanted: Wanted) -> str:
    """What an export writes."""
    stream = io.StringIO()
    export_view(book.db, wanted, stream)
    return stream.getvalue()


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_is_exported_as_it_always_was(
    view: str, filled: Book, golden: Callable[[str, str], None]
) -> None:
    golden(f"{view}.csv", export(filled, Wanted(view)))


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", WRITERS)
def test_two_exports_of_one_journal_are_the_same_bytes(
    view: str, name: str, filled: Book, tmp_path: Path
) -> None:
    texts = [export(filled, Wanted(view, name)) for _ in range(2)]
    with write_beside(tmp_path / "export") as stream:
        export_view(filled.db, Wanted(view, name), stream)
    texts.append((tmp_path / "export").read_text(encoding="utf-8"))

    assert len(set(texts)) == 1


def ids_in(text: str) -> list[str]:
    """The ids of the rows of an export."""
    return [row["id"] for row in csv.DictReader(io.StringIO(text))]


@pytest.mark.parametrize("view", VIEWS)
def test_the_header_is_the_documented_columns(view: str, filled: Book) -> None:
    header = next(csv.reader(io.StringIO(export(filled, Wanted(view)))))

    described = describe_columns(view)
    assert header == [name for name, _ in described] == list(COLUMNS[view])
    assert all(meaning for _, meaning in described)


def test_a_name_that_is_nothing_is_answered_with_all_that_can_be_exported(
    filled: Book,
) -> None:
    with pytest.raises(UnknownView) as refused:
        export(filled, Wanted("nothing"))

    assert set(refused.value.helps.removeprefix("It is one of: ")[:-1].split(", ")) == {
        *EXPORTED,
        "log",
        "all",
    }


def test_filters_narrow_an_export(filled: Book) -> None:
    wanted = Wanted("sessions", filters=Filters(who="bo"))

    assert ids_in(export(filled, wanted)) == ["s2"]


@pytest.mark.parametrize(
    ("wanted", "refusal", "says"),
    [
        (Wanted("session"), UnknownView, "Did you mean sessions?"),
        (Wanted("sqlite_schema"), UnknownView, "nothing that can be exported."),
        (Wanted("people", "cvs"), UnknownWord, "Did you mean csv?"),
        (Wanted("steps", filters=Filters(who="ada")), FilterNotTaken, "--who"),
    ],
)
def test_what_can_not_be_exported_is_refused_before_a_byte_is_written(
    wanted: Wanted, refusal: type[Exception], says: str, filled: Book
) -> None:
    stream = io.StringIO()

    with pytest.raises(refusal, match=says.replace("?", r"\?")):
        export_view(filled.db, wanted, stream)

    assert stream.getvalue() == ""


class SlowReader(io.StringIO):
    """A stream whose reader changes the journal before it takes a line."""

    def __init__(self, journal: Path) -> None:
        """Remember which journal to change."""
        super().__init__()
        self.journal = journal

    def write(self, text: str, /) -> int:
        """Change the journal, waiting for nobody, then take the line."""
        other = sqlite3.connect(self.journal, timeout=0)
        other.execute("UPDATE person SET role = 'engineer'")
        other.commit()
        other.close()
        return super().write(text)


def test_an_export_into_a_slow_pipe_fails_nobody_who_writes(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    book = fill(Book(path))
    book.commit().close()
    db = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None)
    stream = SlowReader(path)

    export_view(db, Wanted("timeline"), stream)

    assert len(stream.getvalue().splitlines()) == 23
    db.close()


@pytest.mark.parametrize(
    "cell", ['=1+1"', "a,b", "\r", "\x00", "\x1b[31m", "'; DROP TABLE", "<b>", "🙂\n"]
)
def test_a_hostile_cell_stays_in_its_cell(cell: str) -> None:
    book = Book()
    book.person("ada", "Ada Okonkwo")
    book.talk("2026-11-20", "ada", note=cell)
    book.talk("2026-11-21", "ada", note="next")

    text = export(book, Wanted("sessions"))
    book.db.close()

    rows = csv.DictReader(io.StringIO(text, newline=""))
    assert [(row["id"], row["note"], row["people"]) for row in rows] == [
        ("s1", cell, "ada"),
        ("s2", "next", "ada"),
    ]


def test_a_period_as_it_is_typed_narrows_an_export(filled: Book) -> None:
    period: Period = read_period("2026-08", today())
    wanted = Wanted("observations", filters=Filters(period=period))

    assert ids_in(export(filled, wanted)) == ["o1", "o2"]


def test_the_log_has_no_columns_to_explain(guidelog: Leader) -> None:
    assert "guidelog export log" in guidelog.refused("export log --columns")


@pytest.mark.parametrize("wish", ["--format csv", "--format json", "--excel-safe"])
def test_the_log_is_lines_of_json_and_nothing_else(guidelog: Leader, wish: str) -> None:
    assert guidelog("export log", *wish.split()).code == 2
    lines = guidelog.does("export log").out
    assert guidelog.does("export log --format jsonl").out == lines


@pytest.mark.parametrize(
    ("name", "begins"),
    [("s.json", b'{"format"'), ("s.jsonl", b'{"id"'), ("s.xlsx", b"PK")],
)
def test_a_files_name_says_the_format(
    guidelog: Leader, tmp_path: Path, name: str, begins: bytes
) -> None:
    guidelog.does("person add ada Ada")
    guidelog.does("add ada Talked")
    guidelog.does("export sessions -o", str(tmp_path / name))
    written = (tmp_path / name).read_bytes()
    assert b"".join(written.split()).startswith(begins)


def test_any_other_name_says_nothing(guidelog: Leader, tmp_path: Path) -> None:
    guidelog.does("person add ada Ada")
    guidelog.does("export people -o", str(tmp_path / "people.txt"))
    assert (tmp_path / "people.txt").read_text().startswith("handle,")
    guidelog.does("export people --format json -o", str(tmp_path / "people.txt"))
    assert (tmp_path / "people.txt").read_text().startswith("{")


@pytest.mark.parametrize(
    "line",
    [
        "export people --format csv -o people.json",
        "export people --json -o people.csv",
        "report --format html -o team.pdf",
    ],
)
def test_a_format_that_the_name_speaks_against_is_refused(
    guidelog: Leader, line: str
) -> None:
    assert "says another format" in guidelog.refused(line)
