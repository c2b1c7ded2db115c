"""Rows: what one line of a table says, as a record of its kind."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from guidelog.cleaning import is_blank
from guidelog.dates import Moment
from guidelog.errors import (
    AmbiguousDate,
    GuidelogError,
    TwoDigitYear,
    UnreadableDate,
    UnreadableDuration,
)
from guidelog.exchange import cells as read
from guidelog.exchange.formulas import rearm
from guidelog.exchange.found import Found, Place, Unread, Wishes
from guidelog.exchange.headings import NEEDED, Heading
from guidelog.matching import plain

_LONG_ID: Final = 16
"""Signs of an id that no other table has; a shorter one may be a mere number."""
_APART: Final = frozenset(
    (
        *("when", "time", "people", "person", "first_name", "last_name", "key"),
        *("hours", "paid_hours", "pro_bono_hours", "called"),
    )
)
"""Columns that hold no field by themselves."""
_LACKS: Final = MappingProxyType(
    {
        "when": "says no day",
        "title": "says no title",
        "text": "says no text",
        "what": "does not say what was promised",
        "name": "says no name",
    }
)
"""Why a row is none without one of the fields that are needed; by the first of them."""
_MYSELF: Final = frozenset(("me", "i", "myself", "self", "leader", "coach", "ich"))
_DONE: Final = frozenset(("achieved", "kept", "late", "complete"))
_DROPPED: Final = frozenset(("dropped", "cancelled", "canceled", "abandoned"))
_SAY_FORMAT: Final = "--date-format says how days are written, as %d/%m/%Y."
_SAY_HOURS: Final = "If the column counts hours: --map hours=COLUMN."
_ADVICE: Final[Mapping[type[GuidelogError], str]] = MappingProxyType(
    {
        AmbiguousDate: _SAY_FORMAT,
        TwoDigitYear: _SAY_FORMAT,
        UnreadableDate: _SAY_FORMAT,
        UnreadableDuration: _SAY_HOURS,
    }
)


def _never() -> bool:
    return False


class Dialect(NamedTuple):
    """What differs between files of tables."""

    is_disarmed: Callable[[], bool] = _never
    """Tells of a table of ours whether `--excel-safe` wrote it."""
    numbered: read.Numbered | None = None


PLAIN: Final = Dialect()


class Line(NamedTuple):
    """A row of cells and the number of its first line in the file."""

    number: int
    cells: tuple[str, ...]

    @property
    def text(self) -> str:
        """All that stands in it."""
        return " ".join(cell.strip() for cell in self.cells if cell.strip())


@dataclass(slots=True)
class _Draft:
    """A record in the making: the cells that say something, and what they come to."""

    said: Mapping[str, str]
    today: str
    fields: dict[str, Any]
    people: tuple[str, ...]
    moment: Moment | None
    remark: str = ""
    about: str = ""
    """What the key says beside the day and the people."""


class Rows:
    """Reads the rows below one heading."""

    def __init__(
        self, file: str, heading: Heading, wishes: Wishes, dialect: Dialect
    ) -> None:
        """Nothing is read yet."""
        self.is_disarmed = heading.is_own and dialect.is_disarmed()
        """Whether an apostrophe stands before what a spreadsheet would work out."""
        self._file = file
        self._heading = heading
        self._today = wishes.now.date().isoformat()
        self._days = read.DayCells(wishes, dialect.numbered)
        self._met: Counter[int] = Counter()

    def read(self, lines: Iterable[Line]) -> Iterator[Found | Unread]:
        """Give what each row says; an empty row says nothing."""
        for line in lines:
            if not line.text:
                continue
            place = Place(self._file, line.number)
            try:
                yield self._read_row(place, line)
            except GuidelogError as refusal:
                advice = _ADVICE.get(type(refusal), "")
                yield Unread(place, f"{refusal.says} {advice}".strip(), stops=True)

    def _read_row(self, place: Place, line: Line) -> Found | Unread:
        width = self._heading.width
        if len(line.cells) < width or any(map(str.strip, line.cells[width:])):
            why = f"has {len(line.cells)} cells, the heading has {width}"
            return Unread(place, why, stops=True)
        said = self._said(line.cells)
        for either in NEEDED[self._heading.kind]:
            if not said.keys() & set(either):
                return Unread(place, _LACKS[either[0]], line.text)
        draft = self._draft(said)
        if finish := _FINISH.get(self._heading.kind):
            finish(draft)
        return self._found(place, draft)

    def _said(self, cells: tuple[str, ...]) -> dict[str, str]:
        """The cells that say something, by field."""
        columns = self._heading.columns.items()
        said = {name: cells[n] for name, n in columns if not is_blank(cells[n])}
        if self.is_disarmed:
            said = {name: rearm(cell) for name, cell in said.items()}
        return said

    def _draft(self, said: Mapping[str, str]) -> _Draft:
        when, time = said.get("when"), said.get("time", "")
        return _Draft(
            said=said,
            today=self._today,
            fields={
                name: self._read(name, said[name]) for name in said.keys() - _APART
            },
            people=self._people(said),
            moment=self._days.moment(when, time) if when else None,
        )

    def _read(self, name: str, cell: str) -> Any:
        if name == "done_on" and read.is_switch(cell):
            # it was done, or not, and no day is said
            return read.read_switch(cell)
        if name in read.DAYS:
            return self._days.day(cell)
        if name == "goals" and self._heading.is_own:
            return read.read_words(cell)
        return read.READERS.get(name, read.read_text)(cell)

    def _people(self, said: Mapping[str, str]) -> tuple[str, ...]:
        parts = (said.get("first_name", "").strip(), said.get("last_name", "").strip())
        if any(parts):
            return (" ".join(part for part in parts if part),)
        cell = said.get("people") or said.get("person") or ""
        reader = read.read_handles if self._heading.is_own else read.read_people
        return reader(cell)

    def _found(self, place: Place, draft: _Draft) -> Found:
        kept = {n: one for n, one in draft.fields.items() if one not in (None, "", [])}
        return Found(
            kind=self._heading.kind,
            key=self._key(draft),
            place=place,
            people=draft.people,
            moment=draft.moment,
            fields=kept,
            called=draft.said.get("called", ""),
            remark=draft.remark,
        )

    def _key(self, draft: _Draft) -> str:
        """An id that no other row has, else the day, and which of that day it is."""
        own = draft.said.get("key", "").strip()
        if len(own) >= _LONG_ID or (own and self._heading.is_own):
            return own
        day = draft.moment.day.isoformat() if draft.moment else ""
        parts = [part for part in (day, own, draft.about) if part]
        names = sorted(map(plain, draft.people))
        which = hash((*parts, *names))
        self._met[which] += 1
        return ".".join([*parts, str(self._met[which])])


def _finish_session(draft: _Draft) -> None:
    """Work out the length, and who paid for it, where hours are told apart."""
    hours = draft.said.get("hours")
    if hours and not draft.fields.get("minutes"):
        draft.fields["minutes"] = read.read_hours(hours)
    for column, paid in (("paid_hours", "paid"), ("pro_bono_hours", "pro-bono")):
        minutes = column in draft.said and read.read_hours(draft.said[column])
        if minutes:
            draft.fields |= {"minutes": minutes, "paid": paid}


def _finish_person(draft: _Draft) -> None:
    """Give the name: one that is written, else the handle."""
    composed = draft.people[0] if draft.people else ""
    name = draft.said.get("name") or composed or draft.fields["handle"]
    draft.fields["name"] = name.strip()
    draft.people = ()
    draft.about = draft.fields.get("handle") or plain(name)


def _finish_goal(draft: _Draft) -> None:
    """Give a goal with a number to reach its scale."""
    draft.fields.setdefault("scale", "numeric" if draft.fields.get("target") else "")
    draft.about = plain(draft.fields["title"])


def _finish_commitment(draft: _Draft) -> None:
    """Tell whose it is, and the day on which it was closed."""
    owner = draft.said.get("owner", "").strip().lstrip("@")
    is_mine = plain(owner) in _MYSELF
    draft.fields["owner"] = "me" if is_mine else owner or "them"
    if owner and not is_mine and not draft.people:
        draft.people = (owner,)
    draft.about = plain(draft.fields["what"])
    _settle(draft)


def _settle(draft: _Draft) -> None:
    """Give what is done or dropped its day; where none is said, the row's own."""
    state, done = draft.fields.pop("state", ""), draft.fields.pop("done_on", None)
    on = draft.moment.day.isoformat() if draft.moment else draft.today
    if state in _DROPPED:
        draft.fields["dropped_on"] = done if isinstance(done, str) else on
    elif done or state in _DONE:
        draft.fields["done_on"] = done if isinstance(done, str) else on
    if (done or state in _DONE | _DROPPED) and not isinstance(done, str):
        draft.remark = (
            "closed, but no day is said: taken as closed on the day it is from"
        )


_FINISH: Final[Mapping[str, Callable[[_Draft], None]]] = MappingProxyType(
    {
        "session": _finish_session,
        "person": _finish_person,
        "goal": _finish_goal,
        "commitment": _finish_commitment,
    }
)
"""What follows from the rest, by kind."""
