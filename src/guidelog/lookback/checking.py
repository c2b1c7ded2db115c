"""Checking: what a reviewer's eye needs: facts, names, what was changed apart."""

import sqlite3
from typing import Final

from guidelog.dates import Period
from guidelog.lookback.facts import ChangedApart, CheckFacts
from guidelog.lookback.person import facts_of
from guidelog.lookback.reading import hold_still
from guidelog.lookback.team import team_facts

# what was only ever written once can't have been changed apart
_TOUCHED_TWICE: Final = """
SELECT revision.uid, change.hash, revision.replaces, revision.about, entry.id
FROM revision
JOIN change ON change.seq = revision.change
LEFT JOIN entry ON entry.uid = revision.uid
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
    return CheckFacts(people, names, tuple(apart))


def changed_apart(db: sqlite3.Connection) -> list[ChangedApart]:
    """The entries with several newest versions, until the next edit settles them."""
    handles = dict(db.execute("SELECT uid, handle FROM people"))
    held: dict[str, dict[str, ChangedApart]] = {}
    replaced: set[tuple[str, str]] = set()
    for uid, hash_, replaces, about, identity in db.execute(_TOUCHED_TWICE):
        people = tuple(handles[one] for one in about.split() if one in handles)
        named = identity or handles.get(uid, uid)
        held.setdefault(uid, {})[hash_] = ChangedApart(named, people)
        replaced.update((uid, one) for one in replaces.split())
    newest = [
        [one for hash_, one in versions.items() if (uid, hash_) not in replaced]
        for uid, versions in held.items()
    ]
    return [versions[-1] for versions in newest if len(versions) > 1]
