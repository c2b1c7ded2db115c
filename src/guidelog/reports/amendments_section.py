"""Amendments: what was changed after the time for free changes, and why."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from guidelog.lookback.facts import Version
from guidelog.measures.days import day_of, is_within
from guidelog.reports.blocks import Entries, Entry, Section, identity, plain
from guidelog.reports.brief import Brief
from guidelog.reports.doings import list_parts, name_part
from guidelog.reports.entry_fields import say_moment
from guidelog.reports.phrases import listed
from guidelog.reports.showing import Shown
from guidelog.words import WHY

_SEVERAL: Final = ("facts", "outcome")
"""Parts that hold several fields."""


def amendments_section(shown: Shown, brief: Brief) -> Section | None:
    """The amendments of the period; the old text stays in the record."""
    amended = [
        one for one in shown.facts.amendments if is_within(one.change.at, brief.period)
    ]
    if not amended:
        return None
    entries = tuple(amendment_entry(one, brief.today) for one in amended)
    numbers = {"amendments": len(amended)}
    return Section("amendments", "Amended", (Entries(entries),), numbers=numbers)


def amendment_entry(amended: Version, today: date) -> Entry:
    """One amendment: when, of what, which fields, and the reason given."""
    row = amended.change
    reason = f": {row.reason}" if row.reason else ""
    named = (identity(row.id), plain(" ")) if row.id else ()
    fields = listed(name_fields(amended, today)) or list_parts(row) or row.kind
    return Entry(((*named, plain(f"{fields}{reason}")),), day_of(row.at))


def name_fields(amended: Version, today: date) -> Iterator[str]:
    """Name each field that was set anew, a date with what stood there before."""
    kind, parts = amended.change.kind, (amended.change.parts or "").split()
    texts = [part for part in parts if part not in (WHY, *_SEVERAL)]
    yield from (name_part(part, kind) for part in texts)
    for changed in amended.changed:
        if changed.name == "occurred_at":
            yield f"date (before: {say_moment(changed.before, today)})"
        elif changed.name not in texts:
            yield name_part(changed.name, kind)
