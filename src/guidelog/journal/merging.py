"""Merging: another device's journal taken in, as a function of the union of both logs.

Merge writes no change of its own: its outcome follows from the union, so it does not
matter who merges whom, in which order or how often.
"""

from collections.abc import Set
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from guidelog.errors import MergeOnHold, MergeRefused
from guidelog.journal.barring import barred_texts, delete_barred, sweep_index
from guidelog.journal.finding import id_of
from guidelog.journal.log import FORMAT
from guidelog.journal.recording import Recording
from guidelog.journal.replay import rebuild
from guidelog.journal.tables import KINDS
from guidelog.journal.verifying import verify_log
from guidelog.words import LETTERS

_COLUMNS = "hash, at, clock, stamp, device, command, undoes, format, parents"
_CHANGES = " ".join(["SELECT seq,", _COLUMNS, "FROM change ORDER BY stamp, hash"])
_ADD_CHANGE = " ".join(
    ["INSERT INTO change (", _COLUMNS, ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"]
)
_REVISIONS = """
SELECT id, n, kind, uid, operation, about, replaces, seals
FROM revision WHERE change = ? ORDER BY n
"""
_ADD_REVISION = """
INSERT INTO revision (change, n, kind, uid, operation, about, replaces, seals)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
_TEXTS = "SELECT part, salt, payload FROM revision_text WHERE revision = ?"
_ADD_TEXT = "INSERT INTO revision_text VALUES (?, ?, ?, ?)"
_ADD_ENTRY = """
INSERT INTO entry (uid, kind, number) VALUES (:uid, :kind, CASE WHEN :numbered THEN
  1 + coalesce((SELECT max(number) FROM entry WHERE kind = :kind), 0) END)
"""
_HEAD_OF = """
SELECT revision.uid, change.hash, revision.replaces
FROM revision JOIN change ON change.seq = revision.change
"""


@dataclass(slots=True)
class Merged:
    """What a merge did; entries are named as they are called here."""

    taken: int = 0
    conflicts: list[str] = field(default_factory=list)
    revived: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    handles: dict[str, str] = field(default_factory=dict)
    """Handles that are others now: from before to now."""
    dropped: bool = False
    """Whether words were deleted here."""


def merge(at: Recording, other: Connection) -> Merged:
    """Take in what another journal has and this one has not.

    Raises MergeRefused where the other file is damaged, newer, or a demonstration
    beside a real journal, MergeOnHold where it takes words of somebody on hold here.
    """
    db = at.db
    _check(db, other)
    missing = _missing(db, other)
    _check_holds(at, other, missing)
    known = set(db.exec_driver_sql("SELECT uid FROM entry").scalars())
    before, handles = _living(db), _handles(db)
    rows = _take_changes(db, other, missing)
    _take_texts(db, other, rows)
    merged = Merged(taken=len(missing), dropped=delete_barred(db))
    if missing:
        _settle(db)
    if merged.dropped:
        sweep_index(db)
    after = _living(db)
    now = _handles(db)
    merged.conflicts = _names(at, _conflicts(db) & after)
    merged.revived = _names(at, (after - before) & known)
    merged.gone = _names(at, before - after)
    merged.handles = {h: now[u] for u, h in handles.items() if now.get(u, h) != h}
    return merged


def _check(db: Connection, other: Connection) -> None:
    newest = other.exec_driver_sql("SELECT max(format) FROM change").scalar() or FORMAT
    if newest > FORMAT:
        raise MergeRefused(why="it was written by a newer guidelog")
    clocks = "SELECT DISTINCT clock FROM change"
    mine = set(db.exec_driver_sql(clocks).scalars())
    theirs = set(other.exec_driver_sql(clocks).scalars())
    if mine and theirs and mine != theirs:
        raise MergeRefused(why="one is a demonstration, its clock set, and one is not")
    findings = verify_log(other)
    if findings:
        why = f"it is damaged ({findings[0].what}: {findings[0].wrong})"
        raise MergeRefused(why=why)


def _missing(db: Connection, other: Connection) -> list[Any]:
    known = set(db.exec_driver_sql("SELECT hash FROM change").scalars())
    return [row for row in other.exec_driver_sql(_CHANGES) if row.hash not in known]


def _check_holds(at: Recording, other: Connection, missing: list[Any]) -> None:
    held = set(at.db.exec_driver_sql("SELECT person FROM hold").scalars())
    if not held:
        return
    for change in missing:
        for revision in other.exec_driver_sql(_REVISIONS, (change.seq,)):
            if revision.operation in ("erase", "redact"):
                for person in held.intersection(revision.about.split()):
                    raise MergeOnHold(person=id_of(at, person))


def _take_changes(
    db: Connection, other: Connection, missing: list[Any]
) -> dict[int, int]:
    """Insert changes, parents first; returns the new number of each revision."""
    known = set(db.exec_driver_sql("SELECT uid FROM entry").scalars())
    rows: dict[int, int] = {}
    for change in missing:
        seq = db.exec_driver_sql(_ADD_CHANGE, tuple(change)[1:]).lastrowid
        for number, *said in other.exec_driver_sql(_REVISIONS, (change.seq,)):
            rows[number] = int(
                db.exec_driver_sql(_ADD_REVISION, (seq, *said)).lastrowid
            )
            _, kind, uid, *_ = said
            if uid not in known:
                known.add(uid)
                entry = {"uid": uid, "kind": kind, "numbered": kind in LETTERS}
                db.exec_driver_sql(_ADD_ENTRY, entry)
    return rows


def _take_texts(db: Connection, other: Connection, rows: dict[int, int]) -> None:
    """Insert the words of new revisions; a barred word is never written here."""
    barred = set(barred_texts(db))
    for there, here in rows.items():
        for part, *text in other.exec_driver_sql(_TEXTS, (there,)):
            if (here, part) not in barred:
                db.exec_driver_sql(_ADD_TEXT, (here, part, *text))


def _settle(db: Connection) -> None:
    db.exec_driver_sql("DELETE FROM head")
    log = db.exec_driver_sql("SELECT seq, hash, parents FROM change").all()
    parents = {one for _, _, named in log for one in named.split()}
    heads = [(seq,) for seq, hash_, _ in log if hash_ not in parents]
    db.exec_driver_sql("INSERT INTO head VALUES (?)", heads)
    db.exec_driver_sql("UPDATE here SET merged_seq = (SELECT max(seq) FROM change)")
    rebuild(db)


def _living(db: Connection) -> set[str]:
    tables = (model.__tablename__ for model in KINDS.values())
    asked = " UNION ALL ".join(f"SELECT uid FROM {table}" for table in tables)  # noqa: S608
    return set(db.exec_driver_sql(asked).scalars())


def _handles(db: Connection) -> dict[str, str]:
    asked = "SELECT uid, handle FROM person"
    return {row.uid: row.handle for row in db.exec_driver_sql(asked)}


def _conflicts(db: Connection) -> set[str]:
    """The things that two devices changed apart, until the next edit."""
    held: dict[str, set[str]] = {}
    replaced: set[tuple[str, str]] = set()
    for uid, hash_, replaces in db.exec_driver_sql(_HEAD_OF):
        held.setdefault(uid, set()).add(hash_)
        replaced.update((uid, one) for one in replaces.split())
    return {
        uid
        for uid, hashes in held.items()
        if sum((uid, one) not in replaced for one in hashes) > 1
    }


def _names(at: Recording, uids: Set[str]) -> list[str]:
    return sorted({id_of(at, uid) for uid in uids})
