"""A day in all its forms, for what is due and for every other plain day."""

import re
from datetime import date, datetime

from guidelog.dates.names import MONTH
from guidelog.dates.relative import read_relative, say_bare_length
from guidelog.dates.said import Said, check_reach, simplify, unreadable
from guidelog.dates.times import split_time
from guidelog.dates.written import read_written
from guidelog.errors import LongerThanADay, TimeNotKept, UnreadableDate

LONGER = (
    (r"\d{4}", "a year"),
    (r"(?:this|last|next) (?:month|quarter|year)|\d{4}-q[1-4]", "a longer time"),
    (rf"\d{{4}}-\d\d|{MONTH}(?: \d{{4}})?", "a month"),
    (r"this week|\d{4}-w\d\d", "a week"),
)


def read_due(text: str, now: datetime) -> date:
    """The day something is due: a bare weekday is the next one, 20 nov the next 20 Nov.

    A past day is taken where it is said as such. Raises WronglyCalled for what is
    unreadable, ambiguous, no day of the calendar, longer than a day, or has a time.
    """
    return read_plain_day(Said(text, now.date(), ahead=True))


def read_day(text: str, now: datetime) -> date:
    """Any plain day: a bare weekday is the latest one, 20 nov the latest 20 Nov.

    A day to come is taken where it is said as such; refuses as read_due does.
    """
    return read_plain_day(Said(text, now.date()))


def read_plain_day(said: Said) -> date:
    """The day of a text; raises TimeNotKept if it also says a time."""
    words, time = split_time(simplify(said))
    day = find_day(said, words)
    if time:
        raise TimeNotKept(text=said.text)
    return day


def find_day(said: Said, words: str) -> date:
    """The day that these words are, in whatever form."""
    day = read_written(said, words) or read_relative(said, words)
    if day is None:
        raise unknown_day(said, words)
    check_reach(said, day.year)
    return day


def unknown_day(said: Said, words: str) -> LongerThanADay | UnreadableDate:
    """The refusal of words that are no day: a longer time, or nothing known."""
    for pattern, what in LONGER:
        if re.fullmatch(pattern, words):
            return LongerThanADay(text=said.text, what=what, day=said.example)
    return unreadable(said, say_bare_length(words) or "2 weeks")
