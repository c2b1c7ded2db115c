"""A spreadsheet holds numbers, days and texts as such, and the same bytes always."""

import io
import sqlite3
import sys
import time
import zipfile
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import openpyxl
import pytest

from guidelog.errors import MissingExtra, NoColumns, TooManyRows
from guidelog.exchange import spreadsheets
from guidelog.exchange.exporting import Wanted, export_sheet
from guidelog.exchange.spreadsheets import LONGEST, write_sheet
from guidelog.exchange.writers import Header
from guidelog.lookback.reading import COLUMNS, Cells
from leading import Leader
from lookback.building import Book, fill

Rows = list[tuple[Any, ...]]


def on(moment: str) -> datetime:
    """A day or a moment as a spreadsheet has it."""
    return datetime.fromisoformat(moment)


def sheet_of(data: bytes) -> Any:
    """The one sheet of a book, formulas as formulas."""
    return openpyxl.load_workbook(io.BytesIO(data)).active


def written(columns: tuple[str, ...], *rows: Cells) -> bytes:
    """The bytes of some rows."""
    stream = io.BytesIO()
    write_sheet(Header("sessions", columns), iter(rows), stream)
    return stream.getvalue()


def read_back(columns: tuple[str, ...], *rows: Cells) -> Rows:
    """The cells below the header, as another program reads them."""
    sheet = sheet_of(written(columns, *rows))
    return list(sheet.iter_rows(min_row=2, values_only=True))


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    """A journal with at least one row for every view."""
    book = fill(Book())
    yield book.db
    book.db.close()


@pytest.mark.parametrize("view", COLUMNS)
def test_every_view_fits_a_sheet_with_a_frozen_header(
    view: str, db: sqlite3.Connection
) -> None:
    stream = io.BytesIO()
    export_sheet(db, Wanted(view, "xlsx"), stream)

    sheet = sheet_of(stream.getvalue())
    header, *rows = sheet.iter_rows(values_only=True)
    (count,) = db.execute(f"SELECT count(*) FROM {view}").fetchone()
    assert (sheet.title, sheet.freeze_panes) == (view, "A2")
    assert header == COLUMNS[view]
    assert len(rows) == count


def test_numbers_days_moments_and_switches_are_what_they_are() -> None:
    columns = ("minutes", "target", "due_on", "occurred_at", "unwritten", "note")
    first: Cells = (45, "0.50", "2026-11-20", "2026-11-20T15:00+01:00", "true", "x")
    second: Cells = (None, "4", None, "2026-11-20", "false", "2026-11-20")

    assert read_back(columns, first, second) == [
        (45, 0.5, on("2026-11-20"), on("2026-11-20 15:00"), True, "x"),
        (None, 4, None, on("2026-11-20"), False, "2026-11-20"),
    ]
    sheet = sheet_of(written(columns, first, second))
    assert [sheet.cell(row, 4).number_format for row in (2, 3)] == [
        "yyyy-mm-dd h:mm:ss",
        "yyyy-mm-dd",
    ]


def test_a_day_before_spreadsheets_agree_about_days_stays_a_text() -> None:
    assert read_back(("since",), ("1899-12-31",), ("1901-01-01",)) == [
        ("1899-12-31",),
        (on("1901-01-01"),),
    ]


@pytest.mark.parametrize(
    "text", ["=1+1", "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "#N/A", "\t=1", "1"]
)
def test_a_text_is_never_a_formula_or_a_number(text: str) -> None:
    sheet = sheet_of(written(("note", "about"), (text, "next"), ("plain", text)))

    for cell, following in ((sheet["A2"], sheet["B2"]), (sheet["B3"], sheet["A3"])):
        assert (cell.value, cell.data_type) == (text, "s")
        assert following.data_type == "s"


def test_the_leader_is_told_that_a_text_was_cut(guidelog: Leader) -> None:
    guidelog.does("person add ada 'Ada Okonkwo'")
    guidelog.does("add ada", "x" * 40_000)

    sheet = str(guidelog.home / "sessions.xlsx")
    said = guidelog.does("export sessions --format xlsx -o", sheet).err

    assert "1 text is too long for a cell" in said


def test_a_text_that_no_cell_holds_is_cut_and_says_so() -> None:
    ((long, odd),) = read_back(("note", "about"), ("x" * 40_000, "a\x00b"))

    assert len(long) == LONGEST
    assert long.endswith("x […]")
    assert odd == "a\N{REPLACEMENT CHARACTER}b"


def test_the_same_rows_are_the_same_bytes_at_any_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    row: Cells = ("s1", "2026-11-20")
    first = written(("id", "occurred_at"), row)
    later = time.localtime(time.time() + 86_400 * 400)
    monkeypatch.setattr(zipfile.time, "localtime", lambda *_: later)  # type: ignore[attr-defined]

    assert written(("id", "occurred_at"), row) == first


def test_more_rows_than_a_sheet_holds_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(spreadsheets, "MOST_ROWS", 3)
    written(("id",), ("s1",), ("s2",))

    with pytest.raises(TooManyRows, match="sessions has more rows"):
        written(("id",), ("s1",), ("s2",), ("s3",))


def test_the_log_fits_no_sheet(db: sqlite3.Connection) -> None:
    with pytest.raises(NoColumns):
        export_sheet(db, Wanted("log", "xlsx"), io.BytesIO())


def test_without_the_extra_one_line_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)

    with pytest.raises(MissingExtra) as refused:
        written(("id",), ("s1",))

    assert 'pip install "guidelog[xlsx]"' in refused.value.helps
