"""Figures of goals and outcomes: the way, the steps, the levels, the scale."""

from collections.abc import Sequence
from itertools import pairwise

from guidelog.dates.names import MONTHS
from guidelog.reports.blocks import Bar, Levels, Rating, Scale
from guidelog.reports.phrases import say_date, say_level
from guidelog.reports.svg import (
    BLUE,
    GREY,
    INK,
    OUTLINE,
    PAPER,
    SMALL,
    WASH,
    Drawing,
    Value,
    width_of,
)
from guidelog.words import LEVELS, OUTCOME_WORDS

WIDTH = 340
LEFT, RIGHT = 6.0, 334.0
TOP, HEIGHT = 25.0, 12.0
CELL = 58.0
"""How wide one level is."""
RATINGS_HEIGHT = 200.0
CIRCLE = 26.0
"""How far the places of a scale are apart."""


def draw_bar(bar: Bar) -> str:
    """The way from start to agreed, also when numbers fall; the even pace over it."""
    drawing = Drawing()
    if bar.steps:
        draw_steps(drawing, bar.steps)
    else:
        draw_way(drawing, bar)
    if bar.even is not None:
        draw_even(drawing, bar.even, bar.even_value)
    return drawing.finish(WIDTH, 56, say_bar(bar))


def place_of(share: float) -> float:
    """Where a share of the way stands."""
    return LEFT + min(1.0, max(0.0, share)) * (RIGHT - LEFT)


def draw_way(drawing: Drawing, bar: Bar) -> None:
    """The bar and its ends; the part done is filled."""
    box: dict[str, Value] = {"x": LEFT, "y": TOP, "height": HEIGHT}
    drawing.add("rect", **box, width=RIGHT - LEFT, fill=WASH, stroke=OUTLINE)
    if bar.progress:
        drawing.add("rect", **box, width=place_of(bar.progress) - LEFT, fill=BLUE)
    words = [
        (LEFT, f"{bar.baseline} at start", "start"),
        (RIGHT, f"{bar.target} agreed", "end"),
    ]
    taken: list[tuple[float, float]] = []
    if bar.now is not None:
        taken.append(write_now(drawing, place_of(bar.progress or 0), f"{bar.now} now"))
    for x, said, anchor in words:
        start = x if anchor == "start" else x - width_of(said)
        if all(start + width_of(said) < a or start > b for a, b in taken):
            drawing.write(x, 52, said, text_anchor=anchor)


def write_now(drawing: Drawing, x: float, said: str) -> tuple[float, float]:
    """The number now under its place; gives the room it takes."""
    half = width_of(said) / 2 + 3
    middle = min(RIGHT - half, max(LEFT + half, x))
    drawing.write(middle, 52, said, text_anchor="middle", font_weight="bold")
    return middle - half, middle + half


def draw_steps(drawing: Drawing, steps: Sequence[bool]) -> None:
    """One cell a step; done ones are filled and their numbers bold."""
    width = (RIGHT - LEFT) / len(steps)
    gap = 2 if width > 8 else 0.5
    for n, is_done in enumerate(steps):
        fill = BLUE if is_done else PAPER
        stroke = BLUE if is_done else OUTLINE
        x = LEFT + n * width
        box: dict[str, Value] = {"x": x, "y": TOP, "width": width - gap}
        drawing.add("rect", **box, height=HEIGHT, fill=fill, stroke=stroke)
        if width >= 16:
            weight = "bold" if is_done else "normal"
            look = {"text_anchor": "middle", "font_weight": weight}
            drawing.write(x + width / 2, 52, str(n + 1), **look)


def draw_even(drawing: Drawing, even: float, value: str) -> None:
    """The even pace as a hollow triangle, its stem edged white to show on the fill."""
    x = place_of(even)
    drawing.rule((x, TOP), (x, TOP + HEIGHT), stroke=PAPER, stroke_width=4)
    drawing.rule((x, TOP), (x, TOP + HEIGHT), stroke=INK, stroke_width=1.2)
    path = f"M{x - 5:.2f} {TOP - 8}h10l-5 8Z"
    drawing.add("path", d=path, fill=PAPER, stroke=INK, stroke_width=1.2)
    said = f"even pace {value}".strip()
    half = width_of(said, SMALL) / 2
    middle = min(RIGHT - half + 6, max(LEFT + half - 6, x))
    look: dict[str, Value] = {"font_size": SMALL, "fill": GREY}
    drawing.write(middle, 12, said, text_anchor="middle", **look)


def say_bar(bar: Bar) -> str:
    """The bar in words."""
    now = f"{bar.now} now" if bar.now is not None else "no entry yet"
    even = f", even pace {bar.even_value}" if bar.even_value else ""
    return f"From {bar.baseline} to {bar.target}: {now}{even}"


