"""Times of the day: 15:00, 3pm, noon, each with or without "at"; this morning, tonight.

Hours are of the 24-hour clock unless am or pm follows. Seconds may be typed and are
left off, since the record counts in minutes.
"""

import re

from guidelog.dates.said import Said
from guidelog.dates.zones import OFFSET, read_offset
from guidelog.errors import AmbiguousDate, ImpossibleDate

SECONDS = r"(?::[0-5]\d(?:\.\d+)?)?"
TIME = (
    rf"(?P<time>\d\d?:\d\d{SECONDS}(?: ?{OFFSET})?|\d\d?(?::\d\d)? ?[ap]m"
    r"|noon|midnight)"
)
ISO_DAY = r"(?P<day>\d{4}-\d\d-\d\d|\d{8}|\d{4}-w\d\d-\d)"
DAY_AND_TIME = (
    rf"{ISO_DAY}t(?=\d\d:){TIME}",
    rf"(?P<day>)(?:at )?{TIME}",
    rf"(?P<day>.+?) (?:at )?{TIME}",
    rf"(?:at )?{TIME} (?:on )?(?P<day>.+)",
    r"(?:(?P<day>.+) )?at (?P<time>0?[1-9]|1[0-2])",
)
ON_THE_CLOCK = (
    rf"(?P<hour>\d\d?)(?::(?P<minute>\d\d))?{SECONDS}"
    rf" ?(?:(?P<half>[ap]m)|(?P<offset>{OFFSET}))?"
)
HOURS_OF = {
    "this morning": range(12),
    "this afternoon": range(12, 18),
    "this evening": range(17, 24),
    "tonight": range(17, 24),
}


def split_time(words: str) -> tuple[str, str]:
    """The words of the day, "today" where none are said, and the words of the time."""
    if words == "now":
        return "today", "now"
    for pattern in DAY_AND_TIME:
        if found := re.fullmatch(pattern, words):
            return found["day"] or "today", found["time"]
    return words, ""


def read_time(said: Said, words: str) -> tuple[str, str | None]:
    """The time as HH:MM, and its offset as +HH:MM where one is said."""
    if words == "noon":
        return "12:00", None
    found = re.fullmatch(ON_THE_CLOCK, words)
    if not found or not (found["minute"] or found["half"]):
        raise undecided_time(said, words)
    hour, minute = read_hour(found["hour"], found["half"]), found["minute"] or "00"
    if hour is None or minute > "59":
        example = "a time from 00:00 to 23:59"
        raise ImpossibleDate(text=said.text, what=words, example=example)
    offset = found["offset"]
    return f"{hour:02}:{minute}", read_offset(said, offset) if offset else None


def read_hour(digits: str, half: str | None) -> int | None:
    """The hour, 0 to 23, of digits with am, pm or neither; none if there is none."""
    hour = int(digits)
    if half is None:
        return hour if hour <= 23 else None
    return hour % 12 + 12 * (half == "pm") if 1 <= hour <= 12 else None


def undecided_time(said: Said, words: str) -> AmbiguousDate:
    """The refusal of midnight, which is at both ends of a day, and of a bare hour."""
    if words == "midnight":
        ends = {"first": "the beginning of that day", "second": "its end"}
        return AmbiguousDate(text=said.text, example="00:00 or 23:59", **ends)
    hour = int(words) % 12
    first, second = f"{hour:02}:00", f"{hour + 12}:00"
    example = f"{first} or {second}"
    return AmbiguousDate(text=said.text, first=first, second=second, example=example)


def check_part_of_day(said: Said, words: str, time: str) -> None:
    """Raise ImpossibleDate for "this morning 15:00": the words don't agree."""
    if words in HOURS_OF and int(time[:2]) not in HOURS_OF[words]:
        what, example = f"{time} in that part of the day", f'"today {time}"'
        raise ImpossibleDate(text=said.text, what=what, example=example)


def first_time_of(words: str) -> str:
    """When the part of the day in these words begins, HH:MM; of a whole day 00:00."""
    return f"{HOURS_OF[words][0]:02}:00" if words in HOURS_OF else "00:00"
