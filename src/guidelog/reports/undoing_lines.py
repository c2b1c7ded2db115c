"""The lines that say what undoing would do, before it is done."""

from collections.abc import Sequence
from typing import Final

from guidelog.cleaning import clean_line

_DONE: Final = {
    "add": "was added and goes",
    "restore": "was brought back and goes",
    "delete": "was deleted and comes back",
}
_NAME_WIDTH: Final = 6
_LONGEST: Final = 100
"""Letters of a text that are shown: enough to know it again."""


def word_reversal(
    name: str, operation: str, fields: Sequence[tuple[str, str, str]]
) -> list[str]:
    """Say what happens to one entry: what each field says now, and will say again."""
    start = name.ljust(_NAME_WIDTH)
    if operation in _DONE:
        return [f"{start}{_DONE[operation]}"]
    lines = []
    for field, now, before in fields:
        lines.append(f"{start}{field.replace('_', ' ')}")
        lines.append(f"{' ' * _NAME_WIDTH}  now     {_shown(now)}")
        lines.append(f"{' ' * _NAME_WIDTH}  before  {_shown(before)}")
    return lines


def _shown(text: str) -> str:
    line = clean_line(text) or "–"
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
