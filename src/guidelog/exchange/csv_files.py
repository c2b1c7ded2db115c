"""CSV: tables as text, in the dialects of spreadsheet programs."""

import csv
from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import Final

from guidelog.errors import BrokenTable
from guidelog.exchange.formulas import is_disarmed, is_formula
from guidelog.exchange.found import Found, Unread, Wishes
from guidelog.exchange.headings import FEWEST, could_name_columns, count_known, turn_of
from guidelog.exchange.opening import Opened
from guidelog.exchange.rows import Dialect, Line
from guidelog.exchange.tables import LOOKED_AT, read_table

_DELIMITERS: Final = (",", ";", "\t", "|")
_MARKS: Final = frozenset("'=+-@\t\r")
_LONGEST_CELL: Final = 1 << 24
_SAID: Final = "sep="
"""How a spreadsheet is told the delimiter, in a line of its own above the table."""


def is_csv(opened: Opened) -> bool:
    """Tell by the beginning: one of its lines names columns, and it is no Markdown."""
    first = opened.beginning.lstrip().split("\n")[:LOOKED_AT]
    if first[0].startswith(("#", "---", "|", "{", "[")):
        return False
    return any(map(_names_columns, first))


def could_be_csv(opened: Opened) -> bool:
    """Tell a table with names of columns that nobody knows, by its first two rows."""
    lines = opened.beginning.lstrip().split("\n")
    delimiter = find_delimiter(lines[0])
    rows = [*islice(filter(None, csv.reader(lines, delimiter=delimiter)), 2)]
    return len(rows) > 1 and could_name_columns(rows[0]) and len({*map(len, rows)}) == 1


def _names_columns(line: str) -> bool:
    """Tell whether most of what stands in a line could be names of columns."""
    cells = [cell for cell in cells_of(line) if cell.strip()]
    return count_known(cells) >= max(FEWEST, len(cells) / 2)


def cells_of(line: str) -> list[str]:
    """The cells of a line, apart at the delimiter it has most."""
    return next(csv.reader([line], delimiter=find_delimiter(line)), [])


def find_delimiter(line: str) -> str:
    """The delimiter that a line has most outside its quotes; a comma where none."""
    if line.casefold().startswith(_SAID) and len(line) > len(_SAID):
        return line[len(_SAID)]
    outside = "".join(line.split('"')[::2])
    return max(_DELIMITERS, key=outside.count)


def read_csv(opened: Opened, wishes: Wishes) -> Iterator[Found | Unread]:
    """Find what stands in a table. Raises BrokenTable and what `read_table` raises."""
    dialect = Dialect(is_disarmed=partial(_is_disarmed, opened))
    yield from read_table(opened.name, lines_of(opened), wishes, dialect)


def _is_disarmed(opened: Opened) -> bool:
    """Tell whether every formula of a table stands behind an apostrophe.

    Where one does not, the apostrophes are the leader's own.
    """
    with opened.text() as stream:
        if not any("'" in line for line in stream):
            return False
    found = False
    for line in lines_of(opened):
        cells = [cell for cell in line.cells if cell[:1] in _MARKS]
        if any(map(is_formula, cells)):
            return False
        found = found or any(map(is_disarmed, cells))
    return found


def turn_of_csv(opened: Opened) -> int:
    """People come before goals, and both before the talks that speak of them."""
    return turn_of(cells_of(_line_with_columns(opened.beginning)))


def lines_of(opened: Opened) -> Iterator[Line]:
    """The rows of a file. Raises BrokenTable where a quote is never closed."""
    first = _line_with_columns(opened.beginning)
    csv.field_size_limit(_LONGEST_CELL)
    with opened.text(newline="") as stream:
        reader = csv.reader(stream, delimiter=find_delimiter(first), strict=True)
        number = 1
        try:
            for cells in reader:
                if number > 1 or not "".join(cells).casefold().startswith(_SAID):
                    yield Line(number, tuple(cells))
                number = reader.line_num + 1
        except csv.Error:
            why = "the quotes around a cell are broken"
            raise BrokenTable(file=opened.name, line=number, why=why) from None


def _line_with_columns(beginning: str) -> str:
    """The line that says sep= or names most columns."""
    lines = beginning.lstrip().split("\n")[:LOOKED_AT]
    if lines[0].casefold().startswith(_SAID):
        return lines[0]
    return max(lines, key=lambda line: count_known(cells_of(line)))
