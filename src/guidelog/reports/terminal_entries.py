"""Entries and facts on a terminal: in columns where there is room, else stacked."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from guidelog.dates import say_day
from guidelog.reports.blocks import Entries, Entry, Facts, Mark, Span, Spans, joined
from guidelog.reports.signs import GLYPHS
from guidelog.reports.terminal_figures import draw_figure
from guidelog.reports.terminal_lines import (
    Line,
    Screen,
    hang,
    hang_text,
    in_kind,
    indent,
    pad,
    set_apart,
    set_beside,
    spaces,
    text_of,
    trim,
    width_of,
    wrap,
)

LABEL_WIDTH = 20
TEXT_WIDTH = 24
"""What a text needs beside its keys, else it stands under them."""
LONG_REMARK = 0.4
"""The share of a line from which a remark stands under a text, if both don't fit."""


class Columns(NamedTuple):
    """How wide the parts before the text are, over all entries of a list."""

    day: int
    mark: int
    id: int
    keys: tuple[int, ...]
    month_named: bool
    mark_first: bool


def lay_entries(block: Entries, screen: Screen) -> list[Line]:
    """The lines of a list of entries."""
    inset = 0 if screen.is_narrow and has_ids(block.entries) else 2
    entries = [spell_entry(entry, screen) for entry in block.entries]
    columns = measure(entries, screen, block.month_named)
    room = screen.inset(inset)
    lines = [line for entry in entries for line in lay_entry(entry, columns, room)]
    return indent(lines, inset)


def has_ids(entries: Iterable[Entry]) -> bool:
    """Whether any entry begins with its id."""
    return any(entry.id for entry in entries)


def spell_entry(entry: Entry, screen: Screen) -> Entry:
    """The entry with its texts as this screen can show them."""
    return Entry(
        tuple(screen.spell(spans) for spans in entry.text),
        entry.day,
        entry.mark,
        entry.id,
        tuple(spell_key(key, screen) for key in entry.keys),
        screen.spell(entry.remark),
        entry.figure,
    )


def spell_key(key: Span, screen: Screen) -> Span:
    """The key as this screen can show it; an empty one keeps its place."""
    return next(iter(screen.spell((key,))), key)


def measure(
    entries: Sequence[Entry],
    screen: Screen,
    month_named: bool = False,
    mark_first: bool = False,
) -> Columns:
    """The widths of the columns of these entries."""
    days = [entry.day for entry in entries if entry.day]
    said = (say_in_column(day, screen.today, month_named) for day in days)
    depth = max((len(entry.keys) for entry in entries), default=0)
    return Columns(
        day=max(map(len, said), default=0),
        mark=2 if any(entry.mark for entry in entries) else 0,
        id=max((len(entry.id) for entry in entries), default=0),
        keys=tuple(_key_width(entries, n) for n in range(depth)),
        month_named=month_named,
        mark_first=mark_first,
    )


def _key_width(entries: Sequence[Entry], n: int) -> int:
    return max(width_of(entry.keys[n : n + 1]) for entry in entries)


def say_in_column(day: date, today: date, month_named: bool) -> str:
    """A day whose parts stand under each other: `Thu  8` or `Fri  4 Sep`."""
    weekday, number, *rest = say_day(day, today).split()
    return " ".join([weekday, f"{number:>2}", *([] if month_named else rest)])


def glyph_of(mark: Mark | int) -> str:
    """The sign of a mark; an attempt within a note is its number."""
    return str(mark) if isinstance(mark, int) else GLYPHS[mark]


def lay_entry(entry: Entry, columns: Columns, screen: Screen) -> list[Line]:
    """The lines of one entry, whose texts are spelled for this screen."""
    lead = lead_of(entry, columns, screen)
    keys = [span for n, key in enumerate(entry.keys) for span in _key(key, columns, n)]
    before = width_of(lead) + width_of(keys)
    if screen.is_narrow or screen.width - before < TEXT_WIDTH:
        return stack_entry(entry, columns, screen)
    first, *others = entry.text or ((),)
    text = lay_with_remark(first, entry.remark, screen.width - before)
    column = width_of(lead)
    return [
        *hang([*lead, *keys], text, before),
        *indent(draw_figure(entry.figure, screen.inset(column)), column),
        *indent(wrap_all(others, screen.width - column), column),
    ]


def _key(key: Span, columns: Columns, n: int) -> Line:
    if not columns.keys[n]:
        return []
    right = key.text[:1].isdigit() and key.kind == "plain"
    return [*pad([key], columns.keys[n], right=right), spaces(2)]


def wrap_all(texts: Iterable[Spans], width: int) -> list[Line]:
    """Each text wrapped, one under the other; an empty one takes no line."""
    return [line for text in texts if text for line in wrap(text, width)]


