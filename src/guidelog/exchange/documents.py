"""Documents in the formats of other programs, whole, for a stream or a file."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from guidelog.exchange.pdf import typeset
from guidelog.exchange.places import write_beside
from guidelog.reports import as_json, as_markdown, as_terminal
from guidelog.reports.blocks import Document

TERMINAL_WIDTH: Final = 80


class Written(NamedTuple):
    """A document in one format, and what a reader of it should know."""

    data: bytes
    remark: str = ""


def write_document(document: Document, format_: str) -> Written:
    """Write a document in a format; raises MissingExtra and NotTypeset for a PDF."""
    return WRITERS[format_](document)


def put_document(document: Document, format_: str, path: Path) -> Written:
    """Write a document into a file, whole or not at all, mode 0600.

    Raises OutOfReach and DiskFull, and what `write_document` raises.
    """
    written = write_document(document, format_)
    with write_beside(path) as beside:
        beside.buffer.write(written.data)
    return written


def _write_terminal(document: Document) -> Written:
    page = as_terminal.render(document, TERMINAL_WIDTH, colour=False)
    return Written(page.plain.encode())


def _write_markdown(document: Document) -> Written:
    return Written(as_markdown.render(document).encode())


def _write_html(document: Document) -> Written:
    from guidelog.reports import as_html

    return Written(as_html.render(document).encode())


def _write_pdf(document: Document) -> Written:
    made = typeset(document)
    if made.is_archivable:
        return Written(made.data)
    remark = "some signs have no letters here or may not be archived: no PDF/A"
    return Written(made.data, remark)


def _write_json(document: Document) -> Written:
    return Written(as_json.render(document).encode())


WRITERS: Final[Mapping[str, Callable[[Document], Written]]] = MappingProxyType(
    {
        "terminal": _write_terminal,
        "markdown": _write_markdown,
        "html": _write_html,
        "pdf": _write_pdf,
        "json": _write_json,
    }
)
"""How each format is written."""
