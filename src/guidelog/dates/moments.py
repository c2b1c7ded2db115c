"""When something happened: a day, with a time only where one was said."""

from dataclasses import dataclass
from datetime import date, datetime, time

from guidelog.dates.clock import offset_of
from guidelog.dates.days import find_day
from guidelog.dates.names import say_day
from guidelog.dates.said import Said, simplify
from guidelog.dates.times import (
    check_part_of_day,
    first_time_of,
    read_time,
    split_time,
)
from guidelog.dates.zones import local_offset, say_offset
from guidelog.errors import FutureDay


@dataclass(frozen=True, slots=True)
class Moment:
    """A day as the leader says it, with time HH:MM and offset +HH:MM, or neither.

    The offset is beside the time, never applied to the day: a day stays that day in
    whatever zone it is read.
    """

    day: date
    time: str | None = None
    zone: str | None = None

    def __str__(self) -> str:
        """2026-11-20, or 2026-11-20T15:00+01:00 where a time was said."""
        return f"{self.day}T{self.time}{self.zone}" if self.time else f"{self.day}"


def read_past(text: str, now: datetime) -> Moment:
    """When something happened: a bare weekday is the latest one, today's is today.

    Raises FutureDay for what is still to come and otherwise WronglyCalled for what is
    unreadable, ambiguous, no day of the calendar, or no time of local clocks.
    """
    said = Said(text, now.date())
    words, time_words = split_time(simplify(said))
    if time_words == "now":
        return Moment(now.date(), f"{now:%H:%M}", say_offset(offset_of(now)))
    if time_words:
        return find_moment(said, words, time_words, now)
    return find_untimed(said, words, now)


def find_untimed(said: Said, words: str, now: datetime) -> Moment:
    """The day in these words; raises FutureDay if it, or its part, is to come."""
    day, begins = find_day(said, words), first_time_of(words)
    if (day, begins) > (now.date(), f"{now:%H:%M}"):
        part = "" if begins == "00:00" else f" from {begins}"
        raise FutureDay(text=said.text, day=say_day(day, said.today) + part)
    return Moment(day)


def find_moment(said: Said, words: str, time_words: str, now: datetime) -> Moment:
    """The day and time in these words, in local time where no offset is said.

    Raises FutureDay by the instant: where it was said, the day may be tomorrow already.
    """
    day = find_day(said, words)
    clock_time, zone = read_time(said, time_words)
    check_part_of_day(said, words, clock_time)
    wall = datetime.combine(day, time.fromisoformat(clock_time))
    moment = Moment(day, clock_time, zone or local_offset(said, wall))
    return check_past(said, moment, now)


def check_past(said: Said, moment: Moment, now: datetime) -> Moment:
    """Let a moment through that is past. Raises FutureDay."""
    begins = datetime.combine(moment.day, time.min, now.tzinfo)
    instant = datetime.fromisoformat(str(moment)) if moment.time else begins
    if instant > now:
        day = f"{say_day(moment.day, said.today)} {moment.time or ''}"
        raise FutureDay(text=said.text, day=day.strip())
    return moment
