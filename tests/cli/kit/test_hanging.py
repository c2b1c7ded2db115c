"""Long lines on a terminal: nothing but the id stands under the id."""

from hypothesis import given
from hypothesis import strategies as st

from guidelog.cli.hanging import hang, measure_cells

LINE = "s118  ● Ada Okonkwo · Fri 20 Nov (today) · coaching · 45 min · record"


def test_a_line_that_fits_stays_one_line() -> None:
    assert list(hang(LINE, len(LINE))) == [LINE]


def test_a_long_line_goes_on_under_what_it_says() -> None:
    assert list(hang(LINE, 36)) == [
        "s118  ● Ada Okonkwo · Fri 20 Nov",
        "      (today) · coaching · 45 min ·",
        "      record",
    ]


def test_wide_signs_count_twice() -> None:
    assert measure_cells("李e\u0301") == 3
    assert list(hang("s1 李 李 李", 8)) == ["s1 李 李", "   李"]


@given(
    st.lists(st.text("ab·", min_size=1, max_size=12), min_size=1), st.integers(1, 60)
)
def test_no_word_is_lost_and_no_line_is_longer_than_its_longest_word(
    words: list[str], width: int
) -> None:
    lines = list(hang(" ".join(words), width))

    assert " ".join(" ".join(lines).split()) == " ".join(words)
    for line in lines:
        said = line.replace(" ·", "·").split()
        assert measure_cells(line) <= width or len(said) <= 2
