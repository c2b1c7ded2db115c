"""Taking over: records of other programs become entries, each once and for good.

A record's uid follows from its kind, the kind of file, the names in it and its key, so
that the same record is the same entry on every device and at every import. What is
known already is left as it stands here, whatever became of it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Final, Literal

from guidelog.dates import Moment
from guidelog.errors import NamesNobody
from guidelog.journal.acquainting import compare_details
from guidelog.journal.completing import UNCLEAR, Completing
from guidelog.journal.fates import Became, Fate, Fates
from guidelog.journal.filing import when_of, with_marks
from guidelog.journal.meeting import Meeting, Met
from guidelog.journal.parts import Fields, canonical
from guidelog.journal.recording import Recording
from guidelog.journal.uids import is_uid, uid_from
from guidelog.matching import plain

Outcome = (
    Literal["new", "back", "there", "changed", "filled", "differs"]
    | Literal["twice", "deleted", "taken back", "unclear"]
)
"""What became of a record: new, or back after an undo; there already, or there and
changed in the file since, or somebody who is there and got details that were empty, or
is said to be otherwise; twice in these files; deleted here, or erased or redacted;
too unclear to be taken."""
_PLAIN_KEY: Final = re.compile(r"[\w.@+-]{1,64}", re.ASCII)
_TALKS_KEPT: Final = 64


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a file, with names as they are written there."""

    kind: str
    key: str
    origin: str
    """The kind of file: csv, markdown, …"""
    file: str
    people: tuple[str, ...] = ()
    moment: Moment | None = None
    fields: Mapping[str, Any] = field(default_factory=dict)
    under: str = ""
    called: str = ""


