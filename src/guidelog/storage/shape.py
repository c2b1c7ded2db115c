"""The shape of the data: numbered migrations, and the views that stand on them."""

import re
import sqlite3
from collections.abc import Iterator
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

_MADE = re.compile(r"^CREATE VIEW (\w+)", re.MULTILINE)
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


def missing_view(connection: sqlite3.Connection, shape: Shape) -> str | None:
    """The first view of a shape that a journal lacks, so that nothing can be read."""
    views = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'view'")
    there = {name for (name,) in views}
    made = _MADE.findall(shape.views.read_text("utf-8"))
    return next((name for name in made if name not in there), None)


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
