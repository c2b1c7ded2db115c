"""Amendments: what was changed after the time for free changes, and why."""

from guidelog.lookback.rows import HistoryRow
from guidelog.measures.days import day_of, is_within
from guidelog.reports.blocks import Entries, Entry, Section, identity, plain
from guidelog.reports.brief import Brief
from guidelog.reports.doings import list_parts
from guidelog.reports.showing import Shown


def amendments_section(shown: Shown, brief: Brief) -> Section | None:
    """The amendments of the period; the old text stays in the record."""
    rows = [row for row in shown.facts.amendments if is_within(row.at, brief.period)]
    if not rows:
        return None
    entries = tuple(amendment_entry(row) for row in rows)
    numbers = {"amendments": len(rows)}
    return Section("amendments", "Amended", (Entries(entries),), numbers=numbers)


def amendment_entry(row: HistoryRow) -> Entry:
    """One amendment: when, of what, which fields, and the reason given."""
    reason = f": {row.reason}" if row.reason else ""
    named = (identity(row.id), plain(" ")) if row.id else ()
    said = plain(f"{list_parts(row) or row.kind}{reason}")
    return Entry(((*named, said),), day_of(row.at))
