"""Tables: a heading and the rows below it, whatever file they come from."""

from collections.abc import Iterator
from itertools import chain, islice
from typing import Final

from guidelog.errors import NoTable
from guidelog.exchange.found import Found, Place, Unread, Wishes
from guidelog.exchange.headings import FEWEST, count_known, read_heading
from guidelog.exchange.rows import PLAIN, Dialect, Line, Rows

LOOKED_AT: Final = 20
"""Lines among which the heading of a table stands."""


def read_table(
    file: str, lines: Iterator[Line], wishes: Wishes, dialect: Dialect = PLAIN
) -> Iterator[Found | Unread]:
    """Find what stands in the rows of a table.

    Raises what `read_heading` raises, and NoTable where there is no heading.
    """
    before = list(islice(lines, LOOKED_AT))
    known = (count_known(line.cells) + len(wishes.columns) for line in before)
    at = next((n for n, one in enumerate(known) if one >= FEWEST), None)
    if at is None:
        raise NoTable(file=file)
    for line in before[:at]:
        if line.text:
            place = Place(file, line.number)
            yield Unread(place, "stands above the table", line.text)
    heading = read_heading(file, before[at].cells, wishes.columns)
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
