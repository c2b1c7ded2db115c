"""Which backups stay: laws that hold for any days a leader may have written on."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from guidelog.storage.backups import kept_days

DAYS = st.sets(st.dates(date(2025, 12, 1), date(2026, 3, 31)))


@given(DAYS)
def test_what_is_kept_is_seven_days_and_at_most_four_weeks(days: set[date]) -> None:
    kept = kept_days(days)
    assert kept <= days
    assert set(sorted(days)[-7:]) <= kept
    assert min(len(days), 7) <= len(kept) <= 11


@given(DAYS)
def test_keeping_day_by_day_keeps_what_looking_once_would_keep(
    days: set[date],
) -> None:
    kept: set[date] = set()
    for day in sorted(days):
        kept = kept_days(kept | {day})
    assert kept == kept_days(days)


@given(DAYS)
def test_no_two_of_the_weekly_backups_are_of_one_week(days: set[date]) -> None:
    weekly = kept_days(days) - set(sorted(days)[-7:])
    assert len({day.isocalendar()[:2] for day in weekly}) == len(weekly)
