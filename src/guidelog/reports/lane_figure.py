"""The time line of a note: its lanes over the months; the list is the record."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from guidelog.dates.names import MONTHS
from guidelog.measures.days import months_between
from guidelog.reports.blocks import Lane, LanePoint, Lanes
from guidelog.reports.phrases import say_date
from guidelog.reports.svg import (
    BLUE,
    GREY,
    INK,
    OUTLINE,
    SMALL,
    WASH,
    Drawing,
    Value,
    width_of,
)
from guidelog.reports.symbols import HOLLOW, draw_mark, draw_result

WIDTH = 680
LEFT, RIGHT = 104.0, 668.0
TOP = 22.0
LANE, WORDS = 38.0, 16.0
"""The height of a lane, and of the words under its marks."""
RADIUS = 8.0
CLOSEST = 34.0
"""How near to each other the names of months may stand."""


class Axis(NamedTuple):
    """Days as places between left and right."""

    first: date
    last: date

    def place_of(self, day: date) -> float:
        """Where a day stands; days outside stand at the ends."""
        days = max(1, (self.last - self.first).days)
        share = (day - self.first).days / days
        return LEFT + 10 + min(1.0, max(0.0, share)) * (RIGHT - LEFT - 20)

    def months(self) -> list[date]:
        """The first days of the months that begin on the axis."""
        return months_between(self.first, self.last)[1:]


class Row:
    """A row of words, of which none covers another: what has no room is left out."""

    def __init__(self, drawing: Drawing, y: float) -> None:
        self.drawing, self.y = drawing, y
        self.taken: list[tuple[float, float]] = []

    def write(self, start: float, words: str, **look: Value) -> None:
        """Write words from a place on, if there is room for them."""
        end = start + width_of(words, SMALL)
        free = all(end + 3 < a or start - 3 > b for a, b in self.taken)
        if words and free and start >= LEFT and end <= RIGHT + 12:
            self.taken.append((start, end))
            self.drawing.write(start, self.y, words, font_size=SMALL, **look)

    def centre(self, middle: float, words: str, **look: Value) -> None:
        """Write words around a place, if there is room for them."""
        half = width_of(words, SMALL) / 2
        start = min(RIGHT + 10 - 2 * half, max(LEFT, middle - half))
        self.write(start, words, **look)


class Stage(NamedTuple):
    """Where a lane is drawn."""

    drawing: Drawing
    axis: Axis
    y: float


def draw_lanes(block: Lanes) -> str:
    """All lanes, the months under them, and the next look across them."""
    axis, drawing = Axis(block.first, block.last), Drawing()
    heights = [LANE + (WORDS if has_words(lane) else 0) for lane in block.lanes]
    bottom = TOP + sum(heights)
    draw_months(drawing, axis, bottom)
    top = TOP
    for lane, height in zip(block.lanes, heights, strict=True):
        draw_lane(lane, Stage(drawing, axis, top + 24))
        top += height
    if block.next_look:
        draw_next_look(drawing, axis.place_of(block.next_look), block.next_look, bottom)
    return drawing.finish(WIDTH, bottom + 34, say_lanes(block))


def has_words(lane: Lane) -> bool:
    """Whether words stand under the marks of a lane."""
    return any(isinstance(point.mark, int) for point in lane.points)


def draw_months(drawing: Drawing, axis: Axis, bottom: float) -> None:
    """A hairline for each month, its name where there is room, the year under it."""
    drawing.rule((LEFT, bottom), (RIGHT, bottom))
    named, year = LEFT - CLOSEST, 0
    for month in axis.months():
        x = axis.place_of(month)
        drawing.rule((x, TOP), (x, bottom))
        if x - named < CLOSEST or x > RIGHT - 20:
            continue
        look: dict[str, Value] = {"font_size": SMALL, "fill": GREY}
        drawing.write(x + 3, bottom + 15, MONTHS[month.month - 1][:3], **look)
        if month.year != year:
            drawing.write(x + 3, bottom + 29, str(month.year), **look)
        named, year = x, month.year


def draw_next_look(drawing: Drawing, x: float, day: date, bottom: float) -> None:
    """A dashed upright with its day on top."""
    look: dict[str, Value] = {"stroke": INK, "stroke_dasharray": "4 3"}
    drawing.rule((x, TOP - 4), (x, bottom), **look)
    said = f"look again {say_short(day)}"
    half = width_of(said, SMALL) / 2
    middle = min(WIDTH - half - 4, max(LEFT + half, x))
    bold: dict[str, Value] = {"font_weight": "bold", "font_size": SMALL}
    drawing.write(middle, TOP - 9, said, text_anchor="middle", **bold)


def say_short(day: date) -> str:
    """A day without its year: 23 Nov."""
    return say_date(day).rpartition(" ")[0]


def draw_lane(lane: Lane, stage: Stage) -> None:
    """The name of a lane, its band, its marks, and their words where there is room."""
    drawing, axis, y = stage
    look: dict[str, Value] = {"font_weight": "bold"}
    drawing.write(2, y + 4, lane.label, **look)
    if lane.band and lane.points:
        start = axis.place_of(lane.points[0].day)
        box: dict[str, Value] = {"x": start, "y": y - 5, "width": RIGHT - start}
        drawing.add("rect", **box, height=10, fill=WASH, stroke=OUTLINE)
    places = spread([axis.place_of(point.day) for point in lane.points])
    if is_measured(lane):
        draw_values(lane, places, stage)
    else:
        draw_points(lane, places, stage)


def is_measured(lane: Lane) -> bool:
    """Whether the lane holds the figures of a goal."""
    return all(point.mark == "progress" for point in lane.points)


def spread(places: Sequence[float]) -> list[float]:
    """The places, those of one day a little apart, so that no mark hides another."""
    apart: list[float] = []
    for place in places:
        apart.append(max(place, apart[-1] + 5) if apart else place)
    return apart


def radius_for(places: Sequence[float]) -> float:
    """How large marks may be that stand so near to each other."""
    nearest = min((b - a for a, b in pairwise(places)), default=2 * RADIUS)
    return min(RADIUS, max(3.5, 0.48 * nearest))


def draw_points(lane: Lane, places: Sequence[float], stage: Stage) -> None:
    """The marks of a lane with their days; attempts with answer and result."""
    drawing, _, y = stage
    above, below = Row(drawing, y - 12), Row(drawing, y + 22)
    radius = radius_for(places)
    results = place_results(lane, places, stage.axis)
    for x, result in zip(places, results, strict=True):
        if result is not None:
            drawing.rule((x, y), (result, y), stroke=BLUE, stroke_width=1.6)
    for x, result, point in zip(places, results, lane.points, strict=True):
        draw_mark(drawing, (x, y), point.mark, radius if has_words(lane) else 7)
        above.centre(x, say_short(point.day))
        below.centre(x, point.word)
        if result is not None and point.until:
            draw_result(drawing, (result, y), point.result, min(10, 1.3 * radius))
            above.centre(result, say_short(point.until), fill=GREY)
            below.centre(result, point.result, font_weight="bold")


def place_results(
    lane: Lane, places: Sequence[float], axis: Axis
) -> list[float | None]:
    """Where the results stand, clear of the attempts; None where there is none."""
    radius = radius_for(places)
    return [
        clear_of(axis.place_of(point.until), places, radius + 6)
        if point.until and point.result
        else None
        for point in lane.points
    ]


def clear_of(place: float, others: Sequence[float], room: float) -> float:
    """The place, moved to the left of a mark that it would cover."""
    for other in reversed(others):
        if abs(place - other) < room:
            return max(LEFT, other - room)
    return place


def draw_values(lane: Lane, places: Sequence[float], stage: Stage) -> None:
    """The figures of a goal in boxes, joined; a dot where a box has no room."""
    drawing, _, y = stage
    for start, end in pairwise(places):
        drawing.rule((start, y), (end, y), stroke=BLUE)
    right = LEFT
    for x, point in zip(places, lane.points, strict=True):
        width = max(20.0, width_of(point.word, SMALL) + 10)
        if x - width / 2 < right:
            drawing.add("circle", cx=x, cy=y, r=2.5, fill=BLUE)
            continue
        box: dict[str, Value] = {"x": x - width / 2, "y": y - 9, "height": 18}
        drawing.add("rect", **box, width=width, **HOLLOW)
        look: dict[str, Value] = {"font_size": SMALL, "font_weight": "bold"}
        drawing.write(x, y + 4, point.word, text_anchor="middle", **look)
        right = x + width / 2 + 2


def say_lanes(block: Lanes) -> str:
    """The time line in words."""
    lanes = [
        f"{lane.label} {', '.join(say_point(point) for point in lane.points)}"
        for lane in block.lanes
    ]
    look = [f"look again {say_date(block.next_look)}"] if block.next_look else []
    return "Time line. " + "; ".join([*lanes, *look])


def say_point(point: LanePoint) -> str:
    """One mark in words: its day, and what stands at it."""
    result = f"result {point.result}" if point.result else ""
    said = ", ".join(part for part in (point.word, result) if part)
    return f"{say_date(point.day)}{f' ({said})' if said else ''}"
