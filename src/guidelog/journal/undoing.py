"""Undoing: a new change that says the opposite of the newest one made here."""

from collections.abc import Sequence
from dataclasses import dataclass

from guidelog.errors import NothingToUndo, UndoRefused
from guidelog.journal.finding import id_of
from guidelog.journal.folding import Version, fold, in_order
from guidelog.journal.parts import EMPTY, Parts
from guidelog.journal.reading_log import versions_of, versions_of_change
from guidelog.journal.recording import Recording
from guidelog.journal.tables import KINDS
from guidelog.words import WHY

_FINAL = ("erase", "redact")
_TAKEN_BACK = ("add", "restore")
"""What an undo takes away again."""
_NEWEST = """
SELECT hash, command, at FROM change
WHERE seq > (SELECT merged_seq FROM here) AND undoes IS NULL
  AND hash NOT IN (SELECT undoes FROM change WHERE undoes IS NOT NULL)
ORDER BY seq DESC LIMIT 1
"""
_UNDONE = """
SELECT hash FROM change WHERE undoes IS NOT NULL
UNION SELECT undoes FROM change WHERE undoes IS NOT NULL
"""


@dataclass(frozen=True, slots=True)
class Undoable:
    """The change that `undo` would take back."""

    hash: str
    command: str
    at: str
    versions: Sequence[tuple[str, Version]]


def newest_change(at: Recording) -> Undoable:
    """The newest change made here that is no undo and not yet undone.

    Raises NothingToUndo.
    """
    row = at.db.exec_driver_sql(_NEWEST).first()
    if row is None:
        raise NothingToUndo
    hash_, command, when = row
    return Undoable(hash_, command, when, versions_of_change(at.db, hash_))


def undo(at: Recording, seen: str | None = None) -> Undoable:
    """Take back the newest change made here; returns it.

    ``seen`` is the hash of the change that the leader was shown. Raises NothingToUndo,
    and UndoRefused where something was written or built on it since, or where it took
    words away for good.
    """
    change = newest_change(at)
    if seen not in (None, change.hash):
        raise UndoRefused(command=change.command, why="it was written just now")
    undone = set(at.db.exec_driver_sql(_UNDONE).scalars())
    for uid, version in change.versions:
        _check(at, change, uid, version, undone)
    _check_needed(at, change)
    at.undoes = change.hash
    order = list(KINDS)
    for uid, version in sorted(
        change.versions, key=lambda one: (order.index(one[1].kind), one[0])
    ):
        if version.operation not in _TAKEN_BACK:
            _set_back(at, uid, version)
    for uid, version in reversed(change.versions):
        if version.operation in _TAKEN_BACK and at.lives(uid):
            at.delete(uid)
    return change


def _check(
    at: Recording, change: Undoable, uid: str, version: Version, undone: set[str]
) -> None:
    if version.operation in _FINAL:
        why = "what it took away is gone for good"
        raise UndoRefused(command=change.command, why=why)
    versions = versions_of(at.db, uid)
    standing = [one for one in versions if one.hash not in undone]
    if standing[-1].hash != version.hash or len(fold(versions).heads) > 1:
        why = f"{id_of(at, uid)} was changed since"
        raise UndoRefused(command=change.command, why=why)
    if not _words_are_there(versions, version):
        why = f"words of {id_of(at, uid)} were taken back"
        raise UndoRefused(command=change.command, why=why)


def _words_are_there(versions: Sequence[Version], version: Version) -> bool:
    """Whether what a change says, and what it would be set back to, is still kept.

    A redaction before it hinders nothing: what it left is what comes back.
    """
    for part in version.parts.keys() - {WHY}:
        said = [one for one in _before(versions, version) if part in one.parts]
        if any(one.parts[part] is None for one in (*said[-1:], version)):
            return False
    return True


def _before(versions: Sequence[Version], version: Version) -> list[Version]:
    return in_order(one for one in versions if one.stamp < version.stamp)


def _check_needed(at: Recording, change: Undoable) -> None:
    """Refuse to take away what something of another change needs."""
    mine = {uid for uid, _ in change.versions}
    for uid, version in change.versions:
        if version.operation in _TAKEN_BACK:
            for _, needy in at.life.dependants(version.kind, uid):
                if needy not in mine:
                    why = f"{id_of(at, needy)} needs {id_of(at, uid)}"
                    raise UndoRefused(command=change.command, why=why)


def _set_back(at: Recording, uid: str, version: Version) -> None:
    if version.operation == "delete":
        at.restore(uid)
    else:
        operation = "rename" if version.operation == "rename" else "change"
        at.set_parts(uid, _parts_before(at, uid, version), operation)


def _parts_before(at: Recording, uid: str, version: Version) -> Parts:
    versions = versions_of(at.db, uid)
    before = fold(_before(versions, version)).parts
    return {part: before.get(part, EMPTY) for part in version.parts if part != WHY}
