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
_SHORT: Final = frozenset(
    (*(name[:3].lower() for name in (*WEEKDAYS, *MONTHS)), "eod", "eow", "eom", "eoy")
)
_BESIDE: Final = (
    *("the", "of", "this", "next", "last", "end", "mid", "in", "early", "late", "on"),
    *("day", "days", "week", "weeks", "month", "months", "quarter", "year", "ago"),
    *("morning", "noon", "afternoon", "evening", "night"),
)
_ORDINAL: Final = re.compile(r"\d{1,2}(st|nd|rd|th)[.,]?")
_PART_OF_TIME: Final = re.compile(
    r".*\b(end|mid|early|late)\b.*\b(week|month|quarter|year)"
    r"|(the )?(month|quarter|year) end|week \d{1,2}"
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
    is_named = is_named or bool(_PART_OF_TIME.fullmatch(" ".join(words)))
    return is_named and all(map(_may_stand_beside, words))


def split_due(text: str, now: datetime) -> tuple[str, date | None]:
    """Take the day off the end of a step: "send it by friday"; None where none is.

    Raises what `find_due` raises.
    """
    what, by, when = f" {text}".rpartition(" by ")
    due_on = find_due(when, now) if by else None
    return (what.strip(), due_on) if due_on else (text, None)


def _says_day_too(text: str, now: datetime) -> bool:
    words, _ = split_time(simplify(Said(text, now.date())))
    return words not in ("", "today")


def _is_nearly_named(word: str) -> bool:
    bare = word.rstrip(".")
    is_short = bare in _SHORT or _ORDINAL.fullmatch(bare) is not None
    return is_short or bool(nearest(bare, _SURE, _AS_LIKE))


def _may_stand_beside(word: str) -> bool:
    return (
        word in _BESIDE
        or _BESIDE_NUMBER.fullmatch(word) is not None
        or _is_nearly_named(word)
    )
