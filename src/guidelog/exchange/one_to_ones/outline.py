"""Headings and what stands below them, as a tree; a bullet a day is a heading, too."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from guidelog.exchange.one_to_ones.body import is_section
from guidelog.exchange.one_to_ones.headings import Heading, read_heading
from guidelog.exchange.one_to_ones.lines import BULLET, Line, columns, scan

_ROOT: Final = Heading()


@dataclass
class Section:
    """A heading, the lines right below it, and the sections further down."""

    line: Line | None = None
    """The heading; the whole file has none."""
    said: Heading = _ROOT
    level: float = 0
    own: list[Line] = field(default_factory=list)
    below: list["Section"] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The words of the heading."""
        return self.line.title if self.line else ""

    def lines(self) -> list[Line]:
        """Everything below the heading, in order."""
        return [*self.own, *(line for one in self.below for line in one.whole())]

    def whole(self) -> list[Line]:
        """The heading, and everything below it."""
        return [*([self.line] if self.line else []), *self.lines()]

    def all_below(self) -> list["Section"]:
        """Every section further down."""
        return [s for section in self.below for s in (section, *section.all_below())]

    def is_bare(self) -> bool:
        """Tell whether nothing but rules stands right below the heading."""
        return all(line.kind in ("blank", "rule", "under") for line in self.own)


def grow(lines: Sequence[Line]) -> Section:
    """Put every line under its heading, and every heading under the one it belongs to.

    A heading such as "Next steps" that is as large as that of its talk belongs to it.
    """
    root = Section()
    open_ones = [root]
    for line in _unfold(list(lines)):
        if line.kind != "heading":
            open_ones[-1].own.append(line)
            continue
        section = Section(line, read_heading(line.title), line.level)
        while open_ones[-1].level > section.level:
            open_ones.pop()
        if open_ones[-1].level == section.level:
            before = open_ones[-1]
            if before.said.day and not section.said.day and is_section(line.title):
                section.level += 0.5
            else:
                open_ones.pop()
        open_ones[-1].below.append(section)
        open_ones.append(section)
    return root


def _unfold(lines: list[Line]) -> list[Line]:
    """Make headings of bullets that are a day, where no heading is one.

    What stands below such a bullet is moved out by one step.
    """
    if any(line.kind == "heading" and read_heading(line.title).day for line in lines):
        return lines
    starts = [at for at, line in enumerate(lines) if _is_day(line)]
    if not starts:
        return lines
    found = lines[: starts[0]]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        bullet = lines[start]
        found.append(bullet._replace(kind="heading", level=BULLET))
        found += _moved_out(lines[start + 1 : end])
    return found


def _is_day(line: Line) -> bool:
    if line.kind != "item" or line.indent:
        return False
    said = read_heading(line.title)
    return bool(said.day) and said.is_plain


def _moved_out(lines: Sequence[Line]) -> list[Line]:
    """The lines below a bullet, each without the white space of the first of them."""
    texts = [line.text for line in lines]
    first = next((text for text in texts if text.strip()), "")
    step = first[: len(first) - len(first.lstrip())]
    by = columns(first)
    moved = [
        text.removeprefix(step) if text.startswith(step) else text.lstrip(" \t")
        for text in texts
    ]
    return scan(moved, lines[0].number) if lines and by else list(lines)
