"""The page of everything that is due, late first."""

from datetime import date

from guidelog.lookback.facts import DueFacts, LastTalk
from guidelog.measures.days import day_if_known
from guidelog.measures.rhythm import days_since, is_out_of_rhythm
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
from guidelog.reports.phrases import count, say_ago, say_rhythm


def compose(facts: DueFacts, today: date) -> Document:
    """What is late, what comes, what has no date, and who was not seen lately."""
    items = due_items(facts)
    late = [item for item in items if item.due_on and item.due_on < today]
    coming = [item for item in items if item.due_on and item.due_on >= today]
    undated = [item for item in items if item.due_on is None]
    groups = {"Late": late, "Due": coming, "Without a date": undated}
    sections = [
        *(list_section(heading, found, today) for heading, found in groups.items()),
        unseen_section(facts, today),
    ]
    shown = tuple(section for section in sections if section)
    nothing = Section("nothing", "", (Paragraph((plain("nothing is due"),)),))
    return Document(
        name="due",
        title="Due",
        prepared_on=today,
        subject=(dim(count(len(late), "thing") + " late"),) if late else (),
        sections=shown or (nothing,),
        numbers={"due": len(items), "late": len(late)},
    )


def list_section(heading: str, items: list[DueItem], today: date) -> Section | None:
    """The items of one group."""
    if not items:
        return None
    name = heading.lower().replace(" ", "-")
    return Section(name, heading, (Entries(due_entries(items, today)),))


def unseen_section(facts: DueFacts, today: date) -> Section | None:
    """The people out of rhythm, the longest not seen first."""
    unseen = [person for person in facts.people if is_unseen(person, today)]
    if not unseen:
        return None
    unseen.sort(key=lambda person: person.last_talk_on or "")
    rows = tuple(
        ((strong(person.handle),), (plain(say_unseen(person, today)),))
        for person in unseen
    )
    table = Table((Column(), Column(wide=True)), rows)
    return Section("unseen", "Not seen lately", (table,))


def is_unseen(person: LastTalk, today: date) -> bool:
    """Whether the rhythm agreed with a person has passed without a talk."""
    last = day_if_known(person.last_talk_on)
    return is_out_of_rhythm(last, person.rhythm_days, today)


def say_unseen(person: LastTalk, today: date) -> str:
    """How long ago the last talk was, and how often there should be one."""
    days = days_since(day_if_known(person.last_talk_on), today) or 0
    return f"{say_ago(days)}, {say_rhythm(person.rhythm_days or 0)}"
