"""Restoring: an earlier state comes back, but not the words taken back since."""

from sqlalchemy import Connection

from guidelog.journal.log import Revision, heads_of
from guidelog.journal.parts import EMPTY
from guidelog.journal.recording import Recording
from guidelog.words import LETTERS

_REDACTED = """
SELECT DISTINCT revision.uid, sealed.key
FROM revision JOIN json_each(revision.seals) AS sealed
WHERE revision.operation = 'redact' AND sealed.key <> 'why'
"""
_ENTRIES = "SELECT uid, kind, number FROM entry ORDER BY n"


def redo_takings(at: Recording, replaced: Connection) -> None:
    """Take back again what the replaced journal had taken back, and keep its numbers.

    A number that was once printed is never given to anything else.
    """
    erased = set(replaced.exec_driver_sql("SELECT uid FROM erased").scalars())
    known = set(at.db.exec_driver_sql("SELECT uid FROM revision").scalars())
    here = set(at.db.exec_driver_sql("SELECT uid FROM erased").scalars())
    for uid in sorted((erased & known) - here):
        at.revisions[uid] = _taking(at, uid, "erase", {})
    redacted = set(at.db.exec_driver_sql(_REDACTED).all())
    parts: dict[str, dict[str, str]] = {}
    for uid, part in replaced.exec_driver_sql(_REDACTED):
        if uid in known and (uid, part) not in redacted:
            parts.setdefault(uid, {})[part] = EMPTY
    for uid in sorted(parts.keys() - at.revisions.keys()):
        at.revisions[uid] = _taking(at, uid, "redact", parts[uid])
    _keep_numbers(at.db, replaced)
    at.db.exec_driver_sql(
        "UPDATE here SET merged_seq = 1 + coalesce((SELECT max(seq) FROM change), 0)"
    )


def _taking(at: Recording, uid: str, operation: str, parts: dict[str, str]) -> Revision:
    folded = at.life.fold(uid)
    about = (uid,) if operation == "erase" else _about(at, uid, folded.kind)
    return Revision(folded.kind, uid, operation, about, heads_of(at.db, uid), parts)


def _about(at: Recording, uid: str, kind: str) -> tuple[str, ...]:
    return at.about(kind, uid, at.life.fold(uid).fields())


def _keep_numbers(db: Connection, replaced: Connection) -> None:
    kept = {uid: (kind, n) for uid, kind, n in replaced.exec_driver_sql(_ENTRIES)}
    here = [uid for uid, _, _ in db.exec_driver_sql(_ENTRIES)]
    db.exec_driver_sql("UPDATE entry SET number = NULL")
    known = set(here)
    for uid, (kind, number) in kept.items():
        if uid in known:
            db.exec_driver_sql(
                "UPDATE entry SET number = ? WHERE uid = ?", (number, uid)
            )
        else:
            db.exec_driver_sql(
                "INSERT INTO entry (uid, kind, number) VALUES (?, ?, ?)",
                (uid, kind, number),
            )
    for uid in here:
        if uid not in kept:
            _number_anew(db, uid)


def _number_anew(db: Connection, uid: str) -> None:
    asked = "SELECT kind FROM entry WHERE uid = ?"
    kind = db.exec_driver_sql(asked, (uid,)).scalar_one()
    if kind in LETTERS:
        db.exec_driver_sql(
            "UPDATE entry SET number = 1 + coalesce("
            "(SELECT max(number) FROM entry WHERE kind = ?), 0) WHERE uid = ?",
            (kind, uid),
        )
