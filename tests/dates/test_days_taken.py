"""What a leader may type for a day, on a Monday, and the day it is taken for."""

from datetime import date, datetime

import pytest

from guidelog.dates import Moment, read_day, read_due, read_past

from .clocks import NOW

WRITTEN = {
    "2026-11-20": "2026-11-20",
    "2026-1-5": "2026-01-05",
    "20261120": "2026-11-20",
    "2026/11/20": "2026-11-20",
    "20.11.2026": "2026-11-20",
    "5.1.2026": "2026-01-05",
    "20. 11. 2026": "2026-11-20",
    "20.11.": "2026-11-20",
    "20. 11.": "2026-11-20",
    "20 nov": "2026-11-20",
    "20 Nov 2025": "2025-11-20",
    "20 november, 2025": "2025-11-20",
    "20. nov. 2025": "2025-11-20",
    "20-Nov-2025": "2025-11-20",
    "20th of November": "2026-11-20",
    "1st sept": "2026-09-01",
    "nov 20": "2026-11-20",
    "nov 20, 2025": "2025-11-20",
    "November 3rd 2025": "2025-11-03",
    "29 feb 2024": "2024-02-29",
    "20/11/2025": "2025-11-20",
    "11/20/2025": "2025-11-20",
    "20-11-2025": "2025-11-20",
    "04/04/2026": "2026-04-04",
    "2026-W47-5": "2026-11-20",
    "2020-w53-7": "2021-01-03",
    "Fri 20 Nov": "2026-11-20",
    "friday, 20 nov 2026": "2026-11-20",
    "fri 2026-11-20": "2026-11-20",
}
PAST = {
    "today": "2026-11-23",
    "  Today ": "2026-11-23",
    "yesterday": "2026-11-22",
    "the day before yesterday": "2026-11-21",
    "mon": "2026-11-23",
    "monday": "2026-11-23",
    "tue": "2026-11-17",
    "tues": "2026-11-17",
    "weds": "2026-11-18",
    "thurs": "2026-11-19",
    "Friday": "2026-11-20",
    "sunday": "2026-11-22",
    "last friday": "2026-11-20",
    "last monday": "2026-11-16",
    "this monday": "2026-11-23",
    "friday last week": "2026-11-20",
    "2d ago": "2026-11-21",
    "-2d": "2026-11-21",
    "2 days ago": "2026-11-21",
    "two weeks ago": "2026-11-09",
    "a week ago": "2026-11-16",
    "a fortnight ago": "2026-11-09",
    "1 month ago": "2026-10-23",
    "a year ago": "2025-11-23",
    "-1y": "2025-11-23",
    "0d ago": "2026-11-23",
    "last week": "2026-11-16",
    "end of last month": "2026-10-31",
    "end of last year": "2025-12-31",
    "this morning": "2026-11-23",
    "this afternoon": "2026-11-23",
    "20 dec": "2025-12-20",
    "23 nov": "2026-11-23",
    "31.12.": "2025-12-31",
}
TIMED = {
    "now": "2026-11-23T16:30+01:00",
    "15:00": "2026-11-23T15:00+01:00",
    "at 15:00": "2026-11-23T15:00+01:00",
    "9:05": "2026-11-23T09:05+01:00",
    "3pm": "2026-11-23T15:00+01:00",
    "3:45 PM": "2026-11-23T15:45+01:00",
    "12am": "2026-11-23T00:00+01:00",
    "12pm": "2026-11-23T12:00+01:00",
    "noon": "2026-11-23T12:00+01:00",
    "at noon": "2026-11-23T12:00+01:00",
    "yesterday 15:00": "2026-11-22T15:00+01:00",
    "yesterday at 3pm": "2026-11-22T15:00+01:00",
    "3pm yesterday": "2026-11-22T15:00+01:00",
    "at noon on friday": "2026-11-20T12:00+01:00",
    "friday at noon": "2026-11-20T12:00+01:00",
    "20 nov 15:00": "2026-11-20T15:00+01:00",
    "20.11. 15:00": "2026-11-20T15:00+01:00",
    "nov 20, 2025 at 9am": "2025-11-20T09:00+01:00",
    "-2d 15:00": "2026-11-21T15:00+01:00",
    "this morning 9:00": "2026-11-23T09:00+01:00",
    "this morning at 9am": "2026-11-23T09:00+01:00",
    "2026-11-20 15:00": "2026-11-20T15:00+01:00",
    "2026-11-20T15:00": "2026-11-20T15:00+01:00",
    "2026-11-20T15:00:59": "2026-11-20T15:00+01:00",
    "2026-11-20T15:00:00.000Z": "2026-11-20T15:00+00:00",
    "2026-11-20T15:00-05:00": "2026-11-20T15:00-05:00",
    "2026-11-20 15:00 +0530": "2026-11-20T15:00+05:30",
    "20261120T15:00": "2026-11-20T15:00+01:00",
    "2026-W47-5T15:00": "2026-11-20T15:00+01:00",
    "yesterday 02:30+14:00": "2026-11-22T02:30+14:00",
}
DUE = {
    "today": "2026-11-23",
    "tomorrow": "2026-11-24",
    "the day after tomorrow": "2026-11-25",
    "tonight": "2026-11-23",
    "friday": "2026-11-27",
    "fri": "2026-11-27",
    "monday": "2026-11-30",
    "this friday": "2026-11-27",
    "next monday": "2026-11-30",
    "friday next week": "2026-12-04",
    "friday this week": "2026-11-27",
    "next week": "2026-11-30",
    "in two weeks": "2026-12-07",
    "in 3 days": "2026-11-26",
    "in a month": "2026-12-23",
    "in 12 months": "2027-11-23",
    "+2w": "2026-12-07",
    "+0d": "2026-11-23",
    "end of month": "2026-11-30",
    "end of the month": "2026-11-30",
    "end of next month": "2026-12-31",
    "end of year": "2026-12-31",
    "24 nov": "2026-11-24",
    "23 nov": "2026-11-23",
    "22 nov": "2027-11-22",
    "31.12.": "2026-12-31",
    "Thu 3 Dec": "2026-12-03",
    "2026-11-20": "2026-11-20",
    "yesterday": "2026-11-22",
    "last friday": "2026-11-20",
}


