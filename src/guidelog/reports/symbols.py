"""Symbols of entries: shape and fill tell them apart, hue only repeats it."""

from typing import assert_never

from guidelog.reports.blocks import Mark
from guidelog.reports.svg import (
    BLUE,
    GREY,
    INK,
    OCHRE,
    PAPER,
    SMALL,
    Drawing,
    Value,
)

SIZE = 16
"""The side of a symbol that stands alone."""

FILLED: dict[str, Value] = {"fill": BLUE, "stroke": BLUE, "stroke_width": 1.4}
HOLLOW: dict[str, Value] = {**FILLED, "fill": PAPER}

Place = tuple[float, float]


def symbol_of(mark: Mark | int) -> str:
    """The symbol of an entry as a drawing of its own, without words of its own."""
    drawing = Drawing()
    draw_mark(drawing, (SIZE / 2, SIZE / 2), mark)
    return drawing.finish(SIZE, SIZE, name_mark(mark))


def symbol_of_kind(kind: str) -> str:
    """The square of a talk of one mode, as a drawing of its own."""
    drawing = Drawing()
    draw_cell(drawing, (3, 3), (10, 10), kind)
    return drawing.finish(SIZE, SIZE, kind)


def symbol_of_result(result: str) -> str:
    """The square of a result, as a drawing of its own."""
    drawing = Drawing()
    draw_result(drawing, (SIZE / 2, SIZE / 2), result)
    return drawing.finish(SIZE, SIZE, f"result {result}")


def name_mark(mark: Mark | int) -> str:
    """What a symbol stands for."""
    names = {"seen": "seen by the leader", "hearsay": "told by someone else"}
    if isinstance(mark, int):
        return f"attempt {mark}"
    return {**names, "handout": "told", "done": "done by the leader"}.get(mark, mark)


def draw_mark(
    drawing: Drawing, place: Place, mark: Mark | int, radius: float = 7
) -> None:
    """Draw the mark of an entry around a place."""
    if isinstance(mark, int):
        draw_number(drawing, place, mark, radius)
        return
    match mark:
        case "seen" | "resistance" | "move":
            draw_diamond(drawing, place, radius, OCHRE)
        case "hearsay" | "observation":
            draw_diamond(drawing, place, radius, PAPER)
        case "done" | "goal" | "progress" | "assessment":
            draw_triangle(drawing, place, radius)
        case "handout":
            draw_bubble(drawing, place, radius)
        case "session" | "attempt":
            drawing.add("circle", cx=place[0], cy=place[1], r=radius * 0.6, fill=INK)
        case "commitment" | "topic":
            drawing.add("circle", cx=place[0], cy=place[1], r=radius * 0.6, **HOLLOW)
        case _:
            assert_never(mark)


def draw_number(drawing: Drawing, place: Place, number: int, radius: float) -> None:
    """A circle with a number in it, where there is room for one."""
    drawing.add("circle", cx=place[0], cy=place[1], r=radius, **HOLLOW)
    if radius >= 6:
        size = SMALL if number < 10 else SMALL - 2
        look: dict[str, Value] = {"font_size": size, "text_anchor": "middle"}
        drawing.write(place[0], place[1] + 0.35 * size, str(number), fill=BLUE, **look)


def draw_diamond(drawing: Drawing, place: Place, radius: float, fill: str) -> None:
    """A square on its tip: what was seen, filled where the leader saw it."""
    x, y = place
    r = radius - 0.5
    path = f"M{x} {y - r}L{x + r} {y}L{x} {y + r}L{x - r} {y}Z"
    drawing.add("path", d=path, fill=fill, stroke=OCHRE, stroke_width=1.6)


def draw_triangle(drawing: Drawing, place: Place, radius: float) -> None:
    """An upright triangle: what the leader did."""
    x, y = place
    r = 0.8 * radius
    drawing.add("path", d=f"M{x} {y - r}L{x + r} {y + r}L{x - r} {y + r}Z", fill=INK)


def draw_bubble(drawing: Drawing, place: Place, radius: float) -> None:
    """A speech bubble: what the person was told or given."""
    x, y = place[0] - 0.8 * radius, place[1] - 0.8 * radius
    w, h = 1.6 * radius, 1.15 * radius
    tail = f"l0 {0.55 * radius:.2f}l{0.6 * radius:.2f} {-0.55 * radius:.2f}"
    path = f"M{x:.2f} {y:.2f}h{w:.2f}v{h:.2f}h{-0.75 * w:.2f}"
    drawing.add("path", d=f"{path}{tail}H{x:.2f}Z", fill=INK)


def draw_cell(drawing: Drawing, place: Place, size: Place, kind: str) -> None:
    """A talk, or several: filled coaching, hollow mentoring, half both."""
    (x, y), (w, h) = place, size
    look = HOLLOW if kind in ("mentoring", "blended") else FILLED
    drawing.add("rect", x=x, y=y, width=w, height=h, **look)
    if kind == "blended":
        drawing.add("path", d=f"M{x} {y + h}L{x + w} {y}V{y + h}Z", fill=BLUE)


def draw_result(drawing: Drawing, place: Place, result: str, side: float = 10) -> None:
    """Full improved, half some, empty none, dashed too early, crossed worse."""
    x, y = place[0] - side / 2, place[1] - side / 2
    look = {**(FILLED if result == "improved" else HOLLOW)}
    if result == "too-early":
        look |= {"stroke": GREY, "stroke_dasharray": "2 1.5"}
    drawing.add("rect", x=x, y=y, width=side, height=side, **look)
    if result == "some":
        drawing.add("rect", x=x, y=place[1], width=side, height=side / 2, fill=BLUE)
    if result == "worse":
        cross = f"M{x} {y}l{side} {side}M{x + side} {y}l{-side} {side}"
        drawing.add("path", d=cross, fill="none", stroke=BLUE, stroke_width=1.4)
