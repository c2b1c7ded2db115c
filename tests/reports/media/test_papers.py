"""One document in five media: the same facts, and every text as it was typed."""

import shutil
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelog.cleaning import clean
from guidelog.reports import as_html, as_markdown
from guidelog.reports.blocks import Document, Paragraph, Section, Span
from hostile import HOSTILE
from ordeal import ORDEAL, searching
from reports import bo
from reports.media.papers import FOR_OTHERS, PAPERS, invent, paper, say
from reports.media.reading import (
    Page,
    read_html,
    read_json,
    read_markdown,
    read_pdf,
    read_terminal,
    squeeze,
    texts_of,
)

Read = Callable[[Document], str]

READERS: dict[str, Read] = {
    "terminal": read_terminal,
    "markdown": read_markdown,
    "html": read_html,
    "json": read_json,
}
WITH_PDF = [
    *READERS.items(),
    pytest.param(
        ("pdf", read_pdf),
        marks=pytest.mark.skipif(not shutil.which("pdftotext"), reason="no pdftotext"),
    ),
]


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("medium", ["md", "html"])
def test_the_paper_looks_as_it_did(
    name: str, medium: str, golden: Callable[[str, str], None]
) -> None:
    render = {"md": as_markdown.render, "html": as_html.render}[medium]
    golden(f"{name}.{medium}", render(PAPERS[name]))


@pytest.mark.parametrize("reader", WITH_PDF)
@pytest.mark.parametrize("name", PAPERS)
def test_every_medium_says_everything(name: str, reader: tuple[str, Read]) -> None:
    document = PAPERS[name]
    text = reader[1](document)
    for said in texts_of(document):
        assert said in text


@pytest.mark.parametrize("reader", WITH_PDF)
@pytest.mark.parametrize("number", [0, 1, 50, 2000 if ORDEAL else 400])
def test_every_medium_holds_any_number(number: int, reader: tuple[str, Read]) -> None:
    facts = invent(number)
    document = paper(facts)
    text = reader[1](document)
    for n in range(number):
        assert f"step{n}ofmany" in text
        assert f"fact{n},seen" in text
    minutes = f"{number}talk{'s' * (number != 1)}" if number else "notalksinthisperiod"
    assert minutes in text


@pytest.mark.parametrize("name", ["bo", "ada"])
def test_every_medium_counts_the_same(name: str) -> None:
    document = PAPERS[name]
    sections = {section.name: section.numbers for section in document.sections}
    time = sections["time"]
    for read in READERS.values():
        text = read(document)
        assert f"{time['talks']}talks" in text
        assert f"longestgap{time['longest_gap_days']}days" in text
        for mode in ("coaching", "mentoring"):
            assert f"{time[mode]}{mode}" in text


# --- what is typed --------------------------------------------------------------------

TYPED = {kind: clean(text) for kind, text in HOSTILE.items()}


@pytest.mark.ordeal
@pytest.mark.parametrize("reader", list(READERS.items()), ids=list(READERS))
@pytest.mark.parametrize("kind", TYPED)
def test_what_is_typed_is_what_is_read(kind: str, reader: tuple[str, Read]) -> None:
    document = paper(say(TYPED[kind]))
    text = reader[1](document)
    assert text.count(squeeze(TYPED[kind])) >= 12


@pytest.mark.parametrize("kind", TYPED)
def test_no_text_becomes_an_element_or_an_attribute(kind: str) -> None:
    usual = Page(as_html.render(paper(say("usual"))))
    page = Page(as_html.render(paper(say(TYPED[kind]))))
    assert page.tags == usual.tags
    assert {name for name, _ in page.attributes} == {
        name for name, _ in usual.attributes
    }


@searching(40)
@given(
    st.text(
        st.characters(exclude_categories=["Cs"])
        | st.sampled_from("*_`[]<>|\\#-+=~&$.1)(:!\n ")
    )
)
def test_any_text_prints_as_typed_in_a_wiki_and_in_a_browser(text: str) -> None:
    section = Section("x", "X", (Paragraph((Span(text),)),))
    document = Document("x", "Title", bo.TODAY, sections=(section,))
    typed = squeeze(clean(text))
    assert read_markdown(document) == f"TitleX{typed}"
    assert typed in read_html(document)


