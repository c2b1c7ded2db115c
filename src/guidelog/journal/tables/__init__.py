"""The tables the leader's words are kept in, a page a noun, and how each is cut.

In the log a thing is cut into `facts` (dates, links, labels, numbers), `outcome` (what
is decided later) and one part for each text. A column that is neither in TEXTS nor in
OUTCOME is a fact.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Final

from guidelog.journal.tables.row import Row

_PAGES: Final = {
    "person": "people",
    "session": "sessions",
    "goal": "goals",
    "step": "goals",
    "progress": "goals",
    "resistance": "resistance",
    "observation": "observations",
    "attempt": "resistance",
    "move": "resistance",
    "commitment": "commitments",
    "topic": "commitments",
    "assessment": "outcomes",
    "handout": "handouts",
    "hold": "holds",
    "action": "vocabulary",
}
"""The page of each kind's table, what is required before what requires it."""

_NAMES: Final = {"progress": "progress_entry", "resistance": "resistance_note"}
"""Tables that are not called as their kind: a view has that name."""

WORD_LINKS: Final = ("actions", "tags")
"""Links that hold words; the others hold the uids of things."""


class _Tables(Mapping[str, type[Row]]):
    """The tables by kind, each page read when it is needed first.

    SQLAlchemy takes a hundredth of a command's time for each table that it maps.
    """

    def __getitem__(self, kind: str) -> type[Row]:
        return _table(kind)

    def __iter__(self) -> Iterator[str]:
        return iter(_PAGES)

    def __len__(self) -> int:
        return len(_PAGES)


@cache
def _table(kind: str) -> type[Row]:
    page = import_module(f"{__name__}.{_PAGES[kind]}")
    table: type[Row] = getattr(page, kind.capitalize())
    return table


def table_name(kind: str) -> str:
    """The name of the table in which a kind stands."""
    return _NAMES.get(kind, kind)


KINDS: Final[Mapping[str, type[Row]]] = _Tables()
