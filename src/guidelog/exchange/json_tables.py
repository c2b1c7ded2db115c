"""JSON tables: rows as objects, in one array or a line each, as exports have them."""

import json
import re
from collections.abc import Iterator
from itertools import chain
from typing import Any, Final

from guidelog.errors import BrokenTable
from guidelog.exchange.found import Found, Unread, Wishes
from guidelog.exchange.headings import FEWEST, count_known, turn_of
from guidelog.exchange.opening import Opened
from guidelog.exchange.rows import Line
from guidelog.exchange.tables import read_table, say_cell

_OPENING: Final = re.compile(
    r'\s*\{\s*"format"\s*:\s*\d+\s*,\s*"entity"\s*:\s*"[^"]*"\s*,\s*"rows"\s*:\s*\['
)
_BETWEEN: Final = re.compile(r"[\s,]*")
_NO_JSON: Final = "the JSON is broken"
_DECODER: Final = json.JSONDecoder()


def is_json_table(opened: Opened) -> bool:
    """Tell by the beginning: an export's, or an object whose names are of columns."""
    if _OPENING.match(opened.beginning):
        return True
    return count_known(_first_names(opened)) >= FEWEST


def read_json_table(opened: Opened, wishes: Wishes) -> Iterator[Found | Unread]:
    """Find what stands in the rows. Raises BrokenTable and what `read_table` raises."""
    rows = _rows_of(opened)
    first = next(rows, None)
    if first is None:
        return
    columns = tuple(first[1])
    lines = (
        Line(number, _cells_of(opened, number, row, columns))
        for number, row in chain([first], rows)
    )
    yield from read_table(opened.name, chain([Line(1, columns)], lines), wishes)


def turn_of_json_table(opened: Opened) -> int:
    """As a table of the same columns."""
    first = next(_rows_of(opened), (1, {}))
    return turn_of(tuple(first[1]))


def _first_names(opened: Opened) -> tuple[str, ...]:
    if not opened.beginning.startswith("{"):
        return ()
    try:
        return tuple(json.loads(next(opened.lines())))
    except (ValueError, RecursionError):
        return ()


def _rows_of(opened: Opened) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each object and the number of its first line."""
    with opened.text() as stream:
        text = stream.read()
    opening = _OPENING.match(text)
    end = _skip(text, opening.end() if opening else 0)
    number = 1 + text.count("\n", 0, end)
    while text.startswith("{", end):
        start = end
        try:
            row, end = _DECODER.raw_decode(text, start)
        except (ValueError, RecursionError):
            raise _broken(opened, number, _NO_JSON) from None
        yield number, row
        end = _skip(text, end)
        number += text.count("\n", start, end)
    if text[end:].split() not in ([["]}"], ["]", "}"]] if opening else [[]]):
        raise _broken(opened, number, _NO_JSON)


def _skip(text: str, at: int) -> int:
    """Where the next object begins, or what comes after all of them."""
    between = _BETWEEN.match(text, at)
    return between.end() if between else at


def _cells_of(
    opened: Opened, number: int, row: dict[str, Any], columns: tuple[str, ...]
) -> tuple[str, ...]:
    if row.keys() != {*columns}:
        raise _broken(opened, number, "the names are not those of the first row")
    if any(isinstance(cell, list | dict) for cell in row.values()):
        raise _broken(opened, number, "a cell holds more than one value")
    return tuple(say_cell(row[name]) for name in columns)


def _broken(opened: Opened, number: int, why: str) -> BrokenTable:
    return BrokenTable(file=opened.name, line=number, why=why)