@pytest.mark.ordeal
def test_a_note_of_five_thousand_words_is_printed_whole() -> None:
    text = " ".join(f"word{n}" for n in range(5000))
    document = paper(say(text))
    for read in READERS.values():
        assert squeeze(text) in read(document)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="no pdftotext")
@pytest.mark.parametrize("kind", ["typst", "html", "css", "rich", "table"])
def test_what_is_typed_stands_in_the_pdf(kind: str) -> None:
    text = read_pdf(paper(say(TYPED[kind])))
    assert text.count(squeeze(TYPED[kind])) >= 12


# --- what the page is -----------------------------------------------------------------


@pytest.mark.parametrize("name", PAPERS)
def test_the_page_needs_nothing_else(name: str) -> None:
    page = Page(as_html.render(PAPERS[name]))
    assert not {"script", "link", "img", "iframe", "object", "form"} & set(page.tags)
    names = {name for name, _ in page.attributes}
    assert not {"src", "srcset", "onload", "onclick", "style"} & names
    links = [value or "" for name, value in page.attributes if name == "href"]
    ids = {f"#{value}" for name, value in page.attributes if name == "id"}
    assert set(links) <= ids
    assert "url(" not in as_html.render(PAPERS[name])
    assert "@import" not in as_html.render(PAPERS[name])


@pytest.mark.parametrize("name", PAPERS)
def test_the_page_can_be_heard(name: str) -> None:
    page = Page(as_html.render(PAPERS[name]))
    levels = [int(tag[1]) for tag in page.tags if tag in ("h1", "h2", "h3", "h4")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert page.tags.count("svg") == page.tags.count("title") - 1
    scoped = [value for name, value in page.attributes if name == "scope"]
    assert len(scoped) == page.tags.count("th")
    ids = [value for name, value in page.attributes if name == "id"]
    assert len(ids) == len(set(ids))


def contrast(one: str, other: str) -> float:
    """The ratio of two colours as WCAG counts it."""

    def light(colour: str) -> float:
        parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        linear = [
            p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
        ]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    bright, dark = sorted((light(one), light(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colour", ["ink", "grey", "blue", "ochre"])
@pytest.mark.parametrize("ground", ["#ffffff", "#eef2f6"])
def test_every_colour_of_words_can_be_read(colour: str, ground: str) -> None:
    page = as_html.render(PAPERS["bo"])
    value = page.split(f"--{colour}: ")[1][:7]
    assert contrast(value, ground) >= 4.5


# --- what others read -----------------------------------------------------------------


@pytest.mark.parametrize("reader", WITH_PDF)
def test_a_paper_for_others_has_its_cover_place_to_sign_and_seal(
    reader: tuple[str, Read],
) -> None:
    text = reader[1](PAPERS["bo"])
    for said in (
        "Mira Haddad, head of operations",
        "Fjordline Software",
        "1 Dec 2025 – 23 Nov 2026",
        "Left out: 1 entry with private texts, 1 not yet told",
        "Signing means it was read, not that it is agreed with.",
        "declined to sign",
        "Working record kept by Mira Haddad. Not a warning, not part of a formal",
        "aaaaaaaaaaaaaaaa",
        "with 1 other person",
    ):
        assert squeeze(said) in text
    assert "LiWei" not in text


def test_a_paper_for_me_is_neither_signed_nor_sealed() -> None:
    text = read_html(paper(bo.FACTS, bo.FOR_ME))
    assert "Signingmeans" not in text
    assert "Seal:" not in text


@pytest.mark.parametrize("reader", list(READERS.items()), ids=list(READERS))
def test_the_agreement_is_named_that_a_paper_in_confidence_rests_on(
    reader: tuple[str, Read],
) -> None:
    brief = FOR_OTHERS._replace(agreement=bo.SESSIONS[0])
    text = reader[1](paper(bo.FACTS, brief))
    assert squeeze("what is kept and who sees it: Tue 9 Dec 2025 (s3)") in text
