"""The page of everything that is due, late first."""

from collections.abc import Iterable
from datetime import date

from guidelog.lookback.facts import DueFacts
from guidelog.reports.blocks import (
    Column,
    Document,
    Entries,
    Paragraph,
    Section,
    Table,
    dim,
    plain,
    strong,
)
from guidelog.reports.due_list import DueItem, due_entries, due_items
from guidelog.reports.phrases import count
from guidelog.reports.remarks import remark_demonstration


def compose(facts: DueFacts, today: date) -> Document:
    """What is late, what comes, what has no date, and who was not seen lately."""
    items = due_items(facts, today)
    things = [item for item in items if item.kind != "talk"]
    late = [item for item in things if item.due_on and item.due_on < today]
    coming = [item for item in things if item.due_on and item.due_on >= today]
    undated = [item for item in things if item.due_on is None]
    groups = {"Late": late, "Coming": coming, "Without a date": undated}
    sections = [
        *(list_section(heading, found, today) for heading, found in groups.items()),
        unseen_section(items),
    ]
    shown = tuple(section for section in sections if section)
    nothing = Section("nothing", "", (Paragraph((plain("nothing is due"),)),))
    return Document(
        name="due",
        title="Due",
        prepared_on=today,
        subject=(dim(count(len(late), "thing") + " late"),) if late else (),
        sections=shown or (nothing,),
        closing=remark_demonstration(facts.demonstration),
        numbers={"due": len(things), "late": len(late)},
    )


def list_section(heading: str, items: list[DueItem], today: date) -> Section | None:
    """The items of one group."""
    if not items:
        return None
    name = heading.lower().replace(" ", "-")
    return Section(name, heading, (Entries(due_entries(items, today)),))


def unseen_section(items: Iterable[DueItem]) -> Section | None:
    """The people out of rhythm, in the order of the items."""
    rows = tuple(
        ((strong(item.person),), (plain(item.what),))
        for item in items
        if item.kind == "talk"
    )
    if not rows:
        return None
    table = Table((Column(), Column(wide=True)), rows)
    return Section("unseen", "Not seen lately", (table,))
