"""The three outcomes of effective coaching as counts."""

from datetime import date, timedelta

import pytest

from guidelog.lookback.rows import ObservationRow
from guidelog.measures.outcomes import (
    Share,
    areas_carried_to,
    excellence_of,
    own_goals,
    self_correction_of,
)
from reports.inventing import assessment, goal, observation

TODAY = date(2026, 11, 23)


def seen(days_ago: int, met: bool, noticed: str | None = None) -> ObservationRow:
    day = (TODAY - timedelta(days_ago)).isoformat()
    standard = "met" if met else "off-track"
    return observation("o1", day, "the alert", standard=standard, noticed=noticed)


def window(first: int, met: int, missed: int) -> list[ObservationRow]:
    """So many observations from so many days ago on."""
    return [seen(first + n, n < met) for n in range(met + missed)]


@pytest.mark.parametrize(
    ("now", "before", "trend"),
    [
        ((5, 0), (2, 3), "rising"),
        ((2, 3), (5, 0), "falling"),
        ((4, 1), (4, 1), "holding"),
        ((4, 0), (5, 0), "too few"),
        ((5, 0), (4, 0), "too few"),
    ],
)
def test_a_trend_needs_five_on_each_side(
    now: tuple[int, int], before: tuple[int, int], trend: str
) -> None:
    rows = window(0, *now) + window(90, *before)
    found = excellence_of(rows, TODAY)
    assert found.trend == trend
    assert found.now == Share(now[0], sum(now))
    assert found.before == Share(before[0], sum(before))


@pytest.mark.parametrize(("days_ago", "sides"), [(0, 1), (89, 1), (90, 2), (180, 0)])
def test_the_windows_are_ninety_days_each(days_ago: int, sides: int) -> None:
    found = excellence_of([seen(days_ago, met=True)], TODAY)
    assert (found.now.whole, found.before.whole) == {
        0: (0, 0),
        1: (1, 0),
        2: (0, 1),
    }[sides]


def test_who_noticed_is_counted_only_where_it_is_known() -> None:
    rows = [
        seen(1, met=False, noticed="self"),
        seen(2, met=False, noticed="leader"),
        seen(3, met=False),
        seen(4, met=True, noticed="self"),
    ]
    found = self_correction_of(rows)
    assert (found.noticed, found.unknown) == (Share(1, 2), 1)


def test_an_area_counts_once_and_only_where_something_was_seen() -> None:
    rows = [
        assessment("x1", "2026-05-01", area="incidents", self_generation=0),
        assessment("x2", "2026-06-01", area="hiring", self_generation=1),
        assessment("x3", "2026-07-01", area="hiring", self_generation=2),
        assessment("x4", "2026-07-01", self_generation=2),
    ]
    assert areas_carried_to(rows) == ("hiring",)


def test_own_goals_are_counted_where_the_origin_is_known() -> None:
    goals = [
        goal("g1", "2026-01-01", "one", origin="them"),
        goal("g2", "2026-01-01", "two", origin="me"),
        goal("g3", "2026-01-01", "three"),
    ]
    assert own_goals(goals) == Share(1, 2)
