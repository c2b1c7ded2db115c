"""A document on a terminal: three weights, two hues, 80 columns plain, 40 usable."""

from collections.abc import Iterator, Mapping
from typing import Final, assert_never

from rich.text import Text

from guidelog.reports.blocks import (
    Block,
    Document,
    Entries,
    Facts,
    HeadLine,
    Lanes,
    Months,
    Paragraph,
    Section,
    Signing,
    Span,
    SpanKind,
    Subheading,
    Table,
    dim,
    strong,
)
from guidelog.reports.terminal_entries import lay_entries, lay_facts
from guidelog.reports.terminal_figures import draw_lanes, draw_months
from guidelog.reports.terminal_lines import (
    NARROWEST,
    PROGRAM,
    Line,
    Screen,
    indent,
    merge,
    set_apart,
    trim,
    wrap,
)
from guidelog.reports.terminal_tables import lay_table

STYLES: Final[Mapping[SpanKind, str]] = {
    "plain": "",
    "strong": "bold",
    "dim": "dim",
    "quoted": "italic",
    "id": "cyan",
    "late": "bold red",
    "command": "",
}

NARROW = 60
"""Below so many columns labels stand on their own line."""


def render(
    document: Document,
    width: int,
    *,
    colour: bool = True,
    unicode: bool = True,
    program: str = PROGRAM,
) -> Text:
    """The document as text no line of which is wider than so many columns.

    Below 20 columns it stays 20 wide. Without colour the weights remain, without
    unicode every sign is ASCII. Commands call the program as it has to be called here.
    """
    columns = max(NARROWEST, width)
    screen = Screen(columns, unicode, document.prepared_on, columns < NARROW, program)
    styles = STYLES if colour else leave_weights(STYLES)
    text = Text()
    for line in lay_document(document, screen):
        for span in merge(trim(line)):
            text.append(span.text, styles[span.kind])
        text.append("\n")
    return text


def leave_weights(styles: Mapping[SpanKind, str]) -> dict[SpanKind, str]:
    """The styles without their hues."""
    return {
        kind: style.replace("cyan", "").replace(" red", "")
        for kind, style in styles.items()
    }


def lay_document(document: Document, screen: Screen) -> Iterator[Line]:
    """The lines of the document from head to closing."""
    title = HeadLine((strong(document.title),), document.subject)
    for head in (title, *document.head):
        yield from set_apart(
            screen.spell(head.left), screen.spell(head.right), screen.width
        )
    for section in document.sections:
        yield []
        yield from lay_section(section, screen)
    if document.closing:
        yield []
    for spans in document.closing:
        yield from wrap(screen.spell(spans), screen.width)


def lay_section(section: Section, screen: Screen) -> Iterator[Line]:
    """The heading of a section and its blocks."""
    heading = screen.spell([strong(section.heading)])
    if heading:
        yield from set_apart(heading, screen.spell(section.note), screen.width)
    for before, block in zip((None, *section.blocks), section.blocks, strict=False):
        if is_set_off(before, block):
            yield []
        yield from lay_block(block, screen)


def is_set_off(before: Block | None, block: Block) -> bool:
    """Whether a blank line stands between two blocks of a section."""
    return before is not None and isinstance(block, Subheading)


def lay_block(block: Block, screen: Screen) -> list[Line]:
    """The lines of one block."""
    match block:
        case Paragraph(spans) | Subheading(spans):
            return indent(wrap(screen.spell(spans), screen.width - 2), 2)
        case Entries():
            return lay_entries(block, screen)
        case Facts():
            return lay_facts(block, screen)
        case Months():
            return draw_months(block, screen)
        case Lanes():
            return [*draw_lanes(block, screen), []]
        case Table():
            return lay_table(block, screen)
        case Signing():
            return lay_signing(block, screen)
        case _:
            assert_never(block)


def lay_signing(signing: Signing, screen: Screen) -> list[Line]:
    """Boxes to tick, and a line for each name."""
    ticks = Span("   ".join(f"[ ] {choice}" for choice in signing.choices))
    names = Span("   ".join(f"{name}: ____________" for name in signing.signers))
    texts = ((ticks,), (dim(signing.remark),), (names,))
    lines = [
        line for text in texts for line in wrap(screen.spell(text), screen.width - 2)
    ]
    return indent(lines, 2)
