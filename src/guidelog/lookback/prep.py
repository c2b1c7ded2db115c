"""Prep: what is open between the leader and one person, and what was noticed."""

import sqlite3
from dataclasses import dataclass, fields
from typing import Final

from guidelog.errors import UnknownPerson
from guidelog.lookback.due import open_ones
from guidelog.lookback.filters import Where
from guidelog.lookback.gathering import ids_of, steps_of
from guidelog.lookback.reading import hold_still, pick, select
from guidelog.lookback.rows import (
    AttemptRow,
    CommitmentRow,
    GoalRow,
    ObservationRow,
    ProgressRow,
    ResistanceRow,
    SessionRow,
    StepRow,
    TopicRow,
)
from guidelog.words import LIVE_STATUSES


@dataclass(frozen=True, slots=True)
class Guided:
    """Who is guided; the rhythm is in days, and nothing about them is counted."""

    handle: str
    name: str
    relation: str
    role: str | None
    team: str | None
    rhythm_days: int | None
    since: str | None
    hold_since: str | None
    hold_reason: str | None
    last_talk_on: str | None


@dataclass(frozen=True, slots=True)
class PrepFacts:
    """What a leader should have in mind before the next talk with one person.

    Only what is open: commitments of both, topics, goals with their steps and ratings,
    living resistance notes with their attempts; and every observation. `talk_days` are
    the days of all sessions, oldest first, `last` is the newest of them, whole.
    """

    person: Guided
    talk_days: tuple[str, ...] = ()
    last: SessionRow | None = None
    commitments: tuple[CommitmentRow, ...] = ()
    topics: tuple[TopicRow, ...] = ()
    goals: tuple[GoalRow, ...] = ()
    steps: tuple[StepRow, ...] = ()
    progress: tuple[ProgressRow, ...] = ()
    resistance: tuple[ResistanceRow, ...] = ()
    attempts: tuple[AttemptRow, ...] = ()
    observations: tuple[ObservationRow, ...] = ()


_COLUMNS: Final = tuple(field.name for field in fields(Guided))
_OPEN: Final = "state = 'open'"
_LIVING: Final = f"status IN {LIVE_STATUSES}"
_TALKS: Final = "kind = 'session' AND person = ?"


def prep_facts(db: sqlite3.Connection, handle: str) -> PrepFacts:
    """Gather what matters before the next talk. Raises UnknownPerson."""
    with hold_still(db):
        goals = open_ones(db, GoalRow, _OPEN, handle)
        notes = open_ones(db, ResistanceRow, _LIVING, handle)
        aims, held = ids_of(goals), ids_of(notes)
        progress = open_ones(db, ProgressRow, "true", handle)
        attempts = open_ones(db, AttemptRow, "true", handle)
        talks = talks_of(db, handle)
        return PrepFacts(
            person=guided(db, handle),
            talk_days=tuple(moment[:10] for moment, _ in talks),
            last=session_of(db, talks[-1][1]) if talks else None,
            commitments=open_ones(db, CommitmentRow, _OPEN, handle),
            topics=open_ones(db, TopicRow, _OPEN, handle),
            goals=goals,
            steps=tuple(steps_of(db, aims)),
            progress=tuple(row for row in progress if row.goal in aims),
            resistance=notes,
            attempts=tuple(row for row in attempts if row.resistance in held),
            observations=open_ones(db, ObservationRow, "true", handle),
        )


def guided(db: sqlite3.Connection, handle: str) -> Guided:
    """Who has this handle. Raises UnknownPerson where nobody has."""
    where = Where("handle = ?", (handle,))
    row = db.execute(select("people", _COLUMNS, where), where.values).fetchone()
    if row is None:
        raise UnknownPerson(name=handle, near="")
    return Guided(*row)


def talks_of(db: sqlite3.Connection, handle: str) -> list[tuple[str, str]]:
    """The moment and the uid of every talk with somebody, oldest first."""
    where = Where(_TALKS, (handle,))
    asked = select("timeline", ("occurred_at", "uid"), where)
    return db.execute(asked, where.values).fetchall()


def session_of(db: sqlite3.Connection, uid: str) -> SessionRow:
    """One session, whole."""
    (session,) = pick(db, SessionRow, Where("uid = ?", (uid,)))
    return session
