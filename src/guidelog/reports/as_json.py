"""A document as JSON: facts in numbers and ISO days, texts as they were written.

One object: `format` (1; keys are only ever added), `entity` (such as person-report),
`title`, `prepared_on`, `subject`, `numbers` (what the document counts; unknown is
null), `head` (pairs of left and right), `cover` (marking, role, facts, left_out; null
on a mere page), `sections` and `closing`. A section has `name`, `heading`, `note`, its
own `numbers`, and `blocks`, each named by `block`:

- paragraph, subheading: `text`
- entries: `entries`; facts: `facts`, each a `label` with `entries`
- months: `label`, `months` (2026-11: count); lanes: `lanes`, `next_look`
- table: `columns`, `rows`; signing: `choices`, `remark`, `signers`

An entry has `day`, `mark` (a kind, or the number of an attempt), `id`, `ids` (entries
it names), `keys`, `text` (its lines), `remark`, and `figure`: bar (baseline, target,
now, progress and even 0…1, even_value, steps), levels (now, ratings) or scale (now,
before).
"""

import json
from collections.abc import Iterable
from typing import Any, TypeAlias, assert_never

from guidelog.cleaning import clean
from guidelog.reports.blocks import (
    Bar,
    Block,
    Cover,
    Document,
    Entries,
    Entry,
    Facts,
    Figure,
    Lanes,
    Levels,
    Months,
    Paragraph,
    Scale,
    Section,
    Signing,
    Span,
    Spans,
    Subheading,
    Table,
)

FORMAT = 1

Json: TypeAlias = dict[str, Any]


def render(document: Document) -> str:
    """The document as one JSON object; keys are only ever added."""
    whole = {
        "format": FORMAT,
        "entity": document.name,
        "title": clean(document.title),
        "prepared_on": document.prepared_on.isoformat(),
        "subject": write_spans(document.subject),
        "numbers": dict(document.numbers),
        "head": [
            [write_spans(line.left), write_spans(line.right)] for line in document.head
        ],
        "cover": write_cover(document.cover) if document.cover else None,
        "sections": [write_section(section) for section in document.sections],
        "closing": [write_spans(spans) for spans in document.closing],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def write_cover(cover: Cover) -> Json:
    """What a paper says before its first section."""
    return {
        "marking": cover.marking,
        "role": write_spans(cover.role),
        "facts": write_facts(Facts(cover.facts))["facts"],
        "left_out": write_spans(cover.left_out),
    }


def write_section(section: Section) -> Json:
    """A section with its numbers."""
    return {
        "name": section.name,
        "heading": clean(section.heading),
        "note": write_spans(section.note),
        "numbers": dict(section.numbers),
        "blocks": [write_block(block) for block in section.blocks],
    }


def write_spans(spans: Iterable[Span]) -> str:
    """The text of spans, own words in quotation marks."""
    return "".join(
        f"“{clean(span.text)}”" if span.kind == "quoted" else clean(span.text)
        for span in spans
    )


def write_block(block: Block) -> Json:
    """One block, named by its kind."""
    match block:
        case Paragraph(spans) | Subheading(spans):
            return {"block": type(block).__name__.lower(), "text": write_spans(spans)}
        case Entries(entries):
            written = [write_entry(entry) for entry in entries]
            return {"block": "entries", "entries": written}
        case Facts():
            return write_facts(block)
        case Months():
            return write_months(block)
        case Lanes():
            return write_lanes(block)
        case Table():
            return write_table(block)
        case Signing(choices, remark, signers):
            signing = {"choices": choices, "remark": remark, "signers": signers}
            return {"block": "signing", **signing}
        case _:
            assert_never(block)


def write_entry(entry: Entry) -> Json:
    """One entry; `ids` are the entries it names."""
    parts: tuple[Spans, ...] = (entry.remark, *entry.text)
    ids = [span.text for spans in parts for span in spans if span.kind == "id"]
    return {
        "day": entry.day.isoformat() if entry.day else None,
        "mark": entry.mark,
        "id": entry.id or None,
        "ids": ids,
        "keys": [clean(key.text) for key in entry.keys],
        "text": [write_spans(spans) for spans in entry.text if spans],
        "remark": write_spans(entry.remark),
        "figure": write_figure(entry.figure) if entry.figure else None,
    }


def write_figure(figure: Figure) -> Json:
    """The figure of a goal; shares are 0…1, unknown is null."""
    match figure:
        case Bar():
            return write_bar(figure)
        case Levels():
            return write_levels(figure)
        case Scale(now, before):
            return {"figure": "scale", "now": now, "before": before}
        case _:
            assert_never(figure)


def write_bar(bar: Bar) -> Json:
    """The way from a baseline to a target."""
    return {
        "figure": "bar",
        "baseline": bar.baseline,
        "target": bar.target,
        "now": bar.now,
        "progress": bar.progress,
        "even": bar.even,
        "even_value": bar.even_value or None,
        "steps": list(bar.steps),
        "caption": write_spans(bar.caption),
    }


def write_levels(levels: Levels) -> Json:
    """The level now, and each rating that led there."""
    return {
        "figure": "levels",
        "now": levels.now,
        "ratings": [
            {"day": each.day.isoformat(), "level": each.level, "rater": each.rater}
            for each in levels.ratings
        ],
        "caption": write_spans(levels.caption),
    }


def write_facts(block: Facts) -> Json:
    """Labels with their entries."""
    facts = [
        {"label": fact.label, "entries": [write_entry(each) for each in fact.entries]}
        for fact in block.facts
    ]
    return {"block": "facts", "facts": facts}


def write_months(block: Months) -> Json:
    """A count for each month, named as 2026-11."""
    months = {f"{month.first:%Y-%m}": month.number for month in block.months}
    return {"block": "months", "label": block.label, "months": months}


def write_lanes(block: Lanes) -> Json:
    """The lanes of a note with their days."""
    lanes = [
        {
            "label": lane.label,
            "points": [
                {
                    "day": point.day.isoformat(),
                    "mark": point.mark,
                    "word": point.word,
                    "result": point.result or None,
                    "until": point.until.isoformat() if point.until else None,
                }
                for point in lane.points
            ],
        }
        for lane in block.lanes
    ]
    next_look = block.next_look.isoformat() if block.next_look else None
    return {"block": "lanes", "lanes": lanes, "next_look": next_look}


def write_table(block: Table) -> Json:
    """Headings and rows."""
    return {
        "block": "table",
        "columns": [column.heading for column in block.columns],
        "rows": [[write_spans(cell) for cell in row] for row in block.rows],
    }
