"""The timeline: everything that happened, in order, with rows that tell more."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain, groupby, islice, starmap
from typing import TypeVar

from guidelog.dates import Period
from guidelog.lookback.counting import entries_about, entries_in_all
from guidelog.lookback.facts import TimelineFacts
from guidelog.lookback.filters import ON_RECORD, Filters, Where, conditions_of
from guidelog.lookback.names import names_of
from guidelog.lookback.reading import (
    hold_still,
    pick,
    rows_of,
    select,
    shown_columns,
)
from guidelog.lookback.rows import (
    CommitmentRow,
    GoalRow,
    ObservationRow,
    ProgressRow,
    SessionRow,
    TimelineRow,
)
from guidelog.lookback.scope import LISTED, as_list

Detail = TypeVar(
    "Detail", SessionRow, ObservationRow, GoalRow, CommitmentRow, ProgressRow
)
Made = TypeVar("Made", CommitmentRow, ProgressRow)


def timeline_of(db: sqlite3.Connection, filters: Filters) -> TimelineFacts:
    """Gather what happened, oldest first, each entry once, with what tells more.

    A limit keeps the newest entries. Raises UnknownWord for a kind that does not exist.
    """
    with hold_still(db):
        lines = lines_of(db, filters)
        sessions = details(db, SessionRow, ids_of(lines, "session"), filters)
        made = made_in(sessions.values(), filters)
        facts = TimelineFacts(
            lines=lines,
            sessions=sessions,
            observations=details(
                db, ObservationRow, ids_of(lines, "observation"), filters
            ),
            commitments=details(db, CommitmentRow, ids_of(lines, "commitment"), filters)
            | made_there(db, CommitmentRow, made, sessions),
            progress=details(db, ProgressRow, ids_of(lines, "progress"), filters)
            | made_there(db, ProgressRow, made, sessions),
            outside=outside(db, filters.who, lines),
        )
        return complete(db, facts, filters)


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
    return replace(filters, period=Period(since, date.max))


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
    if filters.for_others and row is not SessionRow:
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
    return replace(
        facts,
        goals=details(db, GoalRow, goals, filters),
        names=names_of(db, set(" ".join(chain(people, handles)).split())),
    )


def outside(
    db: sqlite3.Connection, who: str | None, lines: Iterable[TimelineRow]
) -> int:
    """How many entries of the person, or of everybody, have no line."""
    in_all = entries_in_all(db) if who is None else entries_about(db, who)
    return in_all - sum(line.kind != "move" for line in lines)
