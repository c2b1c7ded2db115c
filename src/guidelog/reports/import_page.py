"""The page of an import: what would come in, what is there, what can't be read."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Final, NamedTuple

from guidelog.reports.blocks import (
    Document,
    Entries,
    Entry,
    HeadLine,
    Section,
    Spans,
    command,
    dim,
    plain,
    strong,
)
from guidelog.reports.entry_fields import LABELS
from guidelog.reports.phrases import count, say_date

_PLURALS: Final = {"person": "people"}
_SHOWN: Final = 5
"""Places that are named of each reason; the others are counted."""
_PEOPLE_SHOWN: Final = 20
_TEXT_SHOWN: Final = 60


class ReadFile(NamedTuple):
    """One file: what kind it is, and how its letters are written."""

    name: str
    kind: str
    encoding: str


class Spot(NamedTuple):
    """A line of a file."""

    file: str
    line: int


class Remark(NamedTuple):
    """Why something is told, where, and how often; `stops` keeps all of it out."""

    why: str
    times: int
    spots: tuple[Spot, ...]
    texts: tuple[str, ...]
    stops: bool = False


class NewPerson(NamedTuple):
    """Somebody who would be added, or was."""

    handle: str
    name: str


class Details(NamedTuple):
    """Somebody who is there already, and fields that a file says of them."""

    handle: str
    fields: tuple[str, ...]


class Takeover(NamedTuple):
    """What an import comes to, or came to."""

    files: tuple[ReadFile, ...]
    new: Mapping[str, int]
    """So many new entries of each kind; `back` of them were undone before."""
    back: int
    first: date | None
    last: date | None
    people: tuple[NewPerson, ...]
    there: int
    twice: int
    deleted: int
    taken_back: int
    changed: int
    """Records that say something else than when they were taken over; some of them."""
    changed_at: tuple[Spot, ...]
    filled: tuple[Details, ...]
    """What was empty here and is known from the files; then what they say otherwise."""
    differing: tuple[Details, ...]
    remarks: tuple[Remark, ...]
    written: bool

    @property
    def writes(self) -> bool:
        """Whether anything is new."""
        return bool(self.new or self.filled)

    @property
    def stops(self) -> bool:
        """Whether something has to be mended first."""
        return any(one.stops for one in self.remarks)


def compose(said: Takeover, today: date) -> Document:
    """What an import would do, or did."""
    sections = [
        _coming(said),
        _people(said),
        _details("filled", "Filled in, empty here before", said.filled),
        _there(said),
        _details("differing", "Said otherwise there, left alone here", said.differing),
        _told("told", "Left out, or understood", said.remarks, stops=False),
        _told("mend", "Mend this first", said.remarks, stops=True),
    ]
    return Document(
        name="import",
        title="Import",
        prepared_on=today,
        subject=(dim("written" if said.written else "nothing is written yet"),),
        head=tuple(_say_files(said.files)),
        sections=tuple(section for section in sections if section),
        closing=tuple(_closing(said)),
    )


def _say_files(files: Sequence[ReadFile]) -> Iterable[HeadLine]:
    yield from map(_say_file, files[:_SHOWN])
    if len(files) > _SHOWN:
        yield HeadLine((dim(f"and {count(len(files) - _SHOWN, 'more file')}"),))


def _say_file(file: ReadFile) -> HeadLine:
    is_usual = file.encoding in ("", "utf-8", "utf-8-sig")
    known = () if is_usual else (dim(f", read as {file.encoding}"),)
    return HeadLine((strong(file.name), plain(f" · {file.kind}"), *known))


def _coming(said: Takeover) -> Section:
    lines: list[Spans] = [
        (plain(count(number, kind, _PLURALS.get(kind, ""))),)
        for kind, number in said.new.items()
    ]
    if said.filled:
        known = count(len(said.filled), "person", "people")
        lines.append((plain(f"details of {known}"),))
    if said.first and said.last:
        days = dict.fromkeys((say_date(said.first), say_date(said.last)))
        lines.append((dim(" to ".join(days)),))
    if said.back:
        lines.append((dim(f"{said.back} of them back after an undo"),))
    heading = "Taken over" if said.written else "Would come in"
    return Section("coming", heading, _entries(lines or [(plain("nothing new"),)]))


def _people(said: Takeover) -> Section | None:
    named = [(one.handle, one.name) for one in said.people]
    return _listed("people", "New people", named)


def _details(name: str, heading: str, details: Iterable[Details]) -> Section | None:
    named = [
        (one.handle, ", ".join(LABELS.get(field, field) for field in one.fields))
        for one in details
    ]
    return _listed(name, heading, named)


def _listed(
    name: str, heading: str, people: Sequence[tuple[str, str]]
) -> Section | None:
    """Some people, each with a line, and how many more there are."""
    if not people:
        return None
    shown = people[:_PEOPLE_SHOWN]
    entries = [Entry(((plain(line),),), id=handle) for handle, line in shown]
    if len(people) > len(shown):
        rest = len(people) - len(shown)
        entries.append(Entry(((dim(f"and {rest} more"),),)))
    return Section(name, heading, (Entries(tuple(entries)),))


def _there(said: Takeover) -> Section | None:
    changed = _say_spots(said.changed_at, said.changed)
    counts = (
        (said.there, "as it is here", "as they are here"),
        (said.twice, "said twice in these files, taken once", ""),
        (said.deleted, "deleted here since, which stays so", ""),
        (said.taken_back, "erased or redacted here, which stays so", ""),
        (said.changed, f"changed there since, left alone here: {changed}", ""),
    )
    lines: list[Spans] = [
        (plain(f"{count(n, 'entry', 'entries')} {(many or one) if n > 1 else one}"),)
        for n, one, many in counts
        if n
    ]
    return Section("there", "There already", _entries(lines)) if lines else None


def _told(
    name: str, heading: str, remarks: Iterable[Remark], *, stops: bool
) -> Section | None:
    entries = tuple(_say_remark(one) for one in remarks if one.stops == stops)
    return Section(name, heading, (Entries(entries),)) if entries else None


def _say_remark(one: Remark) -> Entry:
    many = f"{one.times} times: " if one.times > 1 else ""
    lines: list[Spans] = [
        (plain(f"{many}{one.why}"),),
        (dim(_say_spots(one.spots, one.times)),),
    ]
    lines += [(dim(_short(text)),) for text in one.texts[:_SHOWN] if text]
    return Entry(tuple(lines))


def _closing(said: Takeover) -> Iterable[Spans]:
    if said.stops:
        yield (strong("Nothing can be taken over until that is mended."),)
    elif said.written and said.writes:
        yield (command("guidelog undo"), dim(" takes all of it back"))


def _entries(lines: Sequence[Spans]) -> tuple[Entries]:
    return (Entries(tuple(Entry((line,)) for line in lines)),)


def _say_spots(spots: Sequence[Spot], number: int) -> str:
    """Some places, the lines of one file together, and how many more there are."""
    shown = spots[:_SHOWN]
    said = []
    for file, group in groupby(shown, key=attrgetter("file")):
        lines = ", ".join(str(one.line) for one in group)
        said.append(f"{file}, line{'s' if ',' in lines else ''} {lines}")
    rest = number - len(shown)
    return "; ".join(said) + (f" and {rest} more" if rest else "")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _TEXT_SHOWN else f"{line[: _TEXT_SHOWN - 1]}…"
