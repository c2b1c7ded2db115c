"""Offsets from UTC: as they are typed, and what local clocks show on that day."""

from datetime import datetime, timedelta

from guidelog.dates import clock
from guidelog.dates.names import say_day
from guidelog.dates.said import Said
from guidelog.errors import AmbiguousDate, ImpossibleDate

OFFSET = r"(?:z|[+-]\d\d:?\d\d)"
FURTHEST_WEST, FURTHEST_EAST = -12 * 60, 14 * 60


def read_offset(said: Said, words: str) -> str:
    """An offset as +HH:MM; raises ImpossibleDate where no zone lies so far out."""
    if words == "z":
        return "+00:00"
    hours, minutes = int(words[1:3]), int(words[-2:])
    signed = (hours * 60 + minutes) * (-1 if words[0] == "-" else 1)
    if minutes > 59 or not FURTHEST_WEST <= signed <= FURTHEST_EAST:
        what, example = f"offset {words}", "15:00+01:00, from -12:00 to +14:00"
        raise ImpossibleDate(text=said.text, what=what, example=example)
    return say_offset(timedelta(minutes=signed))


def say_offset(offset: timedelta) -> str:
    """An offset from UTC as +HH:MM."""
    minutes = round(offset.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}"


def local_offset(said: Said, wall: datetime) -> str:
    """The offset local clocks are at when they show this day and time, as +HH:MM.

    Raises ImpossibleDate for a time they skip in spring and AmbiguousDate for one they
    show twice in autumn, each with the two moments that could be meant.
    """
    before, after = clock.offsets_around(wall)
    shown = [offset for offset in (before, after) if clock.has_shown(wall, offset)]
    if not shown:
        raise skipped_time(said, wall, before, after)
    if len(shown) == 2 and before != after:
        raise doubled_time(said, wall, before, after)
    return say_offset(shown[0])


def skipped_time(
    said: Said, wall: datetime, before: timedelta, after: timedelta
) -> ImpossibleDate:
    """The refusal of a time that the clocks jump over when they are changed."""
    jump = after - before
    what = f"{wall:%H:%M} on {say_day(wall.date(), said.today)}, the clocks go past it"
    early, late = say_moment(wall - jump, before), say_moment(wall + jump, after)
    return ImpossibleDate(text=said.text, what=what, example=f"{early} or {late}")


def doubled_time(
    said: Said, wall: datetime, before: timedelta, after: timedelta
) -> AmbiguousDate:
    """The refusal of a time that the clocks show once more after they are changed."""
    first, second = say_moment(wall, before), say_moment(wall, after)
    example = "it with its offset, the one before or the one after the change"
    return AmbiguousDate(text=said.text, first=first, second=second, example=example)


def say_moment(wall: datetime, offset: timedelta) -> str:
    """A day and time with its offset, as it can be typed."""
    return f"{wall:%Y-%m-%dT%H:%M}{say_offset(offset)}"
