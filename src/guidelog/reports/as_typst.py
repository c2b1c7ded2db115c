"""A document as data for Typst: the template is constant, texts are never markup."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeAlias, assert_never

from guidelog.cleaning import clean, clean_line
from guidelog.dates import say_day
from guidelog.reports import figures
from guidelog.reports.blocks import (
    Block,
    Document,
    Entries,
    Entry,
    Fact,
    Facts,
    Lanes,
    Months,
    Paragraph,
    Scale,
    Section,
    Signing,
    Span,
    Spans,
    Subheading,
    Table,
    identity,
    joined,
)
from guidelog.reports.figures import Drawable
from guidelog.reports.symbols import name_mark, symbol_of

Json: TypeAlias = dict[str, Any]


def template() -> bytes:
    """The template that lays every document out; it reads nothing but the data."""
    return Path(__file__).with_name("report.typ").read_bytes()


def render(document: Document) -> str:
    """The document as JSON for the template; figures are SVG in it."""
    return json.dumps(Laying(document).write(), ensure_ascii=False)


class Laying:
    """A document on its way into data; days are said as of the day it was prepared."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.today = document.prepared_on

    def write(self) -> Json:
        """The whole document."""
        document = self.document
        prepared = f"prepared {say_day(self.today, self.today)} {self.today.year}"
        return {
            "title": clean_line(document.title),
            "subject": write_spans(document.subject),
            "prepared": prepared,
            "date": [self.today.year, self.today.month, self.today.day],
            "head": [
                [write_spans(line.left), write_spans(line.right)]
                for line in document.head
            ],
            "cover": self.cover(),
            "sections": [self.section(section) for section in document.sections],
            "closing": [write_spans(spans) for spans in document.closing],
        }

    def cover(self) -> Json | None:
        """What stands before the first section."""
        cover = self.document.cover
        if cover is None:
            return None
        return {
            "marking": cover.marking,
            "role": write_spans(cover.role),
            "facts": [self.fact(fact) for fact in cover.facts],
            "left_out": write_spans(cover.left_out),
        }

    def section(self, section: Section) -> Json:
        """A section with its blocks."""
        return {
            "heading": clean_line(section.heading),
            "note": write_spans(section.note),
            "blocks": [self.block(block) for block in section.blocks],
        }

    def block(self, block: Block) -> Json:
        """One block, named by its kind."""
        match block:
            case Paragraph(spans) | Subheading(spans):
                said: Json = {"spans": write_spans(spans)}
            case Entries(entries):
                said = {"entries": [self.entry(entry) for entry in entries]}
            case Facts(facts, compared):
                said = {"facts": [self.fact(one) for one in facts], "even": compared}
            case Months() | Lanes():
                said = {"figure": write_figure(block), "keys": write_keys(block)}
            case Table():
                said = write_table(block)
            case Signing():
                said = block._asdict()
            case _:
                assert_never(block)
        return {"block": type(block).__name__.lower(), **said}

    def fact(self, fact: Fact) -> Json:
        """A label with its entries."""
        label = clean_line(fact.label)
        return {
            "label": label[:1].upper() + label[1:],
            "entries": [self.entry(entry) for entry in fact.entries],
        }

    def entry(self, entry: Entry) -> Json:
        """One entry: day, symbol, texts, figure, and what names it."""
        named: Spans = (identity(entry.id),) if entry.id else ()
        keys = " · ".join(key.text for key in entry.keys if key.text.strip())
        mark = entry.mark
        caption: Spans = ()
        if entry.figure is not None and not isinstance(entry.figure, Scale):
            caption = entry.figure.caption
        return {
            "day": say_day(entry.day, self.today) if entry.day else "",
            "symbol": write_symbol(symbol_of(mark), name_mark(mark)) if mark else None,
            "keys": clean_line(keys),
            "texts": [write_spans(spans) for spans in entry.text if spans],
            "named": write_spans(joined([named, entry.remark])),
            "figure": write_figure(entry.figure) if entry.figure else None,
            "caption": write_spans(caption),
        }


def write_spans(spans: Iterable[Span]) -> list[list[str]]:
    """Spans as pairs of kind and text."""
    return [[span.kind, clean(span.text)] for span in spans if span.text]


def write_figure(figure: Drawable) -> Json:
    """A figure with the words for those who can't see it."""
    return write_symbol(figures.draw(figure), clean_line(figures.describe(figure)))


def write_symbol(svg: str, words: str) -> Json:
    """A drawing with its words."""
    return {"svg": svg, "alt": words}


def write_keys(figure: Months | Lanes) -> list[Json]:
    """What the symbols of a figure stand for."""
    return [write_symbol(key.symbol, key.words) for key in figures.keys_of(figure)]


def write_table(table: Table) -> Json:
    """Headings, which columns hold figures, and the rows."""
    return {
        "columns": [
            [column.heading[:1].upper() + column.heading[1:], column.figure]
            for column in table.columns
        ],
        "rows": [[write_spans(cell) for cell in row] for row in table.rows],
    }
