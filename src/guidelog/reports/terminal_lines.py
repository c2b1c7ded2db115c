"""Lines of a terminal page: spans measured in cells, wrapped and set in columns."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple, TypeAlias

from rich.cells import cell_len

from guidelog.cleaning import clean
from guidelog.reports.blocks import Span, SpanKind, Spans
from guidelog.reports.signs import spell_in_ascii

Line: TypeAlias = list[Span]
Word: TypeAlias = list[Span]

NARROWEST = 20
PROGRAM = "guidelog"

SEPARATORS = ("·", "|")
"""Signs between two parts of a line, which stay with the part before them."""

_RUN = re.compile(r"\n| +|[^\n ]+")


class Screen(NamedTuple):
    """Where a document is shown: columns, signs, the day that needs no year, and room.

    On a narrow screen there is none for labels beside their text. `program` is how
    commands call it here.
    """

    width: int
    unicode: bool
    today: date
    is_narrow: bool
    program: str = PROGRAM

    def inset(self, columns: int) -> "Screen":
        """The screen that is left beside so many columns."""
        return self._replace(width=max(1, self.width - columns))

    def spell(self, spans: Iterable[Span]) -> Spans:
        """The spans cleaned, own words in quotation marks, in ASCII where need be."""
        return tuple(Span(self._spell(span), span.kind) for span in spans if span.text)

    def _spell(self, span: Span) -> str:
        text = clean(span.text).expandtabs(4)
        if span.kind == "quoted":
            text = f"“{text}”"
        elif span.kind == "command":
            text = text.replace(PROGRAM, clean(self.program), 1)
        return text if self.unicode else spell_in_ascii(text)


def text_of(line: Iterable[Span]) -> str:
    """The text of a line without its kinds."""
    return "".join([span.text for span in line])


def width_of(line: Iterable[Span]) -> int:
    """The terminal cells a line takes."""
    return cell_len(text_of(line))


def spaces(cells: int) -> Span:
    """So many empty cells."""
    return Span(" " * cells)


def pad(line: Sequence[Span], cells: int, right: bool = False) -> Line:
    """The line filled with spaces up to so many cells; to the right, before it."""
    rest = cells - width_of(line)
    if rest <= 0:
        return list(line)
    return [spaces(rest), *line] if right else [*line, spaces(rest)]


def indent(lines: Iterable[Line], cells: int) -> list[Line]:
    """The lines moved in by so many cells."""
    return [[spaces(cells), *line] if line and cells else line for line in lines]


def hang(lead: Line, lines: Sequence[Line], cells: int) -> list[Line]:
    """The first line after a lead, the others moved in by so many cells."""
    first, *others = lines or [[]]
    return [[*lead, *first], *indent(others, cells)]


def wrap(spans: Iterable[Span], width: int, taken: int = 0) -> list[Line]:
    """Break spans between words into lines of at most so many cells.

    Of the first line so many cells are taken already. Line ends in the text stay, a
    word longer than a line is broken anywhere; there is always one line, be it empty.
    """
    wrapping = _Wrapping(width, taken)
    for space, word in _words_of(spans):
        wrapping.add(space, word)
    return wrapping.finish()


def _words_of(spans: Iterable[Span]) -> list[tuple[str, Word]]:
    """Words, perhaps of several kinds, each with the spaces or line end before it."""
    runs = [(run, span.kind) for span in spans for run in _RUN.findall(span.text)]
    words: list[tuple[str, Word]] = [("", [])]
    for run, kind in runs:
        space, word = words[-1]
        if run in SEPARATORS and space == " " and not word and len(words) > 1:
            words.pop()
            words[-1][1].append(Span(f" {run}", kind))
        elif run[0] == " " and space.startswith(" ") and not word:
            words[-1] = (space + run, word)
        elif run[0] in " \n":
            words.append((run, []))
        else:
            word.append(Span(run, kind))
    return words


class _Wrapping:
    """Lines as they fill up; `text` is that of the line, kept for measuring."""

    def __init__(self, width: int, taken: int) -> None:
        self.width = width
        self.taken = taken
        self.lines: list[Line] = []
        self.line: Line = []
        self.text = ""

    def add(self, space: str, word: Word) -> None:
        """Put a word on the line, or on the next where it does not fit."""
        if space == "\n":
            self._break_line()
            space = ""
        if not word:
            return
        if self._fits(space + text_of(word)):
            self._append([*self._space(space, word), *word])
        else:
            self._begin_line(word)

    def _space(self, space: str, word: Word) -> Line:
        """The space before a word, of the kind that goes on over it."""
        same = self.line and self.line[-1].kind == word[0].kind
        return in_kind(space, word[0].kind if same else "plain") if space else []

    def _fits(self, text: str) -> bool:
        return cell_len(self.text + text) <= self.width - self.taken

    def _append(self, spans: Line) -> None:
        self.line += spans
        self.text += text_of(spans)

    def _begin_line(self, word: Word) -> None:
        if self.line or self.taken:
            self._break_line()
        if self._fits(text_of(word)):
            self._append(word)
            return
        for sign in (Span(sign, span.kind) for span in word for sign in span.text):
            if self.line and not self._fits(sign.text):
                self._break_line()
            self._append([sign])

    def _break_line(self) -> None:
        self.lines.append(merge(self.line))
        self.line, self.text, self.taken = [], "", 0

    def finish(self) -> list[Line]:
        """The lines, the last one included."""
        self._break_line()
        return self.lines


def merge(line: Line) -> Line:
    """The line with neighbours of one kind made one span."""
    kinds = groupby(line, key=lambda span: span.kind)
    return [Span(text_of(run), kind) for kind, run in kinds]


def hang_text(lead: Line, spans: Spans, column: int, width: int) -> list[Line]:
    """A text after a lead, its later lines moved in to a column."""
    taken = width_of(lead)
    if width - taken < NARROWEST // 2:
        text = wrap(spans, width - column) if spans else []
        return [*wrap(trim(lead), width), *indent(text, column)]
    return hang(lead, wrap(spans, width - column, taken - column), column)


def set_apart(left: Sequence[Span], right: Sequence[Span], width: int) -> list[Line]:
    """Left and right on one line where both fit, else one under the other."""
    if not right:
        return wrap(left, width)
    room = width - width_of(left)
    if "\n" not in text_of(left) and width_of(right) + 2 <= room:
        return [[*left, *pad(right, room, right=True)]]
    return [*wrap(left, width), *wrap(right, width)]


def set_beside(columns: Sequence[tuple[list[Line], int]]) -> list[Line]:
    """Columns of lines beside each other, each padded to its width."""
    height = max(len(lines) for lines, _ in columns)
    rows: list[Line] = []
    for n in range(height):
        row: Line = []
        for lines, width in columns:
            row += pad(lines[n] if n < len(lines) else [], width)
        rows.append(trim(row))
    return rows


def trim(line: Line) -> Line:
    """The line without spaces at its end."""
    kept = list(line)
    while kept and not kept[-1].text.rstrip(" "):
        kept.pop()
    if kept:
        kept[-1] = kept[-1]._replace(text=kept[-1].text.rstrip(" "))
    return kept


def in_kind(text: str, kind: SpanKind = "plain") -> Line:
    """A line of one kind."""
    return [Span(text, kind)]
