"""What was agreed in the talks of the period, and what else of them is record."""

from collections.abc import Callable, Sequence

from guidelog.lookback.rows import SessionRow
from guidelog.measures.days import day_of
from guidelog.measures.periods import within
from guidelog.reports.blocks import Entries, Entry, Section, dim, identity, plain
from guidelog.reports.brief import Brief
from guidelog.reports.phrases import list_others, say_company
from guidelog.reports.showing import Shown

Text = Callable[[SessionRow], str | None]


def agreed_section(shown: Shown, brief: Brief) -> Section | None:
    """What both left the talks of the period with."""
    entries = entries_of(shown, brief, lambda talk: talk.agreed)
    return list_talks("agreed", "Agreed", entries)


def notes_section(shown: Shown, brief: Brief) -> Section | None:
    """The leader's notes that are record: nobody agreed on those."""
    entries = entries_of(shown, brief, record_note)
    return list_talks("notes", "Notes on record", entries)


def record_note(talk: SessionRow) -> str | None:
    """The note of a talk where it is record."""
    return talk.note if talk.visibility == "record" else None


def entries_of(shown: Shown, brief: Brief, text_of: Text) -> list[Entry]:
    """One text of each talk of the period that has it."""
    return [
        talk_entry(talk, text, shown, brief)
        for talk in within(shown.facts.sessions, brief.period)
        if (text := text_of(talk))
    ]


def talk_entry(talk: SessionRow, text: str, shown: Shown, brief: Brief) -> Entry:
    """The text of a talk, its day, and how many others were there."""
    others = list_others(talk, shown.facts.person.handle)
    company = say_company(others, shown.facts.names, brief.is_for_me)
    said = (plain(text), dim(f"  {company}" if company else ""))
    return Entry((said,), day_of(talk.occurred_at), remark=(identity(talk.id),))


def list_talks(name: str, heading: str, entries: Sequence[Entry]) -> Section | None:
    """The section, left out where no talk has the text."""
    if not entries:
        return None
    numbers = {name: len(entries)}
    return Section(name, heading, (Entries(tuple(entries)),), numbers=numbers)
