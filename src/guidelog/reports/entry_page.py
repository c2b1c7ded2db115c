"""One entry whole: what it says, what hangs on it, and every version of its texts."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import date

from guidelog.dates import say_day
from guidelog.lookback.facts import EntryFacts
from guidelog.lookback.rows import HistoryRow, Row, TextRow, TimelineRow
from guidelog.measures.days import day_of
from guidelog.reports.blocks import (
    Document,
    Entries,
    Entry,
    Fact,
    Facts,
    Section,
    Spans,
    dim,
    identity,
    joined,
    plain,
    quoted,
    strong,
)
from guidelog.reports.phrases import listed
from guidelog.reports.signs import MARKS
from guidelog.words import NOUNS

TITLES = ("name", "about", "title")
LABELS = {"occurred_at": "happened", "recorded_at": "written"}
APART = ("id", "uid")
OWN_WORDS = ("their_words", "comment")


def compose(facts: EntryFacts, today: date) -> Document:
    """The page of one entry; of a deleted one, what is still kept of it."""
    sections = (
        said_section(facts.row, today) if facts.row else None,
        children_section(facts.children),
        history_section(facts.history, today),
        versions_section(facts),
    )
    return Document(
        name="entry",
        title=f"{facts.id or facts.uid} · {NOUNS.get(facts.kind, facts.kind)}",
        prepared_on=today,
        subject=() if facts.row else (strong("deleted"),),
        sections=tuple(section for section in sections if section),
        closing=closing_lines(facts),
        numbers={"id": facts.id, "uid": facts.uid, "kind": facts.kind},
    )


def closing_lines(facts: EntryFacts) -> tuple[Spans, ...]:
    """The uid, and a hint where two devices changed the entry apart."""
    lines: list[Spans] = [(dim(facts.uid),)]
    if len(newest_of(facts.history)) > 1:
        hint = "Changed on two devices apart; the next edit settles it."
        lines.insert(0, (strong(hint),))
    return tuple(lines)


def newest_of(history: Iterable[HistoryRow]) -> list[HistoryRow]:
    """The changes that no other change replaces; more than one is a conflict."""
    rows = [row for row in history if row.operation not in ("redact", "rename")]
    replaced = {change for row in rows for change in row.replaces.split()}
    return [row for row in rows if row.change not in replaced]


def said_section(row: Row, today: date) -> Section:
    """Every field that says something, by its name."""
    said = {field.name: getattr(row, field.name) for field in fields(row)}
    facts = tuple(
        Fact(label_of(name), (Entry((say_field(name, value, today),)),))
        for name, value in said.items()
        if name not in APART and value is not None
    )
    return Section("entry", "", (Facts(facts),))


def label_of(name: str) -> str:
    """What a field is called on the page."""
    return LABELS.get(name, name.replace("_", " "))


def say_field(name: str, value: object, today: date) -> Spans:
    """One field for people: days with their weekday, own words in quotation marks."""
    text = str(value)
    if name in OWN_WORDS:
        return (quoted(text),)
    if name.endswith(("_on", "_at")):
        return (plain(say_moment(text, today)),)
    return (strong(text),) if name in TITLES else (plain(text),)


def say_moment(moment: str, today: date) -> str:
    """A day, and the time where one was said."""
    day, time = say_day(day_of(moment), today), moment[11:16]
    return f"{day} {time}" if time else day


def children_section(children: tuple[TimelineRow, ...]) -> Section | None:
    """What hangs on the entry."""
    if not children:
        return None
    entries = tuple(
        Entry(
            (joined([title_of(row), text_of(row)], ": "),),
            day_of(row.occurred_at),
            MARKS.get(row.kind),
            row.id or "",
            (plain(row.kind),),
        )
        for row in children
    )
    return Section("children", "Belongs to it", (Entries(entries),))


def title_of(row: TimelineRow) -> Spans:
    """The title of a line, if it has one."""
    return (plain(row.title),) if row.title else ()


def text_of(row: TimelineRow) -> Spans:
    """The text of a line, if it has one."""
    return (plain(row.text),) if row.text else ()


def history_section(history: tuple[HistoryRow, ...], today: date) -> Section | None:
    """What was done to it, oldest first."""
    if not history:
        return None
    entries = tuple(history_entry(row, today) for row in history)
    return Section("history", "History", (Entries(entries),))


def history_entry(row: HistoryRow, today: date) -> Entry:
    """One change: when, what was done to which parts, on which device, and why."""
    parts = listed(part.replace("_", " ") for part in (row.parts or "").split())
    named = (identity(f"{row.id} "),) if row.id else ()
    done = (*named, strong(row.operation), plain(f" {parts}"))
    why: Spans = (plain(f"reason: {row.reason}"),) if row.reason else ()
    clock = ", clock set" if row.clock == "set" else ""
    where = f"{say_moment(row.at, today)[-5:]} {row.command} on {row.device}{clock}"
    return Entry((done, why), day_of(row.at), remark=(dim(where),))


def versions_section(facts: EntryFacts) -> Section | None:
    """The texts as they were before, each with the day it was written."""
    parts = dict.fromkeys(row.part for row in facts.texts)
    older = [
        Fact(part.replace("_", " "), tuple(version_entry(row) for row in rows))
        for part in parts
        if (rows := older_texts(facts, part))
    ]
    if not older:
        return None
    return Section("versions", "As it was before", (Facts(tuple(older)),))


def older_texts(facts: EntryFacts, part: str) -> list[TextRow]:
    """The versions of one text but the newest; of a deleted entry all of them."""
    rows = [row for row in facts.texts if row.part == part and part != "why"]
    return rows[:-1] if facts.row else rows


def version_entry(row: TextRow) -> Entry:
    """One earlier version."""
    return Entry(((plain(row.text),),), day_of(row.at))
