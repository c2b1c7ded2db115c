"""A long line on a terminal: broken between words, hanging under what it says."""

import re
from collections.abc import Iterator
from typing import Final
from unicodedata import combining, east_asian_width

_LEAD: Final = re.compile(r"\s*(?:- |[a-z]\d+ +|\S+ {2,})")
_INDENT: Final = re.compile(r"\s*")
_STEP: Final = 2
# a sign between two parts stays with the part before it
_BETWEEN_WORDS: Final = re.compile(r" (?!· )")
_PROGRAM: Final = r"guidelog(?: --journal (?:'[^']*'|\S+))?"
_COMMAND: Final = (
    # what ends the line behind a colon is all to be typed
    rf"(?<=: ){_PROGRAM} (?:[^,;]|,(?=\S))*?(?= does it\.$|$)"
    # else the command and its options, with the places for their values
    rf"|{_PROGRAM}(?: [a-z]+){{1,2}}?(?: --?[a-z]\S*| \[?[A-Z]{{2,}}\S*)+"
    rf"|{_PROGRAM} [a-z]+"
)
# behind a blank a path goes on as long as a further word holds a stroke
_PATH: Final = r"(?<!\S)(?:~|[A-Z]:)?[/\\]\S*(?: (?:[^\s/:,;·]+ )*?[^\s/:,;·]+/\S*)*"
_WHOLE: Final = re.compile(f"{_COMMAND}|{_PATH}")
_INSIDE: Final = "\0"
"""Stands for a blank at which nothing is broken."""


def hang(line: str, width: int) -> Iterator[str]:
    """Break a line between words, so that nothing else stands under its id.

    Paths and commands to copy stay whole. What is longer than the line is left to the
    terminal.
    """
    lead, column = _lead_of(line, width)
    said, is_begun = lead, False
    for word in _words_of(line[len(lead) :]):
        if is_begun and measure_cells(f"{said} {word}") > width:
            yield said
            said, is_begun = " " * _fitting(column, word, width), False
        said = f"{said} {word}" if is_begun else said + word
        is_begun = True
    yield said


def hang_all(text: str, width: int) -> str:
    """Break each line of a text that is too long."""
    return "\n".join(part for line in text.split("\n") for part in hang(line, width))


def measure_cells(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(_cells_of(sign) for sign in text)


def _lead_of(line: str, width: int) -> tuple[str, int]:
    """What stands before the words, and the column under which they go on."""
    lead = _LEAD.match(line)
    if lead and lead.end() <= width / 2:
        return lead[0], lead.end()
    indent = _INDENT.match(line)
    before = indent[0] if indent else ""
    return before, len(before) + _STEP


def _words_of(text: str) -> Iterator[str]:
    kept = _WHOLE.sub(lambda whole: whole[0].replace(" ", _INSIDE), text)
    for word in _BETWEEN_WORDS.split(kept):
        yield word.replace(_INSIDE, " ")


def _fitting(column: int, word: str, width: int) -> int:
    """The column for a word: to the left where only that keeps it on one line."""
    cells = measure_cells(word)
    return max(0, min(column, width - cells)) if cells <= width else column


def _cells_of(sign: str) -> int:
    if combining(sign):
        return 0
    return 2 if east_asian_width(sign) in "WF" else 1
