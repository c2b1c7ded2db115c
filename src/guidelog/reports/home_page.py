"""What guidelog alone shows: today, and on an empty journal how to begin."""

from collections.abc import Sequence
from datetime import date, timedelta

from guidelog.dates import say_day, say_minutes
from guidelog.lookback.facts import DueFacts
from guidelog.lookback.rows import SessionRow
from guidelog.measures.days import day_of
from guidelog.reports.blocks import (
    Column,
    Document,
    Entries,
    Entry,
    Section,
    Spans,
    Table,
    command,
    dim,
    plain,
    strong,
)
from guidelog.reports.drafts_page import Waiting, drafts_section
from guidelog.reports.due_list import DueItem, due_entries, due_items
from guidelog.reports.due_page import unseen_section
from guidelog.reports.phrases import count
from guidelog.reports.remarks import remark_demonstration

AHEAD = timedelta(days=7)
SHOWN = 10
FIRST_STEPS = {
    'guidelog person add ada "Ada Okonkwo"': "somebody you guide",
    'guidelog add ada "What happened"': "after a talk",
    "guidelog prep ada": "before the next one",
}


def compose(
    due: DueFacts,
    last: SessionRow | None,
    talks: int,
    today: date,
    drafts: Sequence[Waiting] = (),
) -> Document:
    """What is late or due within a week, who waits for a talk, and the last one.

    `talks` is the number of all sessions, `drafts` the texts that wait.
    """
    items = due_items(due, today)
    sections = (
        due_section(items, today),
        unseen_section(items),
        last_section(last),
        drafts_section(drafts),
    )
    shown = tuple(section for section in sections if section)
    people = count(len(due.people), "person", "people")
    return Document(
        name="home",
        title=f"{say_day(today, today)} {today.year}",
        prepared_on=today,
        subject=(dim(f"{people} · {count(talks, 'talk')}"),),
        sections=shown if due.people else (first_section(), *shown),
        closing=remark_demonstration(due.demonstration),
        numbers={"people": len(due.people), "talks": talks},
    )


def due_section(items: Sequence[DueItem], today: date) -> Section | None:
    """What is late or due within a week; the rest is counted."""
    things = [item for item in items if item.kind != "talk"]
    near = [item for item in things if item.due_on and item.due_on <= today + AHEAD]
    if not near:
        return None
    entries = Entries(due_entries(near[:SHOWN], today))
    more = len(things) - len(near[:SHOWN])
    note: Spans = (dim(f"{more} more: "), command("guidelog due")) if more else ()
    return Section("due", "Due", (entries,), note)


def last_section(last: SessionRow | None) -> Section | None:
    """The talk written last."""
    if last is None:
        return None
    length = plain(say_minutes(last.minutes)) if last.minutes else dim("no length")
    entry = Entry(
        ((plain(last.about or ""),),),
        day_of(last.occurred_at),
        "session",
        last.id,
        (strong((last.people or "").replace(" ", ", ")), plain(last.mode), length),
    )
    return Section("last", "Last", (Entries((entry,)),))


def first_section() -> Section:
    """The three commands to start with."""
    rows = tuple(((command(line),), (dim(why),)) for line, why in FIRST_STEPS.items())
    return Section("begin", "To begin", (Table((Column(), Column()), rows),))
