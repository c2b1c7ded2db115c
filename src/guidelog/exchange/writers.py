"""Writers: rows into CSV, JSON or JSON lines, one row at a time, the same bytes always.

UTF-8 and line feeds everywhere; what is unknown is an empty cell, or null.
"""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final, Protocol

from guidelog.exchange.formulas import disarm
from guidelog.lookback.reading import Cells

FORMAT: Final = 1
"""The format of the JSON that is written; fields are only ever added to it."""

BOOLEANS: Final = frozenset({"unwritten", "hidden"})
"""Columns whose cells are the words true and false."""


class Sink(Protocol):
    """Wherever text can be written."""

    def write(self, text: str, /) -> object:
        """Write some text."""


@dataclass(frozen=True, slots=True)
class Header:
    """What the rows are, and the names of their columns."""

    entity: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LineFeeds:
    """A stream for the CSV module, whose lines end as they do everywhere else."""

    stream: Sink

    def write(self, line: str, /) -> None:
        """Write a line that ends in carriage return and line feed."""
        self.stream.write(line[:-2] + "\n")


def write_csv(header: Header, rows: Iterable[Cells], stream: Sink) -> None:
    """Write comma-separated values after RFC 4180, the header always."""
    # told to end lines with a line feed alone, the module leaves a lone carriage return
    # in a cell unquoted, and readers see two rows
    writer = csv.writer(LineFeeds(stream), lineterminator="\r\n")
    writer.writerow(header.columns)
    writer.writerows(rows)


def write_safe_csv(header: Header, rows: Iterable[Cells], stream: Sink) -> None:
    """Write CSV for a spreadsheet: an apostrophe stands before what it would run.

    Numbers such as -1 are left as they are. Whoever reads the cells back has to take
    the apostrophe off: this is for looking, not for a program.
    """
    write_csv(header, (tuple(map(disarm, cells)) for cells in rows), stream)


def write_json(header: Header, rows: Iterable[Cells], stream: Sink) -> None:
    """Write one JSON object with all rows, a line each."""
    entity = json.dumps(header.entity)
    stream.write(f'{{"format": {FORMAT}, "entity": {entity}, "rows": [')
    mark = "\n"
    for line in lines_of(header, rows):
        stream.write(mark + line)
        mark = ",\n"
    stream.write("\n]}\n")


def write_json_lines(header: Header, rows: Iterable[Cells], stream: Sink) -> None:
    """Write one JSON object a line."""
    for line in lines_of(header, rows):
        stream.write(line + "\n")


def lines_of(header: Header, rows: Iterable[Cells]) -> Iterator[str]:
    """Give each row as a JSON object on a line of its own."""
    encode = json.JSONEncoder(ensure_ascii=False).encode
    return (encode(one) for one in objects_of(header, rows))


def objects_of(header: Header, rows: Iterable[Cells]) -> Iterator[dict[str, Any]]:
    """Give each row as a JSON object: names and values, true and false as such."""
    names = header.columns
    booleans = BOOLEANS.intersection(names)
    for cells in rows:
        one: dict[str, Any] = dict(zip(names, cells, strict=True))
        for name in booleans:
            one[name] = one[name] == "true"
        yield one


Writer = Callable[[Header, Iterable[Cells], Sink], None]

WRITERS: Final[Mapping[str, Writer]] = MappingProxyType(
    {"csv": write_csv, "json": write_json, "jsonl": write_json_lines}
)
"""How rows are written, by the name of the format."""
