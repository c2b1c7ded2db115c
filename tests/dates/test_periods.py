"""What a leader may type for a period, on Monday 23 November 2026."""

from datetime import date

import pytest

from guidelog.dates import Period, read_period
from guidelog.errors import (
    AmbiguousDate,
    ImpossibleDate,
    ReversedPeriod,
    TwoDigitYear,
    UnreadablePeriod,
    WronglyCalled,
    YearOutOfReach,
)

from .clocks import TODAY

TAKEN = {
    "2026": "2026-01-01..2026-12-31",
    "2999": "2999-01-01..2999-12-31",
    "2026-Q1": "2026-01-01..2026-03-31",
    "2026-q4": "2026-10-01..2026-12-31",
    "2026-10": "2026-10-01..2026-10-31",
    "2024-02": "2024-02-01..2024-02-29",
    "2026-W47": "2026-11-16..2026-11-22",
    "2020-W53": "2020-12-28..2021-01-03",
    "this week": "2026-11-23..2026-11-29",
    "last week": "2026-11-16..2026-11-22",
    "next week": "2026-11-30..2026-12-06",
    "this month": "2026-11-01..2026-11-30",
    "Last  Month": "2026-10-01..2026-10-31",
    "next month": "2026-12-01..2026-12-31",
    "this quarter": "2026-10-01..2026-12-31",
    "last quarter": "2026-07-01..2026-09-30",
    "next quarter": "2027-01-01..2027-03-31",
    "this year": "2026-01-01..2026-12-31",
    "last year": "2025-01-01..2025-12-31",
    "1d": "2026-11-23..2026-11-23",
    "90d": "2026-08-26..2026-11-23",
    "1m": "2026-11-01..2026-11-23",
    "12m": "2025-12-01..2026-11-23",
    "24m": "2024-12-01..2026-11-23",
    "ytd": "2026-01-01..2026-11-23",
    "today": "2026-11-23..2026-11-23",
    "yesterday": "2026-11-22..2026-11-22",
    "2026-11-20": "2026-11-20..2026-11-20",
    "20 nov": "2026-11-20..2026-11-20",
    "2026-01-01..2026-06-30": "2026-01-01..2026-06-30",
    "2026-01 .. 2026-06": "2026-01-01..2026-06-30",
    "2025-Q4..2026-Q1": "2025-10-01..2026-03-31",
    "2025..yesterday": "2025-01-01..2026-11-22",
    "2w ago..friday": "2026-11-09..2026-11-20",
    "20.10...20.11.": "2026-10-20..2026-11-20",
    "2026-11-20..2026-11-20": "2026-11-20..2026-11-20",
}
FISCAL = {
    (1, "FY27"): "2027-01-01..2027-12-31",
    (1, "FY27-Q4"): "2027-10-01..2027-12-31",
    (4, "FY27"): "2026-04-01..2027-03-31",
    (4, "fy2027"): "2026-04-01..2027-03-31",
    (4, "FY2027-Q1"): "2026-04-01..2026-06-30",
    (4, "FY27-Q4"): "2027-01-01..2027-03-31",
    (10, "FY27-Q2"): "2027-01-01..2027-03-31",
    (12, "FY27-Q1"): "2026-12-01..2027-02-28",
    (4, "2027"): "2027-01-01..2027-12-31",
    (4, "this year"): "2026-01-01..2026-12-31",
    (4, "FY26..FY27"): "2025-04-01..2027-03-31",
}
REFUSED: dict[str, type[WronglyCalled]] = {
    "": UnreadablePeriod,
    "all": UnreadablePeriod,
    "2026-Q5": UnreadablePeriod,
    "2026-Q0": UnreadablePeriod,
    "26": UnreadablePeriod,
    "nov": UnreadablePeriod,
    "0d": UnreadablePeriod,
    "0m": UnreadablePeriod,
    "-90d": UnreadablePeriod,
    "2w ago": UnreadablePeriod,
    "２０２６": UnreadablePeriod,
    "²d": UnreadablePeriod,
    "2026..٣ nov": UnreadablePeriod,
    "friday": UnreadablePeriod,
    "90": UnreadablePeriod,
    "2y": UnreadablePeriod,
    "90d x": UnreadablePeriod,
    "FY7": UnreadablePeriod,
    "FY27-Q5": UnreadablePeriod,
    "2026..": UnreadablePeriod,
    "..2026": UnreadablePeriod,
    "..": UnreadablePeriod,
    "2024..2025..2026": UnreadablePeriod,
    "2025...2026": UnreadablePeriod,
    "yesterday 15:00": UnreadablePeriod,
    "2026-13": ImpossibleDate,
    "2025-W53": ImpossibleDate,
    "2026-02-01..2026-02-30": ImpossibleDate,
    "03/04/2026..today": AmbiguousDate,
    "01.01.26..today": TwoDigitYear,
    "2026-06..2026-01": ReversedPeriod,
    "today..yesterday": ReversedPeriod,
    "1 nov..31 dec": ReversedPeriod,
    "0000": YearOutOfReach,
    "FY0000": YearOutOfReach,
    "9999m": YearOutOfReach,
}


@pytest.mark.parametrize(("typed", "days"), TAKEN.items())
def test_a_period_holds_both_its_ends(typed: str, days: str) -> None:
    assert str(read_period(typed, TODAY)) == days


@pytest.mark.parametrize(("start", "typed"), FISCAL)
def test_only_fy_follows_the_fiscal_year(start: int, typed: str) -> None:
    assert str(read_period(typed, TODAY, start)) == FISCAL[start, typed]


@pytest.mark.parametrize("typed", REFUSED)
def test_an_unreadable_period_never_widens(typed: str) -> None:
    with pytest.raises(REFUSED[typed]) as refused:
        read_period(typed, TODAY)
    assert f'"{typed}"' in refused.value.says


def test_a_fiscal_year_of_two_digits_is_of_this_century() -> None:
    assert read_period("FY99", TODAY).first == date(2099, 1, 1)


def test_the_day_after_is_outside() -> None:
    november = read_period("2026-11", TODAY)
    assert november == Period(date(2026, 11, 1), date(2026, 12, 1))
    assert november.last == date(2026, 11, 30)
    assert date(2026, 11, 1) in november
    assert date(2026, 11, 30) in november
    assert date(2026, 12, 1) not in november
    assert date(2026, 10, 31) not in november
