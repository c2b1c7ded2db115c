"""Whether what was promised was kept: by the due date, after it, or not yet."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Literal, NamedTuple

from guidelog.lookback.rows import CommitmentRow
from guidelog.measures.days import day_if_known

Keeping = Literal["kept", "late", "overdue", "open", "dropped"]


class Tally(NamedTuple):
    """How many commitments of one side stand how; overdue ones are not in `open`."""

    kept: int = 0
    late: int = 0
    overdue: int = 0
    open: int = 0
    dropped: int = 0


def keeping_of(commitment: CommitmentRow, today: date) -> Keeping:
    """How a commitment stands; one done without a due date was kept."""
    if commitment.state == "dropped":
        return "dropped"
    late = days_late(commitment, today) > 0
    if commitment.state == "done":
        return "late" if late else "kept"
    return "overdue" if late else "open"


def days_late(commitment: CommitmentRow, today: date) -> int:
    """Days from the due date to the day it was done, or to today; 0 if in time."""
    due_on = day_if_known(commitment.due_on)
    if due_on is None or commitment.state == "dropped":
        return 0
    return max(0, ((day_if_known(commitment.done_on) or today) - due_on).days)


def tally(commitments: Iterable[CommitmentRow], today: date) -> Tally:
    """Count the commitments by how they stand."""
    counts: Counter[str] = Counter(keeping_of(row, today) for row in commitments)
    return Tally(**counts)
