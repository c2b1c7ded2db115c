"""Documents as a reader of each medium sees them: the texts that are left."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import chain

from markdown_it import MarkdownIt

from guidelog.cleaning import clean
from guidelog.exchange.pdf import typeset
from guidelog.reports import as_html, as_json, as_markdown
from guidelog.reports.blocks import (
    Block,
    Document,
    Entries,
    Entry,
    Facts,
    Paragraph,
    Span,
    Subheading,
    Table,
)
from reports.shown import shown

VOID = {"meta", "br"}


class Page(HTMLParser):
    """A page of HTML read as a browser reads it: texts, elements and attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "title", "text"} & set(self.open):
            self.texts.append(data)

    @property
    def text(self) -> str:
        """All texts together."""
        return "".join(self.texts)


def squeeze(text: str) -> str:
    """The signs that are read, without the spaces that a layout puts between."""
    return re.sub(r"\s+", "", text)


def read_html(document: Document) -> str:
    """What a browser shows of the page."""
    return squeeze(Page(as_html.render(document)).text)


def read_markdown(document: Document) -> str:
    """What a wiki shows of the Markdown."""
    wiki = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return squeeze(Page(wiki.render(as_markdown.render(document))).text)


def read_json(document: Document) -> str:
    """Every text of the JSON."""

    def texts(value: object) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            for each in value.values():
                yield from texts(each)
        elif isinstance(value, list):
            for each in value:
                yield from texts(each)

    return squeeze("".join(texts(json.loads(as_json.render(document)))))


def read_terminal(document: Document) -> str:
    """What a wide terminal shows."""
    return squeeze(shown(document, 1_000))


def read_pdf(document: Document) -> str:
    """What can be copied out of the PDF."""
    program = shutil.which("pdftotext")
    assert program
    read = subprocess.run(
        [program, "-raw", "-", "-"],
        input=typeset(document).data,
        capture_output=True,
        check=True,
    )
    return squeeze(read.stdout.decode())


def spans_of(document: Document) -> Iterator[Span]:
    """Every text that the sections of a document hold, and those that close it."""
    for section in document.sections:
        yield from section.note
        for block in section.blocks:
            yield from spans_of_block(block)
    for closing in document.closing:
        yield from closing


def spans_of_block(block: Block) -> Iterator[Span]:
    """The texts of one block; figures have none of their own."""
    match block:
        case Paragraph(spans) | Subheading(spans):
            yield from spans
        case Entries(entries):
            yield from chain.from_iterable(map(spans_of_entry, entries))
        case Facts(facts):
            entries = tuple(entry for fact in facts for entry in fact.entries)
            yield from chain.from_iterable(map(spans_of_entry, entries))
        case Table(_, rows):
            yield from chain.from_iterable(chain.from_iterable(rows))
        case _:
            return


def spans_of_entry(entry: Entry) -> Iterator[Span]:
    """The texts of one entry."""
    yield from entry.keys
    for spans in entry.text:
        yield from spans
    yield from entry.remark


def texts_of(document: Document) -> set[str]:
    """Every text of a document, squeezed."""
    texts = {squeeze(clean(span.text)) for span in spans_of(document)}
    return {text for text in texts if text}
