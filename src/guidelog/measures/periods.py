"""The entries of a period: those that happened in it, and those that say something."""

from collections.abc import Iterable
from typing import TypeVar

from guidelog.dates import Period
from guidelog.lookback.facts import PersonFacts
from guidelog.lookback.rows import AssessmentRow, DatedRow, WordedRow
from guidelog.measures.days import is_within

Happened = TypeVar("Happened", bound=DatedRow | AssessmentRow)


def within(rows: Iterable[Happened], period: Period) -> list[Happened]:
    """Those of these entries that happened in a period."""
    return [row for row in rows if is_within(row.occurred_at, period)]


def dated_in(facts: PersonFacts, period: Period) -> list[DatedRow]:
    """The entries of a period that happened on one day and were written on another."""
    rows: tuple[DatedRow, ...] = (
        *facts.sessions,
        *facts.observations,
        *facts.progress,
        *facts.resistance,
        *facts.attempts,
    )
    return within(rows, period)


def worded_in(facts: PersonFacts, period: Period) -> list[tuple[WordedRow, str]]:
    """The entries of a period that hold texts, each with its day."""
    rows: list[tuple[WordedRow, str]] = [
        *((row, row.occurred_at) for row in dated_in(facts, period)),
        *((row, row.opened_on) for row in facts.goals),
        *((row, row.recorded_at) for row in facts.commitments),
        *((row, row.raised_on) for row in facts.topics),
        *((row, row.occurred_at) for row in facts.assessments),
    ]
    return [(row, day) for row, day in rows if is_within(day, period)]
