"""Properties: front matter and lines such as "Attendees: Ada, me" above a talk's text.

Of YAML only what notes hold: plain and quoted values, lists in brackets or below. What
is not understood whole stays where it is, in the note.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final, NamedTuple

from guidelog.dates import Moment, read_minutes
from guidelog.errors import GuidelogError
from guidelog.exchange.one_to_ones.headings import read_heading, unlink, when
from guidelog.exchange.one_to_ones.lines import Line
from guidelog.exchange.one_to_ones.naming import split_names
from guidelog.words import TAG

_FIELDS: Final = {
    "day": "date day when datum",
    "time": "time start",
    "people": "attendees attendee participants participant people person persons with "
    "who name present",
    "minutes": "duration length minutes took",
    "tags": "tags tag keywords",
    "about": "title topic subject about",
    "place": "place location where room",
    "is_one_to_one": "type kind",
}
_FIELD_OF: Final = {key: name for name, keys in _FIELDS.items() for key in keys.split()}
_KEY: Final = re.compile(r"([^\W\d_][\w -]{0,24}?)\s*:(?:\s+(.*)|$)")
_LINE: Final = re.compile(
    r"(?:[-*+]\s+)?(?:(\*\*|__)(?P<bold>[^\W\d_][\w -]{0,24}?)(?::\1|\1\s*:)"
    r"|(?P<plain>[^\W\d_][\w -]{0,24}?)(?:::|:))(?:\s+(?P<value>.*))?"
)
_DASH: Final = re.compile(r"\s*-(?:\s+(.*)|$)")
_FENCE: Final = re.compile(r"---[ \t]*")
_END: Final = re.compile(r"(?:---|\.\.\.)[ \t]*")
_ONE_TO_ONE: Final = re.compile(
    r"(?:1[:-]1|1on1|(?:one|1)-(?:on|to)-(?:one|1))s?", re.IGNORECASE
)


class Property(NamedTuple):
    """A key with its values, and the lines it stands on."""

    key: str
    values: tuple[str, ...]
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What properties say about a talk, and which lines are thereby taken."""

    moment: Moment | None = None
    time: str = ""
    people: tuple[str, ...] = ()
    minutes: int | None = None
    tags: tuple[str, ...] = ()
    about: str = ""
    place: str = ""
    is_one_to_one: bool = False
    taken: frozenset[int] = field(default_factory=frozenset)


NOTHING: Final = Told()


def front_matter(texts: Sequence[str]) -> tuple[list[Property], int]:
    """The properties between two lines of dashes at the top, and how many lines it is.

    Anything else between them, or no end, makes it no front matter: none, 0.
    """
    if not texts or not _FENCE.fullmatch(texts[0]):
        return [], 0
    found: list[Property] = []
    for number, text in enumerate(texts[1:], 2):
        if _END.fullmatch(text):
            return found, number
        if key := _KEY.fullmatch(text.rstrip()):
            values = _values_of(key[2] or "")
            found.append(Property(key[1].lower(), values, (number,)))
        elif found and (not text.strip() or text[0] in " \t-#"):
            found[-1] = _go_on(found[-1], text, number)
        elif text.strip() and not text.startswith("#"):
            break
    return [], 0


def property_lines(lines: Sequence[Line]) -> list[Property]:
    """The properties that stand above a text, from its first line on.

    They end with the first line that is none. One that is no property of a talk, such
    as "Status: done", goes on with them only among others.
    """
    found: list[Property] = []
    for line in lines:
        if line.kind == "blank":
            continue
        said = _LINE.fullmatch(line.text.strip())
        key = (said["bold"] or said["plain"]).lower() if said else ""
        if not said or line.kind not in ("text", "item", "heading"):
            break
        if key not in _FIELD_OF and not (found and line.kind == "text"):
            break
        values = _values_of(said["value"] or "")
        found.append(Property(key, values, (line.number,)))
    return found


def understand(
    properties: Sequence[Property], year: int, now: datetime, start: Told = NOTHING
) -> Told:
    """Take what is understood whole, and says nothing else than what is known already.

    The lines of the rest are not among the taken.
    """
    told = start
    for one in properties:
        facts = _read_values(field_of(one), one.values, year, now)
        if facts is not None and all(
            getattr(told, key) in (value, getattr(NOTHING, key))
            for key, value in facts.items()
        ):
            told = replace(told, **facts, taken=told.taken | {*one.numbers})  # type: ignore[arg-type]
    return told


def field_of(one: Property) -> str:
    """What of a talk this property says, or nothing."""
    return _FIELD_OF.get(one.key, "")


def _read_values(
    name: str, values: tuple[str, ...], year: int, now: datetime
) -> dict[str, object] | None:
    """What the values of a property say, none where they are not understood."""
    text = ", ".join(values)
    if not text or not name:
        return {} if name else None
    if name == "day":
        return _read_day(text, year, now)
    if name == "people":
        return {"people": tuple(n for value in values for n in split_names(value))}
    if name == "tags":
        return _read_tags(values)
    if name == "minutes":
        return _read_minutes(text)
    if name == "is_one_to_one":
        return {name: True} if _ONE_TO_ONE.fullmatch(text) else None
    return {name: unlink(text)}


def _read_day(text: str, year: int, now: datetime) -> dict[str, object] | None:
    said = read_heading(text)
    moment = when(said, year, now) if said.day and not said.rest else ""
    return {"moment": moment} if isinstance(moment, Moment) else None


def _read_minutes(text: str) -> dict[str, object] | None:
    try:
        return {"minutes": read_minutes(text)}
    except GuidelogError:
        return None


def _read_tags(values: tuple[str, ...]) -> dict[str, object] | None:
    words = [w for value in values for w in re.split(r"[,\s]+", value) if w]
    tags = tuple(word.removeprefix("#") for word in words)
    # a tag of two words in a list would become two tags
    split_up = len(values) > 1 and len(words) > len(values)
    if split_up or not all(re.fullmatch(TAG, tag) for tag in tags):
        return None
    return {"tags": tags}


def _go_on(one: Property, text: str, number: int) -> Property:
    dash = _DASH.fullmatch(text.rstrip())
    more = (dash[1] or "") if dash else text.strip()
    values = (*one.values, *([_unquote(more)] if more else []))
    return Property(one.key, values, (*one.numbers, number))


def _values_of(text: str) -> tuple[str, ...]:
    text = text.strip()
    if text.startswith("[") and text.endswith("]") and not text.startswith("[["):
        inside = re.findall(
            r"\"[^\"]*\"|'[^']*'|\[\[[^\]]*\]\]|[^,\s][^,]*", text[1:-1]
        )
        return tuple(_unquote(one) for one in inside)
    return (_unquote(text),) if text else ()


def _unquote(text: str) -> str:
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        return text[1:-1]
    return text
