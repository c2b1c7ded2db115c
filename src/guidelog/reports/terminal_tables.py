"""Tables on a terminal: columns where they fit, else each row under its name."""

from collections.abc import Sequence
from itertools import groupby

from guidelog.reports.blocks import Column, Spans, Table, joined
from guidelog.reports.terminal_lines import (
    Line,
    Screen,
    in_kind,
    indent,
    pad,
    set_beside,
    text_of,
    width_of,
    wrap,
)

GAP = 2
WIDE_TEXT = 12
"""What a wide column of a table needs, else the table is stacked."""

Row = Sequence[Spans]


def lay_table(table: Table, screen: Screen) -> list[Line]:
    """The lines of a table."""
    rows = [[screen.spell(cell) for cell in row] for row in table.rows]
    widths = measure_columns(table.columns, rows)
    if fitted := fit(table.columns, widths, screen.width - 2):
        return indent(set_rows(table.columns, rows, fitted), 2)
    return [line for row in rows for line in stack_row(table.columns, row, screen)]


def measure_columns(columns: Sequence[Column], rows: Sequence[Row]) -> list[int]:
    """The cells each column would take if nothing were wrapped."""
    return [
        max([len(column.heading), *(width_of(row[n]) for row in rows)])
        for n, column in enumerate(columns)
    ]


def fit(columns: Sequence[Column], widths: list[int], width: int) -> list[int] | None:
    """The widths with which the table fits, the widest texts cut; None if it can't."""
    fitted = list(widths)
    over = sum(fitted) + GAP * (len(fitted) - 1) - width
    wide = [n for n, column in enumerate(columns) if column.wide]
    # one after the other: where one text wraps, the others are read in one line
    for n in sorted(wide, key=lambda n: -widths[n]):
        cut = min(over, max(0, fitted[n] - WIDE_TEXT))
        fitted[n] -= max(0, cut)
        over -= max(0, cut)
    return fitted if over <= 0 else None


def set_rows(
    columns: Sequence[Column], rows: Sequence[Row], widths: Sequence[int]
) -> list[Line]:
    """Headings, if any, and rows in columns."""
    lines = [line for row in rows for line in set_row(columns, row, widths)]
    if not any(column.heading for column in columns):
        return lines
    headings = [in_kind(column.heading, "dim") for column in columns]
    return [*set_row(columns, [tuple(line) for line in headings], widths), *lines]


def set_row(columns: Sequence[Column], row: Row, widths: Sequence[int]) -> list[Line]:
    """One row in columns, as high as its highest cell."""
    cells = []
    for column, cell, width in zip(columns, row, widths, strict=True):
        lines = [pad(line, width, column.figure) for line in wrap(cell, width)]
        cells.append((lines, width + GAP))
    return set_beside(cells)


def stack_row(columns: Sequence[Column], row: Row, screen: Screen) -> list[Line]:
    """One row as its name and, under it, each other cell with its heading."""
    named = list(enumerate(zip(columns, row, strict=True)))[1:]
    between = text_of(screen.spell(in_kind(" · ")))
    # a wide cell is a text to read: it stands on lines of its own
    texts = [
        joined([name_cell(*cell, screen) for _, cell in cells], between)
        for _, cells in groupby(named, key=lambda cell: cell[1][0].wide and cell[0])
    ]
    under = [line for text in texts if text for line in wrap(text, screen.width - 2)]
    return [*wrap(row[0], screen.width), *indent(under, 2)]


def name_cell(column: Column, cell: Spans, screen: Screen) -> Spans:
    """A cell after its heading; an empty one stays empty."""
    if not text_of(cell) or not column.heading:
        return cell
    return (*screen.spell(in_kind(column.heading + " ", "dim")), *cell)
