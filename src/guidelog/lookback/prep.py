"""Prep: what is open between the leader and one person, and what was noticed."""

import sqlite3
from collections.abc import Iterable
from typing import Final, NamedTuple

from guidelog.errors import UnknownPerson
from guidelog.lookback.facts import Guided, PrepFacts
from guidelog.lookback.filters import Where
from guidelog.lookback.gathering import ids_of, steps_of
from guidelog.lookback.history import is_demonstration
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
from guidelog.words import ANSWERED, LIVE_STATUSES

_COLUMNS: Final = Guided._fields
_OPEN: Final = "state = 'open'"
# a tuple of words is written as SQL writes a list
_LIVING: Final = f"status IN {LIVE_STATUSES}"
_TALKS: Final = "kind IN ('session', 'attempt') AND person = ?"


class Talk(NamedTuple):
    """When somebody was talked with, and the session or attempt that it was."""

    occurred_at: str
    kind: str
    id: str
    uid: str


def prep_facts(db: sqlite3.Connection, handle: str) -> PrepFacts:
    """Gather what matters before the next talk. Raises UnknownPerson."""
    with hold_still(db):
        goals = rows_about(db, handle, GoalRow, _OPEN)
        notes = rows_about(db, handle, ResistanceRow, _LIVING)
        aims, held = ids_of(goals), ids_of(notes)
        progress = rows_about(db, handle, ProgressRow)
        attempts = rows_about(db, handle, AttemptRow)
        talks = talks_of(db, handle, attempts)
        sessions = [talk.uid for talk in talks if talk.kind == "session"]
        newest = talks[-1].id if talks else None
        return PrepFacts(
            person=guided(db, handle),
            talk_days=tuple(talk.occurred_at[:10] for talk in talks),
            last=session_of(db, sessions[-1]) if sessions else None,
            last_attempt=next((row for row in attempts if row.id == newest), None),
            commitments=rows_about(db, handle, CommitmentRow, _OPEN),
            topics=rows_about(db, handle, TopicRow, _OPEN),
            goals=goals,
            steps=tuple(steps_of(db, aims)),
            progress=tuple(row for row in progress if row.goal in aims),
            resistance=notes,
            attempts=tuple(row for row in attempts if row.resistance in held),
            observations=rows_about(db, handle, ObservationRow),
            demonstration=is_demonstration(db),
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


def talks_of(
    db: sqlite3.Connection, handle: str, attempts: Iterable[AttemptRow]
) -> list[Talk]:
    """Every session with somebody and every other talk, oldest first.

    An attempt that was answered in the room is a talk, where no session was that day.
    """
    where = Where(_TALKS, (handle,))
    asked = select("timeline", Talk._fields, where)
    found = [Talk(*row) for row in db.execute(asked, where.values)]
    days = {talk.occurred_at[:10] for talk in found if talk.kind == "session"}
    talks = {
        row.id
        for row in attempts
        if row.response in ANSWERED and row.occurred_at[:10] not in days
    }
    return [talk for talk in found if talk.kind == "session" or talk.id in talks]


def session_of(db: sqlite3.Connection, uid: str) -> SessionRow:
    """One session, whole."""
    (session,) = pick(db, SessionRow, Where("uid = ?", (uid,)))
    return session
