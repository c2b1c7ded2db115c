"""Which parts of a file are talks, and which lines no talk owns."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from guidelog.dates import Moment
from guidelog.exchange.one_to_ones.headings import Heading, span_year, when
from guidelog.exchange.one_to_ones.lines import BOLD, Line
from guidelog.exchange.one_to_ones.naming import (
    Circle,
    is_same,
    says_no_name,
    take_names,
)
from guidelog.exchange.one_to_ones.outline import Section
from guidelog.exchange.one_to_ones.properties import Told, property_lines, understand

_NO_DAY: Final = "stands under a heading that says no day"
_ABOVE: Final = "stands above the first talk"
_NO_TALK: Final = "no day of a talk is said"


@dataclass(frozen=True, slots=True)
class Stray:
    """Lines that no talk owns, and why."""

    lines: tuple[Line, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Around:
    """What holds for a section by what stands around it."""

    now: datetime
    circle: Circle
    told: Told
    """What the file says about all of its talks."""
    day: Moment | None = None
    year: int = 0
    names: tuple[str, ...] = ()
    """Those of the nearest heading above that names somebody."""
    is_one_to_one: bool = False

    def is_here(self, name: str) -> bool:
        """Tell whether the file or a heading above is about somebody called so."""
        of_all = (*self.names, *self.told.people, *self.circle.of_file)
        return any(is_same(name, one) for one in of_all)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a talk stands: its section, its day, and what is around it."""

    section: Section
    moment: Moment
    around: Around


def place(section: Section, around: Around) -> Iterator[Place | Stray]:
    """Find the talks in a section, and the lines that none of them owns."""
    day = day_of(section, around)
    if isinstance(day, str):
        yield from stray(section.whole(), day)
    elif day and not _holds_talks(section, around):
        yield Place(section, day, around)
    elif not day and around.day and is_named_talk(section, around):
        yield Place(section, around.day, around)
    else:
        yield from place_below(section, replace(around, day=day or around.day))


def place_below(section: Section, around: Around) -> Iterator[Place | Stray]:
    """Find the talks below a heading that is none itself."""
    names = names_above(section, around)
    year = span_year(section.title)
    inner = replace(
        around,
        names=names or around.names,
        year=year or around.year,
        is_one_to_one=around.is_one_to_one or section.said.is_one_to_one,
    )
    own = [line for line in section.own if line.number not in around.told.taken]
    is_read = bool(names) or _says_nothing_more(section.said)
    if section.line and not (is_read or (year is not None and section.is_bare())):
        own.insert(0, section.line)
    yield from stray(own, _why(section, around))
    for one in section.below:
        yield from place(one, inner)


def _says_nothing_more(said: Heading) -> bool:
    """Tell whether a heading says a day at most, which the talks below it have."""
    return says_no_name(said.rest) and not said.tags and not said.minutes


def _why(section: Section, around: Around) -> str:
    if section.said.day or around.day:
        return "stands beside the talks of that day"
    if section.line and section.line.level > 1:
        return _NO_DAY
    return _ABOVE if any(s.said.day for s in section.all_below()) else _NO_TALK


def stray(lines: list[Line], why: str) -> Iterator[Stray]:
    """The lines without blank ones and rules around them; nothing if none is left."""
    rest = list(lines)
    for end in (0, -1):
        while rest and rest[end].kind in ("blank", "rule"):
            rest.pop(end)
    if any(line.kind not in ("blank", "rule", "under") for line in rest):
        yield Stray(tuple(rest), why)


def day_of(section: Section, around: Around) -> Moment | str | None:
    """The day that a heading or a line below it says; why it can't be told; or none."""
    told = understand(property_lines(section.own), around.year, around.now)
    if not section.said.day:
        return told.moment if section.line else None
    moment = when(section.said, around.year, around.now)
    if isinstance(moment, str) or not told.moment:
        return moment
    if told.moment.day != moment.day:
        return f"the heading says {moment.day}, a line below it {told.moment.day}"
    return moment if moment.time else told.moment


def dated_below(section: Section, around: Around) -> list[Moment]:
    """The days that headings further down say, as far as they can be read."""
    days = [day_of(one, around) for one in section.all_below() if one.level < BOLD]
    return [day for day in days if isinstance(day, Moment)]


def _holds_talks(section: Section, around: Around) -> bool:
    """Tell whether a section that says a day is a day's notes, with talks in it."""
    if named_below(section, around):
        return True
    return section.is_bare() and bool(dated_below(section, around))


def named_below(section: Section, around: Around) -> bool:
    """Tell whether headings without a day, further down, name talks with people."""
    below = section.all_below()
    return any(is_named_talk(one, around) for one in below if not one.said.day)


def is_named_talk(section: Section, around: Around) -> bool:
    """Tell whether a heading such as "1:1 Ada" makes a talk of its own.

    In notes about Ada alone it is a heading like any other.
    """
    names, _ = take_names(section.said.rest)
    is_news = not all(around.is_here(name) for name in names)
    return section.said.is_one_to_one and bool(names) and is_news


def names_above(section: Section, around: Around) -> tuple[str, ...]:
    """The people that a heading above talks names, and nothing else.

    "1:1 with Ada" does; "Ada Okonkwo" does where the file's name doesn't say otherwise.
    """
    names, more = take_names(section.said.rest)
    said = section.said
    if more or said.day or said.tags or said.minutes or not section.line:
        return ()
    agrees = any(around.is_here(name) for name in names) or not around.circle.of_file
    holds_days = bool(dated_below(section, around))
    return names if section.said.is_one_to_one or (agrees and holds_days) else ()
