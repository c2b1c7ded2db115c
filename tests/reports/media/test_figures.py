"""Figures: every mark is drawn however many there are, and nothing leaves its frame."""

import re
from datetime import date, timedelta
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelog.reports import figures
from guidelog.reports.blocks import (
    Bar,
    Lane,
    LanePoint,
    Lanes,
    Levels,
    MonthCount,
    Months,
    Rating,
    Scale,
)
from guidelog.reports.figures import Drawable
from guidelog.reports.symbols import symbol_of_result
from guidelog.words import MODES, RESULTS

SVG = "{http://www.w3.org/2000/svg}"
MANY = [1, 2, 12, 40]
DAY = date(2026, 1, 5)


def draw(figure: Drawable) -> ElementTree.Element:
    return ElementTree.fromstring(figures.draw(figure))


def count(drawing: ElementTree.Element, shape: str) -> int:
    return len(drawing.findall(f"{SVG}{shape}"))


def words(drawing: ElementTree.Element) -> list[str]:
    return [text.text or "" for text in drawing.findall(f"{SVG}text")]


def title(drawing: ElementTree.Element) -> str:
    return drawing[0].text or ""


def is_inside(drawing: ElementTree.Element) -> bool:
    """Whether every place that is named lies within the frame."""
    width, height = (float(drawing.attrib[name]) for name in ("width", "height"))
    places = [
        (float(shape.attrib[name]), limit)
        for shape in drawing
        for name, limit in (
            ("x", width),
            ("cx", width),
            ("x1", width),
            ("x2", width),
            ("y", height),
            ("cy", height),
            ("y1", height),
            ("y2", height),
        )
        if name in shape.attrib
    ]
    return all(0 <= place <= limit for place, limit in places)


