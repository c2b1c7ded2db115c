"""Balance: whether a record speaks of good and bad, and of everybody."""

from collections.abc import Iterable
from typing import Final, Literal, NamedTuple

from guidelog.dates import Period
from guidelog.lookback.facts import PersonFacts
from guidelog.lookback.rows import ObservationRow
from guidelog.measures.periods import dated_in, within

ENOUGH: Final = 3
"""Facts of one side before the other is missed: two may be chance."""

Side = Literal["only good", "only off track", "never written about"]


class Sides(NamedTuple):
    """How many facts speak for a person, and how many against."""

    good: int
    bad: int


def side_of(facts: PersonFacts, period: Period) -> Side | None:
    """Which side the record of a period leaves out; None where it is balanced."""
    if is_unwritten(facts, period):
        return "never written about"
    good, bad = count_sides(facts, period)
    if good >= ENOUGH and not bad:
        return "only good"
    return "only off track" if bad >= ENOUGH and not good else None


def count_sides(facts: PersonFacts, period: Period) -> Sides:
    """The facts that met the standard, and those that did not; notes are bad ones."""
    seen = within(facts.observations, period)
    notes = len(within(facts.resistance, period))
    return Sides(_count(seen, "met"), _count(seen, "off-track") + notes)


def _count(observations: Iterable[ObservationRow], standard: str) -> int:
    return sum(row.standard == standard for row in observations)


def is_unwritten(facts: PersonFacts, period: Period) -> bool:
    """Whether nothing at all was written about somebody in a period."""
    return not within(facts.assessments, period) and not dated_in(facts, period)
