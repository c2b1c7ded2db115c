"""Tables: a heading and the rows below it, whatever file they come from."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from functools import partial
from itertools import chain, islice
from typing import Final

from guidelog.errors import NoTable
from guidelog.exchange.found import Found, Place, Unread, Wishes
from guidelog.exchange.headings import (
    FEWEST,
    could_name_columns,
    count_known,
    has_column,
    read_header,
)
from guidelog.exchange.rows import PLAIN, Dialect, Line, Rows

LOOKED_AT: Final = 20
"""Lines among which the heading of a table stands."""


def read_table(
    file: str, lines: Iterator[Line], wishes: Wishes, dialect: Dialect = PLAIN
) -> Iterator[Found | Unread]:
    """Find what stands in the rows of a table.

    Raises what `read_header` raises, and NoTable where there is no heading.
    """
    before = list(islice(lines, LOOKED_AT))
    named = partial(_names_columns, wishes.columns.values())
    at = next((n for n, line in enumerate(before) if named(line.cells)), None)
    if at is None:
        raise NoTable(file=file, found=_say_columns(before))
    for line in before[:at]:
        if line.text:
            place = Place(file, line.number)
            yield Unread(place, "stands above the table", line.text)
    heading = read_header(file, before[at].cells, wishes.columns)
    if heading.strays:
        place = Place(file, before[at].number)
        yield Unread(
            place, "columns that are not taken over", ", ".join(heading.strays)
        )
    rows = Rows(file, heading, wishes, dialect)
    if rows.is_disarmed:
        why = "apostrophes of --excel-safe before formulas are taken off"
        yield Unread(Place(file, before[at].number), why)
    yield from rows.read(chain(before[at + 1 :], lines))


def _names_columns(mapped: Collection[str], cells: Sequence[str]) -> bool:
    """Tell whether a line has names that are known, or one that the leader said."""
    return count_known(cells) >= FEWEST or any(has_column(cells, one) for one in mapped)


def _say_columns(lines: Iterable[Line]) -> str:
    """The first line that could be a heading, for a message."""
    likely = (line.cells for line in lines if could_name_columns(line.cells))
    columns = ", ".join(cell.strip() for cell in next(likely, ()) if cell.strip())
    return f"It has: {columns}. " if columns else ""


def say_cell(value: object) -> str:
    """A cell as a table of text would have it."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case datetime():
            at = value.replace(microsecond=0)
            return f"{at:%Y-%m-%d %H:%M:%S}"
        case date():
            return value.isoformat()
        case time():
            return f"{value:%H:%M:%S}"
        case timedelta():
            minutes = round(value / timedelta(minutes=1))
            return f"{minutes // 60}:{minutes % 60:02}"
        case float() if value.is_integer():
            return str(int(value))
    return str(value)
