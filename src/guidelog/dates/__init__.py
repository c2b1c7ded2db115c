"""Dates as people say them: days, times, periods, lengths, rhythms, and the clock.

One grammar, small enough to be sure of. What can be read in two ways is refused with
both, what is not known is refused with what would be taken; nothing is guessed and no
word is passed over.
"""

from guidelog.dates import clock
from guidelog.dates.clock import today
from guidelog.dates.days import read_day, read_due
from guidelog.dates.formatted import (
    check_date_format,
    read_formatted,
    read_formatted_day,
)
from guidelog.dates.lengths import read_minutes, read_rhythm, say_minutes
from guidelog.dates.likeness import split_due
from guidelog.dates.moments import Moment, read_past
from guidelog.dates.names import say_day
from guidelog.dates.periods import Period, read_period
from guidelog.dates.said import month_start

__all__ = [
    "Moment",
    "Period",
    "check_date_format",
    "clock",
    "month_start",
    "read_day",
    "read_due",
    "read_formatted",
    "read_formatted_day",
    "read_minutes",
    "read_past",
    "read_period",
    "read_rhythm",
    "say_day",
    "say_minutes",
    "split_due",
    "today",
]
