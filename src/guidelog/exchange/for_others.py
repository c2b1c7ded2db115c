"""For others: the rows of a view without what the person has not been told.

It goes by the rule of the pages (measures.telling). What shows that somebody was told
is looked up row by row, so that a big export needs no more memory than a small one.
"""

import sqlite3
from collections import deque
from collections.abc import Iterator
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final, TypeVar

from guidelog.lookback.filters import Filters, Where
from guidelog.lookback.reading import VIEW_OF, Cells, pick, rows_of
from guidelog.lookback.rows import (
    VIEWS,
    AttemptRow,
    CommitmentRow,
    GoalRow,
    MoveRow,
    ObservationRow,
    ProgressRow,
    ResistanceRow,
    Row,
    SessionRow,
    TimelineRow,
)
from guidelog.measures.telling import Telling, is_open_talk
from guidelog.words import ANSWERED

R = TypeVar("R", bound=Row)

REMEMBERED: Final = 1000
"""For how many notes and goals is remembered whether they are shown."""

_ROW_OF: Final = MappingProxyType(
    {
        "observation": ObservationRow,
        "resistance": ResistanceRow,
        "attempt": AttemptRow,
        "commitment": CommitmentRow,
        "progress": ProgressRow,
    }
)
"""The rows behind those lines of the timeline that may be untold."""
JUDGED: Final = frozenset(
    VIEW_OF[row] for row in (*_ROW_OF.values(), MoveRow, TimelineRow)
)
"""The views that may hold what somebody has not been told."""


class Judge:
    """Who decides, for others, which rows of an open journal may be seen."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Begin with nothing remembered."""
        self._db = db
        self.shows_note = lru_cache(REMEMBERED)(self._shows_note)
        self.shows_goal = lru_cache(REMEMBERED)(self._shows_goal)

    def shows(self, row: Row) -> bool:
        """Whether others may see a row that is on record."""
        match row:
            case ObservationRow() | ResistanceRow():
                return not self._telling_about(row).is_surprising(row)
            case AttemptRow(resistance=note) | MoveRow(resistance=note):
                return self.shows_note(note)
            case CommitmentRow():
                behind = self._note_behind(row)
                return behind is None or self.shows_note(behind)
            case ProgressRow(goal=goal):
                return self.shows_goal(goal)
            case TimelineRow():
                return self._shows_line(row)
            case _:
                return True

    def as_shown(self, row: Row) -> Row:
        """The row without ids of notes that others may not see, and working labels."""
        match row:
            case ObservationRow(resistance=str(note)) if not self.shows_note(note):
                return row._replace(resistance=None)
            case ResistanceRow():
                # its neutral label stands beside it, as documents print it
                return row._replace(kind="")
            case TimelineRow(kind="resistance"):
                return row._replace(title=None)
            case _:
                return row

    def _shows_note(self, id_: str) -> bool:
        note = self._find(ResistanceRow, id_)
        return note is not None and note.visibility == "record" and self.shows(note)

    def _shows_goal(self, id_: str) -> bool:
        goal = self._find(GoalRow, id_)
        return goal is not None and goal.visibility == "record"

    def _shows_line(self, line: TimelineRow) -> bool:
        if line.kind == "move":
            return self.shows_note(line.id or "")
        kind = _ROW_OF.get(line.kind)
        row = self._find(kind, line.id or "") if kind else None
        return row is None or self.shows(row)

    def _note_behind(self, row: CommitmentRow) -> str | None:
        if row.resistance or not row.attempt:
            return row.resistance
        attempt = self._find(AttemptRow, row.attempt)
        return attempt.resistance if attempt else None

    def _telling_about(self, row: ObservationRow | ResistanceRow) -> Telling:
        talk = self._find(SessionRow, row.session) if row.session else None
        note = row.id if isinstance(row, ResistanceRow) else row.resistance
        # named with the person, since only that is answered by an index
        asked = Where("person = ? AND resistance = ?", (row.person, note))
        attempts = pick(self._db, AttemptRow, asked) if note else ()
        return Telling(
            frozenset(),
            frozenset([talk.id] if talk and is_open_talk(talk) else []),
            tuple(one for one in attempts if one.response in ANSWERED),
        )

    def _find(self, kind: type[R], id_: str) -> R | None:
        rows = pick(self._db, kind, Where("id = ?", (id_,)))
        return rows[0] if rows else None


def told_cells(db: sqlite3.Connection, view: str, filters: Filters) -> Iterator[Cells]:
    """Read the cells of one of the judged views, as others may see them.

    With a limit the newest of what may be seen are held in memory. Raises what
    `cells_of` raises.
    """
    rows = told_rows(db, view, filters._replace(limit=None))
    return iter(deque(rows, filters.limit)) if filters.limit else rows


def told_rows(db: sqlite3.Connection, view: str, filters: Filters) -> Iterator[Row]:
    """Read the rows of a view as others may see them. Raises what `cells_of` raises."""
    judge = Judge(db)
    kind: type[Any] = VIEWS[view]
    rows = rows_of(db, kind, filters)
    return (judge.as_shown(row) for row in rows if judge.shows(row))
