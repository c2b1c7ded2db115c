"""Headings: what the columns of a table mean, and so what its rows are."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from guidelog.data import read_toml
from guidelog.errors import ColumnMissing, NoSuchColumn, NotMapped, OwnViewLeftOut
from guidelog.exchange.exporting import EXPORTED
from guidelog.near import say_near

KIND_OF_VIEW: Final[Mapping[str, str]] = MappingProxyType(
    {
        "people": "person",
        "goals": "goal",
        "sessions": "session",
        "observations": "observation",
        "commitments": "commitment",
    }
)
"""What the rows of those views are that can be taken over, in that order."""
NEEDED: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = MappingProxyType(
    {
        "session": (("when",),),
        "person": (("name", "handle", "first_name", "last_name"),),
        "goal": (("title",), ("when",)),
        "commitment": (("what",),),
        "observation": (("text",), ("when",)),
    }
)
"""The fields without which a row says nothing; one of each."""
_BRACKETS: Final = re.compile(r"[(\[{][^()\[\]{}]*[)\]}]")
_SIGNS: Final = re.compile(r"[\W_]+")
_LONGEST_NAME: Final = 30
FEWEST: Final = 2
"""Columns that a line must name to be the heading of a table."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands in each column of a table."""

    kind: str
    is_own: bool
    """Whether guidelog wrote the table itself."""
    columns: Mapping[str, int]
    """The number of the column by the field it holds."""
    width: int
    """How many columns there are."""
    strays: tuple[str, ...]
    """The names of the columns that no field takes."""


def read_header(file: str, cells: Sequence[str], mapped: Mapping[str, str]) -> Heading:
    """Tell what a table holds by the names of its columns.

    Raises OwnViewLeftOut, NoSuchColumn, NotMapped and ColumnMissing.
    """
    kind, is_own = _kind_of(cells, mapped)
    if kind not in NEEDED:
        raise OwnViewLeftOut(file=file, view=kind)
    for name in mapped:
        if name not in known_fields()[kind]:
            fields = list(known_fields()[kind])
            near, listed = say_near(name, fields), ", ".join(fields)
            raise NotMapped(field=name, kind=kind, near=near, fields=listed)
    columns = _match(file, cells, kind, mapped)
    if is_own and "id" in cells:
        columns["called"] = cells.index("id")
    for either in NEEDED[kind]:
        if not columns.keys() & set(either):
            listed = ", ".join(cell.strip() for cell in cells if cell.strip())
            raise ColumnMissing(file=file, field=either[0], columns=listed)
    taken = set(columns.values())
    strays = (cell.strip() for n, cell in enumerate(cells) if n not in taken)
    named = tuple(cell for cell in strays if cell)
    return Heading(kind, is_own, columns, len(cells), named)


def turn_of(cells: Sequence[str]) -> int:
    """When a table should be read among several: what others speak of comes first."""
    kind, _ = _kind_of(cells, {})
    order = list(KIND_OF_VIEW.values())
    return order.index(kind) if kind in order else len(order)


def count_known(cells: Iterable[str]) -> int:
    """Count the cells that could be names of columns."""
    return sum(not _known_names().isdisjoint(_spellings(cell)) for cell in cells)


def has_column(cells: Sequence[str], name: str) -> bool:
    """Tell whether one of the cells is a column's name, as names are compared."""
    return _simplify(name) in map(_simplify, cells)


def could_name_columns(cells: Sequence[str]) -> bool:
    """Tell names of columns, in whatever language, from what stands below them."""
    said = [cell.strip() for cell in cells if cell.strip()]
    is_short = all(len(cell) <= _LONGEST_NAME for cell in said)
    return len(said) >= FEWEST and is_short and not re.search(r"\d", "".join(said))


@cache
def _known_names() -> frozenset[str]:
    kinds = known_fields().values()
    return frozenset(
        name for kind in kinds for names in kind.values() for name in names
    )


@cache
def known_fields() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """The names that columns have, by kind and field, the field's own first."""
    said = read_toml("headings.toml")
    return {
        kind: {name: (_simplify(name), *others) for name, others in fields.items()}
        for kind, fields in said.items()
    }


def _kind_of(cells: Sequence[str], mapped: Mapping[str, str]) -> tuple[str, bool]:
    """What the rows are, or the name of a view of ours; and whether we wrote them."""
    names = {cell.strip() for cell in cells}
    views = [view for view, known in EXPORTED.items() if names.issuperset(known)]
    if views:
        view = max(views, key=lambda one: len(EXPORTED[one]))
        return KIND_OF_VIEW.get(view, view), True
    return _likely_kind(cells, mapped), {"uid", "recorded_at"} <= names


def _likely_kind(cells: Sequence[str], mapped: Mapping[str, str]) -> str:
    names = {spelling for cell in cells for spelling in _spellings(cell)}

    def has(kind: str, *fields: str) -> bool:
        known = known_fields()[kind]
        return any(one in mapped or not names.isdisjoint(known[one]) for one in fields)

    is_talk = has("session", "minutes", "hours", "paid_hours", "pro_bono_hours")
    if "standard" in names or ("observation" in names and not is_talk):
        return "observation"
    if not is_talk and has("goal", "title") and has("goal", "target", "target_on"):
        return "goal"
    promised = has("commitment", "owner", "due_on", "done_on")
    if not is_talk and promised and has("commitment", "what"):
        return "commitment"
    told = is_talk or has("session", "note", "about", "place", "tags")
    is_person = has("person", "handle", "relation", "role", "team", "contact", "since")
    if not told and is_person and has("person", "name", "handle", "last_name"):
        return "person"
    return "session" if told or has("session", "when") else "person"


def _match(
    file: str, cells: Sequence[str], kind: str, mapped: Mapping[str, str]
) -> dict[str, int]:
    columns = {name: _find_named(file, cells, said) for name, said in mapped.items()}
    # "duration (h)" is hours, though "duration" alone is minutes
    for spelled in ([*map(_simplify, cells)], [*map(_without, cells)]):
        for name, known in known_fields()[kind].items():
            taken = columns.values()
            free = {one: n for n, one in enumerate(spelled) if n not in taken}
            found = next((free[one] for one in known if one in free), None)
            if name not in columns and found is not None:
                columns[name] = found
    return columns


def _find_named(file: str, cells: Sequence[str], column: str) -> int:
    for n, cell in enumerate(cells):
        if _simplify(cell) == _simplify(column):
            return n
    named = [cell.strip() for cell in cells if cell.strip()]
    near, listed = say_near(column, named), ", ".join(named)
    raise NoSuchColumn(file=file, column=column, near=near, columns=listed)


def _spellings(cell: str) -> tuple[str, str]:
    """A name with what stands in brackets, and without."""
    return _simplify(cell), _without(cell)


def _without(cell: str) -> str:
    return _simplify(_BRACKETS.sub(" ", cell))


def _simplify(name: str) -> str:
    return _SIGNS.sub(" ", name.casefold()).strip()
