"""Entries of jrnl: its JSON, and the plain file that it keeps.

An entry's words are the note, title and body as they stand there; marks such as @ada
are people where somebody is called so, else tags. jrnl keeps no zone: a time is taken
for one of the local clocks, the day is the day as written.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from guidelog.dates import Moment, read_past
from guidelog.errors import GuidelogError
from guidelog.exchange.found import Found, Place, Someone, Unread, Wishes
from guidelog.exchange.one_to_ones.naming import plain_name
from guidelog.exchange.opening import Opened
from guidelog.words import TAG

STARRED: Final = "starred"
"""The tag that an entry marked with a star gets."""
_FIRST_LINE: Final = re.compile(
    r"\[(?P<date>[^\]\[]*?\d)(?:[ T](?P<time>\d{1,2}:\d\d)(?::\d\d)?"
    r"(?P<half> ?[AP]M)?)?\](?: (?P<title>.*)|$)",
    re.IGNORECASE,
)
_AT: Final = re.compile(r"(?<![\w@])@([^\W\d_](?:[\w.-]*\w)?)")
_MARKS: Final = "@#+&%"


class Entry(NamedTuple):
    """One entry as jrnl has it."""

    line: int
    date: str
    time: str
    title: str
    body: str
    marks: tuple[str, ...]
    is_starred: bool

    @property
    def text(self) -> str:
        """Title and body, as they were typed."""
        return f"{self.title}\n{self.body}".strip("\n")


def is_jrnl(opened: Opened) -> bool:
    """Tell jrnl's JSON and its plain file by how they begin."""
    start = opened.beginning.lstrip("\ufeff \n\t")
    if start.startswith("{"):
        return bool(re.match(r'\{\s*"(?:tags|entries)"\s*:', start))
    first = _FIRST_LINE.match(start.partition("\n")[0])
    return bool(first and first["time"] and first["title"])


def read_jrnl(opened: Opened, wishes: Wishes) -> Iterator[Found | Unread]:
    """Read all entries, in order; those of one moment and title are numbered."""
    start = opened.beginning.lstrip("\ufeff \n\t")
    entries = _of_json(opened) if start.startswith("{") else _of_lines(opened)
    counts: Counter[str] = Counter()
    for entry in entries:
        if isinstance(entry, Unread):
            yield entry
        else:
            yield _session(entry, counts, opened, wishes)


def _session(
    entry: Entry, counts: Counter[str], opened: Opened, wishes: Wishes
) -> Found | Unread:
    place = Place(opened.name, entry.line)
    moment = _moment(entry, wishes)
    if isinstance(moment, str):
        return Unread(place, moment, entry.text)
    key = f"{entry.date} {entry.time} {entry.title}".strip()
    counts[key] += 1
    number = f" {counts[key]}" if counts[key] > 1 else ""
    people, tags = _people_and_tags(entry, wishes)
    fields = {"note": entry.text} | ({"tags": tags} if tags else {})
    return Found("session", key + number, place, people, moment, fields)


def _moment(entry: Entry, wishes: Wishes) -> Moment | str:
    """When an entry was; why that can't be told."""
    try:
        return read_past(f"{entry.date} {entry.time}".strip(), wishes.now)
    except GuidelogError as refusal:
        return refusal.says.rstrip(".")


def _people_and_tags(entry: Entry, wishes: Wishes) -> tuple[tuple[str, ...], list[str]]:
    marks = dict.fromkeys(
        mark.strip(_MARKS) for mark in (*entry.marks, *_AT.findall(entry.text))
    )
    people = {mark: _called(mark, wishes.known) for mark in marks}
    tags = [mark for mark in marks if not people[mark] and re.fullmatch(TAG, mark)]
    starred = [STARRED] if entry.is_starred and STARRED not in tags else []
    handles = dict.fromkeys(handle for handle in people.values() if handle)
    return tuple(handles), tags + starred


def _called(mark: str, known: tuple[Someone, ...]) -> str:
    """The handle of the one person who is called so, by handle, first or full name."""
    plain = plain_name(mark)
    exact = [one.handle for one in known if plain_name(one.handle) == plain]
    named = [
        one.handle
        for one in known
        if plain in (plain_name(one.name), plain_name(one.name).split(" ")[0])
    ]
    found = exact or named
    return found[0] if len(found) == 1 else ""


def _of_json(opened: Opened) -> Iterator[Entry | Unread]:
    """The entries of `jrnl --format json`; their place is their number."""
    with opened.text() as file:
        try:
            said = json.load(file)
            entries = [_entry(n, one) for n, one in enumerate(said["entries"], 1)]
        except (json.JSONDecodeError, RecursionError) as broken:
            place = Place(opened.name, getattr(broken, "lineno", 1))
            yield Unread(place, "is no JSON from here on", stops=True)
        except (AttributeError, KeyError, TypeError):
            place = Place(opened.name, 1)
            yield Unread(place, "holds no entries as jrnl writes them", stops=True)
        else:
            yield from entries


def _entry(number: int, said: dict[str, object]) -> Entry:
    marks = said.get("tags")
    return Entry(
        number,
        str(said["date"]),
        str(said.get("time") or ""),
        str(said["title"]),
        str(said.get("body") or ""),
        tuple(map(str, marks)) if isinstance(marks, list) else (),
        bool(said.get("starred")),
    )


def _of_lines(opened: Opened) -> Iterator[Entry | Unread]:
    """The entries of the plain file: each begins with its moment in brackets.

    A line of a note that begins so is an entry for jrnl too: nothing tells them apart.
    """
    entry: Entry | None = None
    below: list[str] = []
    for number, line in enumerate(opened.lines(), 1):
        first = _FIRST_LINE.fullmatch(line)
        if not first or not first["date"][0].isalnum() or not first["time"]:
            below.append(line)
            continue
        yield from _closed(entry, below, opened)
        entry, below = _begun(number, first), []
    yield from _closed(entry, below, opened)


def _begun(number: int, first: re.Match[str]) -> Entry:
    title = (first["title"] or "").rstrip()
    starred = title.endswith(" *") or title == "*"
    time = f"{first['time']}{first['half'] or ''}"
    title = title.removesuffix("*").rstrip() if starred else title
    return Entry(number, first["date"], time, title, "", (), starred)


def _closed(
    entry: Entry | None, below: list[str], opened: Opened
) -> Iterator[Entry | Unread]:
    text = "\n".join(below).strip("\n")
    if entry:
        yield entry._replace(body=text)
    elif text.strip():
        at = next(n for n, line in enumerate(below, 1) if line.strip())
        yield Unread(Place(opened.name, at), "stands above the first entry", text)
