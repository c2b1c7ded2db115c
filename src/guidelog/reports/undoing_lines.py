"""The lines that say what undoing would do, before it is done."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from guidelog.cleaning import clean_line
from guidelog.lookback.facts import Touched
from guidelog.reports.changed_fields import EDITS, say_changed
from guidelog.reports.phrases import listed, say_known_day

_WOULD: Final = {
    "add": "would go",
    "restore": "would go again",
    "delete": "would come back",
}
_CHANGED: Final = "would be as before"
_NAME_WIDTH: Final = 6
_LONGEST: Final = 100
"""Letters of a text that are shown: enough to know it again."""
_WORDS: Final = (
    *("name", "note", "about", "title", "text", "observed", "offered", "what"),
    *("evidence", "comment", "reason", "label"),
)
"""The fields that hold an entry's first words, the most telling first."""


def name_touched(touched: Touched) -> str:
    """What a thing is called: its id, or what it is where it has none."""
    change = touched.version.change
    return change.id or touched.version.name or change.kind


def word_reversal(touched: Touched, today: date) -> Iterator[str]:
    """Say what would happen to one entry, and what each field would say again."""
    start = f"{name_touched(touched):<{_NAME_WIDTH - 1}} "
    operation = touched.version.change.operation
    about = [piece for piece in _about(touched, today) if piece]
    would = _WOULD.get(operation, _CHANGED)
    yield f"{start}{would}{': ' if about else ''}{' · '.join(about)}"
    if operation in EDITS:
        for changed in touched.version.changed:
            said = say_changed(changed, touched.version.change.kind, today)
            yield f"{' ' * _NAME_WIDTH}{said.label}"
            yield f"{' ' * _NAME_WIDTH}  now     {_shown(said.now)}"
            yield f"{' ' * _NAME_WIDTH}  before  {_shown(said.before)}"


def _about(touched: Touched, today: date) -> Iterator[str]:
    """Whom an entry is about, when it was, and its first words."""
    yield listed(touched.names.values())
    yield say_known_day(touched.says.get("occurred_at"), today)
    words = (touched.says.get(name) for name in _WORDS)
    yield _shown(next((text for text in words if text), ""))


def _shown(text: str) -> str:
    line = clean_line(text)
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
