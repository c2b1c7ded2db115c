"""A field that a change set anew, in the leader's words: length, 45 min, 50 min."""

from datetime import date
from typing import Final, NamedTuple

from guidelog.lookback.facts import Changed
from guidelog.reports.doings import name_part
from guidelog.reports.entry_fields import LABELS, say_plainly

EDITS: Final = ("change", "amend", "rename")
"""The operations that set fields anew; the others touch a thing whole."""
NOTHING: Final = "nothing"


class Said(NamedTuple):
    """A field by its name, and what it said before and says since, in words."""

    label: str
    before: str
    now: str


def say_changed(changed: Changed, kind: str, today: date) -> Said:
    """Word a field that was set anew."""
    label = LABELS.get(changed.name) or name_part(changed.name, kind)
    values = (changed.before, changed.now)
    before, now = (say_value(changed.name, value, today) for value in values)
    return Said(label, before, now)


def say_value(name: str, value: str, today: date) -> str:
    """Word a cell; an empty one is nothing."""
    return say_plainly(name, value, today) if value else NOTHING
