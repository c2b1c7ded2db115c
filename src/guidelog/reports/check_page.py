"""The page of what a reviewer would ask for and not find, a line for each."""

from collections.abc import Sequence
from datetime import date
from types import MappingProxyType
from typing import Final

from guidelog.dates import Period, say_day
from guidelog.measures.findings import Group
from guidelog.reports.blocks import (
    Document,
    Entries,
    Entry,
    Paragraph,
    Section,
    Spans,
    command,
    dim,
    joined,
    plain,
)
from guidelog.reports.check_list import CheckItem
from guidelog.reports.phrases import count, say_period

HEADINGS: Final[MappingProxyType[Group, str]] = MappingProxyType(
    {
        "missing": "Missing",
        "progress": "Standing still",
        "late": "Written late",
        "balance": "One-sided",
        "apart": "Changed apart",
        "wording": "Wording",
    }
)


def compose(
    items: Sequence[CheckItem], period: Period, today: date, taken_over: int = 0
) -> Document:
    """The findings by group; `taken_over` entries are not counted as late."""
    sections = [list_group(group, items, today) for group in HEADINGS]
    nothing = Section("nothing", "", (Paragraph((plain("nothing is missing"),)),))
    closing: list[Spans] = [(dim(f"{say_period(period, today)}, both included"),)]
    if taken_over:
        entries = count(taken_over, "entry", "entries")
        closing.append((dim(f"{entries} taken over from other files: never late"),))
    return Document(
        name="check",
        title="Check",
        prepared_on=today,
        subject=(dim(count(len(items), "finding")),) if items else (),
        sections=tuple(section for section in sections if section) or (nothing,),
        closing=tuple(closing),
        numbers={"findings": len(items), "taken_over": taken_over},
    )


def list_group(group: Group, items: Sequence[CheckItem], today: date) -> Section | None:
    """The findings of one group."""
    entries = tuple(entry_of(item, today) for item in items if item.group == group)
    if not entries:
        return None
    numbers = {"findings": len(entries)}
    return Section(group, HEADINGS[group], (Entries(entries),), numbers=numbers)


def entry_of(item: CheckItem, today: date) -> Entry:
    """One finding: about whom, what is wrong, its day, and what mends it."""
    people = item.people if item.people != item.id else ""
    said: Spans = joined(
        [
            (plain(people),) if people else (),
            (plain(item.what),),
            (dim(say_day(item.day, today)),) if item.day else (),
        ]
    )
    return Entry((said,), id=item.id, remark=(command(item.mend),))
