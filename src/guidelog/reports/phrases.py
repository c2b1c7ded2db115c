"""Phrases that several pages share: counts, periods, rhythms, distances in time."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from guidelog.dates import Period, say_day
from guidelog.dates.names import MONTHS
from guidelog.lookback.rows import HandoutRow, SessionRow
from guidelog.measures.days import day_if_known, day_of

HANDED = {"talk": "in a talk", "mail": "by mail", "paper": "on paper"}
OUTCOMES = {
    "excellence": "long-term excellence",
    "self_correction": "self-correction",
    "self_generation": "self-generation",
}

_NAMED_RHYTHMS = {1: "every day", 7: "every week", 30: "every month"}


def count(number: int, noun: str, plural: str = "") -> str:
    """So many of something: 1 talk, 2 talks, 3 people."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def say_counts(counts: Mapping[str, int]) -> str:
    """Counts by name: some 1, none 2."""
    return ", ".join(f"{name} {number}" for name, number in counts.items())


def say_outside(number: int, *, are_older: bool = True) -> str:
    """How many entries lie outside what is shown, and whether all are older."""
    which = "older" if are_older else "other"
    if not number:
        return f"no {which} entries"
    return f"{count(number, f'{which} entry', f'{which} entries')} not shown"


def is_until_now(period: Period | None, today: date) -> bool:
    """Whether what lies outside a period can only be older."""
    return period is None or period.last >= today


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


def say_origin(source: str, recorded_at: str, today: date) -> str:
    """Where an entry was taken over from, and when; its own day is that file's."""
    file = source.partition(":")[2].rpartition(":")[0]
    return f"on {say_day(day_of(recorded_at), today)} from {file}"


def say_ago(days: int) -> str:
    """How long ago: today, yesterday, 38 days ago."""
    return {0: "today", 1: "yesterday"}.get(days, f"{days} days ago")


def first_name(name: str) -> str:
    """The first word of a name."""
    return name.split()[0] if name.split() else name


def name_shortly(names: Mapping[str, str]) -> dict[str, str]:
    """First names by handle; where two people share one, their full names."""
    shared = Counter(first_name(name) for name in names.values())
    return {
        handle: name if shared[first_name(name)] > 1 else first_name(name)
        for handle, name in names.items()
    }


def say_known_day(moment: str | None, today: date) -> str:
    """The day of a moment for people; empty where none was said."""
    day = day_if_known(moment)
    return say_day(day, today) if day else ""


def listed(words: Iterable[str]) -> str:
    """Words as a list: a, b and c."""
    *others, last = [word for word in words if word] or [""]
    return f"{', '.join(others)} and {last}" if others else last


def say_handing(row: HandoutRow) -> str:
    """How something was handed out, and whether that was acknowledged."""
    heard = {
        "yes": ", acknowledged",
        "no": ", not acknowledged",
        "declined": ", declined to acknowledge",
    }
    return f"{HANDED[row.how]}{heard.get(row.acknowledged or '', '')}"


def list_others(talk: SessionRow, person: str | None) -> list[str]:
    """The handles of those who were in a talk beside one person."""
    return [handle for handle in (talk.people or "").split() if handle != person]


def say_company(others: Sequence[str], names: Mapping[str, str], named: bool) -> str:
    """Who else was in a talk: by name for the leader, by number for others."""
    if not others:
        return ""
    if not named:
        return f"with {count(len(others), 'other person', 'other people')}"
    return f"with {listed(names.get(handle, handle) for handle in others)}"


def say_level(level: int) -> str:
    """A level with its sign: −2, 0, +1."""
    return f"{level:+d}".replace("-", "−") if level else "0"