@dataclass(frozen=True, slots=True)
class Terms:
    """What the leader says about all records."""

    people: Sequence[str] = ()
    """The handles of those whom records are about that name nobody."""
    relation: str = "report"
    leader: Sequence[str] = ()
    """The names that mean the leader."""
    visibility: str | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a record, and what should be told of it."""

    outcome: Outcome
    remarks: tuple[str, ...] = ()
    handle: str = ""
    """Whose details are meant by what follows."""
    filled: tuple[str, ...] = ()
    differing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Talk:
    """A session of the file that is read, for what belongs to it."""

    uid: str
    names: tuple[str, ...]
    moment: Moment | None


class TakingOver:
    """Takes records of other programs into a journal, one after the other."""

    def __init__(self, at: Recording, terms: Terms) -> None:
        """Get to know who is there."""
        self._at = at
        self._terms = terms
        self._leader = {plain(name) for name in terms.leader}
        self._fates = Fates(at)
        self._met: dict[str, Met | None] = {}
        self._seen: dict[str, int] = {}
        self._talks: dict[str, Talk] = {}
        self.meeting = Meeting(at)
        self._completing = Completing(at, terms.visibility, self.meeting)

    def take(self, record: Record) -> Taken:
        """Make a record an entry, or say why it is none.

        Raises NoHandle, TwoPeople, OneAtATime, UnknownWord and UnfitField; nothing of
        any record may be kept then.
        """
        talk = self._talks.get(record.under)
        names = record.people or (talk.names if talk else ()) or self._terms.people
        uid = self._uid_of(record, names)
        if uid is None:
            return Taken("twice")
        if record.kind == "session":
            self._remember(record.key, Talk(uid, tuple(names), record.moment))
        said = self._said(record, talk)
        if record.kind == "person":
            return self._take_person(uid, record, said)
        try:
            return self._take(uid, record, names, said)
        except UNCLEAR as unclear:
            return Taken("unclear", (f"{unclear.says} {unclear.helps}".strip(),))

    def _uid_of(self, record: Record, names: Sequence[str]) -> str | None:
        """The uid of a record; None if these files said the very same before.

        Records that say something else under the same key are numbered. An export of
        this very journal speaks of its own entries.
        """
        if is_uid(record.key) and self._fates.is_known(record.key):
            return record.key
        said = hash((record.moment, repr(sorted(record.fields.items()))))
        about = sorted({plain(name) for name in names})
        for n in count(1):
            key = record.key if n == 1 else f"{record.key}#{n}"
            uid = _derive(record.kind, record.origin, about, key)
            if uid not in self._seen:
                self._seen[uid] = said
                return uid
            if self._seen[uid] == said:
                break
        return None

    def _remember(self, key: str, talk: Talk) -> None:
        """Keep a talk in mind for what belongs to it, which follows soon."""
        if len(self._talks) >= _TALKS_KEPT:
            self._talks.pop(next(iter(self._talks)))
        self._talks[key] = talk

    def _said(self, record: Record, talk: Talk | None) -> Fields:
        said = with_marks(record.kind, dict(record.fields))
        said["source"] = _source(record.origin, record.file, record.key)
        moment = record.moment or (talk.moment if talk else None)
        if moment:
            said |= when_of(self._at, moment)
        return said | ({"session": talk.uid} if talk else {})

    def _take(
        self, uid: str, record: Record, names: Sequence[str], said: Fields
    ) -> Taken:
        was = None
        if self._fates.is_known(uid):
            became = self._fates.of(uid)
            if became.fate != "undone":
                self._completing.name_goal(record.called, uid)
                is_own = uid == record.key
                told = (
                    became.fate if is_own else self._outcome(became, record.kind, said)
                )
                return Taken(told)
            was = became.last
        people, gone = self._people_among(record, names)
        if gone and not people:
            return Taken(gone)
        dated = said if "day" in said else said | when_of(self._at, None)
        fields = self._completing.complete(record.kind, people, dated)
        for one in people:
            self.meeting.welcome(one)
        self._at.pour(record.kind, uid, fields, was)
        self._completing.name_goal(record.called, uid)
        return Taken("back" if was else "new", tuple(self._completing.remarks))

    def _outcome(self, became: Became, kind: str, said: Fields) -> Outcome:
        if became.fate == "there":
            changed = self._fates.has_changed(became, kind, said)
            return "changed" if changed else "there"
        return "back" if became.fate == "undone" else became.fate

    def _take_person(self, uid: str, record: Record, said: Fields) -> Taken:
        """Add somebody who is not there by the same record, handle or full name."""
        handle, name = said.get("handle") or "", said["name"]
        met = self.meeting.find_exactly(handle, name)
        outcome: Outcome = "changed"
        if self._fates.is_known(uid):
            became = self._fates.of(uid)
            met = self._known(uid, became.fate, self._related(said))
            if uid != record.key or became.fate != "there":
                outcome = self._outcome(became, "person", said)
        elif met is None:
            met = self.meeting.expect(uid, self._related(said))
            self.meeting.welcome(met)
            outcome = "new"
        self._met |= {plain(one): met for one in (handle, name) if one}
        if met is None or outcome != "changed":
            return Taken(outcome)
        return self._acquaint(met, dict(record.fields))

    def _acquaint(self, met: Met, there: Fields) -> Taken:
        """Fill in what was never said of somebody; tell what is said otherwise."""
        if self.meeting.is_new(met):
            return Taken("there")
        before = self._fates.ever_said(met.uid)
        empty, differing = compare_details(self._at.fields(met.uid), there, before)
        if empty:
            self.meeting.learn(met, empty)
        outcome: Outcome = "filled" if empty else "differs" if differing else "there"
        return Taken(outcome, (), met.known.handle, tuple(empty), differing)

    def _people_among(
        self, record: Record, names: Sequence[str]
    ) -> tuple[list[Met], Outcome | None]:
        """Those of the names who are there, and whether any is gone.

        Raises NamesNobody.
        """
        meant = [name for name in names if plain(name) not in self._leader]
        met = {name: self._meet(name, record) for name in meant}
        people = {one.uid: one for one in met.values() if one}
        own = record.kind == "commitment" and record.fields.get("owner") == "me"
        if not meant and not own:
            raise NamesNobody
        gone: Outcome | None = "deleted" if None in met.values() else None
        return list(people.values()), gone

    def _meet(self, name: str, record: Record) -> Met | None:
        """Whom a name means, somebody new included; None for somebody who is gone."""
        known = plain(name)
        if known not in self._met:
            self._met[known] = self.meeting.find(name) or self._add(name, record)
        return self._met[known]

    def _add(self, name: str, record: Record) -> Met | None:
        uid = _derive("person", record.origin, [], plain(name))
        source = _source(record.origin, record.file, plain(name))
        said = self._related({"name": name, "source": source})
        if self._fates.is_known(uid):
            return self._known(uid, self._fates.of(uid).fate, said)
        return self.meeting.expect(uid, said)

    def _related(self, said: Fields) -> Fields:
        return {"relation": self._terms.relation, **said}

    def _known(self, uid: str, fate: Fate, said: Fields) -> Met | None:
        if fate == "undone":
            return self.meeting.welcome_back(uid, said)
        return self.meeting.by_uid(uid) if fate == "there" else None


def _derive(kind: str, origin: str, about: Sequence[str], key: str) -> str:
    """The uid of what a record says: the same on every device."""
    return uid_from("import", kind, origin, canonical(about), key)


def _source(origin: str, file: str, key: str) -> str:
    """Kind, file and key; a key of words is not kept, they may be redacted one day."""
    return (
        f"{origin}:{file}:{key if _PLAIN_KEY.fullmatch(key) else uid_from(key)[-12:]}"
    )
