"""The lines above a text: what is written is read back, whatever it says."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelog.cleaning import clean
from guidelog.cli.front_matter import read_boxes, read_page, write_page
from guidelog.errors import OpenFrontMatter, StrangeLine

KEYS = st.from_regex(r"[a-z][a-z-]{0,8}", fullmatch=True)
LINE = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=20)
VALUES = st.lists(LINE.map(str.strip), min_size=1, max_size=4).map("\n".join)
TEXTS = st.text(max_size=80).map(clean).map(lambda text: text.strip("\n"))


@given(st.lists(st.tuples(KEYS, VALUES.map(str.strip)), max_size=5), TEXTS)
def test_a_page_is_read_as_it_was_written(
    lines: list[tuple[str, str]], text: str
) -> None:
    page = read_page(write_page(lines, text, "a remark: of ours"))
    assert [(line.key, line.value) for line in page.lines] == lines
    assert page.text == text


@given(st.text(max_size=200).map(clean))
def test_any_buffer_is_read_or_refused(buffer: str) -> None:
    with suppress(OpenFrontMatter, StrangeLine):
        assert read_page(buffer).text in buffer


@pytest.mark.parametrize(
    "text", ["", "Just text", "- [ ] a box", "Title\n---\ntext", " ---\nwho: ada\n---"]
)
def test_where_no_lines_stand_above_all_of_it_is_text(text: str) -> None:
    page = read_page(text)
    assert (page.lines, page.text) == ((), text)


def test_lines_end_at_the_second_fence_and_text_may_hold_more() -> None:
    page = read_page("---\nwho: ada\n---\n\nAbove\n---\nBelow\n")
    assert [line.value for line in page.lines] == ["ada"]
    assert page.text == "Above\n---\nBelow"


def test_a_line_knows_its_number() -> None:
    page = read_page("---\n# remark\nwho: ada\n\ntook: 45\n---\n")
    assert [(line.key, line.number) for line in page.lines] == [("who", 3), ("took", 5)]


@pytest.mark.parametrize(
    ("line", "box"),
    [
        ("- [ ] @ada draft it by friday", ("ada", "draft it by friday")),
        ("- [ ] @me: the list", ("me", "the list")),
        ("  * [ ] somebody's step", ("", "somebody's step")),
        ("- [ ] @li-2 x", ("li-2", "x")),
    ],
)
def test_an_open_box_is_a_step(line: str, box: tuple[str, str]) -> None:
    assert read_boxes(f"Before\n{line}\nAfter") == [box]


@pytest.mark.parametrize(
    "line", ["- [x] done", "- [ ]", "- [ ] ", "[ ] no list", "-[ ] x", "- [] x", "- x"]
)
def test_anything_else_is_text(line: str) -> None:
    assert read_boxes(line) == []