def lay_with_remark(text: Spans, remark: Spans, width: int) -> list[Line]:
    """The text, and the remark at the right of its first line, or under it."""
    if not remark:
        return wrap(text, width)
    room = width - width_of(remark) - 2
    if width_of(remark) > LONG_REMARK * width:
        return set_apart(text, remark, width)
    first, *others = wrap(text, room)
    return [*set_apart(first, remark, width), *others]


def lead_of(entry: Entry, columns: Columns, screen: Screen) -> Line:
    """Day, mark and id as they begin the first line; after a label the mark first."""
    gap = 1 if screen.is_narrow and columns.id else 2
    day = _day_lead(entry, columns, screen, gap)
    mark = _mark_lead(entry, columns, screen)
    named = pad(in_kind(entry.id, "id"), columns.id + gap) if columns.id else []
    return [*mark, *day, *named] if columns.mark_first else [*day, *mark, *named]


def _day_lead(entry: Entry, columns: Columns, screen: Screen, gap: int) -> Line:
    if entry.day is None:
        return []
    said = say_in_column(entry.day, screen.today, columns.month_named)
    return pad(in_kind(said), columns.day + gap)


def _mark_lead(entry: Entry, columns: Columns, screen: Screen) -> Line:
    if not columns.mark:
        return []
    glyph = glyph_of(entry.mark) if entry.mark else ""
    return pad(screen.spell(in_kind(glyph, "id")), columns.mark)


def stack_entry(entry: Entry, columns: Columns, screen: Screen) -> list[Line]:
    """The lines of one entry where there is little room: its text under its keys."""
    lead = lead_of(entry, columns, screen)
    column = _hanging_column(entry, columns, screen)
    keys = _stacked_keys(entry, screen)
    first, *others = entry.text or ((),)
    lines = hang_text(lead, keys or first, column, screen.width)
    room = screen.inset(column)
    return [
        *(lines if keys else _add_remark(lines, entry.remark, column, screen)),
        *indent(wrap_all([first] if keys else [], room.width), column),
        *indent(draw_figure(entry.figure, room), column),
        *indent(wrap_all(others, room.width), column),
    ]


def _stacked_keys(entry: Entry, screen: Screen) -> Spans:
    """The keys of an entry and its remark in one line; nothing without keys."""
    between = text_of(screen.spell(in_kind(" · ")))
    keys = joined([(key,) for key in entry.keys if key.text.strip()], between)
    return joined([keys, entry.remark], "  ") if keys else ()


def _add_remark(
    lines: list[Line], remark: Spans, column: int, screen: Screen
) -> list[Line]:
    """The remark at the end of the last line if it fits there, else on its own."""
    if not remark:
        return lines
    *others, last = lines
    if width_of(last) + 2 + width_of(remark) <= screen.width:
        return [*others, [*last, spaces(2), *remark]]
    return [*lines, *indent(wrap(remark, screen.width - column), column)]


def _hanging_column(entry: Entry, columns: Columns, screen: Screen) -> int:
    """The column under the id after a day, under the text after an id alone."""
    if not columns.id:
        return columns.mark
    if entry.day is None:
        return columns.mark + columns.id + 1
    column = columns.day + 1 + columns.mark
    return column if column <= screen.width // 3 else 2


def lay_facts(block: Facts, screen: Screen) -> list[Line]:
    """The lines of labels and what they stand for."""
    facts = [
        (fact.label, [spell_entry(entry, screen) for entry in fact.entries])
        for fact in block.facts
    ]
    everything = [entry for _, entries in facts for entry in entries]
    columns = measure(everything, screen, mark_first=True)
    labels = [screen.spell(in_kind(label, "strong")) for label, _ in facts]
    width = min(LABEL_WIDTH, max(map(width_of, labels), default=0))
    lay = stack_fact if screen.is_narrow else set_fact
    return [
        line
        for label, (_, entries) in zip(labels, facts, strict=True)
        for line in lay(pad(label, width), entries, columns, screen)
    ]


def stack_fact(
    label: Line, entries: Sequence[Entry], columns: Columns, screen: Screen
) -> list[Line]:
    """A label on its own line, its entries under it."""
    inset = 0 if columns.mark else 2
    room = screen.inset(inset)
    lines = [line for entry in entries for line in lay_entry(entry, columns, room)]
    return [*wrap(trim(label), screen.width), *indent(lines, inset)]


def set_fact(
    label: Line, entries: Sequence[Entry], columns: Columns, screen: Screen
) -> list[Line]:
    """A label with its entries at its right."""
    column = min(LABEL_WIDTH, width_of(label)) + 2
    room = screen.inset(2 + column)
    lines = [line for entry in entries for line in lay_entry(entry, columns, room)]
    names = wrap(trim(label), column - 2)
    return indent(set_beside([(names, column), (lines, room.width)]), 2)
