"""Long lines on a terminal: nothing but the id stands under the id."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelog.cli.hanging import hang, hang_all, measure_cells

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


def test_a_refusal_goes_on_indented() -> None:
    said = "guidelog: no person named adda is known in this journal."
    assert list(hang(said, 40)) == [
        "guidelog: no person named adda is known",
        "  in this journal.",
    ]


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        (
            "  Your text is kept: guidelog add ada,bo --draft",
            ["  Your text is kept:", "    guidelog add ada,bo --draft"],
        ),
        (
            "  Your text is kept: guidelog resistance add --draft",
            ["  Your text is kept:", "  guidelog resistance add --draft"],
        ),
        (
            "  guidelog goal rate --help shows those there are.",
            ["  guidelog goal rate --help shows", "    those there are."],
        ),
        (
            "  guidelog --journal 'my own.db' verify tells.",
            ["  guidelog --journal 'my own.db' verify", "    tells."],
        ),
    ],
)
def test_a_command_to_copy_stays_whole(line: str, lines: list[str]) -> None:
    assert list(hang(line, 33)) == lines


def test_a_path_stays_whole_though_it_is_longer_than_the_line() -> None:
    path = "/home/me/Application Support/guidelog/journal.db"
    assert list(hang(f"Kept: {path} (the one before)", 30)) == [
        "Kept:",
        f"  {path}",
        "  (the one before)",
    ]


def test_a_text_is_broken_line_by_line() -> None:
    text = "Ada Okonkwo\n\n- Ada: draft the incident runbook\n"
    assert hang_all(text, 24) == (
        "Ada Okonkwo\n\n- Ada: draft the\n  incident runbook\n"
    )


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
