"""Exporting: the rows of a public view into an open stream."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType
from typing import BinaryIO, Final

from guidelog.errors import NoColumns, UnknownView, UnknownWord
from guidelog.exchange.for_others import JUDGED, told_cells
from guidelog.exchange.hearing import Tell, hear_nothing
from guidelog.exchange.places import is_file
from guidelog.exchange.worked_out import MEANINGS, WORKED_OUT
from guidelog.exchange.writers import WRITERS, Header, Sink, Writer, write_safe_csv
from guidelog.lookback.filters import EVERYTHING, Filters
from guidelog.lookback.reading import COLUMNS, Cells, cells_of, taken_from
from guidelog.near import say_near

EXPORTED: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {**COLUMNS, **{name: tuple(meanings) for name, meanings in MEANINGS.items()}}
)
"""The columns of everything that can be exported: views, and what is worked out."""

MANY: Final = 1000
"""Rows between two words about how many there were."""

LOG: Final = "log"
"""The one thing without columns that can be exported, see `log_lines`."""

WHOLE: Final = "all"
"""Every view, the log and a page for each person, see `whole_export`."""

NAMES: Final = (*EXPORTED, LOG, WHOLE)
"""All that can be exported, by name."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to export: a view, which of its rows, in which format.

    `excel_safe` CSV shows formulas as texts; a calendar `with_words` shows whoever sees
    it what is due, and else ids and names.
    """

    view: str
    format: str = "csv"
    filters: Filters = EVERYTHING
    excel_safe: bool = False
    with_words: bool = False


def export_view(
    db: sqlite3.Connection, wanted: Wanted, stream: Sink, tell: Tell = hear_nothing
) -> None:
    """Write the rows of a view into a stream, by date then uid; `tell` hears how many.

    Unless the stream is an ordinary file, which keeps nobody waiting, all rows are
    taken before the first is written. Raises UnknownView, UnknownWord for a format,
    and FilterNotTaken, before anything is written.
    """
    write = write_safe_csv if wanted.excel_safe else writer_for(wanted.format)
    header = header_of(wanted.view)
    cells = count_aloud(find_cells(db, wanted), wanted.view, tell)
    write(header, cells if is_file(stream) else taken_from(db, cells), stream)


def export_sheet(
    db: sqlite3.Connection, wanted: Wanted, stream: BinaryIO, tell: Tell = hear_nothing
) -> int:
    """Write the rows of a view as a spreadsheet, in the same order.

    Gives how many texts had to be cut, since no cell holds them.
    Raises UnknownView and FilterNotTaken before anything is written, MissingExtra
    without its package, and TooManyRows.
    """
    if wanted.view == LOG:
        raise NoColumns(view=LOG)
    from guidelog.exchange.spreadsheets import write_sheet

    header = header_of(wanted.view)
    # it takes all rows before it writes the first, and none of them lies in memory
    cells = count_aloud(find_cells(db, wanted), wanted.view, tell)
    return write_sheet(header, cells, stream)


def count_aloud(rows: Iterable[Cells], view: str, tell: Tell) -> Iterator[Cells]:
    """Give the rows on, telling now and then how many there were."""
    source, number = iter(rows), 0
    # many at a time, so that nobody waits for the counting
    while some := list(islice(source, MANY)):
        yield from some
        number += len(some)
        tell(f"{view}: {number} rows", None)


def find_cells(db: sqlite3.Connection, wanted: Wanted) -> Iterable[Cells]:
    """Read the cells of a view, or work them out. Raises FilterNotTaken.

    For others neither private texts nor what the person has not been told.
    """
    if wanted.filters.for_others and wanted.view in JUDGED:
        return told_cells(db, wanted.view, wanted.filters)
    work_out = WORKED_OUT.get(wanted.view)
    if work_out is None:
        return cells_of(db, wanted.view, wanted.filters)
    return work_out(db, wanted.filters)


def writer_for(name: str) -> Writer:
    """Find how a format is written; raises UnknownWord."""
    if name not in WRITERS:
        raise UnknownWord.among("format", name, WRITERS)
    return WRITERS[name]


def header_of(view: str) -> Header:
    """Name the columns of an export. Raises UnknownView."""
    if view not in EXPORTED:
        near = say_near(view, NAMES)
        raise UnknownView(view=view, near=near, views=", ".join(NAMES))
    return Header(view, EXPORTED[view])
