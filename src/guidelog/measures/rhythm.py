"""How often there was a talk and how long it took: days and minutes, never averages."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from guidelog.dates import Period
from guidelog.lookback.rows import AttemptRow, SessionRow
from guidelog.measures.days import day_of, months_between
from guidelog.words import ANSWERED


class Month(NamedTuple):
    """One month by its first day, and the talks in it."""

    first: date
    talks: int


class Gap(NamedTuple):
    """A pause between two talks that follow each other."""

    after: date
    until: date

    @property
    def days(self) -> int:
        """The days from one talk to the next."""
        return (self.until - self.after).days


class TimeSpent(NamedTuple):
    """Minutes of the talks whose length is known, and how many those are."""

    minutes: int
    known: int
    unknown: int


def talks_by_month(days: Iterable[date], period: Period) -> tuple[Month, ...]:
    """How many talks each month of the period held, empty months included."""
    talks = Counter(day.replace(day=1) for day in days)
    months = months_between(period.first, period.last)
    return tuple(Month(first, talks[first]) for first in months)


def talk_days(
    sessions: Iterable[SessionRow], attempts: Iterable[AttemptRow]
) -> list[date]:
    """The days of talks: of sessions, and of attempts answered in the room."""
    held = [row.occurred_at for row in sessions]
    answered = [row.occurred_at for row in attempts if row.response in ANSWERED]
    return [day_of(moment) for moment in (*held, *answered)]


def longest_gap(days: Iterable[date]) -> Gap | None:
    """The longest pause between two talks, the earliest of equals; None below two."""
    gaps = [Gap(*pair) for pair in pairwise(sorted(set(days)))]
    return max(gaps, key=lambda gap: gap.days, default=None)


def time_spent(sessions: Sequence[SessionRow]) -> TimeSpent:
    """The minutes of these talks; a talk without length counts as unknown, not as 0."""
    known = [session.minutes for session in sessions if session.minutes is not None]
    return TimeSpent(sum(known), len(known), len(sessions) - len(known))


def days_since(last_talk: date | None, today: date) -> int | None:
    """Days since the last real talk: a session, or an attempt answered in the room."""
    return None if last_talk is None else (today - last_talk).days


def is_out_of_rhythm(
    last_talk: date | None, rhythm_days: int | None, today: date
) -> bool:
    """Whether more days have passed than the rhythm that was agreed."""
    passed = days_since(last_talk, today)
    return rhythm_days is not None and passed is not None and passed > rhythm_days
