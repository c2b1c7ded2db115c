"""What was agreed in the talks of the period, and what else of them is record."""

from guidelog.lookback.rows import SessionRow
from guidelog.measures.days import day_of
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
from guidelog.reports.phrases import count, listed
from guidelog.reports.showing import Shown
from guidelog.reports.time_section import talks_of


def agreed_section(shown: Shown, brief: Brief) -> Section | None:
    """The talks of the period that left something agreed or on record."""
    entries = [
        agreed_entry(talk, shown, brief)
        for talk in talks_of(shown, brief.period)
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
    others = say_company(talk, shown, brief)
    note = record_note(talk)
    on_record: Spans = (strong("on record: "), plain(note)) if note else ()
    agreed: Spans = (plain(talk.agreed),) if talk.agreed else ()
    first, *rest = [text for text in (agreed, on_record) if text]
    return Entry(
        ((*first, *others), *rest),
        day_of(talk.occurred_at),
        remark=(identity(talk.id),),
    )


def say_company(talk: SessionRow, shown: Shown, brief: Brief) -> Spans:
    """Who else was in the talk: by name for the leader, by number for others."""
    person = shown.facts.person.handle
    others = [handle for handle in (talk.people or "").split() if handle != person]
    if not others:
        return ()
    if not brief.is_for_me:
        return (dim(f"  with {count(len(others), 'other person', 'other people')}"),)
    names = shown.facts.names
    return (dim(f"  with {listed(names.get(handle, handle) for handle in others)}"),)
