"""Standstill: what should have moved by now, found by itself; never a verdict."""

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from guidelog.lookback.facts import PersonFacts
from guidelog.measures.commitments import days_late, keeping_of
from guidelog.measures.days import day_if_known
from guidelog.measures.pace import days_past, even_pace_of, pace_of

Sign = Literal["behind", "past its date", "overdue"]


class Standing(NamedTuple):
    """One thing that stands still, since when, and by how much.

    `figure` is days for what is late, and for a goal behind an even pace the share of
    its way, 0…1; `even` is what an even pace would be.
    """

    sign: Sign
    id: str
    day: date | None
    figure: float
    even: float = 0


def standstills_of(facts: PersonFacts, today: date) -> tuple[Standing, ...]:
    """Goals behind an even pace or past their date, and commitments overdue.

    What is not known is no standstill: a goal without an entry is told as a gap.
    """
    return (*_slow_goals(facts, today), *_overdue(facts, today))


def _slow_goals(facts: PersonFacts, today: date) -> Iterator[Standing]:
    for goal in facts.goals:
        target_on, even = day_if_known(goal.target_on), even_pace_of(goal, today)
        if past := days_past(goal, today):
            yield Standing("past its date", goal.id, target_on, past)
        elif pace_of(goal, today) == "behind":
            progress = goal.progress or 0
            yield Standing("behind", goal.id, None, progress, even or 0)


def _overdue(facts: PersonFacts, today: date) -> Iterator[Standing]:
    for row in facts.commitments:
        if keeping_of(row, today) == "overdue":
            due_on = day_if_known(row.due_on)
            yield Standing("overdue", row.id, due_on, days_late(row, today))
