"""Life: what must be there because something that lives requires it.

A thing stands when it is not deleted, or when something that lives strictly requires
it. A session requires one person of its people to stand; where none does, all come
back. Commands settle only what they touched; replay settles everything in a pass of its
own.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from sqlalchemy import Connection
from sqlmodel import Session as Journal

from guidelog.journal.folding import Folded, Version, fold
from guidelog.journal.handles import give_handles
from guidelog.journal.log import Revision
from guidelog.journal.parts import Fields
from guidelog.journal.reading_log import erased_in, versions_of
from guidelog.journal.rows import lives, read_fields, remove_row, write_row
from guidelog.journal.tables import KINDS, table_name

Thing = tuple[str, str]
"""A kind and a uid."""
_NOT_YET = "~"
"""Sorts after every hash: a change still being made comes last."""
_STATING = """
SELECT 1 FROM revision JOIN revision_text AS told ON told.revision = revision.id
WHERE revision.kind = 'person' AND told.part = 'facts'
  AND json_extract(told.payload, '$.handle') = ? AND revision.uid <> ?
LIMIT 1
"""
_SESSIONS_WITH = """
SELECT session.uid FROM session JOIN link USING (uid)
WHERE link.role = 'people' AND link.target = ?
"""
_PEOPLE_IN = "SELECT target FROM link WHERE uid = ? AND role = 'people' ORDER BY n"


def required_by(kind: str, fields: Fields) -> list[Thing]:
    """What a thing with these fields strictly requires."""
    return [(name, fields[name]) for name in KINDS[kind].REQUIRES if fields.get(name)]


@cache
def _requiring(kind: str) -> tuple[str, ...]:
    """The kinds that strictly require something of this one."""
    return tuple(other for other, model in KINDS.items() if kind in model.REQUIRES)


@dataclass(frozen=True, slots=True)
class Life:
    """What lives in a journal, the revisions of the change being made included."""

    journal: Journal
    stamp: int
    pending: dict[str, Revision] = field(default_factory=dict)

    @property
    def _db(self) -> Connection:
        return self.journal.connection()

    def fold(self, uid: str) -> Folded:
        """What the log says about one thing, the change being made included."""
        versions = versions_of(self._db, uid)
        if uid in self.pending:
            versions.append(self._pending_version(self.pending[uid]))
        return fold(versions, erased_in(self._db))

    def _pending_version(self, revision: Revision) -> Version:
        return Version(
            hash=_NOT_YET,
            stamp=self.stamp,
            at="",
            kind=revision.kind,
            operation=revision.operation,
            about=revision.about,
            replaces=revision.replaces,
            parts=dict(revision.parts),
        )

    def handles(self) -> dict[str, str]:
        """The handle of everybody who was ever there and is not erased, by uid."""
        asked = "SELECT uid FROM entry WHERE kind = 'person'"
        people = self._db.exec_driver_sql(asked).scalars().all()
        folded = {uid: self.fold(uid) for uid in people}
        return give_handles(
            {uid: one.fields()["handle"] for uid, one in folded.items() if one.exists}
        )

    def as_called(self, kind: str, uid: str, fields: Fields) -> Fields:
        """The fields of a row: a handle stated twice is given once."""
        if kind != "person":
            return fields
        others = self._db.exec_driver_sql(_STATING, (fields["handle"], uid)).first()
        return {**fields, "handle": self.handles()[uid]} if others else fields

    def strict_dependants(self, kind: str, uid: str) -> Iterator[Thing]:
        """The living things that can't live without this one, nearest first."""
        for other in _requiring(kind):
            asked = f"SELECT uid FROM {table_name(other)} WHERE {kind} = ?"  # noqa: S608
            found = self._db.exec_driver_sql(asked, (uid,)).scalars().all()
            yield from ((other, one) for one in found)

    def sessions_with(self, person: str) -> list[str]:
        """The living sessions a person was in."""
        return list(self._db.exec_driver_sql(_SESSIONS_WITH, (person,)).scalars())

    def people_in(self, session: str) -> list[str]:
        """Everybody who was in a session, living or not."""
        return list(self._db.exec_driver_sql(_PEOPLE_IN, (session,)).scalars())

    def stands(self, kind: str, uid: str) -> bool:
        """Tell whether a thing lives without the help of a group talk."""
        folded = self.fold(uid)
        if not self.is_whole(folded):
            return False
        needed = next(self.strict_dependants(kind, uid), None) is not None
        return needed or not folded.deleted

    def is_whole(self, folded: Folded) -> bool:
        """Tell whether anything is left of a thing, and of all that it requires."""
        if not folded.exists:
            return False
        above = required_by(folded.kind, folded.fields())
        return all(self.is_whole(self.fold(uid)) for _, uid in above)

    def dependants(self, kind: str, uid: str) -> list[Thing]:
        """Everything that goes with a thing when it is deleted, children first."""
        nearest = list(self.strict_dependants(kind, uid))
        if kind == "person":
            nearest += [
                ("session", session)
                for session in self.sessions_with(uid)
                if not self._someone_stands(session, but=uid)
            ]
        going: list[Thing] = []
        for other, one in nearest:
            going += [*self.dependants(other, one), (other, one)]
        return list(dict.fromkeys(going))

    def _someone_stands(self, session: str, but: str = "") -> bool:
        people = (one for one in self.people_in(session) if one != but)
        return any(self.stands("person", one) for one in people)

    def settle_written(self, kind: str, fields: Fields) -> None:
        """Bring to life what a living thing requires."""
        for parent in required_by(kind, fields):
            if not lives(self.journal, *parent):
                self._settle(*parent)
        people = fields.get("people", [])
        if people and not any(lives(self.journal, "person", one) for one in people):
            for one in people:
                self._settle("person", one)

    def settle_removed(self, kind: str, uid: str, fields: Fields) -> None:
        """Let go what lived only because a thing that is gone required it."""
        touched = required_by(kind, fields)
        touched += [("person", one) for one in fields.get("people", [])]
        if kind == "person":
            touched += [
                ("person", one)
                for session in self.sessions_with(uid)
                for one in self.people_in(session)
            ]
        for thing in dict.fromkeys(touched):
            self._settle(*thing)

    def _settle(self, kind: str, uid: str) -> None:
        wanted = self.stands(kind, uid) or (
            kind == "person" and self._is_called_back(uid)
        )
        living = lives(self.journal, kind, uid)
        if wanted and not living:
            folded = self.fold(uid)
            fields = folded.fields()
            called = self.as_called(kind, uid, fields)
            write_row(self.journal, kind, uid, folded.recorded_at, called)
            self.settle_written(kind, fields)
        if living and not wanted:
            fields = read_fields(self.journal, kind, uid)
            remove_row(self.journal, kind, uid)
            self.settle_removed(kind, uid, fields)

    def _is_called_back(self, person: str) -> bool:
        return self.fold(person).exists and any(
            not self._someone_stands(session) for session in self.sessions_with(person)
        )
