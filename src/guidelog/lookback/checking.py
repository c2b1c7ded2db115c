"""Checking: what a reviewer's eye needs: facts, names, what was changed apart."""

import sqlite3
from collections import defaultdict
from typing import Final

from guidelog.dates import Period
from guidelog.lookback.facts import ChangedApart, CheckFacts
from guidelog.lookback.finding import Found
from guidelog.lookback.history import is_demonstration
from guidelog.lookback.person import facts_of
from guidelog.lookback.reading import hold_still
from guidelog.lookback.rows_by_uid import row_of
from guidelog.lookback.team import team_facts
from guidelog.versions import newest_of

# what was only ever written once can't have been changed apart
_TOUCHED_TWICE: Final = """
SELECT entry.id, entry.kind, entry.uid, change.hash, revision.replaces, revision.about
FROM revision
JOIN change ON change.seq = revision.change
JOIN entry ON entry.uid = revision.uid
WHERE revision.uid IN (SELECT uid FROM revision GROUP BY uid HAVING count(*) > 1)
ORDER BY change.stamp, change.hash
"""


def check_facts(
    db: sqlite3.Connection, period: Period, who: str | None = None
) -> CheckFacts:
    """Gather what is checked, of one person (a handle) or of all who are here."""
    with hold_still(db):
        people = (facts_of(db, who, period),) if who else team_facts(db, period).people
        apart = [one for one in changed_apart(db) if who is None or who in one.people]
        names = dict(db.execute("SELECT handle, name FROM people"))
        return CheckFacts(people, names, tuple(apart), is_demonstration(db))


def changed_apart(db: sqlite3.Connection) -> list[ChangedApart]:
    """What lives with several newest versions, until the next edit settles it."""
    replaced: defaultdict[Found, dict[str, list[str]]] = defaultdict(dict)
    about: dict[Found, str] = {}
    for *found, hash_, replaces, about_whom in db.execute(_TOUCHED_TWICE):
        one = Found(*found)
        replaced[one][hash_] = replaces.split()
        about[one] = about_whom
    handles = dict(db.execute("SELECT uid, handle FROM people"))
    return [
        ChangedApart(
            one.id or handles.get(one.uid, one.uid),
            tuple(handles[uid] for uid in about[one].split() if uid in handles),
        )
        for one, versions in replaced.items()
        if len(newest_of(versions)) > 1 and row_of(db, one)
    ]
