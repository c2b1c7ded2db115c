"""The page of changes: what was done to which entry, when, where and why."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from guidelog.dates import say_day
from guidelog.lookback.facts import Version
from guidelog.measures.days import day_of
from guidelog.reports.blocks import (
    Document,
    Entries,
    Entry,
    Paragraph,
    Section,
    plain,
    strong,
)
from guidelog.reports.doings import name_part
from guidelog.reports.entry_page import history_entry
from guidelog.reports.phrases import count
from guidelog.words import WHY


def compose(
    versions: Iterable[Version], today: date, title: str = "History"
) -> Document:
    """The changes day by day, oldest first, with the texts that each one set."""
    rows = list(versions)
    days = groupby(rows, key=lambda version: day_of(version.change.at))
    sections = tuple(day_section(day, found, today) for day, found in days)
    nothing = Section("nothing", "", (Paragraph((plain("nothing was changed"),)),))
    return Document(
        name="history",
        title=title,
        prepared_on=today,
        sections=sections or (nothing,),
        closing=((plain(count(len(rows), "change")),),),
        numbers={"changes": len(rows)},
    )


def day_section(day: date, versions: Iterable[Version], today: date) -> Section:
    """The changes of one day."""
    entries = tuple(map(version_entry, versions))
    return Section(day.isoformat(), say_day(day, today), (Entries(entries),))


def version_entry(version: Version) -> Entry:
    """One change, and under it the texts it set."""
    told = history_entry(version.change)
    texts = tuple(
        (strong(f"{name_part(part, version.change.kind)}: "), plain(text))
        for part, text in version.texts.items()
        if part != WHY
    )
    return Entry((*told.text, *texts), remark=told.remark)
