"""A document as one HTML page that needs nothing else: figures, print, telephone.

Import it where a page is asked for: Jinja costs more than the rest of a command.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, Final, assert_never

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from guidelog.cleaning import clean, clean_line
from guidelog.dates import say_day
from guidelog.reports import figures
from guidelog.reports.blocks import (
    Block,
    Document,
    Entries,
    Entry,
    Facts,
    Lanes,
    Mark,
    Months,
    Paragraph,
    Section,
    Signing,
    Subheading,
    Table,
)
from guidelog.reports.figures import Drawable
from guidelog.reports.symbols import symbol_of

TAGS: Final[Mapping[str, str]] = {
    "strong": "b",
    "late": "strong",
    "quoted": "q",
    "id": "small",
    "dim": "small",
}
"""The element of each kind of span; plain ones need none."""


def render(document: Document) -> str:
    """The document as one page of HTML, without a reference to anything outside."""
    template = _environment().get_template("document.html.j2")
    return template.render(document=document, today=document.prepared_on) + "\n"


@cache
def _environment() -> Environment:
    """The templates, with the readers of blocks that they use."""
    environment = Environment(
        loader=PackageLoader("guidelog.reports", "html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_clean,
    )
    environment.filters |= FILTERS
    environment.tests["goal"] = is_goal
    environment.globals |= READERS
    return environment


def _clean(value: Any) -> Any:
    """Every text that reaches the page, without controls; markup is ours already."""
    return clean(value) if type(value) is str else value


def name_block(block: Block) -> str:
    """The macro that shows a block."""
    match block:
        case Paragraph() | Subheading() | Entries() | Facts() | Months():
            return type(block).__name__.lower()
        case Lanes() | Table() | Signing():
            return type(block).__name__.lower()
        case _:
            assert_never(block)


def has_days(entries: tuple[Entry, ...]) -> bool:
    """Whether a column for days is needed."""
    return any(entry.day for entry in entries)


def has_years(entries: tuple[Entry, ...], today: date) -> bool:
    """Whether a day is said with its year, and needs a wider column."""
    return any(entry.day and entry.day.year != today.year for entry in entries)


def has_rhythm(section: Section) -> bool:
    """Whether the section is shown as a figure with its words beside it."""
    return any(isinstance(block, Months) for block in section.blocks)


def is_goal(entry: Entry) -> bool:
    """Whether an entry is shown as a figure under a heading of its own."""
    return entry.figure is not None and entry.day is None and bool(entry.id)


def raise_first(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def write_css_text(text: str) -> Markup:
    """A text inside the quotation marks of a style sheet: no sign can end it."""
    # letters and digits only, all else by number: a style sheet knows no entities
    return Markup(
        "".join(
            sign if sign.isascii() and sign.isalnum() else f"\\{ord(sign):x} "
            for sign in clean_line(text)
        )
    )


# Safe, since figures escape every text they are given.
def _draw(figure: Drawable) -> Markup:
    return Markup(figures.draw(figure))


def _keys_of(figure: Months | Lanes) -> list[tuple[Markup, str]]:
    return [(Markup(key.symbol), key.words) for key in figures.keys_of(figure)]


def _symbol(mark: Mark | int) -> Markup:
    return Markup(symbol_of(mark))


FILTERS: Final[Mapping[str, Any]] = {
    "kind": name_block,
    "css": write_css_text,
    "line": clean_line,
    "upper_first": raise_first,
}
"""What templates put texts through."""

READERS: Final[Mapping[str, Any]] = {
    "tags": TAGS,
    "draw": _draw,
    "keys_of": _keys_of,
    "symbol": _symbol,
    "say_day": say_day,
    "has_days": has_days,
    "has_years": has_years,
    "has_rhythm": has_rhythm,
}
"""What templates ask about blocks, and the figures they place."""
