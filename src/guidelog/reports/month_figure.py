"""The rhythm by month: a square for each talk, and what an empty month says."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from guidelog.dates.names import MONTHS
from guidelog.reports.blocks import MonthCount, Months
from guidelog.reports.phrases import count, say_month
from guidelog.reports.svg import GREY, SMALL, Drawing, Value
from guidelog.reports.symbols import draw_cell

WIDTH = 340
HIGHEST = 110
"""How high the squares of the fullest month may stand."""
YEAR = 28
"""The room a year takes."""
SIDE = 11
GAP = 3
SMALLEST = 4
"""Below so much a talk, one block stands for all talks of a kind."""
COUNTED = 6
"""Above so many talks in a month, their number stands over them."""


class Grid(NamedTuple):
    """Where the columns and the base of the squares are."""

    column: float
    step: float
    base: float

    @property
    def is_fine(self) -> bool:
        """Whether every talk has a square of its own."""
        return self.step >= SMALLEST

    @property
    def side(self) -> float:
        """How wide a square is."""
        return min(SIDE, 0.78 * self.column)


def draw_months(block: Months) -> str:
    """The talks of each month, empty months included."""
    most = max((month.number for month in block.months), default=0)
    step = min(SIDE + GAP, HIGHEST / max(1, most))
    grid = Grid(min(28, (WIDTH - 8) / max(1, len(block.months))), step, 0)
    grid = grid._replace(base=18 + max(SIDE + GAP, most * step))
    drawing = Drawing()
    for n, month in enumerate(block.months):
        draw_month(drawing, month, 4 + n * grid.column, grid)
    width = max(1, len(block.months)) * grid.column + 4
    drawing.rule((4, grid.base + 2), (width, grid.base + 2))
    name_months(drawing, block.months, grid)
    return drawing.finish(WIDTH, grid.base + 34, say_months(block))


def draw_month(drawing: Drawing, month: MonthCount, left: float, grid: Grid) -> None:
    """The talks of one month, one over the other; an empty one says 0."""
    middle = left + grid.column / 2
    top = grid.base
    for kind, number in cells_of(month, grid):
        height = grid.step * number
        side = min(0.8 * height, grid.side) if grid.is_fine else height
        place = (middle - grid.side / 2, top - side)
        draw_cell(drawing, place, (grid.side, side), kind)
        top -= height
    if (not month.number or month.number > COUNTED) and grid.column >= SIDE:
        look: dict[str, Value] = {
            "text_anchor": "middle",
            "font_size": SMALL,
            "fill": GREY,
        }
        drawing.write(middle, top - 4, str(month.number), **look)


def cells_of(month: MonthCount, grid: Grid) -> Iterator[tuple[str, int]]:
    """The kinds of the talks, each alone or, where there are many, together."""
    unknown = ["" for _ in range(month.number - len(month.kinds))]
    kinds = [*month.kinds, *unknown]
    if grid.is_fine:
        yield from ((kind, 1) for kind in kinds)
    else:
        yield from Counter(kinds).items()


def name_months(drawing: Drawing, months: Sequence[MonthCount], grid: Grid) -> None:
    """The first letters of the months where they fit, and the years under them."""
    written_up_to = 0.0
    for n, month in enumerate(months):
        left = 4 + n * grid.column
        if grid.column >= SIDE:
            letter = MONTHS[month.first.month - 1][0]
            drawing.write(
                left + grid.column / 2, grid.base + 16, letter, text_anchor="middle"
            )
        if month.first.month == 1 and left >= written_up_to:
            write_year(drawing, left, month, grid)
            written_up_to = left + YEAR
    to_january = (13 - months[0].first.month) % 12 if months else 0
    if months and (to_january * grid.column >= YEAR or to_january >= len(months)):
        write_year(drawing, 4, months[0], grid)


def write_year(drawing: Drawing, left: float, month: MonthCount, grid: Grid) -> None:
    """The year of a month, under it."""
    look: dict[str, Value] = {"font_size": SMALL, "fill": GREY}
    drawing.write(left + 1, grid.base + 30, str(month.first.year), **look)


def say_months(block: Months) -> str:
    """The figure in words."""
    said = [f"{say_month(month.first)} {month.number}" for month in block.months]
    total = sum(month.number for month in block.months)
    return f"{block.label}, {count(total, 'talk')}: {', '.join(said)}"
