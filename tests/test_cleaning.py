"""No text can hide, repaint or forge, and no word of it is lost on the way."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelog.cleaning import clean, clean_line, is_blank

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize(
    ("given_text", "kept"),
    [
        (
            "plain — “quoted”, emoji 👩🏽‍💻, 李伟",
            "plain — “quoted”, emoji 👩🏽‍💻, 李伟",
        ),
        ("\x1b[1;31mred\x1b[0m", "red"),
        ("\x9b31mred", "red"),
        ("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1b]0;title\x07after", "after"),
        ("\x1b]0;never ended, all of it stays", "]0;never ended, all of it stays"),
        ("\x1bHello", "Hello"),
        ("a\0b\x07c\x7fd", "abcd"),
        ("a\r\nb\rc\x85d\u2028e", "a\nb\nc\nd\ne"),
        ("a\tb\nc", "a\tb\nc"),
        (f"a{BIDI}b", "ab"),
    ],
)
def test_what_goes_and_what_stays(given_text: str, kept: str) -> None:
    assert clean(given_text) == kept


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text())
def test_no_control_and_no_direction_mark_is_left(text: str) -> None:
    left = set(clean(text)) - {"\n", "\t"}
    assert not [sign for sign in left if unicodedata.category(sign) == "Cc"]
    assert not left & set(BIDI)


@given(st.text(st.characters(categories=("L", "M", "N", "P", "S", "Zs", "So"))))
def test_words_and_signs_stay_as_they_are(text: str) -> None:
    assert clean(text) == text


@given(st.text())
def test_a_clean_line_is_one_line(text: str) -> None:
    assert len(clean_line(text).splitlines()) <= 1


@pytest.mark.parametrize(
    "text", ["", " \n\t", "\u200b", "\u202e\u3164", "\x1b\x07", "\x1b[31m"]
)
def test_what_nobody_can_see_is_blank(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize(
    "text", ["\u200ba", "👩🏽‍💻", "-", "伟", "\u0301", "\ud7fc", "\x1bH"]
)
def test_one_sign_that_can_be_seen_is_enough(text: str) -> None:
    assert not is_blank(text)


def test_where_half_a_sign_stood_is_seen() -> None:
    assert clean("a\ud800b\udfff") == "a\ufffdb\ufffd"