def draw_levels(levels: Levels) -> str:
    """Five cells, the level now filled; under it the ratings, newest last."""
    drawing = Drawing()
    days = sorted({rating.day for rating in levels.ratings})
    step = min(17.0, RATINGS_HEIGHT / max(1, len(days)))
    height = 32 + step * len(days)
    middle = middle_of(0)
    look = {"stroke": OUTLINE, "stroke_dasharray": "1.5 2.5"}
    drawing.rule((middle, 20), (middle, height - 8 if days else 20), **look)
    for level in LEVELS:
        draw_level(drawing, level, levels.now)
    rows = {day: 36 + n * step for n, day in enumerate(days)}
    named = 0.0
    for n, (day, y) in enumerate(rows.items()):
        is_first = n == 0 or days[n - 1].replace(day=1) != day.replace(day=1)
        if is_first and y >= named:
            said = MONTHS[day.month - 1][:3]
            end: dict[str, Value] = {"text_anchor": "end", "font_size": SMALL}
            drawing.write(RIGHT, y + 4, said, fill=GREY, **end)
            named = y + SMALL + 2
    places = [(rating, rows[rating.day]) for rating in levels.ratings]
    draw_ratings(drawing, places, min(4.5, 0.4 * step))
    return drawing.finish(WIDTH, height, say_levels(levels))


def middle_of(level: int) -> float:
    """Where a level stands."""
    return LEFT + (level + 2.5) * CELL


def draw_level(drawing: Drawing, level: int, now: int | None) -> None:
    """One cell with its name."""
    is_now = level == now
    fill = BLUE if is_now else WASH if level == 0 else PAPER
    box: dict[str, Value] = {"x": LEFT + (level + 2) * CELL + 0.5, "y": 2}
    size: dict[str, Value] = {"width": CELL - 2, "height": 17}
    drawing.add("rect", **box, **size, fill=fill, stroke=OUTLINE)
    said = f"{say_level(level)}{' expected' if level == 0 else ''}"
    look: dict[str, Value] = {
        "font_size": SMALL - 1 if level == 0 else SMALL,
        "font_weight": "bold" if is_now else "normal",
        "fill": PAPER if is_now else INK,
    }
    drawing.write(middle_of(level), 14.5, said, text_anchor="middle", **look)


def draw_ratings(
    drawing: Drawing, places: Sequence[tuple[Rating, float]], radius: float
) -> None:
    """Filled by the leader and joined, hollow by the person."""
    led = [
        (middle_of(rating.level), y) for rating, y in places if rating.rater != "self"
    ]
    for start, end in pairwise(led):
        drawing.rule(start, end, stroke=BLUE)
    for rating, y in places:
        x = middle_of(rating.level)
        own = rating.rater == "self"
        if own and (x, y) in led:
            x -= 2 * radius - 2
        fill = PAPER if own else BLUE
        drawing.add("circle", cx=x, cy=y, r=radius, fill=fill, stroke=BLUE)


def say_levels(levels: Levels) -> str:
    """The strip in words."""
    now = say_level(levels.now) if levels.now is not None else "none yet"
    raters = {"self": "the person", "leader": "the leader"}
    rated = [
        f"{say_date(each.day)} {say_level(each.level)} by "
        f"{raters.get(each.rater, each.rater)}"
        for each in levels.ratings
    ]
    return "; ".join([f"Level now {now}, expected 0", *rated])


def draw_scale(scale: Scale) -> str:
    """Five circles, the first place and the one now joined."""
    drawing = Drawing()
    places = [9 + CIRCLE * n for n in range(len(OUTCOME_WORDS))]
    drawing.rule((places[0], 9), (places[-1], 9), stroke=OUTLINE)
    before = scale.now if scale.before is None else scale.before
    drawing.rule(
        (places[before], 9), (places[scale.now], 9), stroke=BLUE, stroke_width=2
    )
    for n, x in enumerate(places):
        named = n in (before, scale.now)
        look: dict[str, Value] = {"stroke": BLUE if named else OUTLINE}
        fill = BLUE if n == scale.now else PAPER
        drawing.add("circle", cx=x, cy=9, r=5, fill=fill, stroke_width=1.3, **look)
    return drawing.finish(places[-1] + 9, 18, say_scale(scale))


def say_scale(scale: Scale) -> str:
    """The scale in words."""
    now = OUTCOME_WORDS[scale.now]
    if scale.before is None:
        return f"On the scale: {now}"
    return f"On the scale: from {OUTCOME_WORDS[scale.before]} to {now}"
