"""A long line on a terminal: broken between words, hanging under what it says."""

import re
from collections.abc import Iterator
from typing import Final
from unicodedata import combining, east_asian_width

_LEAD: Final = re.compile(r"\S*\s*")
# a sign between two parts stays with the part before it
_BETWEEN_WORDS: Final = re.compile(r" (?!· )")


def hang(line: str, width: int) -> Iterator[str]:
    """Break a line that begins with an id, so that nothing else stands under the id.

    A word that is longer than the line is left to the terminal.
    """
    lead = _LEAD.match(line)
    column = lead.end() if lead else 0
    said, is_begun = line[:column], False
    for word in _BETWEEN_WORDS.split(line[column:]):
        if is_begun and measure_cells(f"{said} {word}") > width:
            yield said
            said, is_begun = " " * column, False
        said = f"{said} {word}" if is_begun else said + word
        is_begun = True
    yield said


def measure_cells(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(_cells_of(sign) for sign in text)


def _cells_of(sign: str) -> int:
    if combining(sign):
        return 0
    return 2 if east_asian_width(sign) in "WF" else 1
