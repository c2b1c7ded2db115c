"""Lengths of talks in minutes, and rhythms in days."""

import re

from guidelog.errors import UnreadableDuration, UnreadableRhythm

LONGEST = 24 * 60
MINUTES = "(?:m|mins?|minutes?)"
HOURS = "(?:h|hrs?|hours?)"
LENGTHS = (
    rf"(?P<minutes>\d{{1,4}})(?: ?{MINUTES})?",
    rf"(?P<hours>\d{{1,2}})(?:[.,](?P<decimals>\d{{1,2}}))? ?{HOURS}",
    rf"(?P<hours>\d{{1,2}}) ?{HOURS} ?(?P<minutes>[0-5]?\d)(?: ?{MINUTES})?",
    r"(?P<hours>\d{1,2}):(?P<minutes>[0-5]\d)",
)

LONGEST_RHYTHM = 366
DAYS_IN = {"d": 1, "w": 7, "m": 30}
RHYTHM = r"(\d{1,3}) ?(d|days?|w|weeks?|m|months?)"
NAMED_RHYTHMS = {"daily": 1, "weekly": 7, "fortnightly": 14, "monthly": 30}


def read_minutes(text: str) -> int:
    """The minutes in 45, 45m, 1h30, 1h30m, 1.5h, 1:15 or "2 h 30 min".

    A bare number is minutes. Raises UnreadableDuration for anything else, for hours
    that are no whole minutes, for nothing and for more than 24 hours.
    """
    for pattern in LENGTHS:
        if found := re.fullmatch(pattern, text.strip().lower(), re.ASCII):
            minutes, rest = divmod(count_hundredths(**found.groupdict()), 100)
            if 0 < minutes <= LONGEST and not rest:
                return minutes
    raise UnreadableDuration(text=text)


def count_hundredths(
    hours: str = "0", decimals: str | None = None, minutes: str = "0"
) -> int:
    """The hundredths of a minute in hours with up to two decimals, and minutes."""
    hundredths_of_hours = int(hours) * 100 + int((decimals or "").ljust(2, "0"))
    return hundredths_of_hours * 60 + int(minutes) * 100


def say_minutes(minutes: int) -> str:
    """A length for people: "45 min", "2 h", "2 h 30 min"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def read_rhythm(text: str) -> int:
    """The days in 10d, 2w, 1m, "2 weeks", weekly, fortnightly or monthly.

    A month is 30 days: a rhythm is a wish, no date. Raises UnreadableRhythm for
    anything else, for nothing and for more than a year.
    """
    words = text.strip().lower()
    days = NAMED_RHYTHMS.get(words, 0)
    if found := re.fullmatch(RHYTHM, words, re.ASCII):
        days = int(found[1]) * DAYS_IN[found[2][0]]
    if not 0 < days <= LONGEST_RHYTHM:
        raise UnreadableRhythm(text=text)
    return days
