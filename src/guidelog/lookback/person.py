"""One person: the facts of a period, gathered for a report."""

import sqlite3
from collections.abc import Iterable
from itertools import chain
from typing import Protocol, TypeVar

from guidelog.dates import Period
from guidelog.errors import UnknownPerson
from guidelog.lookback.counting import entries_about
from guidelog.lookback.differences import course_of
from guidelog.lookback.facts import PersonFacts, Version
from guidelog.lookback.filters import Where
from guidelog.lookback.gathering import Gathered, gather, ids_of
from guidelog.lookback.history import standing
from guidelog.lookback.names import names_of
from guidelog.lookback.reading import hold_still, pick
from guidelog.lookback.rows import HistoryRow, PersonRow, WordedRow
from guidelog.lookback.scope import LISTED, as_list


class AboutOne(Protocol):
    """Any row that is about one person."""

    @property
    def person(self) -> str | None:
        """The handle."""


P = TypeVar("P", bound=AboutOne)


def facts_of(db: sqlite3.Connection, handle: str, period: Period) -> PersonFacts:
    """Gather everything about one person that touches a period.

    Raises UnknownPerson where nobody has this handle.
    """
    with hold_still(db):
        people = pick(db, PersonRow, Where("handle = ?", (handle,)))
        if not people:
            raise UnknownPerson(name=handle, near="")
        gathered = gather(db, (handle,), period)
        facts = tell_apart(people[0], gathered)
        return complete(db, facts)._replace(standing=standing(db))


def tell_apart(person: PersonRow, gathered: Gathered) -> PersonFacts:
    """Take what is about one person out of what was gathered for several."""
    who = person.handle
    talks = [one for one in gathered.sessions if who in (one.people or "").split()]
    goals, notes = about(who, gathered.goals), about(who, gathered.resistance)
    aims, held = ids_of(goals), ids_of(notes)
    return PersonFacts(
        person=person,
        sessions=tuple(talks),
        observations=about(who, gathered.observations),
        goals=goals,
        steps=tuple(one for one in gathered.steps if one.goal in aims),
        progress=about(who, gathered.progress),
        resistance=notes,
        attempts=about(who, gathered.attempts),
        moves=tuple(one for one in gathered.moves if one.resistance in held),
        commitments=about(who, gathered.commitments),
        topics=about(who, gathered.topics),
        assessments=about(who, gathered.assessments),
        handouts=about(who, gathered.handouts),
    )


def about(who: str, rows: Iterable[P]) -> tuple[P, ...]:
    """The rows that are about one person."""
    return tuple(row for row in rows if row.person == who)


def complete(db: sqlite3.Connection, facts: PersonFacts) -> PersonFacts:
    """Add the amendments, the names of all who occur, and what lies outside."""
    shown: tuple[WordedRow, ...] = (
        *facts.sessions,
        *facts.observations,
        *facts.goals,
        *facts.progress,
        *facts.resistance,
        *facts.attempts,
        *facts.commitments,
        *facts.topics,
        *facts.assessments,
    )
    here = len(shown) + len(facts.handouts)
    handles = chain.from_iterable((one.people or "").split() for one in facts.sessions)
    return facts._replace(
        amendments=amendments_of(db, shown),
        names=names_of(db, {facts.person.handle, *handles}),
        outside=entries_about(db, facts.person.handle) - here,
    )


def amendments_of(
    db: sqlite3.Connection, rows: Iterable[WordedRow]
) -> tuple[Version, ...]:
    """The amendments of some entries, oldest first, with what each changed."""
    amended = (row.uid for row in rows if row.amended_at)
    courses = {uid: course_of(db, uid).changed for uid in amended}
    wanted = Where(f"operation = 'amend' AND uid {LISTED}", (as_list(courses),))
    amendments = pick(db, HistoryRow, wanted) if courses else ()
    return tuple(
        Version(row, changed=courses[row.uid].get(row.change, ())) for row in amendments
    )
