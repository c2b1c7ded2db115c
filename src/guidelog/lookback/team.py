"""The team: the facts of everybody who is not in the archive, in a few questions."""

import sqlite3

from guidelog.dates import Period
from guidelog.lookback.facts import TeamFacts
from guidelog.lookback.filters import Where, bounds_of
from guidelog.lookback.gathering import gather
from guidelog.lookback.history import standing
from guidelog.lookback.person import complete, tell_apart
from guidelog.lookback.reading import hold_still, pick
from guidelog.lookback.rows import PersonRow


def team_facts(db: sqlite3.Connection, period: Period) -> TeamFacts:
    """Gather what touches a period for the whole team, by handle.

    Talks and minutes are those of the period; a talk with several people counts once.
    """
    first, after = bounds_of(period)
    with hold_still(db):
        people = pick(db, PersonRow, Where("archived_on IS NULL"))
        handles = tuple(sorted(person.handle for person in people))
        gathered = gather(db, handles, period)
        stands = standing(db)
        talks = [one for one in gathered.sessions if first <= one.occurred_at < after]
        return TeamFacts(
            people=tuple(
                complete(db, tell_apart(person, gathered))._replace(standing=stands)
                for person in sorted(people, key=lambda one: one.handle)
            ),
            talks=len(talks),
            minutes=sum(one.minutes or 0 for one in talks),
            standing=stands,
        )
