"""The lines of Markdown, each with what it is: heading, item, code, rule or text.

No tree of blocks as a Markdown library makes it: notes are pasted, half written and
older than any standard. A line of dashes under a sentence would make that sentence a
heading, a bullet of another alphabet or a bold line with a day would be none, and every
line must be found again as it was written.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from guidelog.exchange.one_to_ones.headings import read_heading

BOLD, ALONE, BULLET = 7, 8, 9
"""Levels below those of # to ######: bold lines, plain lines and bullets of an outline
that say the day of a talk."""
_INDENT: Final = re.compile(r"[ \t]*")
_ATX: Final = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*")
_SETEXT: Final = re.compile(r" {0,3}(=+|-{2,})[ \t]*")
RULE: Final = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*")
"""What is drawn between two parts of a text."""
_FENCE: Final = re.compile(r"[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})(.*)")
_ITEM: Final = re.compile(r"([ \t]*)((?:[-*+•‣◦]|\d{1,9}[.)])(?:[ \t]+|$)|(?=[☐☑☒]))")
_BOLD: Final = re.compile(r" {0,3}(\*\*|__)(?=\S)(.+?)(?<=\S)\1:?\s*(.*)")
_LONGEST_HEADING: Final = 1000


class Line(NamedTuple):
    """One line as it was written, and what it is."""

    number: int
    text: str
    kind: str
    """blank, text, heading, under (what underlines one), item, code or rule."""
    level: int = 0
    """Of a heading, 1 to 9."""
    title: str = ""
    """The words of a heading; of an item what follows its mark."""
    indent: int = 0
    """Columns before the line's first sign."""
    inner: int = 0
    """Columns before the first word of an item."""


def columns(text: str) -> int:
    """The columns of white space a line begins with; a tab goes on to the next four."""
    return len((_INDENT.match(text) or [""])[0].expandtabs(4))


def scan(texts: Sequence[str], first: int = 1) -> list[Line]:
    """Tell what each line is; `first` is the number of the first one."""
    return _Scan(texts, first).lines


class _Scan:
    """One pass over the lines, which remembers what is open."""

    def __init__(self, texts: Sequence[str], first: int) -> None:
        self.texts, self.first = texts, first
        self.lines: list[Line] = []
        self.in_list = False
        self._unclosed: set[str] = set()
        at = 0
        while at < len(texts):
            end = self._end_of_closed(at)
            if end:
                self._add_code(at, end)
            else:
                self._add(at)
            at = max(end, at + 1)

    def _end_of_closed(self, at: int) -> int:
        """One past the last line of the code or remark that begins here, else 0.

        What is never closed is no code: else one slip would swallow all later talks.
        """
        text = self.texts[at]
        fence = _FENCE.fullmatch(text)
        if fence and "`" not in fence[2]:
            close = rf"[ \t]*{re.escape(fence[1])}{re.escape(fence[1][0])}*[ \t]*"
            return self._find_end(at + 1, close)
        if text.lstrip().startswith("<!--") and columns(text) < 4:
            return at + 1 if "-->" in text else self._find_end(at + 1, ".*-->.*")
        return 0

    def _find_end(self, start: int, close: str) -> int:
        if close in self._unclosed:
            return 0
        closing = re.compile(close)
        for at in range(start, len(self.texts)):
            if closing.fullmatch(self.texts[at]):
                return at + 1
        self._unclosed.add(close)
        return 0

    def _add_code(self, start: int, end: int) -> None:
        for at in range(start, end):
            indent = columns(self.texts[at])
            self.lines.append(self._line(at, "code", indent=indent))

    def _line(self, at: int, kind: str, **facts: object) -> Line:
        return Line(self.first + at, self.texts[at], kind)._replace(**facts)  # type: ignore[arg-type]

    def _add(self, at: int) -> None:
        text = self.texts[at]
        if not text.strip():
            self.lines.append(self._line(at, "blank"))
            return
        line = (
            self._as_indented_code(at)
            or self._as_underline(at)
            or self._as_heading(at)
            or self._as_rule(at)
            or self._as_item(at)
            or self._line(at, "text", indent=columns(text))
        )
        goes_on = line.kind in ("text", "code") and (
            line.indent > 0 or self._before() in ("item", "text")
        )
        self.in_list = line.kind == "item" or (self.in_list and goes_on)
        self.lines.append(line)

    def _before(self) -> str:
        return self.lines[-1].kind if self.lines else "blank"

    def _as_indented_code(self, at: int) -> Line | None:
        indent = columns(self.texts[at])
        if indent < 4 or self.in_list or self._before() not in ("blank", "code"):
            return None
        return self._line(at, "code", indent=indent)

    def _as_underline(self, at: int) -> Line | None:
        """Read a line below a paragraph of one line; dashes only where that is a talk.

        A rule is often drawn right below the last sentence of a talk.
        """
        found = _SETEXT.fullmatch(self.texts[at])
        if not found or self._before() not in ("text", "heading"):
            return None
        above = self.lines[-1]
        is_alone = len(self.lines) < 2 or self.lines[-2].kind not in ("text", "item")
        is_plain = above.kind == "text" or above.level in (BOLD, ALONE)
        title = above.text.strip()
        if not (is_plain and is_alone and (found[1][0] == "=" or _opens_talk(title))):
            return None
        level = 1 if found[1][0] == "=" else 2
        self.lines[-1] = above._replace(kind="heading", level=level, title=title)
        return self._line(at, "under")

    def _as_heading(self, at: int) -> Line | None:
        text = self.texts[at]
        if len(text) > _LONGEST_HEADING:
            return None
        if found := _ATX.fullmatch(text):
            level, title = len(found[1]), found[2]
            return self._line(at, "heading", level=level, title=title)
        if (found := _BOLD.fullmatch(text)) and read_heading(found[2]).day:
            title = f"{found[2]} {found[3]}".strip()
            return self._line(at, "heading", level=BOLD, title=title)
        if self._before() in ("blank", "rule", "under", "heading") and _is_day_alone(
            text
        ):
            return self._line(at, "heading", level=ALONE, title=text.strip())
        return None

    def _as_rule(self, at: int) -> Line | None:
        return self._line(at, "rule") if RULE.fullmatch(self.texts[at]) else None

    def _as_item(self, at: int) -> Line | None:
        text = self.texts[at]
        if not (found := _ITEM.match(text)):
            return None
        indent, inner = columns(text), columns(text) + len(found[2].rstrip()) + 1
        title = text[found.end() :]
        return self._line(at, "item", title=title, indent=indent, inner=inner)


def _opens_talk(title: str) -> bool:
    said = read_heading(title)
    return bool(said.day) or said.is_one_to_one


def _is_day_alone(text: str) -> bool:
    """Tell whether a line is a day, with what follows set off by a sign.

    "2026-03-10 was a bad day" is a sentence.
    """
    said = read_heading(text)
    if _ITEM.match(text) or columns(text) or not said.day or not said.is_plain:
        return False
    return not said.rest or said.is_one_to_one or _is_set_off(text, said.day)


def _is_set_off(text: str, day: str) -> bool:
    _, _, after = text.partition(day.split(" ", 1)[-1])
    return bool(re.match(r"[\])]*\s*[:–—|-]", after))
