"""The report of one person: dated facts, good and bad, always in the same order."""

from collections.abc import Callable
from typing import Final

from guidelog.lookback.facts import PersonFacts
from guidelog.reports.agreed_section import agreed_section, notes_section
from guidelog.reports.amendments_section import amendments_section
from guidelog.reports.blocks import Document, Section, Spans, dim
from guidelog.reports.brief import Brief
from guidelog.reports.closing import disclaim, seal_lines
from guidelog.reports.commitments_section import commitments_section
from guidelog.reports.cover import cover_of, head_lines, number_cover
from guidelog.reports.goals_section import goals_section
from guidelog.reports.guidance_section import guidance_section
from guidelog.reports.missing_section import missing_section, private_notes_section
from guidelog.reports.noticed_section import noticed_section
from guidelog.reports.outcomes_section import outcomes_section
from guidelog.reports.phrases import is_until_now, say_outside, say_period
from guidelog.reports.remarks import remark_demonstration
from guidelog.reports.response_section import response_section
from guidelog.reports.showing import Shown, choose
from guidelog.reports.signing_section import signing_section
from guidelog.reports.time_section import time_section

Compose = Callable[[Shown, Brief], Section | None]

SECTIONS: Final[tuple[Compose, ...]] = (
    time_section,
    goals_section,
    noticed_section,
    agreed_section,
    notes_section,
    guidance_section,
    response_section,
    outcomes_section,
    commitments_section,
    amendments_section,
)
OWN_SECTIONS: Final[tuple[Compose, ...]] = (private_notes_section, missing_section)
"""What only the leader sees."""


def compose(facts: PersonFacts, brief: Brief) -> Document:
    """The report of one person for the reader and the period of the brief."""
    shown = choose(facts, brief)
    sections = SECTIONS + (OWN_SECTIONS if brief.is_for_me else (signing_section,))
    composed = [section(shown, brief) for section in sections]
    return Document(
        name="person-report",
        title=facts.person.name,
        prepared_on=brief.today,
        subject=(dim(say_reader(brief)),),
        head=head_lines(shown, brief),
        sections=tuple(section for section in composed if section),
        closing=closing_lines(facts, brief),
        numbers={
            "person": facts.person.handle,
            "first": brief.period.first.isoformat(),
            "last": brief.period.last.isoformat(),
            "prepared_on": brief.today.isoformat(),
            "audience": brief.audience,
            "outside": facts.outside,
            "demonstration": facts.standing.demonstration,
            **number_cover(shown, brief),
        },
        cover=cover_of(shown, brief),
    )


def say_reader(brief: Brief) -> str:
    """For whom the report is."""
    if brief.is_for_me:
        return "progress report · for me, with private notes"
    return "progress report · for others"


def closing_lines(facts: PersonFacts, brief: Brief) -> tuple[Spans, ...]:
    """The period again with what lies outside it, and what this record is not."""
    period = say_period(brief.period, brief.today)
    are_older = is_until_now(brief.period, brief.today)
    outside = say_outside(facts.outside, are_older=are_older)
    lines: list[Spans] = [(dim(f"{period}, both included · {outside}"),)]
    if not brief.is_for_me:
        lines += [(dim(disclaim(brief)),), *seal_lines(facts.standing)]
    return (*lines, *remark_demonstration(facts.standing.demonstration))
