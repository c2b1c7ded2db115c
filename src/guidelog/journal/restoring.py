"""Restoring: an earlier state comes back, but not the words taken back since."""

from dataclasses import dataclass, field

from sqlalchemy import Connection

from guidelog.journal.erasing import emptied
from guidelog.journal.log import Revision, heads_of, load_seals
from guidelog.journal.numbering import Numbering
from guidelog.journal.recording import Recording
from guidelog.words import WHY

_TAKINGS = """
SELECT operation, kind, uid, about, seals FROM revision
WHERE operation IN ('erase', 'redact') ORDER BY operation, uid, id
"""
_ENTRIES = "SELECT uid, kind, number FROM entry ORDER BY n"


@dataclass(slots=True)
class Taking:
    """What was taken back of one thing: its parts, none where a person was erased."""

    kind: str
    about: tuple[str, ...]
    parts: set[str] = field(default_factory=set)


Takings = dict[tuple[str, str], Taking]
"""What was taken back, by operation and uid; erasures come first."""
Numbers = dict[str, tuple[str, int | None]]
"""The kind and the number of every entry, by uid."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """What must outlive a journal that another takes the place of."""

    takings: Takings
    numbers: Numbers


def read_replaced(db: Connection) -> Replaced:
    """Read from a journal what must outlive it."""
    entries = db.exec_driver_sql(_ENTRIES)
    numbers = {uid: (kind, number) for uid, kind, number in entries}
    return Replaced(_takings(db), numbers)


def _takings(db: Connection) -> Takings:
    takings: Takings = {}
    for operation, kind, uid, about, seals in db.exec_driver_sql(_TAKINGS):
        taking = takings.setdefault(
            (operation, uid), Taking(kind, tuple(about.split()))
        )
        if operation == "redact":
            taking.parts |= load_seals(seals).keys() - {WHY, "facts"}
    return takings


def start_anew(at: Recording, replaced: Replaced | None) -> None:
    """Take back again what the replaced journal had taken back, and keep its numbers.

    Also what was written later than this state is barred, should it come from another
    device. A number that was once printed is never given to anything else.
    """
    if replaced:
        _redo(at, replaced.takings)
        _keep_numbers(at.db, replaced.numbers)
    # undo does not look past a restore, nor at the change that closes it
    asked = "SELECT coalesce(max(seq), 0) FROM change"
    last = at.db.exec_driver_sql(asked).scalar_one() + bool(at.revisions)
    at.db.exec_driver_sql("UPDATE here SET merged_seq = ?", (last,))


def _redo(at: Recording, takings: Takings) -> None:
    done = _takings(at.db)
    for (operation, uid), taking in takings.items():
        known = done.get((operation, uid))
        parts = taking.parts - (known.parts if known else set())
        if uid not in at.revisions and (parts or known is None):
            at.revisions[uid] = Revision(
                taking.kind,
                uid,
                operation,
                taking.about,
                heads_of(at.db, uid),
                emptied(at, taking.kind, uid, sorted(parts)),
            )


def _keep_numbers(db: Connection, kept: Numbers) -> None:
    """Number every entry as the replaced journal did; what it did not know, anew."""
    here = {uid: kind for uid, kind, _ in db.exec_driver_sql(_ENTRIES)}
    db.exec_driver_sql("UPDATE entry SET number = NULL")
    add = "INSERT INTO entry (uid, kind, number) VALUES (?, ?, ?)"
    renumber = "UPDATE entry SET number = ? WHERE uid = ?"
    for uid, (kind, number) in kept.items():
        if uid in here:
            db.exec_driver_sql(renumber, (number, uid))
        else:
            db.exec_driver_sql(add, (uid, kind, number))
    numbering = Numbering(db)
    for uid, kind in here.items():
        if uid not in kept:
            db.exec_driver_sql(renumber, (numbering.next_of(kind), uid))
