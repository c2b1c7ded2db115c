"""Deadlines as rows: every open thing with a day, worked out without a clock."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple, TypeVar

from guidelog.exchange.for_others import Judge
from guidelog.lookback.filters import Filters, refuse_filters
from guidelog.lookback.reading import Cells, rows_of
from guidelog.lookback.rows import CommitmentRow, GoalRow, PersonRow, ResistanceRow
from guidelog.measures.pace import is_reached

R = TypeVar("R", CommitmentRow, ResistanceRow)

DUE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "due_on": "day by which it is due, or on which to look again",
        "kind": "commitment, follow-up (of a resistance note) or goal",
        "id": "short id in this file, such as c7; never used twice",
        "owner": "who will do it: me (the leader) or a handle",
        "person": "handle of the person it is about",
        "what": "what will be done, the title of the goal, or what was seen",
        "visibility": "private (the leader's memory) or record",
        "uid": "identity that never changes and travels between files",
    }
)
"""What the columns of `export due` mean."""


class Deadline(NamedTuple):
    """One thing with a day, in the order of the columns, and how it stands.

    A goal that `is_reached` is not due any more, but stays in calendars until it is
    closed: they take a change only with one of the goal itself.
    """

    due_on: str
    kind: str
    id: str
    owner: str
    person: str | None
    what: str
    visibility: str
    uid: str
    is_over: bool = False
    is_reached: bool = False

    @property
    def is_owed(self) -> bool:
        """Whether the leader promised it: that stays due, whoever is put away."""
        return self.kind == "commitment" and self.owner == "me"


def due_cells(db: sqlite3.Connection, filters: Filters) -> Iterator[Cells]:
    """What is still to be done, by the day. Raises FilterNotTaken."""
    items = deadlines_of(db, filters)
    still = (one for one in items if not (one.is_over or one.is_reached))
    return (tuple(one[: len(DUE)]) for one in still)


def deadlines_of(db: sqlite3.Connection, filters: Filters) -> list[Deadline]:
    """All deadlines, by day and uid, those that were settled before it among them.

    What was settled late had its day already; a calendar that knows of it reminds
    nobody any more. Raises FilterNotTaken.
    """
    refuse_filters("due", filters, "--who", "--for")
    gone = {one.handle for one in rows_of(db, PersonRow) if one.archived_on}
    here = [
        item
        for item in _all_of(db, filters)
        if filters.who is not None or item.is_owed or item.person not in gone
    ]
    return sorted(here, key=lambda item: (item.due_on, item.uid))


def _all_of(db: sqlite3.Connection, filters: Filters) -> Iterator[Deadline]:
    yield from _of_commitments(_seen(db, CommitmentRow, filters))
    yield from _of_notes(_seen(db, ResistanceRow, filters))
    yield from _of_goals(rows_of(db, GoalRow, filters))


def _seen(db: sqlite3.Connection, kind: type[R], filters: Filters) -> Iterator[R]:
    """The rows, for others without what the person has not been told."""
    rows = rows_of(db, kind, filters)
    if not filters.for_others:
        return rows
    judge = Judge(db)
    return (row for row in rows if judge.shows(row))


def _of_commitments(rows: Iterable[CommitmentRow]) -> Iterator[Deadline]:
    for row in rows:
        # a dropped one has no day on which it was: its day may still come
        if row.due_on and (row.state != "done" or _is_before(row.done_on, row.due_on)):
            told = (row.owner, row.person, row.what, row.visibility, row.uid)
            is_over = row.state != "open"
            yield Deadline(row.due_on, "commitment", row.id, *told, is_over)


def _of_notes(rows: Iterable[ResistanceRow]) -> Iterator[Deadline]:
    for row in rows:
        # a closed note has no follow-up any more
        day = row.follow_up_on or row.closed_on
        if day:
            told = ("me", row.person, row.observed, row.visibility, row.uid)
            is_over = row.follow_up_on is None
            yield Deadline(day, "follow-up", row.id, *told, is_over)


def _of_goals(rows: Iterable[GoalRow]) -> Iterator[Deadline]:
    for row in rows:
        is_open = row.state == "open"
        if row.target_on and (is_open or _is_before(row.closed_on, row.target_on)):
            told = (row.person, row.person, row.title, row.visibility, row.uid)
            over = (not is_open, is_reached(row))
            yield Deadline(row.target_on, "goal", row.id, *told, *over)


def _is_before(settled_on: str | None, due_on: str) -> bool:
    return settled_on is not None and settled_on < due_on
