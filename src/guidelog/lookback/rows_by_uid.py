"""Rows by uid: those of living things, each from the view of its kind."""

import sqlite3
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from guidelog.lookback.filters import Where
from guidelog.lookback.finding import Found
from guidelog.lookback.names import names_of
from guidelog.lookback.reading import hold_still, pick
from guidelog.lookback.rows import VIEWS, PersonRow, Row, SessionRow

VIEW_OF_KIND: Final[Mapping[str, str]] = MappingProxyType(
    {
        "person": "people",
        "session": "sessions",
        "observation": "observations",
        "goal": "goals",
        "step": "steps",
        "progress": "progress",
        "resistance": "resistance",
        "attempt": "attempts",
        "move": "moves",
        "commitment": "commitments",
        "topic": "topics",
        "assessment": "assessments",
        "handout": "handouts",
        "action": "actions",
    }
)
"""The view in which each kind of thing stands; a hold shows in its person."""

_BY_UID: Final = "SELECT id, kind, uid FROM entry WHERE uid = ?"


def lines_of(
    db: sqlite3.Connection, uids: Iterable[str]
) -> tuple[list[Row], dict[str, str]]:
    """Take the rows of living things by uid, as ordered, and the names in them."""
    with hold_still(db):
        found = [Found(*cells) for uid in uids for cells in db.execute(_BY_UID, (uid,))]
        rows = [row for one in found if (row := row_of(db, one)) is not None]
        return rows, names_of(db, {name for row in rows for name in people_of(row)})


def row_of(db: sqlite3.Connection, found: Found) -> Row | None:
    """Take the row of a thing; None where it does not live."""
    view = VIEW_OF_KIND.get(found.kind)
    if view is None:
        return None
    rows = pick(db, VIEWS[view], Where("uid = ?", (found.uid,)))
    return rows[0] if rows else None


def people_of(row: Row | None) -> tuple[str, ...]:
    """The handles of those an entry is about, as far as its row names them."""
    if isinstance(row, SessionRow):
        return tuple((row.people or "").split())
    if isinstance(row, PersonRow):
        return (row.handle,)
    person = getattr(row, "person", None)
    return (person,) if person else ()
