"""What was typed as a day, from where it is read, and how its numbers become a day."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from guidelog.dates.names import MONTHS, say_day
from guidelog.errors import (
    AmbiguousDate,
    ImpossibleDate,
    UnreadableDate,
    UnreadableDue,
    YearOutOfReach,
)

FIRST_YEAR, LAST_YEAR = 1970, 2999


@dataclass(frozen=True, slots=True)
class Said:
    """A text, the day it is typed on, and whether bare words look ahead of that day."""

    text: str
    today: date
    ahead: bool = False

    @property
    def example(self) -> date:
        """A day such as could be meant: today, or one to come."""
        return self.today + timedelta(weeks=2) if self.ahead else self.today


Found = re.Match[str]
Read = TypeVar("Read")
Forms = tuple[tuple[str, Callable[[Said, Found], Read]], ...]
"""Patterns of whole texts, each with what makes a day or a period of its groups."""


def read_form(forms: Forms[Read], said: Said, words: str) -> Read | None:
    """What the first form that fits all of the words makes of them, or none."""
    for pattern, read in forms:
        if found := re.fullmatch(pattern, words):
            return read(said, found)
    return None


def simplify(said: Said) -> str:
    """The text in lower case with single spaces; raises UnreadableDate outside ASCII.

    A digit of another script or a full-width letter may not mean what it looks like.
    """
    if not said.text.isascii():
        raise unreadable(said)
    return " ".join(said.text.lower().split())


def unreadable(said: Said, length: str = "2 weeks") -> UnreadableDate:
    """The refusal of words that are no day, with what lies where the reading looks."""
    if said.ahead:
        return UnreadableDue(text=said.text, length=length, day=said.example)
    return UnreadableDate(text=said.text)


def make_day(said: Said, year: int, month: int, day: int) -> date:
    """The day of these numbers; raises ImpossibleDate if there is no such day."""
    check_reach(said, year)
    if not 1 <= month <= 12:
        what, example = f"month {month}", "a month from 1 to 12"
        raise ImpossibleDate(text=said.text, what=what, example=example)
    longest = (month_start(year, month + 1) - timedelta(days=1)).day
    if not 1 <= day <= longest:
        # only February is not the same every year
        name = f"February {year}" if month == 2 else MONTHS[month - 1]
        what, example = f"{day} {name}", f"a day from 1 to {longest} {name}"
        raise ImpossibleDate(text=said.text, what=what, example=example)
    return date(year, month, day)


def month_start(year: int, month: int) -> date:
    """The first day of a month; months past 12 or below 1 count over."""
    years, index = divmod(month - 1, 12)
    return date(year + years, index + 1, 1)


def check_reach(said: Said, year: int) -> None:
    """Raise YearOutOfReach for a year that can only be a slip of the finger."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        reach = {"first": FIRST_YEAR, "last": LAST_YEAR}
        raise YearOutOfReach(text=said.text, year=year, **reach)


def undecided_between(said: Said, one: date, other: date) -> AmbiguousDate:
    """The refusal of words that some would read as one day and some as another."""
    return AmbiguousDate(
        text=said.text,
        first=say_day(one, said.today),
        second=say_day(other, said.today),
        example=f"{one} or {other}",
    )
