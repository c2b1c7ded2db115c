"""How long after it happened an entry was written down, in days."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from guidelog.lookback.rows import DatedRow
from guidelog.measures.days import day_of

LATE_DAYS = 3
VERY_LATE_DAYS = 21

Promptness = Literal["prompt", "soon", "late", "very late"]


class Lateness(NamedTuple):
    """How many entries were written how promptly; those taken over stand apart."""

    prompt: int = 0
    soon: int = 0
    late: int = 0
    very_late: int = 0
    taken_over: int = 0

    @property
    def written(self) -> int:
        """The entries that were written here."""
        return self.prompt + self.soon + self.late + self.very_late


def days_later(row: DatedRow) -> int:
    """Days from when it happened to when it was written down."""
    return max(0, (day_of(row.recorded_at) - day_of(row.occurred_at)).days)


def promptness_of(row: DatedRow) -> Promptness:
    """Prompt is the same or the next day, late is from 3 days, very late from 21."""
    days = days_later(row)
    if days >= VERY_LATE_DAYS:
        return "very late"
    if days >= LATE_DAYS:
        return "late"
    return "soon" if days > 1 else "prompt"


def lateness_of(rows: Iterable[DatedRow]) -> Lateness:
    """Count the entries by how promptly they were written down."""
    counts = {"prompt": 0, "soon": 0, "late": 0, "very late": 0, "taken over": 0}
    for row in rows:
        counts["taken over" if row.source else promptness_of(row)] += 1
    return Lateness(*counts.values())
