"""Documents and lists shown: on the terminal, or as JSON where that is wished."""

import sys
from collections.abc import Iterable
from typing import Any

from guidelog.cli import fitting, output
from guidelog.cli.common import called, wishes
from guidelog.cli.screen import show_page
from guidelog.errors import GuidelogError
from guidelog.reports.as_json import render as render_json
from guidelog.reports.as_terminal import render
from guidelog.reports.blocks import Document
from guidelog.reports.hints import Hint, with_hints
from guidelog.settings import read_settings


def show_document(
    document: Document, hints: Iterable[Hint] = (), *, as_json: bool = False
) -> None:
    """Show a document at the width of the terminal, paged where it does not fit.

    It ends with the hints, where the leader sees and wants them.
    """
    if as_json or wishes().json:
        output.write(render_json(document))
        return
    if hints and wants_hints():
        document = with_hints(document, hints)
    unicode = fitting.is_unicode(sys.stdout)
    page = render(document, fitting.width(), unicode=unicode, program=called())
    show_page(page)


def wants_hints() -> bool:
    """Whether hints are seen on a terminal right away, and not switched off."""
    if wishes().quiet or not fitting.is_on_terminal():
        return False
    try:
        return read_settings().hints
    except GuidelogError:
        # settings that can't be read are no reason to keep back a page
        return False


def show_rows(
    document: Document, entity: str, rows: Iterable[Any], hints: Iterable[Hint] = ()
) -> None:
    """Show a page made of rows; as JSON the rows themselves, field by field."""
    if wishes().json:
        output.print_json(entity, rows)
    else:
        show_document(document, hints)
