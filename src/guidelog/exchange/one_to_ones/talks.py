"""A talk from its place: with whom, how long, about what, and the lines of its text."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from guidelog.dates import Moment, read_past
from guidelog.errors import GuidelogError
from guidelog.exchange.one_to_ones.headings import Heading
from guidelog.exchange.one_to_ones.lines import BOLD, Line
from guidelog.exchange.one_to_ones.naming import (
    Circle,
    fullest,
    is_same,
    split_names,
    take_names,
    without_leader,
)
from guidelog.exchange.one_to_ones.outline import Section
from guidelog.exchange.one_to_ones.placing import Around, Place, Stray
from guidelog.exchange.one_to_ones.properties import Told, property_lines, understand


@dataclass(frozen=True, slots=True)
class Talk:
    """What is known about a talk, and the lines of its text."""

    moment: Moment
    number: int
    """Of the line where it begins."""
    people: tuple[str, ...]
    circle: Circle
    told: Told
    above: tuple[str, ...]
    """What begins the note before the first of its lines."""
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Names:
    people: tuple[str, ...]
    leader: str
    title: str
    """What is left of the heading."""


def make_talk(at: Place) -> Talk | Stray:
    """Put together what heading, properties and file say about a talk.

    Where two people are named and it can't be told which of them leads, it is no talk
    but lines that can't be taken over.
    """
    section, said = at.section, at.section.said
    told = _tell(at)
    names = _name(at, told)
    if names is None:
        two = " and ".join(told.people or split_names(said.rest) or at.around.names)
        why = f"names {two}, not which is you: guidelog config set leader_name NAME"
        return Stray(tuple(section.whole()), why)
    is_text = bool(section.line and section.line.level >= BOLD)
    title = "" if is_text else names.title
    taken = told.taken | at.around.told.taken
    return Talk(
        _with_time(at.moment, told.time, at.around.now),
        section.line.number if section.line else 1,
        names.people,
        replace(at.around.circle, leader=names.leader),
        replace(told, about=_both(title, told.about)),
        (names.title,) if is_text and names.title else (),
        tuple(line for line in _text_of(section) if line.number not in taken),
    )


def _both(title: str, about: str) -> str:
    """What is left of the heading and what a property says, each word once."""
    if about in title or not title:
        return title or about
    return f"{title} · {about}"


def _tell(at: Place) -> Told:
    """What heading and properties say; a second title or length stays in the note."""
    said, around = at.section.said, at.around
    _, title = _split_title(said, around)
    is_taken = bool(title and at.section.line and at.section.line.level < BOLD)
    start = Told(
        minutes=said.minutes,
        about=title if is_taken else "",
        is_one_to_one=said.is_one_to_one,
    )
    properties = property_lines(at.section.own)
    told = understand(properties, around.year, around.now, start)
    return replace(told, tags=tuple(dict.fromkeys((*said.tags, *told.tags))))


def _split_title(said: Heading, around: Around) -> tuple[tuple[str, ...], str]:
    """The names that what is left of a heading begins with, and the title."""
    names, title = take_names(said.rest)
    known = [around.is_here(name) or around.circle.is_known(name) for name in names]
    if names and (said.is_one_to_one or all(known)):
        return names, title
    return (), said.rest


def _name(at: Place, told: Told) -> _Names | None:
    """Who was in the talk but the leader, the nearest saying first; None if unclear."""
    around, said = at.around, at.section.said
    heading, title = _split_title(said, around)
    circle = around.circle
    is_one_to_one = told.is_one_to_one or around.is_one_to_one
    is_one_to_one = is_one_to_one or around.told.is_one_to_one
    sayings = (told.people, heading, around.told.people, around.names, circle.of_file)
    for names in sayings:
        people, leader = without_leader(names, circle, is_one_to_one=is_one_to_one)
        if not people:
            continue
        is_open = not leader and not (names == heading and said.with_others)
        if is_one_to_one and len(people) == 2 and is_open:
            return None
        here = (*around.told.people, *around.names, *circle.of_file)
        full = fullest(people, (one for one in here if one != leader))
        if not are_among(heading, (*full, leader), circle):
            title = said.rest
        return _Names(full, leader, title)
    return _Names((), circle.leader, said.rest if not heading else title)


def are_among(names: Sequence[str], people: Sequence[str], circle: Circle) -> bool:
    """Tell whether each name is one of these people's, or the leader's."""
    return all(
        circle.is_leader(name) or any(is_same(name, one) for one in people if one)
        for name in names
    )


def _text_of(section: Section) -> list[Line]:
    lines = section.lines()
    return lines[1:] if lines and lines[0].kind == "under" else lines


def with_properties(
    talk: Talk, told: Told, left: Sequence[Line], now: datetime
) -> Talk:
    """The talk with what its file's properties say; those `left` begin its note."""
    above = tuple(line.text for line in left if line.text.strip())
    moment = _with_time(talk.moment, told.time, now)
    return replace(talk, told=told, moment=moment, above=(*above, *talk.above))


def _with_time(moment: Moment, time: str, now: datetime) -> Moment:
    if not time or moment.time:
        return moment
    try:
        return read_past(f"{moment.day} {time}", now)
    except GuidelogError:
        return moment
