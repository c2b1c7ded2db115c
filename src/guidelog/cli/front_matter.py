"""Front matter: the lines of ``key: value`` that stand above a text in the editor.

Our own few rules and nothing of YAML: between two lines of three dashes each line is a
key, a colon and a value as the option would take it; an indented line goes on with the
value above it; a line that begins with # is a remark. The text below stays as it is.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from guidelog.errors import OpenFrontMatter, StrangeLine

FENCE: Final = "---"
_INDENT: Final = "  "
_KEY: Final = re.compile(r"([A-Za-z][\w-]*)\s*:\s*(.*)")
_OPEN_BOX: Final = re.compile(r"\s*[-*]\s+\[ \]\s+(?:@([\w.-]+):?\s+)?(\S.*)")


@dataclass(frozen=True, slots=True)
class KeyLine:
    """One key with its value, and the number of its line."""

    key: str
    value: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """What stands in the editor: the lines above, and the text."""

    lines: tuple[KeyLine, ...]
    text: str


def write_page(lines: Iterable[tuple[str, str]], text: str, remark: str = "") -> str:
    """Write keys and values above a text."""
    remarks = [f"# {remark}"] if remark else []
    above = [_write_line(key, value) for key, value in lines]
    return "\n".join([FENCE, *remarks, *above, FENCE, "", text.strip("\n"), ""])


def read_page(buffer: str) -> Page:
    """Take a buffer apart; where it begins with no fence, all of it is text.

    Raises OpenFrontMatter and StrangeLine.
    """
    rows = buffer.strip("\n").split("\n")
    if rows[0].rstrip() != FENCE:
        return Page((), buffer.strip("\n"))
    ends = [n for n, row in enumerate(rows[1:], 1) if row.rstrip() == FENCE]
    if not ends:
        raise OpenFrontMatter
    text = "\n".join(rows[ends[0] + 1 :]).strip("\n")
    return Page(tuple(_read_lines(rows[1 : ends[0]])), text)


def read_boxes(text: str) -> list[tuple[str, str]]:
    """Find the lines ``- [ ] @ada draft it by friday``: whose each is, and what.

    Without a mark the owner is empty. A ticked line is text and nothing more: whether
    it closes something on record, or never stood there, can't be told.
    """
    found = (_OPEN_BOX.fullmatch(line) for line in text.split("\n"))
    return [(box[1] or "", box[2].strip()) for box in found if box]


def _write_line(key: str, value: str) -> str:
    first, *more = value.split("\n")
    return "\n".join([f"{key}: {first}".rstrip(), *(_INDENT + row for row in more)])


def _read_lines(rows: list[str]) -> list[KeyLine]:
    found: list[KeyLine] = []
    for number, row in enumerate(rows, 2):
        match = _KEY.fullmatch(row.rstrip())
        if match:
            found.append(KeyLine(match[1].lower(), match[2], number))
        elif found and (not row.strip() or row[0] in " \t"):
            found[-1] = _go_on(found[-1], row)
        elif row.strip() and not row.startswith("#"):
            raise StrangeLine(line=number)
    return [KeyLine(one.key, one.value.rstrip(), one.number) for one in found]


def _go_on(line: KeyLine, row: str) -> KeyLine:
    more = row.removeprefix(_INDENT) if row.startswith(_INDENT) else row.lstrip()
    return KeyLine(line.key, f"{line.value}\n{more}", line.number)
