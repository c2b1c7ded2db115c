"""Figures of a document as SVG, the same for every medium that can show one.

A figure shows the shape of what the text beside it says in full: where marks crowd,
words are left out, marks never are.
"""

from typing import NamedTuple, TypeAlias, assert_never

from guidelog.reports.blocks import Bar, Figure, Lanes, Levels, Months, Scale
from guidelog.reports.goal_figures import (
    draw_bar,
    draw_levels,
    draw_scale,
    say_bar,
    say_levels,
    say_scale,
)
from guidelog.reports.lane_figure import draw_lanes, say_lanes
from guidelog.reports.month_figure import draw_months, say_months
from guidelog.reports.symbols import (
    name_mark,
    symbol_of,
    symbol_of_kind,
    symbol_of_result,
)

MODE_WORDS = {"coaching": "coaching", "mentoring": "mentoring", "blended": "both"}

Drawable: TypeAlias = Figure | Months | Lanes


class Key(NamedTuple):
    """A symbol and what it stands for."""

    symbol: str
    words: str


def draw(figure: Drawable) -> str:
    """The figure as one SVG, with a title that says it in words."""
    match figure:
        case Bar():
            return draw_bar(figure)
        case Levels():
            return draw_levels(figure)
        case Scale():
            return draw_scale(figure)
        case Months():
            return draw_months(figure)
        case Lanes():
            return draw_lanes(figure)
        case _:
            assert_never(figure)


def describe(figure: Drawable) -> str:
    """The figure in words, for those who can't see it."""
    match figure:
        case Bar():
            return say_bar(figure)
        case Levels():
            return say_levels(figure)
        case Scale():
            return say_scale(figure)
        case Months():
            return say_months(figure)
        case Lanes():
            return say_lanes(figure)
        case _:
            assert_never(figure)


def keys_of(figure: Months | Lanes) -> tuple[Key, ...]:
    """What the symbols of a figure stand for, each named once."""
    return month_keys(figure) if isinstance(figure, Months) else lane_keys(figure)


def month_keys(figure: Months) -> tuple[Key, ...]:
    """The kinds of talks that occur, each with its number."""
    kinds = [kind for month in figure.months for kind in month.kinds]
    return tuple(
        Key(symbol_of_kind(kind), f"{words} {kinds.count(kind)}")
        for kind, words in MODE_WORDS.items()
        if kind in kinds
    )


def lane_keys(figure: Lanes) -> tuple[Key, ...]:
    """The marks and results that occur on a time line."""
    points = [point for lane in figure.lanes if not lane.band for point in lane.points]
    marks = dict.fromkeys(point.mark for point in points)
    results = dict.fromkeys(point.result for point in points if point.result)
    return (
        *(
            Key(symbol_of(mark), name_mark(mark))
            for mark in marks
            if not isinstance(mark, int) and mark != "progress"
        ),
        *([Key(symbol_of(1), "attempt, with the answer")] if 1 in marks else []),
        *(Key(symbol_of_result(one), f"result {one}") for one in results),
    )
