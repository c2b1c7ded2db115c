"""Reading: the rows of a view in their order, as frozen rows or as plain cells.

A reader takes its rows and closes before it waits for anything: an open SELECT makes
the commit of somebody who writes fail. So rows that go to a pipe or a terminal pass
through `taken`; only rows that go straight into a file may stream.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from itertools import chain, islice, starmap
from types import MappingProxyType
from typing import Final, TypeVar

from guidelog.lookback.filters import (
    EVERYTHING,
    Filters,
    Value,
    Where,
    conditions_of,
)
from guidelog.lookback.rows import VIEWS, Row
from guidelog.storage.access import open_aside

Cells = tuple[Value, ...]
R = TypeVar("R", bound=Row)

HELD_ROWS: Final = 20_000
"""How many rows are taken into memory before the rest goes to a private file."""

COLUMNS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {view: row._fields for view, row in VIEWS.items()}
)
"""The columns of each view, in their public order."""

VIEW_OF: Final[Mapping[type, str]] = MappingProxyType(
    {row: view for view, row in VIEWS.items()}
)
"""The name of the view that each row class stands for."""

# the words are those of the indexes: order is wall time as written, never the instant
_HAPPENED: Final = ("substr(occurred_at, 1, 16)", "uid")
_WRITTEN: Final = ("recorded_at", "uid")
# a moment may repeat, and clocks differ: only the stamp follows what knew of what
_LOGGED: Final = (
    "(SELECT stamp FROM change AS made WHERE made.hash = history.change)",
    "change",
    "uid",
)
_ORDERS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    dict.fromkeys(VIEWS, _HAPPENED)
    | {
        "people": ("uid",),
        "goals": ("substr(opened_on, 1, 16)", "uid"),
        "steps": ("CAST(substr(goal, 2) AS INTEGER)", "step", "uid"),
        "commitments": _WRITTEN,
        "topics": _WRITTEN,
        "timeline": (*_HAPPENED, "person"),
        "history": _LOGGED,
        "texts": ("at", "uid", "part"),
        "actions": ("uid",),
    }
)

_WORDS_OF_TALKS: Final = ("about", "note", "tags", "place", "present")
# what stays of a session when its words are private: that it was, how long, what for
_HIDDEN: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "sessions": {
            column: f"CASE visibility WHEN 'record' THEN {column} END AS {column}"
            for column in _WORDS_OF_TALKS
        }
        | {"agreed": "CASE agreed_visibility WHEN 'record' THEN agreed END AS agreed"},
        "people": {"hold_reason": "NULL AS hold_reason"},
        "timeline": {
            column: f"CASE visibility WHEN 'record' THEN {column} END AS {column}"
            for column in ("title", "text", "tags")
        },
    }
)


def rows_of(
    db: sqlite3.Connection, row: type[R], filters: Filters = EVERYTHING
) -> Iterator[R]:
    """Read the frozen rows of one class, oldest first, one at a time.

    Raises FilterNotTaken and UnknownWord, as `conditions_of` does.
    """
    return starmap(row, cells_of(db, VIEW_OF[row], filters))


def cells_of(
    db: sqlite3.Connection,
    view: str,
    filters: Filters = EVERYTHING,
    columns: Sequence[str] | None = None,
) -> Iterator[Cells]:
    """Read plain cells of a view, oldest first, in the documented order of columns.

    `columns`, where given, are names of that view. With a limit the newest rows are
    held in memory. Raises FilterNotTaken and UnknownWord.
    """
    shown = shown_columns(view, filters.for_others, columns)
    where = conditions_of(view, filters)
    cells: Iterator[Cells]
    if filters.limit is None:
        cells = db.execute(select(view, shown, where), where.values)
    else:
        newest = select(view, shown, where, newest_first=True)
        found = db.execute(f"{newest} LIMIT ?", (*where.values, filters.limit))
        cells = reversed(found.fetchall())
    return cells


def pick(
    db: sqlite3.Connection, row: type[R], where: Where, for_others: bool = False
) -> tuple[R, ...]:
    """Take the rows of one class for which a condition holds, oldest first.

    For others the words of private sessions are left out, as in `cells_of`.
    """
    view = VIEW_OF[row]
    shown = shown_columns(view, for_others)
    return tuple(starmap(row, db.execute(select(view, shown, where), where.values)))


def shown_columns(
    view: str, for_others: bool, columns: Sequence[str] | None = None
) -> list[str]:
    """Say how each column is read, all of them where none are named."""
    hidden = _HIDDEN.get(view, {}) if for_others else {}
    return [hidden.get(name, name) for name in columns or COLUMNS[view]]


def select(
    view: str, columns: Sequence[str], where: Where, newest_first: bool = False
) -> str:
    """Word the question to a view; every name in it stands in a table of ours."""
    direction = " DESC" if newest_first else ""
    order = [f"{term}{direction}" for term in _ORDERS[view]]
    asked = ["SELECT", ", ".join(columns), "FROM", view]
    if where.condition:
        asked += ["WHERE", where.condition]
    return " ".join([*asked, "ORDER BY", ", ".join(order)])


@contextmanager
def hold_still(db: sqlite3.Connection) -> Iterator[None]:
    """Let several readings see one moment, whoever writes meanwhile; keep it short."""
    if db.in_transaction:
        yield
        return
    db.execute("BEGIN")
    try:
        yield
    finally:
        db.rollback()


def taken_from(db: sqlite3.Connection, cells: Iterable[Cells]) -> Iterator[Cells]:
    """Take all cells and let go of the journal, before anything waits for a reader."""
    rows = taken(db, cells)
    if db.in_transaction:
        db.rollback()
    return rows


def taken(db: sqlite3.Connection, cells: Iterable[Cells]) -> Iterator[Cells]:
    """Take all cells at once, so that the journal is free, and give them one by one.

    Up to 20,000 rows are held in memory; beyond that they lie in a file that is nobody
    else's, has no name and is encrypted where the journal is.
    """
    left = iter(cells)
    first = list(islice(left, HELD_ROWS + 1))
    if len(first) <= HELD_ROWS:
        return iter(first)
    return spool(open_aside(db), chain(first, left), len(first[0]))


def spool(
    aside: sqlite3.Connection, cells: Iterable[Cells], width: int
) -> Iterator[Cells]:
    """Put cells aside and give them back in order."""
    names = ", ".join(f"c{n}" for n in range(width))
    places = ", ".join("?" * width)
    aside.execute(f"CREATE TABLE aside ({names})")
    aside.execute("BEGIN")
    aside.executemany(" ".join(["INSERT INTO aside VALUES (", places, ")"]), cells)
    return give_back(aside)


def give_back(aside: sqlite3.Connection) -> Iterator[Cells]:
    """Give the cells that were put aside, then let go of their file."""
    with closing(aside):
        yield from aside.execute("SELECT * FROM aside ORDER BY rowid")