@pytest.mark.parametrize(("typed", "day"), WRITTEN.items())
def test_a_written_day_is_that_day_for_what_happened(typed: str, day: str) -> None:
    assert read_past(typed, NOW) == Moment(date.fromisoformat(day))


@pytest.mark.parametrize(("typed", "day"), PAST.items())
def test_bare_words_look_back_for_what_happened(typed: str, day: str) -> None:
    assert read_past(typed, NOW) == Moment(date.fromisoformat(day))
    assert read_day(typed, NOW) == date.fromisoformat(day)


@pytest.mark.parametrize(("typed", "moment"), TIMED.items())
def test_a_time_is_kept_with_its_offset(typed: str, moment: str) -> None:
    assert str(read_past(typed, NOW)) == moment


@pytest.mark.parametrize(("typed", "day"), DUE.items())
def test_bare_words_look_ahead_for_what_is_due(typed: str, day: str) -> None:
    assert read_due(typed, NOW) == date.fromisoformat(day)


def test_any_plain_day_may_lie_ahead_if_it_is_said_so() -> None:
    assert read_day("tomorrow", NOW) == date(2026, 11, 24)
    assert read_day("2027-01-01", NOW) == date(2027, 1, 1)


@pytest.mark.parametrize("now", ["2026-11-26T09:00+01:00", "2026-11-29T09:00+01:00"])
def test_this_weekday_gone_by_is_that_of_this_week(now: str) -> None:
    wednesday = read_past("this wednesday", datetime.fromisoformat(now))
    assert wednesday == Moment(date(2026, 11, 25))


def test_a_day_without_a_time_stays_a_day() -> None:
    assert read_past("yesterday", NOW).time is None
    assert str(read_past("yesterday", NOW)) == "2026-11-22"
