"""Prep: what is open between the leader and one person, and what was noticed."""

import sqlite3
from typing import Final

from guidelog.errors import UnknownPerson
from guidelog.lookback.facts import Guided, PrepFacts
from guidelog.lookback.filters import Where
from guidelog.lookback.gathering import ids_of, steps_of
from guidelog.lookback.reading import R, hold_still, pick, select
from guidelog.lookback.rows import (
    AttemptRow,
    CommitmentRow,
    GoalRow,
    ObservationRow,
    ProgressRow,
    ResistanceRow,
    SessionRow,
    TopicRow,
)
from guidelog.words import LIVE_STATUSES

_COLUMNS: Final = Guided._fields
_OPEN: Final = "state = 'open'"
# a tuple of words is written as SQL writes a list
_LIVING: Final = f"status IN {LIVE_STATUSES}"
_TALKS: Final = "kind = 'session' AND person = ?"


def prep_facts(db: sqlite3.Connection, handle: str) -> PrepFacts:
    """Gather what matters before the next talk. Raises UnknownPerson."""
    with hold_still(db):
        goals = rows_about(db, handle, GoalRow, _OPEN)
        notes = rows_about(db, handle, ResistanceRow, _LIVING)
        aims, held = ids_of(goals), ids_of(notes)
        progress = rows_about(db, handle, ProgressRow)
        attempts = rows_about(db, handle, AttemptRow)
        talks = talks_of(db, handle)
        return PrepFacts(
            person=guided(db, handle),
            talk_days=tuple(moment[:10] for moment, _ in talks),
            last=session_of(db, talks[-1][1]) if talks else None,
            commitments=rows_about(db, handle, CommitmentRow, _OPEN),
            topics=rows_about(db, handle, TopicRow, _OPEN),
            goals=goals,
            steps=tuple(steps_of(db, aims)),
            progress=tuple(row for row in progress if row.goal in aims),
            resistance=notes,
            attempts=tuple(row for row in attempts if row.resistance in held),
            observations=rows_about(db, handle, ObservationRow),
        )


def guided(db: sqlite3.Connection, handle: str) -> Guided:
    """Who has this handle. Raises UnknownPerson where nobody has."""
    where = Where("handle = ?", (handle,))
    row = db.execute(select("people", _COLUMNS, where), where.values).fetchone()
    if row is None:
        raise UnknownPerson(name=handle, near="")
    return Guided(*row)


def rows_about(
    db: sqlite3.Connection, handle: str, row: type[R], condition: str = "true"
) -> tuple[R, ...]:
    """Take the rows of one class about somebody, oldest first."""
    return pick(db, row, Where(f"person = ? AND {condition}", (handle,)))


def talks_of(db: sqlite3.Connection, handle: str) -> list[tuple[str, str]]:
    """The moment and the uid of every talk with somebody, oldest first."""
    where = Where(_TALKS, (handle,))
    asked = select("timeline", ("occurred_at", "uid"), where)
    return db.execute(asked, where.values).fetchall()


def session_of(db: sqlite3.Connection, uid: str) -> SessionRow:
    """One session, whole."""
    (session,) = pick(db, SessionRow, Where("uid = ?", (uid,)))
    return session
