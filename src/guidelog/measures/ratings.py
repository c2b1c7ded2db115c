"""Ratings: how a goal stands in the eyes of the person and of the leader."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from guidelog.lookback.rows import ProgressRow


class Ratings(NamedTuple):
    """The newest rating of each side; None where a side gave none."""

    own: ProgressRow | None = None
    leader: ProgressRow | None = None

    @property
    def gap(self) -> Decimal | None:
        """The person's rating less the leader's; None where one is not known."""
        if self.own is None or self.leader is None:
            return None
        own, leader = mark_of(self.own), mark_of(self.leader)
        return None if own is None or leader is None else own - leader


def ratings_of(progress: Iterable[ProgressRow]) -> Ratings:
    """The newest ratings on one goal; entries come oldest first."""
    newest = {row.rater: row for row in progress if mark_of(row) is not None}
    return Ratings(newest.get("self"), newest.get("leader"))


def mark_of(row: ProgressRow) -> Decimal | None:
    """The level or value of an entry; a milestone has none."""
    if row.level is not None:
        return Decimal(row.level)
    return Decimal(row.value) if row.value else None
