"""Periods: 2026, 2026-Q4, last month, 90d, ytd, FY27, 2026-01-01..2026-06-30.

90d is today and the 89 days before, 12m this month up to today and the eleven months
before. Only FY follows the fiscal year; other years and quarters are of the calendar.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from guidelog.dates.days import find_day
from guidelog.dates.relative import STEPS, latest
from guidelog.dates.said import (
    Forms,
    Found,
    Said,
    check_reach,
    make_day,
    month_start,
    read_form,
    simplify,
)
from guidelog.dates.written import monday_of_week, read_written
from guidelog.errors import (
    LongerThanADay,
    ReversedPeriod,
    UnreadableDate,
    UnreadablePeriod,
)

A_DAY = timedelta(days=1)
LONE_DAYS = ("today", "yesterday")
MONTHS_IN = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True, slots=True)
class Period:
    """The days from the first up to, and without, the day after."""

    first: date
    after: date

    @property
    def last(self) -> date:
        """The last day that belongs to the period."""
        return self.after - A_DAY

    def __contains__(self, day: date) -> bool:
        """Whether a day belongs to the period."""
        return self.first <= day < self.after

    def __str__(self) -> str:
        """The period as it can be typed: 2026-01-01..2026-06-30."""
        return f"{self.first}..{self.last}"


def read_period(text: str, today: date, fiscal_start: int = 1) -> Period:
    """The period of a text; fiscal_start is the month, 1 to 12, the fiscal year begins.

    FY27 is the fiscal year that ends in 2027. Raises UnreadablePeriod for what is
    unknown or empty, ReversedPeriod for an end before the beginning, and refuses days
    as read_day does.
    """
    said = Said(text, today)
    try:
        words = simplify(said)
        ends = re.fullmatch(r"(.+)\.\.(.+)", words)
        if not ends:
            return read_alone(said, words, fiscal_start)
        return read_between(said, ends, fiscal_start)
    except (UnreadableDate, LongerThanADay):
        raise UnreadablePeriod(text=text) from None


def read_between(said: Said, ends: Found, fiscal_start: int) -> Period:
    """The period from one end to the other. Raises ReversedPeriod."""
    begin = read_end(said, ends[1].strip(), fiscal_start)
    end = read_end(said, ends[2].strip(), fiscal_start)
    if end.last < begin.first:
        raise ReversedPeriod(text=said.text, first=begin.first, last=end.last)
    return Period(begin.first, end.after)


def read_alone(said: Said, words: str, fiscal_start: int) -> Period:
    """The period in words without "..", or a single day that is written out."""
    # "2w ago" or "friday" alone could be that day or all the days since
    if words in LONE_DAYS:
        return day_alone(find_day(said, words))
    if period := read_named(said, words, fiscal_start):
        return period
    if day := read_written(said, words):
        return day_alone(day)
    raise UnreadablePeriod(text=said.text)


def read_end(said: Said, words: str, fiscal_start: int) -> Period:
    """The period, or the day in whatever form, at one end of ".."."""
    if period := read_named(said, words, fiscal_start):
        return period
    return day_alone(find_day(said, words))


def read_named(said: Said, words: str, fiscal_start: int) -> Period | None:
    """The period of these words; none if they are a day or nothing known."""
    return read_form(FORMS, said, words) or read_fiscal(said, words, fiscal_start)


def day_alone(day: date) -> Period:
    """The period of one day."""
    return Period(day, day + A_DAY)


def months_from(said: Said, year: int, month: int, count: int) -> Period:
    """So many whole months from this one on; months past 12 or below 1 count over."""
    check_reach(said, year)
    return Period(month_start(year, month), month_start(year, month + count))


def calendar_year(said: Said, found: Found) -> Period:
    """1 January to 31 December."""
    return months_from(said, int(found["y"]), 1, 12)


def calendar_quarter(said: Said, found: Found) -> Period:
    """Three months, Q1 from January."""
    return months_from(said, int(found["y"]), int(found["q"]) * 3 - 2, 3)


def calendar_month(said: Said, found: Found) -> Period:
    """One month; raises ImpossibleDate for month 13."""
    first = make_day(said, int(found["y"]), int(found["m"]), 1)
    return months_from(said, first.year, first.month, 1)


def calendar_week(said: Said, found: Found) -> Period:
    """An ISO week, Monday to Sunday."""
    monday = monday_of_week(said, int(found["y"]), int(found["w"]))
    return Period(monday, monday + timedelta(weeks=1))


def near_week(said: Said, found: Found) -> Period:
    """Last, this or next week, whole."""
    monday = latest(said.today, 0) + timedelta(weeks=STEPS[found["which"]])
    return Period(monday, monday + timedelta(weeks=1))


def near_months(said: Said, found: Found) -> Period:
    """Last, this or next month, quarter or year of the calendar, whole."""
    length = MONTHS_IN[found["unit"]]
    begins = (said.today.month - 1) // length * length + 1
    step = STEPS[found["which"]] * length
    return months_from(said, said.today.year, begins + step, length)


def counted_back(said: Said, found: Found) -> Period:
    """So many days or months up to today, the present one counted."""
    earlier = int(found["count"]) - 1
    if earlier < 0:
        raise UnreadablePeriod(text=said.text)
    if found["unit"] == "m":
        first = month_start(said.today.year, said.today.month - earlier)
    else:
        first = said.today - earlier * A_DAY
    check_reach(said, first.year)
    return Period(first, said.today + A_DAY)


def year_to_date(said: Said, _found: Found) -> Period:
    """1 January up to today."""
    return Period(said.today.replace(month=1, day=1), said.today + A_DAY)


def read_fiscal(said: Said, words: str, fiscal_start: int) -> Period | None:
    """The fiscal year of FY27, or a quarter of it; none if the words are other."""
    found = re.fullmatch(r"fy(?P<y>\d\d|\d{4})(?:-q(?P<q>[1-4]))?", words)
    if not found:
        return None
    ends_in = int(found["y"]) + (2000 if len(found["y"]) == 2 else 0)
    begins_in = ends_in if fiscal_start == 1 else ends_in - 1
    if not found["q"]:
        return months_from(said, begins_in, fiscal_start, 12)
    return months_from(said, begins_in, fiscal_start + int(found["q"]) * 3 - 3, 3)


YEAR = r"(?P<y>\d{4})"
WHICH = "(?P<which>last|this|next)"

FORMS: Forms[Period] = (
    (YEAR, calendar_year),
    (rf"{YEAR}-q(?P<q>[1-4])", calendar_quarter),
    (rf"{YEAR}-(?P<m>\d\d)", calendar_month),
    (rf"{YEAR}-w(?P<w>\d\d)", calendar_week),
    (f"{WHICH} week", near_week),
    (f"{WHICH} (?P<unit>month|quarter|year)", near_months),
    (r"(?P<count>\d{1,4})(?P<unit>[dm])", counted_back),
    ("ytd", year_to_date),
)
