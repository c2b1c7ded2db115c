"""The page of changes: what was done to which entry, when, where and why."""

from collections.abc import Iterable, Iterator
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
    Spans,
    command,
    plain,
    strong,
)
from guidelog.reports.changed_fields import EDITS, say_changed
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
    entries = tuple(version_entry(version, today) for version in versions)
    return Section(day.isoformat(), say_day(day, today), (Entries(entries),))


def version_entry(version: Version, today: date) -> Entry:
    """One change, and under it what it set, or what brings back what it took."""
    lines = [*lines_changed(version, today), *lines_set(version)]
    told = history_entry(version.change, version.name, parts=not lines)
    back = [(command(version.back),)] if version.back else []
    return Entry((*told.text, *lines, *back), remark=told.remark)


def lines_changed(version: Version, today: date) -> Iterator[Spans]:
    """Each field that an edit set anew: length: 45 min → 50 min."""
    if version.change.operation not in EDITS:
        return
    for one in version.changed:
        # of a text only the newest words: those before stand above
        if one.name not in version.texts:
            said = say_changed(one, version.change.kind, today)
            is_text = one.name in (version.change.parts or "").split()
            whole = said.now if is_text else f"{said.before} → {said.now}"
            yield (strong(f"{said.label}: "), plain(whole))


def lines_set(version: Version) -> Iterator[Spans]:
    """Each text that a change set."""
    for part, text in version.texts.items():
        if part != WHY:
            label = name_part(part, version.change.kind)
            yield (strong(f"{label}: "), plain(text))
