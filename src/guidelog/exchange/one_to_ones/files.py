"""A file of notes as talks and stray lines; the day and the people its name says."""

from collections.abc import Iterator, Sequence

from guidelog.dates import Moment
from guidelog.exchange.found import Wishes
from guidelog.exchange.one_to_ones.body import is_section
from guidelog.exchange.one_to_ones.headings import read_heading, span_year, when
from guidelog.exchange.one_to_ones.lines import Line, scan
from guidelog.exchange.one_to_ones.naming import Circle, name_in_file_name, spaced
from guidelog.exchange.one_to_ones.outline import Section, grow
from guidelog.exchange.one_to_ones.placing import (
    Around,
    Place,
    Stray,
    dated_below,
    named_below,
    place_below,
    stray,
)
from guidelog.exchange.one_to_ones.properties import (
    Property,
    field_of,
    front_matter,
    property_lines,
    understand,
)
from guidelog.exchange.one_to_ones.talks import (
    Talk,
    are_among,
    make_talk,
    with_properties,
)
from guidelog.exchange.opening import Opened


def read_notes(opened: Opened, wishes: Wishes) -> Iterator[Talk | Stray]:
    """The talks of a file and the lines that none of them owns, in order."""
    texts = list(opened.lines())
    properties, length = front_matter(texts)
    root = grow(scan(texts[length:], length + 1))
    front = scan(texts[1 : length - 1], 2) if length else []
    properties += property_lines(root.own)
    around = _around(opened, wishes, properties)
    whole = _whole(root, around)
    if isinstance(whole, str):
        yield from stray([*front, *root.lines()], whole)
        return
    places = [whole] if whole else list(place_below(root, around))
    pieces = [make_talk(one) if isinstance(one, Place) else one for one in places]
    above = [*front, *root.own]
    yield from _share_out(pieces, above, properties, around)


def _around(opened: Opened, wishes: Wishes, properties: Sequence[Property]) -> Around:
    """What file name, folder and properties say about the talks of a file."""
    said = read_heading(spaced(opened.path.stem))
    year = span_year(said.rest) or 0
    name = name_in_file_name(opened.path.stem)
    if said.day and not name:
        name = name_in_file_name(opened.path.parent.name)
    told = understand(properties, year, wishes.now)
    in_name = when(said, year, wishes.now) if said.day else None
    return Around(
        wishes.now,
        Circle(wishes.leader, wishes.known, (name,) if name else ()),
        told,
        told.moment or (in_name if isinstance(in_name, Moment) else None),
        year,
        is_one_to_one=said.is_one_to_one,
    )


def _whole(root: Section, around: Around) -> Place | str | None:
    """The file as one talk, if it is one; why its day can't be told; or none."""
    if not around.day or named_below(root, around):
        return None
    days = {moment.day for moment in dated_below(root, around)}
    if len(days) == 1 and around.day.day not in days:
        return f"the file says {around.day.day}, a heading in it {days.pop()}"
    return None if days else Place(_titled(root, around), around.day, around)


def _titled(root: Section, around: Around) -> Section:
    """The one section of a file that has a title above everything, else the file."""
    own = [line for line in root.own if line.number not in around.told.taken]
    is_bare = all(line.kind in ("blank", "rule") for line in own)
    one = root.below[0] if is_bare and len(root.below) == 1 else root
    return one if one.level == 1 and not is_section(one.title) else root


def _share_out(
    pieces: Sequence[Talk | Stray],
    above: Sequence[Line],
    properties: Sequence[Property],
    around: Around,
) -> Iterator[Talk | Stray]:
    """Give what stands above all talks to the one it is about; tell the rest."""
    talks = [one for one in pieces if isinstance(one, Talk)]
    claimed = {line.number for one in pieces for line in one.lines}
    if len(talks) == 1:
        about_it = [
            one
            for one in properties
            if field_of(one) != "people" or _are_its_people(talks[0], around)
        ]
        told = understand(about_it, around.year, around.now, talks[0].told)
        left = [line for line in above if line.number not in claimed | told.taken]
        talk = with_properties(talks[0], told, left, around.now)
        yield from (talk if one is talks[0] else one for one in pieces)
        return
    shared = _shared(talks, around)
    taken = {n for one in properties if field_of(one) in shared for n in one.numbers}
    left = [line for line in above if line.number not in claimed | taken]
    yield from stray(left, "is about no one talk")
    yield from pieces


def _shared(talks: Sequence[Talk], around: Around) -> set[str]:
    """What the properties of a file say about each of its talks."""
    shared = {"is_one_to_one"} if talks else set()
    if around.day and around.day.day in {talk.moment.day for talk in talks}:
        shared.add("day")
    if any(_are_its_people(talk, around) for talk in talks):
        shared.add("people")
    return shared


def _are_its_people(talk: Talk, around: Around) -> bool:
    """Tell whether the people that the file names are those of the talk."""
    return are_among(around.told.people, talk.people, talk.circle)
