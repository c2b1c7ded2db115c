"""What only the leader sees: private notes, and what is missing before a review."""

from collections.abc import Sequence
from datetime import date

from guidelog.dates import say_day
from guidelog.lookback.rows import SessionRow
from guidelog.measures.days import day_of
from guidelog.measures.gaps import GapKind, MissingPart, gaps_of
from guidelog.measures.periods import within
from guidelog.reports.blocks import (
    Entries,
    Entry,
    Paragraph,
    Section,
    Spans,
    command,
    dim,
    identity,
    joined,
    plain,
    strong,
)
from guidelog.reports.brief import Brief
from guidelog.reports.phrases import count
from guidelog.reports.showing import Shown

WORDS: dict[GapKind, str] = {
    "untold": "not yet told",
    "no attempt": "has no attempt",
    "no response": "was not answered, and not tried again",
    "no result": "has no result",
    "look again": "was to be looked at again",
    "no baseline": "does not say where it began",
    "no entry": "has no entry for {days}",
    "no length": "has no length",
    "nothing written": "has no words",
}
NAMED = 5
"""How many ids of one kind are named before the rest is counted."""


def private_notes_section(shown: Shown, brief: Brief) -> Section | None:
    """The notes that were written for the leader's memory."""
    entries = tuple(
        Entry(
            note_lines(talk),
            day_of(talk.occurred_at),
            id=talk.id,
        )
        for talk in within(shown.facts.sessions, brief.period)
        if talk.visibility == "private" and talk.note
    )
    if not entries:
        return None
    note = (dim("only here"),)
    return Section("private", "Private notes", (Entries(entries),), note)


def note_lines(talk: SessionRow) -> tuple[Spans, ...]:
    """What a talk was about, where it was said, and its note."""
    note: Spans = (plain(talk.note or ""),)
    return ((strong(talk.about),), note) if talk.about else (note,)


def missing_section(shown: Shown, brief: Brief) -> Section | None:
    """What a reviewer would miss."""
    gaps = gaps_of(shown.facts, brief.period, brief.today)
    if not gaps:
        return None
    kinds = dict.fromkeys(gap.kind for gap in gaps)
    lines = tuple(
        Paragraph(say_gaps([gap for gap in gaps if gap.kind == kind], brief))
        for kind in kinds
    )
    handle = shown.facts.person.handle
    note = (dim("only here: "), command(f"guidelog check {handle}"))
    numbers = {"missing": len(gaps)}
    return Section("missing", "Missing before the review", lines, note, numbers)


def say_gaps(gaps: Sequence[MissingPart], brief: Brief) -> Spans:
    """The gaps of one kind in one line."""
    named = [say_gap(gap, brief.today) for gap in gaps[:NAMED]]
    more = len(gaps) - NAMED
    rest: list[Spans] = [(plain(f"and {more} more"),)] if more > 0 else []
    return joined([*named, *rest])


def say_gap(gap: MissingPart, today: date) -> Spans:
    """One gap: of which entry and day, or for how many days by now."""
    if gap.figures:
        days = count(gap.figures[0], "day")
        return (identity(gap.id), plain(f" {WORDS[gap.kind].format(days=days)}"))
    of_day = dim(f" of {say_day(gap.day, today)}")
    return (identity(gap.id), of_day, plain(f" {WORDS[gap.kind]}"))
