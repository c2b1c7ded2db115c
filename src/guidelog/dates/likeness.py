"""Words that may be a day or anything else, as those behind a last "by"."""

import re
from datetime import date, datetime
from typing import Final

from guidelog.dates.days import read_due
from guidelog.dates.names import MONTHS, WEEKDAYS
from guidelog.dates.said import Said, simplify
from guidelog.dates.times import split_time
from guidelog.errors import LongerThanADay, TimeNotKept, UnreadableDate
from guidelog.near import nearest

_SURE: Final = (
    *(name.lower() for name in (*WEEKDAYS, *MONTHS)),
    *("today", "tomorrow", "tonight", "yesterday"),
)
_BESIDE: Final = (
    *("the", "of", "this", "next", "last", "end", "mid", "in", "early", "late", "on"),
    *("day", "days", "week", "weeks", "month", "months", "quarter", "year", "ago"),
)
_NUMBERS: Final = re.compile(r"\d{1,4}([/-]\d{1,2}){1,2}([/-]\d{1,4})?|\d+\.\d+\.\d*")
_BESIDE_NUMBER: Final = re.compile(r"\d{1,4}(st|nd|rd|th)?[.,]?")
_AS_LIKE: Final = 0.8
NEAR_YEARS: Final = 10
"""A bare number this near to the year is one; farther off it counts something."""


def find_due(text: str, now: datetime) -> date | None:
    """The day something is due; None where the words seem to mean no day at all.

    Raises what `read_due` raises where they seem to mean one.
    """
    try:
        return read_due(text, now)
    except UnreadableDate:
        if seems_day(text):
            raise
    except LongerThanADay:
        if not text.isdecimal() or abs(int(text) - now.year) <= NEAR_YEARS:
            raise
    except TimeNotKept:
        # "by noon" alone says no day, so none is lost
        if _says_day_too(text, now):
            raise
    return None


def seems_day(text: str) -> bool:
    """Whether words that can't be read seem to mean a day: 3/4, fridya, mid june."""
    words = text.lower().replace(",", " ").split()
    if any(_NUMBERS.fullmatch(word) for word in words):
        return True
    is_named = any(map(_is_nearly_named, words))
    return is_named and all(map(_may_stand_beside, words))


def _says_day_too(text: str, now: datetime) -> bool:
    words, _ = split_time(simplify(Said(text, now.date())))
    return words not in ("", "today")


def _is_nearly_named(word: str) -> bool:
    return bool(nearest(word.rstrip("."), _SURE, _AS_LIKE))


def _may_stand_beside(word: str) -> bool:
    return (
        word in _BESIDE
        or _BESIDE_NUMBER.fullmatch(word) is not None
        or _is_nearly_named(word)
    )
