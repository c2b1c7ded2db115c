"""How often there was a talk, and how long it took."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from guidelog.dates import Period
from guidelog.measures.days import months_between
from guidelog.measures.rhythm import (
    Gap,
    TimeSpent,
    days_since,
    is_out_of_rhythm,
    longest_gap,
    talk_days,
    talks_by_month,
    time_spent,
)
from reports.inventing import attempt, session

TODAY = date(2026, 11, 23)
DAYS = st.dates(date(2025, 12, 1), date(2026, 11, 30))
YEAR = Period(date(2025, 12, 1), date(2026, 12, 1))


@given(st.lists(DAYS))
def test_the_months_of_a_year_hold_every_talk_once(days: list[date]) -> None:
    months = talks_by_month(days, YEAR)
    assert len(months) == 12
    assert sum(month.talks for month in months) == len(days)


def test_an_empty_month_is_shown() -> None:
    period = Period(date(2026, 1, 15), date(2026, 3, 2))
    months = talks_by_month([date(2026, 3, 1)], period)
    assert [month.talks for month in months] == [0, 0, 1]
    assert months_between(period.first, period.last)[0] == date(2026, 1, 1)


@given(st.lists(DAYS, min_size=2, unique=True))
def test_no_pause_is_longer_than_the_longest(days: list[date]) -> None:
    gap = longest_gap(days)
    assert gap is not None
    assert not any(gap.after < day < gap.until for day in days)
    assert gap.days >= (max(days) - min(days)).days / (len(days) - 1)


def test_one_talk_has_no_pause() -> None:
    assert longest_gap([TODAY]) is None
    assert longest_gap([TODAY, TODAY]) is None


def test_of_two_equal_pauses_the_earlier_counts() -> None:
    days = [TODAY - timedelta(n) for n in (0, 7, 14)]
    assert longest_gap(days) == Gap(days[2], days[1])


def test_a_talk_without_length_is_unknown_and_not_nothing() -> None:
    talks = [session("s1", "2026-11-01", minutes=30), session("s2", "2026-11-02")]
    assert time_spent(talks) == TimeSpent(minutes=30, known=1, unknown=1)


def test_out_of_rhythm_is_more_days_than_agreed() -> None:
    last = TODAY - timedelta(14)
    assert not is_out_of_rhythm(last, 14, TODAY)
    assert is_out_of_rhythm(last, 13, TODAY)
    assert not is_out_of_rhythm(last, None, TODAY)
    assert not is_out_of_rhythm(None, 13, TODAY)
    assert days_since(None, TODAY) is None


def test_an_attempt_answered_in_the_room_ends_a_gap() -> None:
    talks = [session("s1", "2026-09-01"), session("s2", "2026-11-01")]
    answered = attempt("a1", "2026-10-01", "r1", "Asked", response="declined")
    unheard = attempt("a2", "2026-10-15", "r1", "Asked", response="no-answer")

    days = talk_days(talks, [answered, unheard])

    assert longest_gap(days) == Gap(date(2026, 10, 1), date(2026, 11, 1))
