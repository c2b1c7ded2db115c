"""The page of search: the words around what was sought, at any width."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelog.lookback.hits import Hit, SearchFacts
from guidelog.lookback.sought import mark, read_words
from guidelog.reports import search_page
from guidelog.reports.as_terminal import render

TODAY = date(2026, 11, 23)
LONG = (
    "We went through the quarter. She wants to lead the incident review alone, and we "
    "agreed that I stay out of the room.\nNext time she brings the review of the plan, "
    "and what the other team said about reviews in general."
)


def hit(text: str, words: str = "review", **said: str | None) -> Hit:
    """A talk in which words were found, or another thing."""
    facts: dict[str, Any] = {
        "id": "s12",
        "kind": "session",
        "occurred_at": "2026-11-20",
        "recorded_at": "2026-11-20T18:00:00+01:00",
        "people": "ada",
        "part": "note",
        "uid": "019d0000-0000-7000-8000-000000000001",
    }
    return Hit(text=text, marks=mark(text, read_words(words))[0], **(facts | said))


FACTS = SearchFacts(
    hits=(
        hit(LONG),
        hit("the review on Friday", part="agreed", people="ada bo"),
        hit("draft reviewed", id="g4", kind="step", part="text", people="li"),
        hit(
            "Review owner",
            id="bo",
            kind="person",
            part="role",
            occurred_at=None,
            people=None,
        ),
    ),
    total=31,
)


@pytest.mark.parametrize("width", [40, 80])
def test_the_page_shows_the_words_around_each_find(
    width: int, golden: Callable[[str, str], None]
) -> None:
    page = search_page.compose(FACTS, "review", TODAY)

    golden(f"search-{width}.txt", render(page, width).plain)


def test_nothing_found_is_said() -> None:
    page = search_page.compose(SearchFacts(), "review", TODAY)

    assert "nothing found" in render(page, 80).plain


@given(st.text("ab \n", max_size=400), st.text("ab\n", min_size=1, max_size=200))
def test_the_first_word_found_is_always_shown(before: str, after: str) -> None:
    spans = search_page.excerpt(hit(f"{before} review {after}"))

    assert [span.text for span in spans if span.kind == "strong"] == ["review"]
    assert sum(len(span.text) for span in spans) <= search_page.SHOWN + len("……  ")


@given(st.text(max_size=300), st.text(min_size=1, max_size=5))
def test_an_excerpt_is_cut_from_the_text_as_it_is(text: str, words: str) -> None:
    shown = "".join(span.text for span in search_page.excerpt(hit(text, words)))

    flat = text.replace("\n", " ").replace("\t", " ")
    assert shown.removeprefix("… ").removesuffix(" …") in f"{flat} …"
