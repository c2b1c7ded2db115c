"""A document as Markdown that a wiki or a form takes in: texts stay as typed."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, assert_never

from guidelog.cleaning import clean, clean_line
from guidelog.dates import say_day
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
    Subheading,
    Table,
)
from guidelog.reports.phrases import say_level, say_month
from guidelog.words import LEVELS

_ACTIVE: Final = re.compile(
    r"[\\`*_\[\]<~|$^{}@#]"  # bold, code, links, HTML, tables, formulas, mentions
    r"|(?<!\w)-|-(?!\w)|\+(?=\+)|(?<=\+)\+|=(?==)|(?<==)="  # dashes, marked passages
    r"|:(?=\S)|&(?=#?\w+;)|\((?=(?:c|r|p|tm)\))",  # emoji and addresses, signs by name
    re.IGNORECASE,
)
_LEADING: Final = re.compile(r"^(\s*(?:\d+(?=[.)](?:\s|$))|(?=[-+=#>])))(.)")
"""What makes a list, a heading or a quotation at the start of a line."""
_MAYBE_ACTIVE: Final = re.compile(r"[\\`*_\[\]<~|$^{}@#+=:&(-]")
"""First signs of all that is active; most texts have none, which is seen at once."""


def render(document: Document) -> str:
    """The document as Markdown; headings in order, tables with headings."""
    lines = [f"# {escape(document.title)}", ""]
    lines += write_cover(document) if document.cover else write_head(document)
    for section in document.sections:
        lines += write_section(section, document.prepared_on)
    for spans in document.closing:
        lines += [write_spans(spans), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def escape(text: str) -> str:
    """A text on one line, with every sign that Markdown would act on shown as it is.

    Signs that only stand in sentences stay bare: a form that knows no Markdown gets the
    text nearly as typed.
    """
    return shield_start(shield(text))


def shield(text: str) -> str:
    """The same for a text that does not begin its line."""
    line = clean_line(text)
    return _ACTIVE.sub(r"\\\g<0>", line) if _MAYBE_ACTIVE.search(line) else line


def shield_start(line: str) -> str:
    """A line that is no list, heading or quotation, however it begins."""
    return line if line[:1].isalpha() else _LEADING.sub(r"\1\\\2", line)


def write_spans(spans: Iterable[Span]) -> str:
    """Spans on one line: what is bold stays bold, own words stand in quotes."""
    return shield_start("".join(write_span(span) for span in spans).strip())


def write_span(span: Span) -> str:
    """One span; spaces at its ends stay outside of the signs for bold."""
    # a line end in a text would end the list or the cell it stands in
    text = " ".join(clean(span.text).split("\n"))
    bare = text.strip()
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    if not bare:
        return text
    match span.kind:
        case "strong" | "late":
            bare = f"**{shield(bare)}**"
        case "quoted":
            bare = f"“{shield(bare)}”"
        case "plain" | "dim" | "id" | "command":
            bare = shield(bare)
        case _:
            assert_never(span.kind)
    return f"{before}{bare}{after}"


def write_head(document: Document) -> Iterator[str]:
    """The lines under the title of a document without a cover."""
    head = [document.subject]
    head += [spans for line in document.head for spans in (line.left, line.right)]
    for spans in head:
        if spans:
            yield from (write_spans(spans), "")


def write_cover(document: Document) -> Iterator[str]:
    """Marking and role, then the facts of the cover as a list."""
    cover = document.cover
    if cover is None:
        return
    subject = write_spans(document.subject)
    yield from (f"**{escape(cover.marking)}** · {subject}", "")
    yield from (write_spans(cover.role), "")
    yield from write_cover_facts(cover)


def write_cover_facts(cover: Cover) -> Iterator[str]:
    """The facts of the cover, and what is left out."""
    for fact in cover.facts:
        texts = [write_spans(spans) for entry in fact.entries for spans in entry.text]
        yield f"- {escape(fact.label)}: {'; '.join(texts)}"
    yield ""
    if cover.left_out:
        yield from (f"> {write_spans(cover.left_out)}", "")


def write_section(section: Section, today: date) -> Iterator[str]:
    """The heading of a section, its remark and its blocks."""
    if section.heading:
        yield from (f"## {escape(section.heading)}", "")
    if section.note:
        yield from (write_spans(section.note), "")
    for block in section.blocks:
        lines = list(write_block(block, today))
        yield from [*lines, ""] if lines else []


def write_block(block: Block, today: date) -> Iterator[str]:
    """The lines of one block."""
    match block:
        case Paragraph(spans):
            yield write_spans(spans)
        case Subheading(spans):
            yield f"### {write_spans(spans)}"
        case Entries(entries):
            yield from (f"- {write_entry(entry, today)}" for entry in entries)
        case Facts():
            yield from write_facts(block, today)
        case Months() | Table() | Signing():
            yield from write_rows(block)
        case Lanes():
            # the list that follows says all of it
            return
        case _:
            assert_never(block)


def write_entry(entry: Entry, today: date) -> str:
    """An entry on one line: day, keys, texts, figure, and the id in brackets."""
    day = f"{say_day(entry.day, today)}:" if entry.day else ""
    # only at the start of a line a number and a point would make a list
    point = "." if day else "\\."
    number = f"{entry.mark}{point}" if isinstance(entry.mark, int) else ""
    keys = escape(" · ".join(key.text for key in entry.keys if key.text.strip()))
    first, *others = [write_spans(spans) for spans in entry.text if spans] or [""]
    figure = write_figure(entry.figure) if entry.figure else ""
    texts = join_texts(part for part in (first, figure, *others) if part)
    names = [escape(entry.id), write_spans(entry.remark)]
    named = ", ".join(name for name in names if name)
    parts = (escape(day), number, keys, texts, f"({named})" if named else "")
    return " ".join(part for part in parts if part)


def join_texts(texts: Iterable[str]) -> str:
    """Texts on one line; behind one that ends itself stands no further sign."""
    joined = ""
    for text in texts:
        ends = joined[-1:] in (".", "!", "?")
        joined += f"{' ' if ends else '; '}{text}" if joined else text
    return joined


def write_figure(figure: Figure) -> str:
    """A figure in words, with its caption."""
    match figure:
        case Bar(baseline, target):
            way = f"{baseline} → {target} agreed"
            return "; ".join(filter(None, (escape(way), write_spans(figure.caption))))
        case Levels(now):
            strip = [
                f"**{escape(say_level(one))}**"
                if one == now
                else escape(say_level(one))
                for one in LEVELS
            ]
            caption = write_spans(figure.caption)
            return "; ".join(filter(None, (" ".join(strip), caption)))
        case Scale():
            # the words beside it say the place on the scale
            return ""
        case _:
            assert_never(figure)


def write_facts(block: Facts, today: date) -> Iterator[str]:
    """Each label in bold, with one line or with a list of its entries."""
    for fact in block.facts:
        label = f"- **{escape(fact.label)}:**"
        lines = [write_entry(entry, today) for entry in fact.entries]
        if len(lines) == 1:
            yield f"{label} {lines[0]}"
            continue
        yield label
        yield from (f"  - {line}" for line in lines)


def write_rows(block: Months | Table | Signing) -> Iterator[str]:
    """What is a table, or a row of lines, on paper."""
    match block:
        case Months(label, months):
            named = [(f"{say_month(m.first)}", str(m.number)) for m in months]
            yield from lay_table([label, "number"], named, [False, True])
        case Table(columns, rows):
            headings = [escape(column.heading) for column in columns]
            cells = [[write_spans(cell) for cell in row] for row in rows]
            yield from lay_table(headings, cells, [one.figure for one in columns])
        case Signing():
            yield from write_signing(block)
        case _:
            assert_never(block)


def lay_table(
    headings: list[str], rows: Iterable[Iterable[str]], figures: list[bool]
) -> Iterator[str]:
    """A table; figures stand to the right."""
    yield lay_row(heading or " " for heading in headings)
    yield lay_row("---:" if figure else "---" for figure in figures)
    yield from (lay_row(row) for row in rows)


def lay_row(cells: Iterable[str]) -> str:
    """One row of a table."""
    return f"| {' | '.join(cells)} |"


def write_signing(signing: Signing) -> Iterator[str]:
    """Boxes to tick, and a line for each name and for a comment."""
    yield from (f"- [ ] {escape(choice)}" for choice in signing.choices)
    yield from ("", escape(signing.remark), "")
    for name in (*signing.signers, "Comment"):
        date_too = "" if name == "Comment" else ", date"
        yield from (
            f"{escape(name)}{date_too}: \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_",
            "",
        )
