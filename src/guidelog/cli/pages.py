"""Documents and lists shown: on the terminal, or as JSON where that is wished."""

import sys
from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING

from guidelog.cli import output
from guidelog.cli.common import wishes
from guidelog.cli.screen import show_page
from guidelog.reports.as_json import render as render_json
from guidelog.reports.as_terminal import render
from guidelog.reports.blocks import Document

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def show_document(document: Document) -> None:
    """Show a document at the width of the terminal, paged where it does not fit."""
    if wishes().json:
        output.write(render_json(document))
        return
    unicode = output.is_unicode(sys.stdout)
    show_page(render(document, output.width(), unicode=unicode))


def show_rows(
    document: Document, entity: str, rows: "Iterable[DataclassInstance]"
) -> None:
    """Show a page made of rows; as JSON the rows themselves, field by field."""
    if wishes().json:
        output.print_json(entity, [asdict(row) for row in rows])
    else:
        show_document(document)
