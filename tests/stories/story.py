"""The story of the half year: its lines, and what they left in a journal."""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from leading import Answer, Leader

AFTERWARDS = "2026-06-17T09:00+01:00"
"""The morning after the last line."""
VIEWS = {
    "s": "sessions",
    "o": "observations",
    "g": "goals",
    "p": "progress",
    "r": "resistance",
    "a": "attempts",
    "c": "commitments",
    "t": "topics",
    "x": "assessments",
    "h": "handouts",
}
NAMED = {"people": "handle", "actions": "name"}
PEOPLE = ("ada", "bo", "li", "mira")
MARGIN = re.compile(r" {2,}[a-z]\d+$", re.MULTILINE)
"""The ids at the right edge of a page."""


@dataclass(frozen=True)
class Line:
    """A line, and the moment it was typed."""

    at: str
    typed: str

    @property
    def words(self) -> list[str]:
        """The words as the shell hands them over."""
        return shlex.split(self.typed)


@dataclass(frozen=True)
class Told:
    """A line that was typed, its answer, and what its entries said right after it."""

    line: Line
    answer: Answer
    cells: str


def read_lines() -> Iterator[Line]:
    """The lines of the story, in the order they were typed."""
    text = Path(__file__).with_name("half_year.txt").read_text(encoding="utf-8")
    for line in text.replace("\n  ", " ").splitlines():
        if not line.startswith("#"):
            yield Line(*line.split(" ", 1))


def tell(leader: Leader) -> list[Told]:
    """Type the whole story, and stay on the morning after it."""
    told = []
    for line in read_lines():
        leader.at(line.at)
        answer = leader.does(line.typed)
        told.append(Told(line, answer, _cells(leader, answer.ids)))
    leader.at(AFTERWARDS)
    return told


def _cells(leader: Leader, ids: list[str]) -> str:
    rows = [row for one in ids for row in _rows(leader, one)]
    return "\n".join(str(cell) for row in rows for cell in row.values())


def _rows(leader: Leader, id_: str) -> Iterator[dict[str, object]]:
    numbered = VIEWS.get(id_[0]) if id_[1:].isdecimal() else None
    keys = {numbered: "id", "steps": "goal"} if numbered else NAMED
    for view, key in keys.items():
        yield from (row for row in leader.rows(view) if row[key] == id_)


def squeeze(text: str) -> str:
    """A text without the breaks and margins that a page puts into it."""
    return "".join(MARGIN.sub("", text).split())


def pages(leader: Leader, *lines: str) -> str:
    """What these lines show, squeezed."""
    return squeeze("\n".join(leader.does(line).out for line in lines))
