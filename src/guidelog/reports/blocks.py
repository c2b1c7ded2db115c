"""What a document is made of: frozen blocks that every medium shows in its own way.

A document holds facts and words, no layout. Each renderer matches on the kinds of
blocks, and mypy names the one that forgot a kind. They are named tuples, because every
command makes these classes anew, and twenty dataclasses cost ten times as much.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias

SpanKind = Literal["plain", "strong", "dim", "quoted", "id", "late", "command"]
"""Plain is read, strong names, dim can be missed; quoted are their own words.

A command can be typed: it begins with the program's name.
"""

Mark = Literal[
    "session",
    "observation",
    "goal",
    "progress",
    "resistance",
    "attempt",
    "commitment",
    "done",
    "topic",
    "assessment",
    "handout",
    "move",
    "seen",
    "hearsay",
]
"""The kind of an entry, told by a glyph; in a note seen and hearsay stand apart."""

Number: TypeAlias = int | float | str | bool | None


class Span(NamedTuple):
    """A run of text of one kind."""

    text: str
    kind: SpanKind = "plain"


Spans: TypeAlias = tuple[Span, ...]


class Bar(NamedTuple):
    """The way from a baseline to a target; shares are 0…1, None where unknown.

    `even_value` is what an even pace would have reached; where the way is one of steps,
    `steps` says of each whether it is done.
    """

    baseline: str
    target: str
    now: str | None
    progress: float | None
    even: float | None = None
    caption: Spans = ()
    even_value: str = ""
    steps: tuple[bool, ...] = ()


class Rating(NamedTuple):
    """One level given to a goal on one day."""

    day: date
    level: int
    rater: str


class Levels(NamedTuple):
    """A goal on five levels: the level now, and the ratings that led there."""

    now: int | None
    ratings: tuple[Rating, ...] = ()
    caption: Spans = ()


class Scale(NamedTuple):
    """A place on the scale 0…4 of an outcome, and the first one where there are two."""

    now: int
    before: int | None = None


Figure: TypeAlias = Bar | Levels | Scale


class Entry(NamedTuple):
    """One dated fact: keys say in short what it is, text tells it line by line."""

    text: tuple[Spans, ...]
    day: date | None = None
    mark: Mark | int | None = None
    id: str = ""
    keys: tuple[Span, ...] = ()
    remark: Spans = ()
    figure: Figure | None = None


class Paragraph(NamedTuple):
    """Running text."""

    spans: Spans


class Subheading(NamedTuple):
    """The name of a part of a section, such as one of several notes."""

    spans: Spans


class Entries(NamedTuple):
    """A list of entries under each other, perhaps all of a month the heading names."""

    entries: tuple[Entry, ...]
    month_named: bool = False


class Fact(NamedTuple):
    """A label and the entries it stands for."""

    label: str
    entries: tuple[Entry, ...]


class Facts(NamedTuple):
    """Labels with what they stand for; `compared` ones are read against each other."""

    facts: tuple[Fact, ...]
    compared: bool = False


class MonthCount(NamedTuple):
    """A month by its first day, a count in it, and the kind of each where known."""

    first: date
    number: int
    kinds: tuple[str, ...] = ()


class Months(NamedTuple):
    """A count for each month of a period, empty months included."""

    label: str
    months: tuple[MonthCount, ...]


class LanePoint(NamedTuple):
    """A mark on a lane; a number is an attempt, whose result came on `until`."""

    day: date
    mark: Mark | int
    word: str = ""
    until: date | None = None
    result: str = ""


class Lane(NamedTuple):
    """One lane of a time line; a band is drawn from its first point on."""

    label: str
    points: tuple[LanePoint, ...]
    band: bool = False


class Lanes(NamedTuple):
    """The shape of a note in time; the list that follows is its record."""

    first: date
    last: date
    lanes: tuple[Lane, ...]
    next_look: date | None = None


class Column(NamedTuple):
    """A column of a table; a figure stands to the right, a wide one wraps."""

    heading: str = ""
    figure: bool = False
    wide: bool = False


class Table(NamedTuple):
    """Rows of cells; the first column names the row."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Spans, ...], ...]


class Signing(NamedTuple):
    """The place where a paper is signed: what may be ticked, and who signs."""

    choices: tuple[str, ...]
    remark: str
    signers: tuple[str, ...]


Block: TypeAlias = (
    Paragraph | Subheading | Entries | Facts | Months | Lanes | Table | Signing
)


class Section(NamedTuple):
    """A part of a document; `numbers` are its facts for those who count."""

    name: str
    heading: str
    blocks: tuple[Block, ...]
    note: Spans = ()
    numbers: Mapping[str, Number] = MappingProxyType({})


class HeadLine(NamedTuple):
    """A line under the title: what it says, and what stands at its right."""

    left: Spans
    right: Spans = ()


class Cover(NamedTuple):
    """What a paper says before its first section; a screen says it in its head."""

    marking: str
    role: Spans
    facts: tuple[Fact, ...]
    left_out: Spans


class Document(NamedTuple):
    """What is shown: a head or a cover, sections, and lines that close it."""

    name: str
    title: str
    prepared_on: date
    subject: Spans = ()
    head: tuple[HeadLine, ...] = ()
    sections: tuple[Section, ...] = ()
    closing: tuple[Spans, ...] = ()
    numbers: Mapping[str, Number] = MappingProxyType({})
    cover: Cover | None = None


def plain(text: str) -> Span:
    """Text to be read."""
    return Span(text)


def strong(text: str) -> Span:
    """A name or a state."""
    return Span(text, "strong")


def dim(text: str) -> Span:
    """Text that can be missed."""
    return Span(text, "dim")


def quoted(text: str) -> Span:
    """Somebody's own words; each medium adds the quotation marks."""
    return Span(text, "quoted")


def identity(text: str) -> Span:
    """The id of an entry."""
    return Span(text, "id")


def late(text: str) -> Span:
    """Lateness in words."""
    return Span(text, "late")


def command(text: str) -> Span:
    """A line to be typed, as ``guidelog due``."""
    return Span(text, "command")


def joined(parts: Iterable[Spans], between: str = " · ") -> Spans:
    """The parts that are not empty, with the same text between them."""
    spans: list[Span] = []
    for part in parts:
        if part:
            spans += [plain(between), *part] if spans else part
    return tuple(spans)
