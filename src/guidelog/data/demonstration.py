"""The story of the demonstration: what a leader typed in a year, dated from today."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from guidelog.data import read_text
from guidelog.dates.names import weekday_of_name
from guidelog.dates.relative import latest

FRIDAY = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the story: the moment it is typed, and what follows ``guidelog``."""

    at: datetime
    typed: str


def tell_story(now: datetime) -> tuple[Line, ...]:
    """The lines in the order they were typed, all of them before today.

    Every line has the offset of ``now``, as a leader who never travelled.
    """
    friday = latest(now.date() - timedelta(days=1), FRIDAY)
    monday = friday - timedelta(days=FRIDAY)
    return tuple(_date_line(line, monday, now) for line in _lines())


def _date_line(line: str, monday: date, now: datetime) -> Line:
    week, weekday, clock_time, typed = line.split(maxsplit=3)
    day = monday + timedelta(weeks=int(week), days=weekday_of_name(weekday))
    at = datetime.combine(day, time.fromisoformat(clock_time), now.tzinfo)
    return Line(at, typed)


def _lines() -> list[str]:
    """The lines of the file; one that begins with spaces goes on with that before."""
    lines: list[str] = []
    for line in read_text("demonstration.txt").splitlines():
        if line.startswith(" "):
            lines[-1] += f" {line.strip()}"
        elif line and not line.startswith("#"):
            lines.append(line)
    return lines
