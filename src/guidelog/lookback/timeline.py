"""The timeline: everything that happened, in order, with rows that tell more."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date, timedelta
from itertools import chain, groupby, islice, starmap
from typing import Final, TypeVar

from guidelog.dates import Period
from guidelog.lookback.counting import entries_about, entries_in_all
from guidelog.lookback.facts import TimelineFacts
from guidelog.lookback.filters import (
    ABOUT,
    ON_RECORD,
    Filters,
    Where,
    conditions_of,
)
from guidelog.lookback.history import is_demonstration
from guidelog.lookback.names import names_of
from guidelog.lookback.reading import (
    hold_still,
    pick,
    rows_of,
    select,
    shown_columns,
)
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
    TimelineRow,
)
from guidelog.lookback.scope import LISTED, as_list

Detail = TypeVar(
    "Detail",
    SessionRow,
    ObservationRow,
    GoalRow,
    CommitmentRow,
    ProgressRow,
    ResistanceRow,
    AssessmentRow,
    HandoutRow,
)
Made = TypeVar("Made", CommitmentRow, ProgressRow)

ABOUT_NOTES: Final = ("observation", "resistance", "attempt", "move")
"""The kinds of lines that may belong to a resistance note."""


def timeline_of(db: sqlite3.Connection, filters: Filters) -> TimelineFacts:
    """Gather what happened, oldest first, each entry once, with what tells more.

    A limit keeps the newest entries. Raises UnknownWord for a kind that does not exist.
    """
    with hold_still(db):
        lines = lines_of(db, filters)
        return tell_more(db, lines, filters)._replace(
            outside=outside(db, filters.who, lines),
            filtered=filters
            != Filters(filters.who, filters.period, limit=filters.limit),
            for_others=filters.for_others,
            demonstration=is_demonstration(db),
        )


def tell_more(
    db: sqlite3.Connection, lines: tuple[TimelineRow, ...], filters: Filters
) -> TimelineFacts:
    """Gather the rows that tell more about some lines."""
    with hold_still(db):
        sessions = details(db, SessionRow, ids_of(lines, "session"), filters)
        made = made_in(sessions.values(), filters)
        facts = TimelineFacts(
            lines=lines,
            sessions=sessions,
            observations=told(db, ObservationRow, "observation", lines, filters),
            assessments=told(db, AssessmentRow, "assessment", lines, filters),
            handouts=told(db, HandoutRow, "handout", lines, filters),
            commitments=told(db, CommitmentRow, "commitment", lines, filters)
            | made_there(db, CommitmentRow, made, sessions),
            progress=told(db, ProgressRow, "progress", lines, filters)
            | made_there(db, ProgressRow, made, sessions),
        )
        return complete(db, add_notes(db, facts, filters), filters)


def told(
    db: sqlite3.Connection,
    row: type[Detail],
    kind: str,
    lines: Iterable[TimelineRow],
    filters: Filters,
) -> dict[str, Detail]:
    """Take the rows behind the lines of one kind, by id."""
    return details(db, row, ids_of(lines, kind), filters)


def add_notes(
    db: sqlite3.Connection, facts: TimelineFacts, filters: Filters
) -> TimelineFacts:
    """Add moves, the notes that lines belong to, and the attempts of those people."""
    lines = [line for line in facts.lines if line.kind in ABOUT_NOTES]
    hanging = commitments_on_notes(facts) if filters.for_others else []
    attempts = attempts_of(db, [*lines, *hanging])
    tried = ids_of(lines, "attempt") | {row.attempt or "" for row in hanging}
    notes = ids_of(lines, "resistance") | ids_of(lines, "move")
    notes |= {attempts[one].resistance for one in tried & attempts.keys()}
    notes |= {row.resistance for row in hanging if row.resistance}
    resistance = details(db, ResistanceRow, notes, filters)
    came_up: tuple[ResistanceRow | ObservationRow, ...] = (
        *resistance.values(),
        *facts.observations.values(),
    )
    linked = {row.session for row in came_up if row.session}
    return facts._replace(
        attempts=attempts,
        moves=moves_of(db, lines),
        resistance=resistance,
        linked=details(db, SessionRow, linked, filters) if filters.for_others else {},
    )


def commitments_on_notes(facts: TimelineFacts) -> list[CommitmentRow]:
    """The commitments that hang on a note, or on an attempt at one."""
    rows = facts.commitments.values()
    return [row for row in rows if row.resistance or row.attempt]


def attempts_of(
    db: sqlite3.Connection, lines: Iterable[TimelineRow | CommitmentRow]
) -> dict[str, AttemptRow]:
    """Take all attempts with the people of some lines, by id."""
    # one by one: only a single handle is answered by an index
    people = sorted({line.person for line in lines if line.person})
    wanted = (pick(db, AttemptRow, Where(ABOUT, (person,))) for person in people)
    return {row.id: row for row in chain.from_iterable(wanted)}


def moves_of(
    db: sqlite3.Connection, lines: Iterable[TimelineRow]
) -> dict[str, MoveRow]:
    """Take the moves behind some lines, by uid."""
    uids = {line.uid for line in lines if line.kind == "move"}
    if not uids:
        return {}
    rows = pick(db, MoveRow, Where(f"uid {LISTED}", (as_list(uids),)))
    return {row.uid: row for row in rows}


def lines_of(db: sqlite3.Connection, filters: Filters) -> tuple[TimelineRow, ...]:
    """Take one row for each entry, oldest first."""
    where = conditions_of("timeline", narrow(db, filters))
    shown = shown_columns("timeline", filters.for_others)
    newest = select("timeline", shown, where, newest_first=True)
    with closing(db.execute(newest, where.values)) as cells:
        rows = starmap(TimelineRow, cells)
        # a talk with several people has a row for each of them, one after the other
        once = (next(same) for _, same in groupby(rows, key=lambda row: row.uid))
        return tuple(islice(once, filters.limit))[::-1]


def narrow(db: sqlite3.Connection, filters: Filters) -> Filters:
    """Leave out days too old to be among the newest entries, where only those count.

    With as many sessions since a day as entries are wanted, nothing older is shown.
    """
    if not filters.limit or filters != Filters(limit=filters.limit):
        return filters
    newest = list(rows_of(db, SessionRow, filters))
    if len(newest) < filters.limit:
        return filters
    since = date.fromisoformat(newest[0].occurred_at[:10])
    return filters._replace(period=Period(since, date.max))


def ids_of(lines: Iterable[TimelineRow], kind: str) -> set[str]:
    """The ids of the lines of one kind."""
    return {line.id for line in lines if line.kind == kind and line.id}


def details(
    db: sqlite3.Connection, row: type[Detail], ids: set[str], filters: Filters
) -> dict[str, Detail]:
    """Take the rows with some ids, by id; for others only what is on record."""
    if not ids:
        return {}
    wanted = f"id {LISTED}"
    if filters.for_others and row not in (SessionRow, HandoutRow):
        wanted = f"{wanted} AND {ON_RECORD}"
    where = Where(wanted, (as_list(ids),))
    return {one.id: one for one in pick(db, row, where, filters.for_others)}


def made_in(sessions: Iterable[SessionRow], filters: Filters) -> Filters | None:
    """Ask for what came up on the days of some sessions, whatever else was asked."""
    days = [date.fromisoformat(one.occurred_at[:10]) for one in sessions]
    if not days:
        return None
    period = Period(min(days), max(days) + timedelta(days=1))
    return Filters(who=filters.who, period=period, for_others=filters.for_others)


def made_there(
    db: sqlite3.Connection,
    row: type[Made],
    made: Filters | None,
    sessions: dict[str, SessionRow],
) -> dict[str, Made]:
    """Take what was made in some sessions, by id."""
    rows: Iterator[Made] = rows_of(db, row, made) if made else iter(())
    return {one.id: one for one in rows if one.session in sessions}


def complete(
    db: sqlite3.Connection, facts: TimelineFacts, filters: Filters
) -> TimelineFacts:
    """Add the goals that are named, and the names of all who occur."""
    named = (line.goal or "" for line in facts.lines)
    led_to = (one.goal for one in facts.progress.values())
    goals = set(" ".join(chain(named, led_to)).split())
    people = (one.people or "" for one in facts.sessions.values())
    handles = (line.person or "" for line in facts.lines)
    return facts._replace(
        goals=details(db, GoalRow, goals, filters),
        names=names_of(db, set(" ".join(chain(people, handles)).split())),
    )


def outside(
    db: sqlite3.Connection, who: str | None, lines: Iterable[TimelineRow]
) -> int:
    """How many entries of the person, or of everybody, have no line."""
    in_all = entries_in_all(db) if who is None else entries_about(db, who)
    return in_all - sum(line.kind != "move" for line in lines)
