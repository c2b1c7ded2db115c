"""Formulas: texts that a spreadsheet would work out instead of showing them.

A cell of CSV that begins with one of ``= + - @``, a tab or a carriage return is taken
for a formula, quoted or not: https://owasp.org/www-community/attacks/CSV_Injection
"""

import csv
import re
from dataclasses import dataclass
from typing import Final, TextIO

from guidelog.lookback.filters import Value

FORMULA: Final = re.compile(r"[=@\t\r]|[+-](?!\d+(?:\.\d+)?\Z)")
"""How a formula begins; a signed number is none."""

_STARTS: Final = tuple(f"{quote}{sign}" for quote in ("", '"') for sign in "=+-@\t\r")
# a comma in a text may stand before such a sign, too: what is found is looked at again
_WITHIN: Final = re.compile(r',"?[=+\-@\t\r]')


def is_formula(cell: Value) -> bool:
    """Tell whether a spreadsheet would take this cell for a formula."""
    return isinstance(cell, str) and FORMULA.match(cell) is not None


def disarm(cell: Value) -> Value:
    """Put an apostrophe before a formula, so that a spreadsheet shows it as text."""
    return f"'{cell}" if is_formula(cell) else cell


def is_disarmed(cell: str) -> bool:
    """Tell whether a cell is as `disarm` gives a formula."""
    return cell.startswith("'") and is_formula(cell[1:])


def rearm(cell: str) -> str:
    """Take the apostrophe off again."""
    return cell[1:] if is_disarmed(cell) else cell


@dataclass(slots=True)
class Watched:
    """A file of CSV that counts the formulas in what is written to it, line by line."""

    file: TextIO
    formulas: int = 0

    def write(self, line: str, /) -> object:
        """Count and write a line; most hold nothing that has to be looked at twice."""
        if line.startswith(_STARTS) or _WITHIN.search(line):
            self.formulas += sum(map(is_formula, next(csv.reader([line]))))
        return self.file.write(line)

    def fileno(self) -> int:
        """Say which file it is: an ordinary one keeps nobody waiting."""
        return self.file.fileno()
