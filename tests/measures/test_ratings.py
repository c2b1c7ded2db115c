"""Two pictures of one goal, side by side."""

from decimal import Decimal

import pytest

from guidelog.measures.ratings import Ratings, ratings_of
from guidelog.reports.goals_section import say_gap
from reports.inventing import progress

EARLY = progress("p1", "2026-08-01", "g1", level=-1)
YOURS = progress("p2", "2026-08-18", "g1", level=0)
THEIRS = progress("p3", "2026-08-18", "g1", level=1, rater="self")


def test_the_newest_of_each_side_counts() -> None:
    ratings = ratings_of([EARLY, YOURS, THEIRS])
    assert ratings == Ratings(own=THEIRS, leader=YOURS)
    assert ratings.gap == 1


def test_a_gap_needs_both_sides() -> None:
    assert ratings_of([EARLY]).gap is None
    assert ratings_of([THEIRS]).gap is None
    assert ratings_of([]) == Ratings()


def test_values_have_a_gap_as_they_were_typed() -> None:
    own = progress("p1", "2026-08-01", "g1", value="0.3", rater="self")
    yours = progress("p2", "2026-08-01", "g1", value="0.1")
    assert ratings_of([own, yours]).gap == Decimal("0.2")


def test_a_milestone_is_no_rating() -> None:
    step = progress("p1", "2026-08-01", "g1", step=1)
    assert ratings_of([step]) == Ratings()


@pytest.mark.parametrize(
    ("gap", "said"),
    [
        (None, ""),
        (Decimal(0), " (no gap)"),
        (Decimal(2), " (gap +2)"),
        (Decimal("-0.5"), " (gap −0.5)"),
    ],
)
def test_a_gap_is_said_with_its_sign(gap: Decimal | None, said: str) -> None:
    assert say_gap(gap) == said
