"""Documents as text: what a test compares with its golden file."""

from guidelog.reports import as_terminal
from guidelog.reports.blocks import Document


def shown(document: Document, width: int = 80, unicode: bool = True) -> str:
    """The document as plain text."""
    return as_terminal.render(document, width, unicode=unicode).plain
