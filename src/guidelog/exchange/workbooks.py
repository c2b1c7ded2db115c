"""Workbooks: the tables of spreadsheet programs in their own format."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Final

from guidelog.errors import BrokenWorkbook, MissingExtra, NoSuchSheet
from guidelog.exchange.found import Found, Unread, Wishes
from guidelog.exchange.headings import count_known, turn_of
from guidelog.exchange.opening import Opened
from guidelog.exchange.rows import Dialect, Line
from guidelog.exchange.tables import LOOKED_AT, read_table, say_cell

_ZIP: Final = b"PK\x03\x04"
_PARTS: Final = (b"[Content_Types].xml", b"xl/", b"_rels/")


def is_workbook(opened: Opened) -> bool:
    """Tell by the beginning: an archive with the parts of a workbook."""
    named = any(part in opened.start for part in _PARTS)
    return opened.start.startswith(_ZIP) and named


def read_workbook(opened: Opened, wishes: Wishes) -> Iterator[Found | Unread]:
    """Find what stands in a sheet: the first, or the one that is wished for.

    Raises MissingExtra without openpyxl, BrokenWorkbook, NoSuchSheet and what
    `read_table` raises.
    """
    with _opened(opened) as book:
        lines = _lines(opened, book, wishes.sheet)
        dialect = Dialect(numbered=partial(_day_of, book.epoch))
        yield from read_table(opened.name, lines, wishes, dialect)


def turn_of_workbook(opened: Opened) -> int:
    """As a table of the same columns."""
    with _opened(opened) as book:
        lines = _lines(opened, book, None)
        first = [line.cells for _, line in zip(range(LOOKED_AT), lines, strict=False)]
    return turn_of(max(first, key=count_known, default=()))


@contextmanager
def _opened(opened: Opened) -> Iterator[Any]:
    try:
        import openpyxl
    except ImportError as error:
        raise MissingExtra(what="a workbook", extra="xlsx") from error
    try:
        book = openpyxl.load_workbook(opened.path, read_only=True, data_only=True)
    except Exception as error:
        # whatever breaks in there, the file is what has to be mended
        raise BrokenWorkbook(file=opened.name) from error
    try:
        yield book
    finally:
        book.close()


def _lines(opened: Opened, book: Any, sheet: str | None) -> Iterator[Line]:
    if sheet is not None and sheet not in book.sheetnames:
        names = ", ".join(book.sheetnames)
        raise NoSuchSheet(file=opened.name, sheet=sheet, sheets=names)
    rows = book[sheet or book.sheetnames[0]].iter_rows(values_only=True)
    for number, row in enumerate(rows, 1):
        yield Line(number, tuple(map(say_cell, row)))


def _day_of(epoch: datetime, number: float) -> str:
    """The day of a serial number, which a sheet shows without the format of a day."""
    return say_cell(epoch + timedelta(days=number))
