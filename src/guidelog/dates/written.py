"""Days written out: 2026-11-20, 20.11.2026, 20 nov, nov 20, 2025, 2026-W47-5.

A day without its year is the nearest one: up to today for what happened, from today on
for what is due. 29 February is looked for in that year only, never further off.
"""

from datetime import date, timedelta

from guidelog.dates.names import (
    MONTH,
    WEEKDAY,
    month_of_name,
    say_day,
    say_weekday,
    weekday_of_name,
)
from guidelog.dates.said import (
    Forms,
    Found,
    Said,
    check_reach,
    make_day,
    read_form,
    undecided_between,
)
from guidelog.errors import ImpossibleDate, TwoDigitYear, WrongWeekday


def read_written(said: Said, words: str) -> date | None:
    """The day these words write out; none if they are of another form."""
    return read_form(FORMS, said, words)


def numbered_day(said: Said, found: Found) -> date:
    """The day of the groups m, d and, where it is there, y."""
    month = int(found["m"]) if found["m"].isdecimal() else month_of_name(found["m"])
    day, year = int(found["d"]), found.groupdict().get("y")
    return make_day(
        said, int(year) if year else near_year(said, month, day), month, day
    )


def near_year(said: Said, month: int, day: int) -> int:
    """The year in which a month and day lie nearest, in the way the reading looks."""
    typed, this = (month, day), (said.today.month, said.today.day)
    if said.ahead:
        return said.today.year + (typed < this)
    return said.today.year - (typed > this)


def undecided_day(said: Said, found: Found) -> date:
    """The day of 20/11/2026; raises AmbiguousDate if either number can be the month."""
    one, two, year = int(found["one"]), int(found["two"]), int(found["y"])
    if one > 12 or one == two:
        return make_day(said, year, two, one)
    month_first = make_day(said, year, one, two)
    if two > 12:
        return month_first
    day_first = make_day(said, year, two, one)
    raise undecided_between(said, day_first, month_first)


def numbered_week_day(said: Said, found: Found) -> date:
    """The day of 2026-W47-5; raises ImpossibleDate for a weekday past 7."""
    monday = monday_of_week(said, int(found["y"]), int(found["w"]))
    weekday = int(found["n"])
    if not 1 <= weekday <= 7:
        example = f"{found['y']}-W{found['w']}-5, a weekday from 1 to 7"
        raise ImpossibleDate(text=said.text, what=f"day {weekday}", example=example)
    return monday + timedelta(days=weekday - 1)


def monday_of_week(said: Said, year: int, week: int) -> date:
    """The Monday of an ISO week; raises ImpossibleDate if the year has no such week."""
    check_reach(said, year)
    try:
        return date.fromisocalendar(year, week, 1)
    except ValueError:
        # 28 December always lies in the last one
        last = date(year, 12, 28).isocalendar().week
        what, example = f"week {week} of {year}", f"a week from 01 to {last}"
        raise ImpossibleDate(text=said.text, what=what, example=example) from None


def day_with_weekday(said: Said, found: Found) -> date | None:
    """A written day after its weekday; raises WrongWeekday if they don't agree."""
    day = read_written(said, found["rest"])
    if day and day.weekday() != weekday_of_name(found["weekday"]):
        facts = {"day": say_day(day, said.today), "weekday": say_weekday(day)}
        raise WrongWeekday(text=said.text, **facts)
    return day


def short_year(said: Said, _found: Found) -> date:
    """Refuse a year of two digits, which leaves the century and the order open."""
    raise TwoDigitYear(text=said.text)


YEAR, DAY = r"(?P<y>\d{4})", r"(?P<d>\d\d?)"
ORDINAL = rf"{DAY}(?:st|nd|rd|th)?"
NAMED_MONTH = rf"(?P<m>{MONTH})\.?"

FORMS: Forms[date | None] = (
    (rf"{YEAR}([-/])(?P<m>\d\d?)\2{DAY}", numbered_day),
    (rf"{YEAR}(?P<m>\d\d)(?P<d>\d\d)", numbered_day),
    (rf"{DAY}\. ?(?P<m>\d\d?)\.(?: ?{YEAR})?", numbered_day),
    (rf"{ORDINAL}\.?[ -](?:of )?{NAMED_MONTH}(?:,?[ -]{YEAR})?", numbered_day),
    (rf"{NAMED_MONTH} {ORDINAL}(?:,? {YEAR})?", numbered_day),
    (rf"(?P<one>\d\d?)([-/])(?P<two>\d\d?)\2{YEAR}", undecided_day),
    (rf"{YEAR}-w(?P<w>\d\d)-(?P<n>\d)", numbered_week_day),
    (rf"(?P<weekday>{WEEKDAY}),? (?P<rest>(?:\d|{MONTH}).+)", day_with_weekday),
    (r"\d\d?([-/.])\d\d?\1'?\d\d", short_year),
    (rf"{ORDINAL}\.?[ -](?:of )?{NAMED_MONTH},?[ -]'?\d\d", short_year),
    (rf"{NAMED_MONTH} {ORDINAL},? '?\d\d", short_year),
)
