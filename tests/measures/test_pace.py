"""How far a goal has come, and where an even pace would be."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelog.lookback.rows import GoalRow
from guidelog.measures.pace import (
    days_past,
    even_pace,
    numeric_progress,
    pace_of,
    value_at,
)
from reports.inventing import goal

TODAY = date(2026, 11, 23)
NUMBERS = st.decimals(-1000, 1000, places=1).map(str)


def hundred_days(progress: float | None, **said: object) -> GoalRow:
    """A goal of a hundred days, of which fifty have passed."""
    said = {"scale": "numeric", "target_on": "2027-01-12", **said}
    return goal("g1", "2026-10-04", "Lead the review", progress=progress, **said)


@pytest.mark.parametrize(
    ("baseline", "target", "now", "share"),
    [
        ("0", "6", "3", 0.5),
        ("8", "1", "4.5", 0.5),
        ("8", "1", "9", 0.0),
        ("0", "6", "7", 1.0),
        ("0", "6", None, None),
        ("5", "5", "5", None),
    ],
)
def test_a_number_is_a_share_of_the_way(
    baseline: str, target: str, now: str | None, share: float | None
) -> None:
    assert numeric_progress(baseline, target, now) == share


@given(NUMBERS, NUMBERS, NUMBERS)
def test_progress_never_leaves_the_way(baseline: str, target: str, now: str) -> None:
    share = numeric_progress(baseline, target, now)
    assert (share is None) == (Decimal(baseline) == Decimal(target))
    assert share is None or 0 <= share <= 1


@given(NUMBERS, NUMBERS, st.floats(0, 1))
def test_the_value_of_a_share_lies_between_the_ends(
    baseline: str, target: str, share: float
) -> None:
    ends = sorted([Decimal(baseline), Decimal(target)])
    assert ends[0] <= value_at(baseline, target, share) <= ends[1]


@given(st.integers(1, 2000), st.integers(-100, 2100))
def test_even_pace_grows_from_nothing_to_everything(days: int, passed: int) -> None:
    start = date(2024, 1, 1)
    pace = even_pace(start, start + timedelta(days), start + timedelta(passed))
    assert pace == (min(1, passed / days) if passed > 0 else None)


def test_without_a_date_ahead_there_is_no_pace() -> None:
    assert even_pace(TODAY, None, TODAY) is None
    assert even_pace(TODAY, TODAY, TODAY) is None


def test_on_its_first_day_a_goal_has_no_pace() -> None:
    assert even_pace(TODAY, TODAY + timedelta(90), TODAY) is None


@pytest.mark.parametrize(
    ("progress", "pace"),
    [
        (0.35, "on pace"),
        (0.34, "behind"),
        (0.65, "on pace"),
        (0.66, "ahead"),
        (None, None),
    ],
)
def test_fifteen_points_around_even_are_on_pace(
    progress: float | None, pace: str | None
) -> None:
    assert pace_of(hundred_days(progress), TODAY) == pace


def test_levels_and_closed_goals_have_no_pace() -> None:
    assert pace_of(hundred_days(0.5, scale="levels"), TODAY) is None
    assert pace_of(hundred_days(0.5, state="achieved"), TODAY) is None


def test_a_goal_that_is_reached_is_neither_late_nor_ahead() -> None:
    reached = hundred_days(1.0, target_on="2026-10-30")
    assert (pace_of(reached, TODAY), days_past(reached, TODAY)) == ("reached", 0)
    assert pace_of(hundred_days(1.0, target_on=None), TODAY) == "reached"


def test_only_an_open_goal_can_be_past_its_date() -> None:
    late = hundred_days(0.5, target_on="2026-10-30")
    assert days_past(late, TODAY) == 24
    assert days_past(hundred_days(0.5), TODAY) == 0
    done = hundred_days(1, target_on="2026-10-30", state="achieved")
    assert days_past(done, TODAY) == 0
