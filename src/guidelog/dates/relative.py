"""Days told from today: yesterday, friday, friday next week, 2w ago, end of month.

A bare weekday is the latest one for what happened (today, if it is today's) and the
next one after today for what is due. Weeks begin on Monday. Where two people would
count "last friday" or "next friday" differently, both days are named and neither taken.
"""

import re
from datetime import date, timedelta

from guidelog.dates.names import (
    NUMBER,
    WEEKDAY,
    number_of_word,
    weekday_of_name,
)
from guidelog.dates.said import (
    Forms,
    Found,
    Said,
    make_day,
    month_start,
    read_form,
    undecided_between,
)
from guidelog.errors import AmbiguousDate

DAYS_AWAY = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "today": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "tonight": 0,
    "tomorrow": 1,
    "the day after tomorrow": 2,
    "last week": -7,
    "next week": 7,
}
STEPS = {"last": -1, "this": 0, "next": 1}
DAYS_IN = {"d": 1, "w": 7, "f": 14}
MONTHS_IN = {"m": 1, "y": 12}
WRITTEN_OUT = {"d": "day", "w": "week", "f": "fortnight", "m": "month", "y": "year"}


def read_relative(said: Said, words: str) -> date | None:
    """The day these words tell from today; none if they are of another form."""
    if words in DAYS_AWAY:
        return said.today + timedelta(days=DAYS_AWAY[words])
    return read_form(FORMS, said, words)


def say_bare_length(words: str) -> str:
    """A length without "in" or "ago", written out: 2w is 2 weeks; empty if none.

    It is taken for no day: "cut the backlog by 2 weeks" says by how much, not by when.
    """
    found = re.fullmatch(f"{COUNT} ?{UNIT}", words)
    if not found:
        return ""
    count, unit = number_of_word(found["count"]), WRITTEN_OUT[found["unit"][0]]
    return f"{count} {unit}{'' if count == 1 else 's'}"


def bare_weekday(said: Said, found: Found) -> date:
    """The weekday nearest in the way the reading looks."""
    weekday = weekday_of_name(found["weekday"])
    return coming(said.today, weekday) if said.ahead else latest(said.today, weekday)


def latest(day: date, weekday: int) -> date:
    """The last such weekday up to a day, that day included."""
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def coming(day: date, weekday: int) -> date:
    """The first such weekday after a day."""
    return latest(day, weekday) + timedelta(days=7)


def weekday_of_week(said: Said, found: Found) -> date:
    """That weekday of last, this or next week."""
    monday = latest(said.today, 0)
    weekday = weekday_of_name(found["weekday"])
    return monday + timedelta(weeks=STEPS[found["which"]], days=weekday)


def chosen_weekday(said: Said, found: Found) -> date:
    """The last, this or next such weekday; AmbiguousDate where people would differ."""
    of_week, nearest = weekday_of_week(said, found), nearest_weekday(said, found)
    if of_week != nearest:
        raise undecided_between(said, nearest, of_week)
    return of_week


def nearest_weekday(said: Said, found: Found) -> date:
    """The weekday for those who count from today and not by weeks."""
    weekday = weekday_of_name(found["weekday"])
    if found["which"] == "last":
        return latest(said.today - timedelta(days=1), weekday)
    if found["which"] == "next":
        return coming(said.today, weekday)
    of_week = weekday_of_week(said, found)
    gone_by = said.ahead and of_week < said.today
    return coming(said.today, weekday) if gone_by else of_week


def shifted_day(said: Said, found: Found) -> date:
    """Today moved by days, weeks, fortnights, months or years."""
    unit, count = found["unit"], number_of_word(found["count"])
    if unit == "m":
        readings = {"first": f"{count} months", "second": f"{count} minutes"}
        example = '"2 months ago" or "in 2 months"'
        raise AmbiguousDate(text=said.text, example=example, **readings)
    count = -count if found.groupdict().get("back") else count
    if unit[0] in MONTHS_IN:
        return shift_months(said, count * MONTHS_IN[unit[0]])
    return said.today + timedelta(days=count * DAYS_IN[unit[0]])


def shift_months(said: Said, months: int) -> date:
    """Today's day so many months on; raises ImpossibleDate if there is none."""
    years, index = divmod(said.today.month - 1 + months, 12)
    return make_day(said, said.today.year + years, index + 1, said.today.day)


def end_of_month(said: Said, found: Found) -> date:
    """The last day of this, last or next month."""
    next_one = said.today.month + STEPS[found["which"] or "this"] + 1
    return month_start(said.today.year, next_one) - timedelta(days=1)


def end_of_year(said: Said, found: Found) -> date:
    """The last day of this, last or next year."""
    return make_day(said, said.today.year + STEPS[found["which"] or "this"], 12, 31)


def end_of_week(said: Said, found: Found) -> date:
    """Refuse the end of a week, Friday for some and Sunday for others."""
    monday = latest(said.today, 0) + timedelta(weeks=STEPS[found["which"] or "this"])
    friday, sunday = monday + timedelta(days=4), monday + timedelta(days=6)
    raise undecided_between(said, friday, sunday)


NAMED = f"(?P<weekday>{WEEKDAY})"
WHICH = "(?P<which>last|this|next)"
COUNT = f"(?P<count>{NUMBER})"
UNIT = "(?P<unit>d(?:ays?)?|w(?:eeks?)?|fortnights?|m(?:onths?)?|y(?:ears?)?)"
END = f"end of (?:the |{WHICH} )?"

FORMS: Forms[date] = (
    (NAMED, bare_weekday),
    (f"{WHICH} {NAMED}", chosen_weekday),
    (f"{NAMED} {WHICH} week", weekday_of_week),
    (f"{COUNT} ?{UNIT} (?P<back>ago)", shifted_day),
    (f"in {COUNT} ?{UNIT}", shifted_day),
    (rf"(?:(?P<back>-)|\+)(?P<count>\d{{1,4}}){UNIT}", shifted_day),
    (f"{END}month", end_of_month),
    (f"{END}year", end_of_year),
    (f"{END}week", end_of_week),
)
