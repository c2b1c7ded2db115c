"""Everything that happened, month by month; what a talk brought stands inside it."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from guidelog.dates import Period, say_minutes
from guidelog.dates.names import MONTHS
from guidelog.lookback.facts import TimelineFacts
from guidelog.lookback.rows import TimelineRow
from guidelog.measures.days import day_of
from guidelog.measures.rhythm import time_spent
from guidelog.reports.blocks import (
    Document,
    Entries,
    Paragraph,
    Section,
    Spans,
    dim,
    plain,
)
from guidelog.reports.phrases import count, is_until_now, say_outside, say_period
from guidelog.reports.remarks import remark_demonstration
from guidelog.reports.timeline_entries import is_inside_talk, timeline_entry


def compose(
    facts: TimelineFacts,
    today: date,
    person: str = "",
    period: Period | None = None,
    newest_first: bool = False,
) -> Document:
    """The timeline of one person, named in full, or of everybody."""
    lines = [line for line in facts.lines if not is_inside_talk(line, facts)]
    if newest_first:
        lines.reverse()
    months = groupby(lines, key=lambda line: line.occurred_at[:7])
    sections = tuple(
        month_section(list(found), facts, today, bool(person)) for _, found in months
    )
    return Document(
        name="timeline",
        title=person or "Everybody",
        prepared_on=today,
        subject=(dim(say_period(period, today)),) if period else (),
        sections=sections
        or (Section("none", "", (Paragraph((plain("nothing here"),)),)),),
        closing=closing_lines(
            facts, are_older=not facts.filtered and is_until_now(period, today)
        ),
        numbers={"entries": len(facts.lines), "outside": facts.outside},
    )


def closing_lines(facts: TimelineFacts, *, are_older: bool) -> tuple[Spans, ...]:
    """The totals, and that the clock was set where it was."""
    totals: Spans = (dim(say_totals(facts, are_older=are_older)),)
    return (totals, *remark_demonstration(facts.demonstration))


def month_section(
    lines: Sequence[TimelineRow], facts: TimelineFacts, today: date, named: bool
) -> Section:
    """The entries of one month, its year said where it is not this one."""
    day = day_of(lines[0].occurred_at)
    heading = MONTHS[day.month - 1]
    if day.year != today.year:
        heading = f"{heading} {day.year}"
    entries = tuple(timeline_entry(line, facts, today, named) for line in lines)
    return Section(lines[0].occurred_at[:7], heading, (Entries(entries, True),))


def say_totals(facts: TimelineFacts, *, are_older: bool = True) -> str:
    """Talks and their length, and how many entries are left out or lie outside."""
    talks = list(facts.sessions.values())
    spent = time_spent(talks)
    parts = [count(len(talks), "talk")]
    if spent.known:
        parts.append(say_minutes(spent.minutes))
    untold = f"{facts.untold} not yet told, left out" if facts.untold else ""
    said = (", ".join(parts), untold, say_outside(facts.outside, are_older=are_older))
    return " · ".join(part for part in said if part)
