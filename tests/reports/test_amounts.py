"""Numbers with their unit: read as they were typed, and never bent wrong."""

import pytest

from guidelog.reports.amounts import say_amount, say_reached
from reports.inventing import goal


@pytest.mark.parametrize(
    ("number", "unit", "said"),
    [
        ("4", "reviews", "4 reviews"),
        ("1", "reviews", "1 (reviews)"),
        ("1.0", "tickets a week", "1.0 (tickets a week)"),
        ("-1", "degrees", "-1 (degrees)"),
        ("1", "% of reviews", "1 % of reviews"),
        ("0.5", "days", "0.5 days"),
        ("7", None, "7"),
    ],
)
def test_one_of_something_stands_beside_the_unit(
    number: str, unit: str | None, said: str
) -> None:
    assert say_amount(number, unit) == said


@pytest.mark.parametrize(
    ("baseline", "target", "said"),
    [
        ("0", "8", "3 of 8 reviews"),
        ("0.0", "8", "3 of 8 reviews"),
        ("9", "1", "3 reviews, agreed 1"),
        ("0", "-8", "3 reviews, agreed -8"),
        (None, "8", "3 reviews, agreed 8"),
        ("0", None, "3 reviews"),
    ],
)
def test_only_what_counts_up_from_nothing_is_so_many_of_so_many(
    baseline: str | None, target: str | None, said: str
) -> None:
    aim = goal(
        "g1", "2026-01-01", "Lead", unit="reviews", baseline=baseline, target=target
    )
    assert say_reached("3", aim) == said
