"""Entries: one entry whole, with every version of it and what hangs on it."""

import sqlite3
from collections.abc import Iterator, Mapping
from itertools import groupby
from types import MappingProxyType
from typing import Final

from guidelog.lookback.differences import course_of
from guidelog.lookback.facts import EntryFacts
from guidelog.lookback.filters import Where
from guidelog.lookback.finding import Found
from guidelog.lookback.history import back_to, texts_by_change
from guidelog.lookback.names import names_of
from guidelog.lookback.reading import hold_still, pick
from guidelog.lookback.rows import HistoryRow, StepRow, TimelineRow
from guidelog.lookback.rows_by_uid import people_of, row_of

# Every question names the person too, since only that is answered by an index.
_FROM_TALK: Final = (
    "SELECT uid FROM observations WHERE person = ? AND session = ?",
    "SELECT uid FROM progress WHERE person = ? AND session = ?",
    "SELECT uid FROM resistance WHERE person = ? AND session = ?",
    "SELECT uid FROM attempts WHERE person = ? AND session = ?",
    "SELECT uid FROM commitments WHERE person = ? AND session = ?",
    "SELECT uid FROM topics WHERE person = ? AND session = ?",
)
_ON_GOAL: Final = (
    "SELECT uid FROM timeline WHERE person = ? AND kind <> 'goal' "
    "AND instr(' ' || goal || ' ', ' ' || ? || ' ') > 0",
)
_ON_NOTE: Final = (
    "SELECT uid FROM observations WHERE person = ? AND resistance = ?",
    "SELECT uid FROM attempts WHERE person = ? AND resistance = ?",
    "SELECT uid FROM commitments WHERE person = ? AND resistance = ?",
    "SELECT uid FROM moves WHERE uid IN "
    "(SELECT uid FROM timeline WHERE person = ? AND kind = 'move') AND resistance = ?",
)
_ON_ATTEMPT: Final = ("SELECT uid FROM commitments WHERE person = ? AND attempt = ?",)
_TOLD: Final = (
    "SELECT uid FROM handouts WHERE person = ? "
    "AND instr(' ' || what || ' ', ' ' || ? || ' ') > 0",
)
_CHILDREN: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "session": _FROM_TALK,
        "goal": _ON_GOAL,
        "resistance": _ON_NOTE,
        "attempt": _ON_ATTEMPT,
    }
)
# what the leader alone will do may name nobody
_LEADERS_OWN: Final = (
    "SELECT uid FROM commitments WHERE person IS NULL "
    "AND ? IN (session, goal, resistance, attempt)"
)


def entry_of(db: sqlite3.Connection, found: Found) -> EntryFacts:
    """Take one entry whole: its row if it lives, its versions, what hangs on it."""
    with hold_still(db):
        row = row_of(db, found)
        people = people_of(row)
        children = children_of(db, found, people)
        course = course_of(db, found.uid)
        changes = pick(db, HistoryRow, Where("uid = ?", (found.uid,)))
        return EntryFacts(
            kind=found.kind,
            id=found.id,
            uid=found.uid,
            row=row,
            history=tuple(map(course.without_repeats, changes)),
            texts=tuple(text for _, text in texts_by_change(db, found.uid)),
            children=children,
            steps=steps_of(db, found),
            names=names_of(db, {*people, *(one.person or "" for one in children)}),
            back=back_to(db, found) if row is None else "",
        )


def steps_of(db: sqlite3.Connection, found: Found) -> tuple[StepRow, ...]:
    """Take the milestones or level texts, if the entry is a goal."""
    if found.kind != "goal":
        return ()
    return pick(db, StepRow, Where("goal = ?", (found.id,)))


def children_of(
    db: sqlite3.Connection, found: Found, people: tuple[str, ...]
) -> tuple[TimelineRow, ...]:
    """Take what hangs on an entry, each once, oldest first."""
    uids = tuple(dict.fromkeys(uids_on(db, found, people)))
    if not uids:
        return ()
    # values one by one, not as JSON: only so the timeline is asked by index
    listed = Where(f"uid IN ({', '.join('?' * len(uids))})", uids)
    rows = pick(db, TimelineRow, listed)
    return tuple(next(same) for _, same in groupby(rows, key=lambda row: row.uid))


def uids_on(
    db: sqlite3.Connection, found: Found, people: tuple[str, ...]
) -> Iterator[str]:
    """Find the uids of what hangs on an entry, some of them twice."""
    for person in people:
        for question in (*_CHILDREN.get(found.kind, ()), *_TOLD):
            yield from (uid for (uid,) in db.execute(question, (person, found.id)))
    if found.kind in _CHILDREN:
        yield from (uid for (uid,) in db.execute(_LEADERS_OWN, (found.id,)))
