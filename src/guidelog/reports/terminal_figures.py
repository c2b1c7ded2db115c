"""Figures on a terminal: the way of a goal, its levels, talks by month, a note in time.

Fill and shape carry the meaning; hue only repeats it.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from guidelog.dates.names import MONTHS
from guidelog.measures.days import months_between
from guidelog.reports.blocks import (
    Bar,
    Figure,
    Lane,
    LanePoint,
    Lanes,
    Levels,
    MonthCount,
    Months,
    Scale,
    Span,
    SpanKind,
)
from guidelog.reports.phrases import say_level
from guidelog.reports.signs import GLYPHS
from guidelog.reports.terminal_lines import (
    Line,
    Screen,
    in_kind,
    indent,
    pad,
    spaces,
    trim,
    width_of,
    wrap,
)
from guidelog.words import LEVELS

BAR_CELLS = 30
MONTH_CELLS = 4
LANE_LABEL = 12


def draw_figure(figure: Figure | None, screen: Screen) -> list[Line]:
    """The lines of the figure of a goal, with its caption; a scale is said in words."""
    if figure is None or isinstance(figure, Scale):
        return []
    caption = screen.spell(figure.caption)
    drawn = (
        draw_bar(figure, screen)
        if isinstance(figure, Bar)
        else draw_levels(figure, screen)
    )
    room = screen.width - width_of(drawn) - 3
    if caption and width_of(caption) <= room:
        return [[*drawn, spaces(3), *caption]]
    return [
        *wrap(drawn, screen.width),
        *(wrap(caption, screen.width) if caption else []),
    ]


def draw_bar(bar: Bar, screen: Screen) -> Line:
    """The way from baseline to target; the part done, and where even pace would be."""
    ends = [screen.spell(in_kind(text)) for text in (bar.baseline, bar.target)]
    length = screen.width - sum(map(width_of, ends)) - 2
    cells = ["─"] * min(BAR_CELLS, length)
    done = round(len(cells) * (bar.progress or 0))
    cells[:done] = "━" * done
    if bar.even is not None and cells:
        cells[min(len(cells) - 1, round(len(cells) * bar.even))] = "▽"
    drawn = [Span(cell, "id" if n < done else "dim") for n, cell in enumerate(cells)]
    return [*ends[0], spaces(1), *screen.spell(drawn), spaces(1), *ends[1]]


def draw_levels(levels: Levels, screen: Screen) -> Line:
    """The five levels in a row, the one now between bars."""
    line: Line = []
    for level in LEVELS:
        said, now = say_level(level), level == levels.now
        line += [spaces(1)] if line else []
        line.append(Span(f"▐{said}▌" if now else said, "id" if now else "dim"))
    return list(screen.spell(line))


def draw_months(block: Months, screen: Screen) -> list[Line]:
    """Months above their counts, a year at most on each row."""
    cells = MONTH_CELLS if screen.width >= 12 * MONTH_CELLS + 4 else 3
    per_row = max(1, min(12, (screen.width - 2) // cells))
    rows = [block.months[n : n + per_row] for n in range(0, len(block.months), per_row)]
    lines = [line for row in rows for line in _draw_months_row(row, cells)]
    label = wrap(screen.spell(in_kind(block.label, "dim")), screen.width - 2)
    return indent([*label, *lines], 2)


def _draw_months_row(row: Sequence[MonthCount], cells: int) -> list[Line]:
    names: Line = []
    counts: Line = []
    for month in row:
        name = MONTHS[month.first.month - 1][: cells - 1 if cells > 3 else 1]
        names += pad(in_kind(name, "dim"), cells)
        counts += pad(
            in_kind(str(month.number), "id" if month.number else "dim"), cells
        )
    return [trim(names), trim(counts)]


def draw_lanes(block: Lanes, screen: Screen) -> list[Line]:
    """The lanes of a note over its months; nothing where there is no room for them."""
    if screen.is_narrow:
        return []
    axis = _Axis(block.first, block.last, screen.width - LANE_LABEL - 4)
    lines = [_draw_axis(axis), *(_draw_lane(lane, axis, block) for lane in block.lanes)]
    return indent([list(screen.spell(line)) for line in lines], 2)


class _Axis:
    """Days as cells."""

    def __init__(self, first: date, last: date, cells: int) -> None:
        self.first = first
        self.days = max(1, (last - first).days)
        self.cells = cells

    def cell_of(self, day: date) -> int:
        """The cell of a day; days outside stand at the ends."""
        cell = round((day - self.first).days * (self.cells - 1) / self.days)
        return min(self.cells - 1, max(0, cell))

    def months(self) -> list[date]:
        """The first days of the months that begin on the axis."""
        return months_between(self.first, self.first + timedelta(self.days))[1:]


class _Row:
    """Cells that are written once: a mark is never covered by a word."""

    def __init__(self, cells: int) -> None:
        self.cells: Line = [Span(" ")] * cells

    def put(self, cell: int, text: str, kind: SpanKind) -> None:
        """Write a text where all of its cells are free."""
        taken = self.cells[cell : cell + len(text) + 1] if cell >= 0 else []
        if len(taken) > len(text) and all(span.text in " ─" for span in taken):
            for n, sign in enumerate(text):
                self.cells[cell + n] = Span(sign, kind)

    def put_beside(self, cell: int, text: str) -> None:
        """Write the words of a mark: behind it, or before it where another follows."""
        following = self.cells[cell + 1 : cell + 2]
        is_free = all(span.text in " ─" for span in following)
        self.put(cell + 2 if is_free else cell - len(text) - 1, text, "plain")

    def mark(self, cell: int, sign: str, kind: SpanKind = "id") -> None:
        """Write a mark, whatever line runs there."""
        self.cells[cell] = Span(sign, kind)


def _draw_axis(axis: _Axis) -> Line:
    row = _Row(axis.cells)
    for month in axis.months():
        row.put(axis.cell_of(month), MONTHS[month.month - 1][:3], "dim")
    return trim([spaces(LANE_LABEL), *row.cells])


def _draw_lane(lane: Lane, axis: _Axis, block: Lanes) -> Line:
    row = _Row(axis.cells)
    if lane.band and lane.points:
        start = axis.cell_of(lane.points[0].day)
        for cell in range(start, axis.cells):
            row.mark(cell, "─", "dim")
    if lane.band and block.next_look:
        row.mark(axis.cell_of(block.next_look), "¦", "plain")
    cells = _spread([axis.cell_of(point.day) for point in lane.points], axis.cells)
    results = [_cell_of_result(point, axis, cells) for point in lane.points]
    for cell, result in zip(cells, results, strict=True):
        _draw_join(cell, result, row)
    for cell, point in zip(cells, lane.points, strict=True):
        row.mark(cell, _sign_of(point))
    for cell, result, point in zip(cells, results, lane.points, strict=True):
        row.put_beside(cell if result is None else result, point.result or point.word)
    return trim([*pad(in_kind(lane.label), LANE_LABEL), *row.cells])


def _spread(cells: Sequence[int], width: int) -> list[int]:
    """The cells, those of one day side by side, so that no mark hides another."""
    apart: list[int] = []
    for cell in cells:
        apart.append(max(cell, apart[-1] + 1) if apart else cell)
    last = width - len(apart)
    return [max(0, min(cell, last + n)) for n, cell in enumerate(apart)]


def _cell_of_result(point: LanePoint, axis: _Axis, taken: Sequence[int]) -> int | None:
    """Where a result stands: clear of the attempts, to their left."""
    if point.until is None:
        return None
    cell = axis.cell_of(point.until)
    while cell in taken and cell > 0:
        cell -= 1
    return cell


def _draw_join(start: int, end: int | None, row: _Row) -> None:
    """The line from an attempt to its result."""
    if end is not None:
        for cell in range(start, end):
            row.mark(cell, "─", "dim")
        row.mark(end, "▪", "plain")


def _sign_of(point: LanePoint) -> str:
    if isinstance(point.mark, int):
        return str(point.mark)[-1]
    return GLYPHS[point.mark]
