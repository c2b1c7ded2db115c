"""The shape of the data: numbered migrations, and the views that stand on them."""

import re
import sqlite3
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from guidelog.storage.location import APPLICATION_ID


class Shape(NamedTuple):
    """Files of SQL that make a journal; its number is the number of migrations."""

    migrations: tuple[Path, ...]
    views: Path

    @property
    def number(self) -> int:
        """What ``PRAGMA user_version`` of a journal in this shape says."""
        return len(self.migrations)


def shape_in(folder: Path) -> Shape:
    """The shape that ``migrations/000N_name.sql`` and ``views.sql`` describe."""
    migrations = sorted((folder / "migrations").glob("[0-9]*.sql"))
    return Shape(tuple(migrations), folder / "views.sql")


SHAPE = shape_in(Path(__file__).parent)
"""The shape this guidelog knows; by path, since importlib.resources takes 2 ms."""

_VIEW = re.compile(r"^CREATE VIEW (\w+)", re.MULTILINE)
_TABLE = re.compile(
    r"^ *(CREATE|DROP|ALTER) (?:VIRTUAL )?TABLE (\w+)(?: RENAME TO (\w+))?",
    re.MULTILINE,
)
DANGLING = "a row points at something that is gone"


def statements(script: str) -> Iterator[str]:
    """The SQL statements of a script, in order, with their comments.

    A semicolon ends a statement only where SQLite says so, not in texts, comments and
    triggers. What is left unfinished comes last, for SQLite to complain about.
    """
    *pieces, rest = script.split(";")
    statement = ""
    for piece in pieces:
        statement += piece + ";"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if (statement + rest).strip():
        yield statement + rest


def missing_part(connection: sqlite3.Connection, shape: Shape) -> str | None:
    """The first table or view that a journal lacks, so that not all can be read."""
    asked = "SELECT type || ' ' || name FROM sqlite_schema"
    there = {part for (part,) in connection.execute(asked)}
    return next((part for part in _parts_of(shape) if part not in there), None)


@cache
def _parts_of(shape: Shape) -> tuple[str, ...]:
    views = (f"view {name}" for name in _VIEW.findall(shape.views.read_text("utf-8")))
    return (*_tables_of(shape), *views)


def _tables_of(shape: Shape) -> list[str]:
    tables: dict[str, None] = {}
    for script in shape.migrations:
        for verb, name, renamed in _TABLE.findall(script.read_text("utf-8")):
            if verb == "DROP" or renamed:
                tables.pop(name)
            if verb == "CREATE" or renamed:
                tables[renamed or name] = None
    return [f"table {name}" for name in tables]


def reshape(connection: sqlite3.Connection, found: int, shape: Shape) -> None:
    """Bring tables and views from shape ``found`` (0: nothing yet) to ``shape``.

    Belongs inside a transaction with foreign keys off: it neither begins nor commits.
    Raises sqlite3.Error, also where a row is left pointing at nothing.
    """
    _drop_views(connection)
    for script in (*shape.migrations[found:], shape.views):
        for statement in statements(script.read_text("utf-8")):
            connection.execute(statement)
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        raise sqlite3.IntegrityError(DANGLING)
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version={shape.number}")


def _drop_views(connection: sqlite3.Connection) -> None:
    """Take all views away, since tables that a view names can't be changed freely."""
    views = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'view'")
    for (name,) in views.fetchall():
        quoted = name.replace('"', '""')
        connection.execute(f'DROP VIEW "{quoted}"')
