"""Finding: whom a name means and what an id means, for looking; never a guess."""

import re
import sqlite3
from typing import Final, NamedTuple

from guidelog.errors import TwoEntries, UnknownId, WrongKind
from guidelog.matching import Known, likely_ids, match_person
from guidelog.near import nearest
from guidelog.words import NOUNS

UID_ENDING: Final = re.compile("[0-9a-f-]{6,36}")


class Found(NamedTuple):
    """One thing that was ever written; it need not live. A move has no id."""

    id: str | None
    kind: str
    uid: str


def find_handle(db: sqlite3.Connection, text: str) -> str:
    """Find whom a text means, for looking: also by a beginning of three letters.

    Raises UnknownPerson, with the nearest names, and TwoPeople.
    """
    return match_person(text, everybody(db), beginnings=True)


def everybody(db: sqlite3.Connection) -> list[Known]:
    """Everybody in the journal, those in the archive too, by handle."""
    rows = db.execute(
        "SELECT handle, name, archived_on IS NOT NULL FROM people ORDER BY handle"
    )
    return [Known(handle, name, bool(put_away)) for handle, name, put_away in rows]


def find_id(db: sqlite3.Connection, text: str) -> Found:
    """Find what an id means: `s12`, `last`, or six or more last characters of a uid.

    What was deleted is found too; `last` is the living session written last in this
    file. Raises UnknownId, and TwoEntries where an ending fits several.
    """
    said = text.strip().casefold()
    found = find_last(db) if said == "last" else find_by_id(db, said)
    found = found or find_by_handle(db, said)
    if not found and UID_ENDING.fullmatch(said):
        found = find_by_ending(db, said)
    if not found:
        raise UnknownId.like(text, likely_id(db, said))
    if len(found) > 1:
        raise TwoEntries(id=text, ids=" or ".join(one.id or one.uid for one in found))
    return found[0]


def find_of_kind(db: sqlite3.Connection, text: str, kind: str) -> Found:
    """Find what an id means where only one kind will do. Raises WrongKind, too."""
    found = find_id(db, text)
    if found.kind != kind:
        raise WrongKind.of(text, NOUNS.get(found.kind, found.kind), NOUNS[kind])
    return found


def likely_id(db: sqlite3.Connection, said: str) -> str:
    """The entry, or the person, that is likely meant; empty where none is."""
    ids = (one.id for near in likely_ids(said) for one in find_by_id(db, near))
    handles = (handle for (handle,) in db.execute("SELECT handle FROM people"))
    return next(ids, None) or "".join(nearest(said, handles))


def find_last(db: sqlite3.Connection) -> list[Found]:
    """The session with the highest place in this file, if there is one."""
    rows = db.execute(
        "SELECT sessions.id, 'session', entry.uid "
        "FROM entry JOIN sessions ON sessions.uid = entry.uid "
        "WHERE entry.kind = 'session' ORDER BY entry.number DESC LIMIT 1"
    )
    return [Found(*row) for row in rows]


def find_by_id(db: sqlite3.Connection, said: str) -> list[Found]:
    """What has this id, living or not."""
    rows = db.execute("SELECT id, kind, uid FROM entry WHERE id = ?", (said,))
    return [Found(*row) for row in rows]


def find_by_handle(db: sqlite3.Connection, said: str) -> list[Found]:
    """The person who has this handle."""
    rows = db.execute("SELECT uid FROM people WHERE handle = ?", (said,))
    return [Found(None, "person", uid) for (uid,) in rows]


def find_by_ending(db: sqlite3.Connection, said: str) -> list[Found]:
    """The first things whose uid ends so; three are enough to say that it is unsure."""
    rows = db.execute(
        "SELECT id, kind, uid FROM entry WHERE substr(uid, -?) = ? ORDER BY n LIMIT 3",
        (len(said), said),
    )
    return [Found(*row) for row in rows]
