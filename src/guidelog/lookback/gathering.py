"""Gathering: everything that touches a period, for some people, a question a view.

A goal and a resistance note that touch the period come whole, with all that hangs on
them; of the rest comes what happened in the period, and what was still open in it.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import Protocol

from guidelog.dates import Period
from guidelog.lookback.filters import HAPPENED, Where, bounds_of
from guidelog.lookback.reading import pick
from guidelog.lookback.rows import (
    AssessmentRow,
    AttemptRow,
    CommitmentRow,
    GoalRow,
    HandoutRow,
    MoveRow,
    ObservationRow,
    ProgressRow,
    ResistanceRow,
    SessionRow,
    StepRow,
    TopicRow,
    WordedRow,
)
from guidelog.lookback.scope import LISTED, Scope, as_list


class FromTalk(Protocol):
    """Any row that may have come up in a session."""

    @property
    def session(self) -> str | None:
        """The id of that session."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The rows that touch a period, whichever of the people they are about."""

    sessions: list[SessionRow]
    observations: list[ObservationRow]
    goals: list[GoalRow]
    steps: list[StepRow]
    progress: list[ProgressRow]
    resistance: list[ResistanceRow]
    attempts: list[AttemptRow]
    moves: list[MoveRow]
    commitments: list[CommitmentRow]
    topics: list[TopicRow]
    assessments: list[AssessmentRow]
    handouts: list[HandoutRow]


def gather(
    db: sqlite3.Connection, handles: tuple[str, ...], period: Period
) -> Gathered:
    """Gather what touches a period for some people, each list in its view's order."""
    scope = Scope(db, handles, *bounds_of(period))
    talks = scope.pick_dated(SessionRow, "session")
    goals, notes = goals_in(scope), notes_in(scope)
    aims, held = ids_of(goals), ids_of(notes)
    attempts = [one for one in scope.pick(AttemptRow) if one.resistance in held]
    moves = scope.pick_whole(MoveRow, "move") if notes else []
    observations = observations_in(scope, held)
    commitments = commitments_in(scope, ids_of(talks, goals, notes, attempts))
    shown = ids_of(talks, goals, notes, attempts, observations, commitments)
    return Gathered(
        sessions=with_linked(db, talks, (observations, notes, attempts, commitments)),
        observations=observations,
        goals=goals,
        steps=steps_of(db, aims),
        progress=[one for one in scope.pick(ProgressRow) if one.goal in aims],
        resistance=notes,
        attempts=attempts,
        moves=[one for one in moves if one.resistance in held],
        commitments=commitments,
        topics=topics_in(scope),
        assessments=scope.pick(AssessmentRow, HAPPENED, scope.first, scope.after),
        handouts=handouts_in(scope, shown),
    )


def ids_of(*lists: Iterable[WordedRow]) -> set[str]:
    """The ids of all rows in some lists."""
    return {row.id for row in chain(*lists)}


def goals_in(scope: Scope) -> list[GoalRow]:
    """Goals that were open in the period, or had progress in it."""
    return [
        goal
        for goal in scope.pick(GoalRow)
        if scope.meets(goal.opened_on, goal.closed_on)
        or scope.has(goal.last_progress_on)
    ]


def notes_in(scope: Scope) -> list[ResistanceRow]:
    """Resistance notes that were not yet closed when the period began."""
    return [
        note
        for note in scope.pick(ResistanceRow)
        if scope.meets(note.occurred_at, note.closed_on)
    ]


def observations_in(scope: Scope, notes: set[str]) -> list[ObservationRow]:
    """Observations of the period, and all later occurrences of the notes."""
    wanted = f"{HAPPENED} OR resistance {LISTED}"
    bounds = (scope.first, scope.after)
    return scope.pick(ObservationRow, wanted, *bounds, as_list(notes))


def commitments_in(scope: Scope, shown: set[str]) -> list[CommitmentRow]:
    """Commitments agreed, due, done or open in the period, or part of what is shown."""
    agreed = {one.uid for one in scope.pick_dated(CommitmentRow, "commitment")}
    return [
        one
        for one in scope.pick(CommitmentRow)
        if one.uid in agreed
        or scope.has(one.due_on)
        or scope.has(one.done_on)
        or (one.state == "open" and one.recorded_at < scope.after)
        or not shown.isdisjoint((one.session, one.goal, one.resistance, one.attempt))
    ]


def topics_in(scope: Scope) -> list[TopicRow]:
    """Topics that stood on the list in the period."""
    topics = scope.pick(TopicRow)
    return [one for one in topics if scope.meets(one.raised_on, one.closed_on)]


def handouts_in(scope: Scope, shown: set[str]) -> list[HandoutRow]:
    """Handouts of the period, and those that hold something that is shown."""
    return [
        one
        for one in scope.pick(HandoutRow)
        if scope.has(one.occurred_at) or not shown.isdisjoint(one.what.split())
    ]


def steps_of(db: sqlite3.Connection, goals: set[str]) -> list[StepRow]:
    """The steps of some goals, by goal and step."""
    return list(pick(db, StepRow, Where(f"goal {LISTED}", (as_list(goals),))))


def with_linked(
    db: sqlite3.Connection,
    talks: list[SessionRow],
    lists: Iterable[Iterable[FromTalk]],
) -> list[SessionRow]:
    """Add the sessions of other days that some rows came up in, oldest first."""
    named = {row.session for row in chain(*lists) if row.session}
    if not (missing := named - ids_of(talks)):
        return talks
    linked = pick(db, SessionRow, Where(f"id {LISTED}", (as_list(missing),)))
    return sorted([*talks, *linked], key=lambda one: (one.occurred_at[:16], one.uid))
