"""Spreadsheets: the rows of a view as XLSX, the same bytes always.

Numbers and dates are numbers and dates there. A text is a text, whatever it begins
with: no formula is ever written. A spreadsheet knows no offsets, so that a moment is
the time on the leader's clock; and no cell holds more than 32,767 signs.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any, BinaryIO, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from guidelog.errors import MissingExtra, TooManyRows
from guidelog.exchange.writers import BOOLEANS, Header
from guidelog.lookback.filters import Value
from guidelog.lookback.reading import Cells

MOST_ROWS: Final = 1_048_576
LONGEST: Final = 32_767
"""How many signs a cell holds."""
CUT: Final = " […]"
"""How a text ends that is longer."""
MADE: Final = datetime.fromisoformat("2000-01-01")
"""When every file says it was made: of the same rows it has the same bytes."""

FIRST_YEAR: Final = 1901
"""From when on spreadsheets agree about the days."""
DATES: Final = re.compile(r"(at|since|start|end|\w+_(?:on|at|since))")
"""The columns of days and moments."""
NUMBERS: Final = frozenset(
    {"baseline", "target", "current", "value", "paid_hours", "pro_bono_hours"}
)
"""The columns of numbers that were typed."""
# openpyxl refuses these; a journal that guidelog wrote has none
_UNWRITABLE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write_sheet(header: Header, rows: Iterable[Cells], stream: BinaryIO) -> int:
    """Write one sheet with a frozen header; gives how many texts had to be cut.

    Raises MissingExtra and TooManyRows.
    """
    openpyxl = _openpyxl()
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(header.entity)
    _lay_out(sheet, header)
    with closing(sheet):
        cut = _fill(sheet, header, rows)
    _save(book, stream)
    return cut


def _fill(sheet: Any, header: Header, rows: Iterable[Cells]) -> int:
    """Append all rows; gives how many texts are too long. Raises TooManyRows."""
    sheet.append([_bold(sheet, name) for name in header.columns])
    read = [reader_of(name) for name in header.columns]
    count, cut = 1, 0
    for count, cells in enumerate(rows, 2):
        if count > MOST_ROWS:
            raise TooManyRows(view=header.entity)
        sheet.append(list(_cells(sheet, read, cells)))
        cut += sum(isinstance(one, str) and len(one) > LONGEST for one in cells)
    sheet.auto_filter.ref = f"A1:{_letter(len(header.columns))}{count}"
    return cut


def reader_of(column: str) -> Callable[[Value], Any]:
    """Find what the cells of a column are: days, numbers, or what they are already."""
    if DATES.fullmatch(column):
        return read_date
    if column in BOOLEANS:
        return read_switch
    return read_number if column in NUMBERS else _as_it_is


def read_date(cell: Value) -> Any:
    """Read a day, or a moment on the leader's clock; what is neither stays a text."""
    try:
        moment = datetime.fromisoformat(str(cell)).replace(tzinfo=None)
    except ValueError:
        return cell
    if moment.year < FIRST_YEAR:
        return cell
    return moment if "T" in str(cell) else moment.date()


def read_number(cell: Value) -> Any:
    """Read a number as it was typed; what is none stays a text."""
    try:
        number = Decimal(str(cell))
    except InvalidOperation:
        return cell
    return number if number.is_finite() else cell


def read_switch(cell: Value) -> bool:
    """Read the words true and false."""
    return cell == "true"


def fit_text(text: str) -> str:
    """Make a text one that a cell can hold."""
    text = _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)
    return text if len(text) <= LONGEST else text[: LONGEST - len(CUT)] + CUT


def _as_it_is(cell: Value) -> Value:
    return cell


WIDTHS: Final[Mapping[object, int]] = {read_date: 17, read_number: 12}
"""How many signs a column has room for, by what it holds."""


def _cells(
    sheet: Any, readers: list[Callable[[Value], Any]], cells: Cells
) -> Iterator[Any]:
    for read, cell in zip(readers, cells, strict=True):
        value = read(cell)
        yield _text(sheet, value) if isinstance(value, str) else value


def _text(sheet: Any, text: str) -> Any:
    """Give a text that stays one: openpyxl takes what begins with = for a formula."""
    fitted = fit_text(text)
    if not fitted.startswith(("=", "#")):
        return fitted
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, fitted)
    cell.data_type = "s"
    return cell


def _bold(sheet: Any, name: str) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    cell = WriteOnlyCell(sheet, name)
    cell.font = Font(bold=True)
    return cell


def _lay_out(sheet: Any, header: Header) -> None:
    """Freeze the header and give each column room for what it holds."""
    sheet.freeze_panes = "A2"
    for place, name in enumerate(header.columns, 1):
        room = max(WIDTHS.get(reader_of(name), 24), len(name) + 4)
        sheet.column_dimensions[_letter(place)].width = room


def _letter(place: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(place))


class _Undated(ZipFile):
    """An archive whose parts all bear the same time."""

    def open(self, name: Any, *args: Any, **more: Any) -> Any:
        """Open a part; a new one is dated first."""
        if isinstance(name, ZipInfo):
            name.date_time = MADE.timetuple()[:6]
        return super().open(name, *args, **more)


def _save(book: Any, stream: BinaryIO) -> None:
    """Write the book as openpyxl does, but for the time of day in it."""
    from openpyxl.writer.excel import ExcelWriter

    book.properties.created = book.properties.modified = MADE
    book.properties.creator = "guidelog"
    with _Undated(stream, "w", ZIP_DEFLATED) as archive:
        ExcelWriter(book, archive).write_data()


def _openpyxl() -> Any:
    try:
        import openpyxl
    except ImportError as error:
        raise MissingExtra(what="A spreadsheet", extra="xlsx") from error
    return openpyxl
