"""One command's writing: what it adds, changes and takes away, with its change.

Everything a command does to the journal goes through a Recording, so that a row and the
revision that says so can't be written one without the other.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import Connection
from sqlmodel import Session as Journal

from guidelog.dates import say_day
from guidelog.journal.appending import Appending
from guidelog.journal.folding import Folded
from guidelog.journal.life import Life
from guidelog.journal.log import (
    Header,
    Revision,
    first_written,
    heads,
    heads_of,
)
from guidelog.journal.numbering import Numbering
from guidelog.journal.parts import EMPTY, Fields, canonical, cut, fields_of
from guidelog.journal.pooling import Pool
from guidelog.journal.reading_log import versions_of
from guidelog.journal.rows import lives, read_fields, remove_row, write_many, write_row
from guidelog.journal.tables import KINDS
from guidelog.journal.uids import uid_at
from guidelog.settings import Settings
from guidelog.words import WHY


class Mark(NamedTuple):
    """When and where a change is made; `stamp` is in ms and only ever grows."""

    now: datetime
    clock: str
    stamp: int
    device: str
    command: str

    @property
    def at(self) -> str:
        """The wall clock to the second, with its offset."""
        return self.now.isoformat(timespec="seconds")

    def say(self, day: str) -> str:
        """A day as a leader says it on the day of this change."""
        return say_day(date.fromisoformat(day), self.now.date())


@dataclass(slots=True)
class Recording:
    """An open transaction, and what it will say in the log."""

    journal: Journal
    mark: Mark
    settings: Settings
    undoes: str | None = None
    discarded: bool = False
    """Whether all of it is to be forgotten, as a dry run wants."""
    _made: int = 0
    _appending: Appending | None = None
    _pool: Pool = field(init=False)
    _numbering: Numbering = field(init=False)
    life: Life = field(init=False)

    def __post_init__(self) -> None:
        """Watch over what lives, with the revisions of this change."""
        self.life = Life(self.journal, self.mark.stamp)
        self._pool = Pool(self.db)
        self._numbering = Numbering(self.db)

    @property
    def revisions(self) -> dict[str, Revision]:
        """What the change says so far, by uid."""
        return self.life.pending

    @property
    def db(self) -> Connection:
        """The connection, for the tables of the log."""
        return self.journal.connection()

    @property
    def takes_back(self) -> bool:
        """Whether words are gone for good with this change."""
        final = ("redact", "erase")
        return any(one.operation in final for one in self.revisions.values())

    def add(self, kind: str, fields: Fields, uid: str | None = None) -> str:
        """Write a new thing and give it a number; returns its uid."""
        self._made += 1
        uid = uid or uid_at(self.mark.stamp, self._made)
        self._enter(kind, uid)
        revision = self._revision(kind, uid, "add", fields)
        parts = cut(kind, fields)
        revision.parts |= {part: text for part, text in parts.items() if text != EMPTY}
        self._write(kind, uid, fields)
        return uid

    def pour(
        self, kind: str, uid: str, fields: Fields, was: Folded | None = None
    ) -> None:
        """Write one of very many things: new, or back from what it once was.

        What it requires has to live already, and nothing in this change may touch it
        again: it waits for others, to be written with them. Raises UnfitField.
        """
        parts = cut(kind, fields)
        said = fields_of(kind, parts)
        before = was.parts if was else {}
        new = {p: text for p, text in parts.items() if text != before.get(p, EMPTY)}
        operation, replaces = ("restore", was.heads) if was else ("add", ())
        about = self.about(kind, uid, said)
        if was and self._was_about_others(uid, about):
            new = parts
        self._append(Revision(kind, uid, operation, about, replaces, new))
        if was is None:
            self._pool.enter(uid, kind, self._numbering.next_of(kind))
        self._pool.put(kind, uid, was.recorded_at if was else self.mark.at, said)

    def change(
        self, uid: str, changes: Fields, operation: str = "change", why: str = ""
    ) -> bool:
        """Set some fields of a living thing; tells whether anything changed."""
        kind = self.kind_of(uid)
        before = read_fields(self.journal, kind, uid)
        after = before | changes
        old, new = cut(kind, before), cut(kind, after)
        changed = {part: new[part] for part in new if new[part] != old[part]}
        if not changed:
            return False
        moved = self.about(kind, uid, before) != self.about(kind, uid, after)
        if moved:
            # who it was about may be erased one day, and takes these words along
            changed = new
        revision = self._revision(kind, uid, operation, after)
        revision.parts |= changed | ({WHY: canonical(why)} if why else {})
        self._write(kind, uid, after)
        self.life.settle_removed(kind, uid, before)
        if moved:
            self._readdress_dependants(kind, uid)
        return True

    def _readdress_dependants(self, kind: str, uid: str) -> None:
        """Say of what hangs on a thing, too, whom it is about now, with every word."""
        for other, one in self.life.dependants(kind, uid):
            fields = read_fields(self.journal, other, one)
            self._revision(other, one, "change", fields).parts |= cut(other, fields)

    def delete(self, uid: str, why: str = "") -> None:
        """Take a living thing away, and everything that can't be without it."""
        kind = self.kind_of(uid)
        going = [*self.life.dependants(kind, uid), (kind, uid)]
        said = [read_fields(self.journal, *thing) for thing in going]
        for thing, fields in zip(going, said, strict=True):
            revision = self._revision(*thing, "delete", fields)
            if why:
                revision.parts[WHY] = canonical(why)
            remove_row(self.journal, *thing)
        for thing, fields in zip(going, said, strict=True):
            self.life.settle_removed(*thing, fields)

    def restore(self, uid: str) -> None:
        """Bring a deleted thing back as it last was."""
        folded = self.life.fold(uid)
        fields = folded.fields()
        revision = self._revision(folded.kind, uid, "restore", fields)
        if self._was_about_others(uid, revision.about):
            revision.parts |= cut(folded.kind, fields)
        self._write(folded.kind, uid, fields)

    def _was_about_others(self, uid: str, about: tuple[str, ...]) -> bool:
        """Whether a newest version is about others, who may take its words along."""
        newest = heads_of(self.db, uid)
        return any(
            one.about != about
            for one in versions_of(self.db, uid)
            if one.hash in newest
        )

    def set_parts(self, uid: str, parts: dict[str, str], operation: str) -> None:
        """Set parts of a thing to what they once were."""
        folded = self.life.fold(uid)
        after = Folded(folded.kind, folded.recorded_at, folded.parts | parts)
        fields = after.fields()
        before = read_fields(self.journal, folded.kind, uid)
        self._revision(folded.kind, uid, operation, fields).parts |= parts
        self._write(folded.kind, uid, fields)
        self.life.settle_removed(folded.kind, uid, before)

    def fields(self, uid: str) -> Fields:
        """What a living thing says now."""
        return read_fields(self.journal, self.kind_of(uid), uid)

    def lives(self, uid: str) -> bool:
        """Tell whether a thing is there."""
        return lives(self.journal, self.kind_of(uid), uid)

    def kind_of(self, uid: str) -> str:
        """The kind of a thing ever written here."""
        asked = "SELECT kind FROM entry WHERE uid = ?"
        return str(self.db.exec_driver_sql(asked, (uid,)).scalar_one())

    def about(self, kind: str, uid: str, fields: Fields) -> tuple[str, ...]:
        """The persons a thing is about, sorted; nobody for the leader's own promise.

        Nobody, too, where nothing is left of what would say it.
        """
        if kind == "person":
            return (uid,)
        if kind == "session":
            return tuple(sorted(fields.get("people", ())))
        parent = next((name for name in KINDS[kind].REQUIRES if fields.get(name)), None)
        if parent is None:
            return ()
        above = fields[parent]
        if parent == "person":
            return (above,)
        return self.about(parent, above, self.life.fold(above).fields())

    def close(self) -> str | None:
        """Write the change into the log; returns its hash, None if nothing was done."""
        for revision in self.revisions.values():
            self._append(revision)
        self._pool.flush()
        return self._appending.close() if self._appending else None

    def _append(self, revision: Revision) -> None:
        self._appending = self._appending or Appending(self.db, self._header())
        self._appending.add(revision)

    def _header(self) -> Header:
        return Header(
            at=self.mark.at,
            clock=self.mark.clock,
            stamp=self.mark.stamp,
            device=self.mark.device,
            command=self.mark.command,
            undoes=self.undoes,
            parents=heads(self.db),
        )

    def _enter(self, kind: str, uid: str) -> None:
        known = "SELECT 1 FROM entry WHERE uid = ?"
        if self.db.exec_driver_sql(known, (uid,)).first():
            return
        number = self._numbering.next_of(kind)
        write_many(self.db, "entry", [{"uid": uid, "kind": kind, "number": number}])

    def _revision(
        self, kind: str, uid: str, operation: str, fields: Fields
    ) -> Revision:
        about = self.about(kind, uid, fields)
        known = self.revisions.get(uid)
        if known is None:
            replaces = heads_of(self.db, uid)
            known = Revision(kind, uid, operation, about, replaces)
            self.revisions[uid] = known
        elif operation == "delete":
            known.operation = operation
        known.about = about
        return known

    def _write(self, kind: str, uid: str, said: Fields) -> None:
        recorded_at = first_written(self.db, uid) or self.mark.at
        # as the log says it: what is empty is missing there
        fields = fields_of(kind, cut(kind, said))
        called = self.life.as_called(kind, uid, fields)
        write_row(self.journal, kind, uid, recorded_at, called)
        self.life.settle_written(kind, fields)
