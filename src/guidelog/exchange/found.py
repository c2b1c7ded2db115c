"""What readers of other programs' files find, and what they are told and given.

A reader takes an opened file and the leader's wishes and yields what it finds, one
record at a time and in any order, but a session before what belongs to it. It knows no
journal: names stay as written, links are keys of its own file, and what can't be read
is yielded as well, so that nothing of a file is passed over in silence.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, NamedTuple

from guidelog.dates import Moment, Period
from guidelog.exchange.opening import Opened


class Place(NamedTuple):
    """Where something stands in a file; `line` counts from 1."""

    file: str
    line: int

    def __str__(self) -> str:
        """As messages name it: "ada.md, line 12"."""
        return f"{self.file}, line {self.line}"


@dataclass(frozen=True, slots=True)
class Found:
    """One record of a file, ready to become an entry."""

    kind: str
    """session, person, goal, commitment, observation, … as the journal names kinds."""
    key: str
    """What tells the record from all others, in other files of its kind, too.

    It stays when the file grows, is sorted anew or is renamed: an id of the record's
    own, else the day, the heading and a running number of that day; never the number
    of a line. Whom the record is about needs no place in it: that always counts.
    """
    place: Place
    people: tuple[str, ...] = ()
    """Whom it is about, handles or names as written; empty where the file says none."""
    moment: Moment | None = None
    """When it was; None for a commitment of a session, which is of that day."""
    fields: Mapping[str, Any] = field(default_factory=dict)
    """What it says, by the names of the journal's columns, texts exact.

    Days are ISO text, minutes whole numbers, tags and actions lists of words without
    marks. A commitment's `owner` is me, them, or somebody's name as written.
    """
    under: str = ""
    """The key of the session it belongs to."""
    remark: str = ""
    """What had to be understood, for the dry run: "ticked, but no day is said"."""
    called: str = ""
    """What other records of these files call it, as sessions name goals: g2."""


@dataclass(frozen=True, slots=True)
class Unread:
    """Text that belongs to no record or can't be read; always told, with its place."""

    place: Place
    why: str
    """Why, as part of a sentence: "stands before the first dated heading"."""
    text: str = ""
    """The text that is not taken over, exact."""
    stops: bool = False
    """Whether nothing may be imported as long as it is so."""


class Someone(NamedTuple):
    """Somebody who is in the journal already."""

    handle: str
    name: str
    contact: str


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the leader says about how to read a file."""

    now: datetime
    known: tuple[Someone, ...] = ()
    """Everybody in the journal: for files where only a known name is a person."""
    leader: str = ""
    """What the leader is called, so that nobody takes them for one of the others."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """The column to read a field from, by field, where names don't tell."""
    date_format: str | None = None
    """How days are written, as strptime has it; else the grammar of guidelog.dates."""
    sheet: str | None = None
    """The sheet of a workbook; else its first."""
    period: Period | None = None
    """The days to take over; None for all, or what a reader bounds by itself."""


Reader = Callable[[Opened, Wishes], Iterator[Found | Unread]]
"""Reads a whole file; refusals raised on the way stop the import."""


_LAST: Final = 99


def _after_tables(_opened: Opened) -> int:
    """The turn of what speaks of people whom a table may tell more of."""
    return _LAST


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file that can be taken over."""

    says: str
    """What a sentence calls it: "Markdown notes"."""
    recognise: Callable[[Opened], bool]
    """Tells from how a file begins, never from its name, whether it is of this kind."""
    read: Reader
    turn: Callable[[Opened], int] = _after_tables
    """Its turn among several files: what others speak of has the least number."""
