"""Phrases that several pages share: counts, periods, rhythms, distances in time."""

from collections.abc import Iterable, Mapping
from datetime import date

from guidelog.dates import Period, say_day
from guidelog.dates.names import MONTHS
from guidelog.measures.days import day_if_known
from guidelog.reports.blocks import Span, Spans, dim, identity, late, plain

_NAMED_RHYTHMS = {1: "every day", 7: "every week", 30: "every month"}


def count(number: int, noun: str, plural: str = "") -> str:
    """So many of something: 1 talk, 2 talks, 3 people."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def say_counts(counts: Mapping[str, int]) -> str:
    """Counts by name: some 1, none 2."""
    return ", ".join(f"{name} {number}" for name, number in counts.items())


def say_outside(number: int) -> str:
    """How many entries lie outside what is shown."""
    if not number:
        return "no older entries"
    return f"{count(number, 'older entry', 'older entries')} not shown"


def say_rhythm(days: int) -> str:
    """A rhythm as people say it: every 2 weeks, every 10 days."""
    if days in _NAMED_RHYTHMS:
        return _NAMED_RHYTHMS[days]
    return (
        f"every {count(days // 7, 'week')}" if days % 7 == 0 else f"every {days} days"
    )


def say_date(day: date) -> str:
    """A day without its weekday, always with the year: 1 Dec 2025."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def say_month(day: date) -> str:
    """The month of a day: Mar 2025."""
    return f"{MONTHS[day.month - 1][:3]} {day.year}"


def say_period(period: Period, today: date) -> str:
    """The days of a period, no later than today: 1 Oct – 23 Nov 2026."""
    first, last = period.first, min(period.last, max(today, period.first))
    said = say_date(first)
    if first.year == last.year:
        said = said.rpartition(" ")[0]
    return f"{said} – {say_date(last)}"


def say_ago(days: int) -> str:
    """How long ago: today, yesterday, 38 days ago."""
    return {0: "today", 1: "yesterday"}.get(days, f"{days} days ago")


def first_name(name: str) -> str:
    """The first word of a name."""
    return name.split()[0] if name.split() else name


def say_known_day(moment: str | None, today: date) -> str:
    """The day of a moment for people; empty where none was said."""
    day = day_if_known(moment)
    return say_day(day, today) if day else ""


def say_due(day: date, today: date) -> Span:
    """A due day as it stands: late in red, else today, tomorrow or the day."""
    days = (day - today).days
    if days < 0:
        return late(f"{count(-days, 'day')} late")
    return plain({0: "today", 1: "tomorrow"}.get(days, say_day(day, today)))


def cite(text: str, *ids: str | None) -> Spans:
    """A text, and the ids it stands on behind it."""
    named = [identity(each) for each in ids if each]
    spaced = [span for each in named for span in (plain(" "), each)]
    return (plain(text), *spaced)


def remark_private(visibility: str) -> Spans:
    """A hint that something is the leader's own."""
    return (dim(" · private"),) if visibility == "private" else ()


def listed(words: Iterable[str]) -> str:
    """Words as a list: a, b and c."""
    *others, last = [word for word in words if word] or [""]
    return f"{', '.join(others)} and {last}" if others else last


def say_level(level: int) -> str:
    """A level with its sign: −2, 0, +1."""
    return f"{level:+d}".replace("-", "−") if level else "0"
