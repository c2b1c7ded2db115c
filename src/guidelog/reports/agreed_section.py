"""What was agreed in the talks of the period, and what else of them is record."""

from guidelog.lookback.rows import SessionRow
from guidelog.measures.days import day_of
from guidelog.measures.periods import within
from guidelog.reports.blocks import (
    Entries,
    Entry,
    Section,
    Spans,
    dim,
    identity,
    plain,
    strong,
)
from guidelog.reports.brief import Brief
from guidelog.reports.phrases import list_others, say_company
from guidelog.reports.showing import Shown


def agreed_section(shown: Shown, brief: Brief) -> Section | None:
    """The talks of the period that left something agreed or on record."""
    entries = [
        agreed_entry(talk, shown, brief)
        for talk in within(shown.facts.sessions, brief.period)
        if talk.agreed or record_note(talk)
    ]
    if not entries:
        return None
    numbers = {"agreed": len(entries)}
    return Section("agreed", "Agreed", (Entries(tuple(entries)),), numbers=numbers)


def record_note(talk: SessionRow) -> str | None:
    """The note of a talk where it is record."""
    return talk.note if talk.visibility == "record" else None


def agreed_entry(talk: SessionRow, shown: Shown, brief: Brief) -> Entry:
    """What both left a talk with, and what is on record of it."""
    others = list_others(talk, shown.facts.person.handle)
    company = say_company(others, shown.facts.names, brief.is_for_me)
    note = record_note(talk)
    on_record: Spans = (strong("on record: "), plain(note)) if note else ()
    agreed: Spans = (plain(talk.agreed),) if talk.agreed else ()
    first, *rest = [text for text in (agreed, on_record) if text]
    return Entry(
        ((*first, dim(f"  {company}" if company else "")), *rest),
        day_of(talk.occurred_at),
        remark=(identity(talk.id),),
    )