def months(numbers: list[int]) -> Months:
    firsts = [date(2025 + n // 12, n % 12 + 1, 1) for n in range(len(numbers))]
    counts = [
        MonthCount(first, number, tuple(MODES[n % 3] for n in range(number)))
        for first, number in zip(firsts, numbers, strict=True)
    ]
    return Months("talks by month", tuple(counts))


def lanes(number: int, days: int = 320) -> Lanes:
    when = [DAY + timedelta(days=days * n // number) for n in range(number)]
    later = timedelta(days=9)
    tried = tuple(
        LanePoint(day, n + 1, "partly", day + later, RESULTS[n % 5])
        for n, day in enumerate(when)
    )
    return Lanes(
        DAY,
        DAY + timedelta(days=days + 20),
        (
            Lane("Expected", (LanePoint(DAY, "session"),), band=True),
            Lane("Seen", tuple(LanePoint(day, "seen") for day in when)),
            Lane("Tried", tried),
            Lane("Goal g7", tuple(LanePoint(day, "progress", "7") for day in when)),
        ),
        DAY + timedelta(days=days),
    )


# --- marks are never left out ---------------------------------------------------------


@pytest.mark.parametrize("number", MANY)
def test_each_talk_of_a_month_has_a_square_while_squares_can_be_told(
    number: int,
) -> None:
    drawing = draw(months([number, 0]))
    assert count(drawing, "rect") == (number if number <= 27 else 3)
    assert "0" in words(drawing)
    assert (str(number) in words(drawing)) == (number > 6)
    assert title(drawing).startswith(f"talks by month, {number} talk")


@pytest.mark.parametrize("number", MANY)
def test_each_month_has_a_place(number: int) -> None:
    drawing = draw(months([1] * number))
    assert count(drawing, "rect") == number
    assert is_inside(drawing)


@pytest.mark.parametrize("number", MANY)
def test_each_attempt_has_a_circle_and_its_result_a_square(number: int) -> None:
    block = lanes(number)
    drawing = draw(block)
    circles = drawing.findall(f"{SVG}circle")
    assert len(circles) >= number + 1
    halves = sum(point.result == "some" for point in block.lanes[2].points)
    boxes = len(drawing.findall(f"{SVG}rect"))
    dots = len(circles) - number - 1
    assert boxes + dots == 1 + number + halves + number
    assert is_inside(drawing)


@pytest.mark.parametrize("number", MANY)
def test_each_occurrence_has_a_diamond(number: int) -> None:
    drawing = draw(lanes(number))
    diamonds = [
        path
        for path in drawing.findall(f"{SVG}path")
        if path.attrib.get("stroke") == "#8f4a00"
    ]
    assert len(diamonds) == number
    starts = {path.attrib["d"].split("L")[0] for path in diamonds}
    assert len(starts) == number


@pytest.mark.parametrize("number", MANY)
def test_each_rating_has_a_circle(number: int) -> None:
    ratings = tuple(
        Rating(DAY + timedelta(days=9 * n), n % 5 - 2, ("leader", "self")[n % 2])
        for n in range(number)
    )
    drawing = draw(Levels(1, ratings))
    assert count(drawing, "circle") == number
    assert is_inside(drawing)


@pytest.mark.parametrize("number", MANY)
def test_each_step_has_a_cell(number: int) -> None:
    done = tuple(n % 2 == 0 for n in range(number))
    drawing = draw(Bar("0", str(number), "1", 0.5, None, (), "", done))
    assert count(drawing, "rect") == number
    assert is_inside(drawing)


# --- words are left out where they crowd ----------------------------------------------


@pytest.mark.parametrize("number", MANY)
def test_no_words_of_a_lane_cover_each_other(number: int) -> None:
    rows: dict[str, list[tuple[float, float]]] = {}
    for text in draw(lanes(number)).findall(f"{SVG}text"):
        if text.attrib.get("text-anchor") is None:
            start = float(text.attrib["x"])
            end = start + 5.5 * len(text.text or "")
            rows.setdefault(text.attrib["y"], []).append((start, end))
    for spans in rows.values():
        spans.sort()
        assert all(end <= start for (_, end), (start, _) in pairwise(spans))


def test_the_number_now_is_said_where_the_ends_have_no_room() -> None:
    drawing = draw(Bar("8", "1", "8", 0.0, 0.02, (), "7.9"))
    assert "8 now" in words(drawing)
    assert "8 at start" not in words(drawing)


def test_what_is_not_known_is_not_drawn_as_zero() -> None:
    drawing = draw(Bar("0", "6", None, None, 0.1, (), "0.6"))
    assert count(drawing, "rect") == 1
    assert "From 0 to 6: no entry yet, even pace 0.6" in title(drawing)


def test_shape_and_fill_tell_results_apart_without_hue() -> None:
    grey = {
        re.sub(
            r"#[0-9a-f]{6}", lambda found: "0" if found[0] != "#ffffff" else "1", svg
        )
        for svg in map(symbol_of_result, RESULTS)
    }
    assert len(grey) == len(RESULTS)


# --- whatever is drawn ----------------------------------------------------------------

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
SHARES = st.floats(0, 1)
DAYS = st.dates(date(2020, 1, 1), date(2028, 1, 1))
FIGURES: st.SearchStrategy[Drawable] = st.one_of(
    st.builds(Bar, TEXTS, TEXTS, TEXTS, SHARES, SHARES, st.just(()), TEXTS),
    st.builds(Scale, st.integers(0, 4), st.none() | st.integers(0, 4)),
    st.lists(st.integers(0, 60), max_size=40).map(months),
    st.builds(
        Lanes,
        st.just(date(2020, 1, 1)),
        st.just(date(2028, 1, 1)),
        st.lists(
            st.builds(
                Lane,
                st.just("Seen"),
                st.lists(
                    st.builds(
                        LanePoint,
                        DAYS,
                        st.sampled_from(["seen", "done", "handout", "hearsay"]),
                        TEXTS,
                    ),
                    min_size=1,
                    max_size=9,
                ).map(tuple),
            ),
            max_size=4,
        ).map(tuple),
        st.none() | DAYS,
    ),
)


@given(FIGURES)
def test_every_figure_is_whole_and_says_itself_in_words(figure: Drawable) -> None:
    drawing = draw(figure)
    assert drawing.attrib["role"] == "img"
    assert drawing[0].tag == f"{SVG}title"
    assert title(drawing)
