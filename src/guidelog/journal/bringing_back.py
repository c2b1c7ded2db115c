"""Bringing back: a deleted entry, with everything that the same deletion took along."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from guidelog.errors import GoneForGood, StillThere, UnknownId
from guidelog.journal.finding import find_ever, id_of
from guidelog.journal.folding import Folded, in_order
from guidelog.journal.life import Thing, required_by
from guidelog.journal.reading_log import versions_of
from guidelog.journal.recording import Recording
from guidelog.journal.tables import KINDS

_DELETED_ABOUT = """
SELECT DISTINCT uid FROM revision
WHERE operation = 'delete' AND uid <> ? AND instr(about, ?)
"""


@dataclass(frozen=True, slots=True)
class Returned:
    """What came back, the entry asked for first, and what stays deleted of it."""

    uids: list[str]
    left: list[str]


def restore_entry(at: Recording, text: str) -> Returned:
    """Bring a deleted entry back, however old, as it was before it was deleted.

    What hung on it comes back too, unless it had been deleted before on its own; so
    does what it requires. Raises UnknownId, StillThere, GoneForGood.
    """
    uid = _find_deleted(at, text)
    coming, left = _sort_out(at, uid)
    missing = [thing for thing in _above(at, uid) if not at.lives(thing[1])]
    order = list(KINDS)
    for one in sorted(coming, key=lambda one: (order.index(at.kind_of(one)), one)):
        at.restore(one)
    revived = [one for _, one in missing if at.lives(one)]
    return Returned([*coming, *revived], [id_of(at, one) for one in left])


def _find_deleted(at: Recording, text: str) -> str:
    uid = _find(at, text)
    folded = at.life.fold(uid)
    if not at.life.is_whole(folded):
        raise GoneForGood(id=id_of(at, uid))
    # what lives only because something requires it is still deleted
    if at.lives(uid) and not folded.deleted:
        raise StillThere(id=id_of(at, uid))
    return uid


def _find(at: Recording, text: str) -> str:
    try:
        return find_ever(at, text)
    except UnknownId:
        # somebody deleted keeps the handle
        for uid, handle in at.life.handles().items():
            if handle == text.strip().lower():
                return uid
        raise


def _sort_out(at: Recording, uid: str) -> tuple[list[str], list[str]]:
    """What comes back, parents before children, and what was deleted on its own."""
    hanging, deletion = _hanging_on(at, uid), _deletion_of(at, uid)
    coming, left = [uid], list[str]()
    for parent in coming:
        for one in hanging[parent]:
            went_along = _deletion_of(at, one) == deletion
            (coming if went_along else left).append(one)
    # a move hangs on its note and on its attempt
    return list(dict.fromkeys(coming)), list(dict.fromkeys(left))


def _hanging_on(at: Recording, uid: str) -> Mapping[str, list[str]]:
    """All that is deleted and about the person of an entry, by what it requires."""
    folded = at.life.fold(uid)
    about = at.about(folded.kind, uid, folded.fields())
    hanging: dict[str, list[str]] = defaultdict(list)
    for one in _deleted_about(at, uid, about[0]) if about else ():
        for _, needed in _needs(at.life.fold(one)):
            hanging[needed].append(one)
    return hanging


def _deleted_about(at: Recording, uid: str, person: str) -> Iterator[str]:
    known = at.db.exec_driver_sql(_DELETED_ABOUT, (uid, person)).scalars().all()
    for one in known:
        folded = at.life.fold(one)
        if folded.exists and folded.deleted:
            yield one


def _needs(folded: Folded) -> Sequence[Thing]:
    """What a thing requires; of a talk everybody in it."""
    fields = folded.fields()
    people = [("person", one) for one in fields.get("people", [])]
    return [*required_by(folded.kind, fields), *people]


def _deletion_of(at: Recording, uid: str) -> str:
    """The change that deleted something last; "" if none did."""
    versions = in_order(versions_of(at.db, uid))
    return next((v.hash for v in reversed(versions) if v.operation == "delete"), "")


def _above(at: Recording, uid: str) -> Iterator[Thing]:
    """Everything that an entry requires, and what that requires, nearest first."""
    for thing in _needs(at.life.fold(uid)):
        yield thing
        yield from _above(at, thing[1])
