"""Meeting: whom the names in other programs' files mean, and who is new."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import Final

from sqlmodel import select

from guidelog.errors import NoHandle, UnknownPerson
from guidelog.journal.parts import Fields
from guidelog.journal.recording import Recording
from guidelog.journal.tables.people import Person
from guidelog.matching import (
    Known,
    handle_for,
    is_handle,
    match_person,
    plain,
    why_no_handle,
)
from guidelog.words import LONGEST_HANDLE

_LONGEST: Final = LONGEST_HANDLE - len("-99999")
"""Characters of a handle made here that leave room for a number."""


@dataclass(frozen=True, slots=True)
class Met:
    """Somebody living whom records are about."""

    uid: str
    known: Known
    relation: str


class Meeting:
    """The people of a journal while records of other programs are taken over."""

    def __init__(self, at: Recording) -> None:
        """Know everybody who lives, and every handle that is taken."""
        self._at = at
        self._people: dict[str, Met] = {}
        self._taken = {*at.life.handles().values()}
        self._waiting: dict[str, Fields] = {}
        self.new: list[Known] = []
        """Who was added, in order."""
        for one in at.journal.exec(select(Person)):
            known = Known(one.handle, one.name, one.archived_on is not None)
            self._people[one.handle] = Met(one.uid, known, one.relation)

    def find(self, name: str, among: Iterable[str] = ()) -> Met | None:
        """Who is meant by a handle or a name, also somebody archived; None if nobody.

        `among` are the uids of the only ones who can be meant. Raises TwoPeople.
        """
        only = set(among)
        people = {h: m for h, m in self._people.items() if not only or m.uid in only}
        known = [one.known for one in people.values()]
        awake = [one._replace(archived=False) for one in known]
        for candidates in (known, awake):
            try:
                return people[match_person(name, candidates)]
            except UnknownPerson:
                continue
        return None

    def find_exactly(self, handle: str, name: str) -> Met | None:
        """Who has this handle; without one, the only one of this full name."""
        if handle:
            return self._people.get(handle)
        people = self._people.values()
        named = [one for one in people if plain(one.known.name) == plain(name)]
        return named[0] if len(named) == 1 else None

    def by_uid(self, uid: str) -> Met:
        """Somebody who lives."""
        return next(one for one in self._people.values() if one.uid == uid)

    def is_new(self, met: Met) -> bool:
        """Tell whether somebody was not there before these files."""
        return met.uid in self._waiting or met.known in self.new

    def learn(self, met: Met, details: Fields) -> None:
        """Set details of somebody who was there before."""
        self._at.change(met.uid, details)
        self._remember(met.uid, self._at.fields(met.uid))

    def expect(self, uid: str, fields: Fields) -> Met:
        """Know somebody under the first free handle of those that would do.

        They are added by `welcome`, once something is written about them. Raises
        NoHandle for one that holds other signs.
        """
        wanted = fields.get("handle") or ""
        if wanted and not is_handle(wanted):
            raise NoHandle(handle=wanted, why="")
        handles = _handles_for(wanted, fields["name"])
        handle = next(one for one in handles if self._is_free(one))
        self._waiting[uid] = {**fields, "handle": handle}
        return self._remember(uid, self._waiting[uid])

    def welcome(self, met: Met) -> None:
        """Add somebody who is expected; nothing for anybody else."""
        if met.uid in self._waiting:
            self._at.pour("person", met.uid, self._waiting.pop(met.uid))
            self.new.append(met.known)

    def welcome_back(self, uid: str, fields: Fields) -> Met:
        """Bring back somebody whose arrival was undone, as they are known now."""
        self._at.restore(uid)
        said = {name: one for name, one in fields.items() if name != "handle"}
        self._at.change(uid, said)
        met = self._remember(uid, self._at.fields(uid))
        self.new.append(met.known)
        return met

    def _is_free(self, handle: str) -> bool:
        return handle not in self._taken and why_no_handle(handle) is None

    def _remember(self, uid: str, fields: Fields) -> Met:
        known = Known(fields["handle"], fields["name"], bool(fields.get("archived_on")))
        met = Met(uid, known, fields["relation"])
        self._taken.add(known.handle)
        self._people[known.handle] = met
        return met


def _handles_for(wanted: str, name: str) -> Iterator[str]:
    """The wanted handle, else the whole name, the first, both, then numbered ones."""
    words = [handle_for(word) for word in name.split()]
    words = [word for word in words if word]
    yield wanted or name
    first = (wanted or (words[0] if words else "person"))[:_LONGEST]
    yield from (first, "-".join(words) or first)
    yield from (f"{first}-{n}" for n in count(2))
