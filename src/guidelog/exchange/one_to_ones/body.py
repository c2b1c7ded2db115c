"""The text of a talk: its action items taken out, everything else as it was written."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from guidelog.exchange.one_to_ones.lines import RULE, Line
from guidelog.exchange.one_to_ones.promises import (
    Promise,
    Round,
    box_of,
    read_promise,
)

_ACTIONS: Final = re.compile(
    r"(?:[#*_\s]|[^\w#*\s]\ufe0f?\s)*(?:action items?|actions?|action points?"
    r"|next steps?|to[- ]?dos?|tasks|follow[- ]?ups?|commitments)\s*:?[*_\s]*:?\s*",
    re.IGNORECASE,
)
_SECTIONS: Final = re.compile(
    r"\W*(?:notes|discussion(?: notes| points)?|topics|agenda|updates?|wins|highlights"
    r"|challenges|blockers|feedback|decisions|summary|personal|questions|goals)\W*",
    re.IGNORECASE,
)
_LONGEST_LABEL: Final = 80
_DEEPEST: Final = 20
"""Boxes within boxes that are action items; a box further in is part of its words."""


class Agreed(NamedTuple):
    """An action item of a talk and the line it stands on."""

    promise: Promise
    number: int


@dataclass
class Body:
    """What a talk's text comes to."""

    note: str = ""
    agreed: list[Agreed] = field(default_factory=list)
    left: int = 0
    """How many boxes stay in the note, since it can't be told whose they are."""


def is_section(title: str) -> bool:
    """Tell whether a heading names a part of a talk: "Notes", "Next steps"."""
    is_short = len(title) <= _LONGEST_LABEL
    return is_short and bool(_ACTIONS.fullmatch(title) or _SECTIONS.fullmatch(title))


def read_body(lines: Sequence[Line], above: Sequence[str], round_: Round) -> Body:
    """Take a talk's text apart; what stands `above` it begins the note.

    A box is an action item wherever it stands, another bullet only under a heading
    such as "Next steps". A heading whose items are all taken goes with them.
    """
    reading = _Reading(lines, round_)
    kept = [*above, "", *reading.kept] if above else reading.kept
    return Body(trim(kept), reading.agreed, reading.left)


def trim(texts: Sequence[str]) -> str:
    """A text without the blank lines and the rules around it."""
    inner = [n for n, text in enumerate(texts) if not _is_edge(text)]
    return "\n".join(texts[inner[0] : inner[-1] + 1]) if inner else ""


def _is_edge(text: str) -> bool:
    return not text.strip() or bool(RULE.fullmatch(text))


class _Reading:
    """One pass over the lines of a talk."""

    def __init__(self, lines: Sequence[Line], round_: Round) -> None:
        self.lines, self.round = lines, round_
        self.kept: list[str] = []
        self.agreed: list[Agreed] = []
        self.left = 0
        self.in_actions = False
        self._label = -1
        """Where the heading of the actions stands among what is kept."""
        self._took = self._is_after_taken = False
        self._depth = 0
        at = 0
        while at < len(lines):
            at = self._read(at)
        self._end_section()

    def _read(self, at: int) -> int:
        """Read the line, or the action item with all that belongs to it."""
        line = self.lines[at]
        if line.kind == "item" and (end := self._read_item(at)):
            return end
        if self._is_label(line):
            self._end_section()
            self._begin_section()
        elif self._ends_section(line):
            self._end_section()
        self._keep(line)
        return at + 1

    def _keep(self, line: Line) -> None:
        """Keep a line, but no second blank one where only taken lines were between."""
        follows_blank = not self.kept or not self.kept[-1].strip()
        if line.kind != "blank" or not (self._is_after_taken and follows_blank):
            self.kept.append(line.text)
        self._is_after_taken &= line.kind == "blank"

    def _is_label(self, line: Line) -> bool:
        may_be = line.kind in ("heading", "text") and len(line.text) <= _LONGEST_LABEL
        return may_be and bool(_ACTIONS.fullmatch(line.text))

    def _ends_section(self, line: Line) -> bool:
        if line.kind == "heading":
            return True
        return line.kind in ("text", "rule") and not line.indent

    def _begin_section(self) -> None:
        self.in_actions, self._label = True, len(self.kept)

    def _end_section(self) -> None:
        if self.in_actions and self._took:
            below = self.kept[self._label + 1 :]
            if not any(text.strip() for text in below):
                del self.kept[self._label :]
        self.in_actions, self._took = False, False

    def _read_item(self, at: int) -> int:
        """Take an action item; one past its last line, 0 where it is none."""
        line, box = self.lines[at], box_of(self.lines[at].title)
        if not box and not self.in_actions:
            return 0
        is_done, text = box or (False, line.title)
        promise = read_promise(text, is_done, self.round)
        if not promise:
            self.left += bool(box)
            return 0
        self._took = self._is_after_taken = True
        place = len(self.agreed)
        end, more = self._read_below(at)
        what = "\n".join([promise.what, *more])
        whole = replace(promise, what=what)
        self.agreed.insert(place, Agreed(whole, line.number))
        return end

    def _read_below(self, at: int) -> tuple[int, list[str]]:
        """What stands further in belongs to an item; boxes there are items again."""
        item, more, here = self.lines[at], list[str](), at + 1
        end = self._end_of_item(at)
        self._depth += 1
        while here < end:
            line = self.lines[here]
            is_near = line.kind == "item" and self._depth < _DEEPEST
            is_box = is_near and box_of(line.title)
            after = self._read_item(here) if is_box else 0
            if not after:
                more.append(_dedent(line.text, item.inner))
            here = after or here + 1
        self._depth -= 1
        return end, more

    def _end_of_item(self, at: int) -> int:
        """One past the last line that is indented more, blank lines at the end not."""
        end = here = at + 1
        while here < len(self.lines):
            line = self.lines[here]
            if line.kind != "blank" and line.indent <= self.lines[at].indent:
                break
            here += 1
            end = here if line.kind != "blank" else end
        return end


def _dedent(text: str, by: int) -> str:
    """Take up to so many columns of white space off a line."""
    at = columns = 0
    while at < len(text) and text[at] in " \t" and columns < by:
        columns += 4 - columns % 4 if text[at] == "\t" else 1
        at += 1
    return text[at:]
