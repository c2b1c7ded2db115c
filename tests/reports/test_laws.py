"""What holds for every document, whatever was written into it."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from guidelog.cleaning import clean
from guidelog.lookback.facts import PersonFacts
from guidelog.measures.days import day_of
from guidelog.reports import as_json, person_report, timeline_page
from guidelog.reports.blocks import (
    Bar,
    Block,
    Column,
    Document,
    Entries,
    Entry,
    Fact,
    Facts,
    Figure,
    HeadLine,
    Lane,
    LanePoint,
    Lanes,
    Levels,
    Mark,
    MonthCount,
    Months,
    Paragraph,
    Scale,
    Section,
    Signing,
    Span,
    SpanKind,
    Subheading,
    Table,
    plain,
)
from guidelog.reports.signs import MARKS
from ordeal import searching
from reports import ada, bo
from reports.inventing import line, session
from reports.shown import shown

ODD = (
    "a1 é\u0301·–—“”\n\t\x1b[31m\u202e\u200d\ufe0f日本語テキスト한국어"
    "👍🏽👩\u200d👩\u200d👧🇩🇪❤️ก็ﷺ[bold]:smile:"
)
TEXTS = st.text(st.sampled_from(ODD) | st.characters(exclude_categories=["Cs"]))
KINDS: list[SpanKind] = ["plain", "strong", "dim", "quoted", "id", "late"]
SPANS = st.lists(st.builds(Span, TEXTS, st.sampled_from(KINDS)), max_size=4).map(tuple)
DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))
MARKED: st.SearchStrategy[Mark | int | None] = (
    st.none() | st.integers(1, 12) | st.sampled_from(list(MARKS.values()))
)
SHARES = st.none() | st.floats(0, 1)
FIGURES: st.SearchStrategy[Figure] = st.one_of(
    st.builds(Bar, st.just("8"), st.just("-12.5"), st.none(), SHARES, SHARES, SPANS),
    st.builds(Levels, st.none() | st.integers(-2, 2), st.just(()), SPANS),
    st.builds(Scale, st.integers(0, 4), st.none() | st.integers(0, 4)),
)
ENTRIES = st.builds(
    Entry,
    st.lists(SPANS, max_size=3).map(tuple),
    st.none() | DAYS,
    MARKED,
    st.sampled_from(["", "s1", "s1234567"]),
    st.lists(st.builds(Span, TEXTS), max_size=2).map(tuple),
    SPANS,
    st.none() | FIGURES,
)
POINTS = st.builds(LanePoint, DAYS, MARKED.filter(bool), TEXTS, st.none() | DAYS)
LANES = st.builds(
    Lane,
    st.sampled_from(["Seen", "Leader did"]),
    st.lists(POINTS, min_size=1).map(tuple),
    st.booleans(),
)
MONTHS = st.builds(MonthCount, DAYS, st.integers(0, 31))
BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, SPANS),
    st.builds(Subheading, SPANS),
    st.builds(
        Signing,
        st.lists(TEXTS, max_size=3).map(tuple),
        TEXTS,
        st.lists(TEXTS, max_size=2).map(tuple),
    ),
    st.builds(Entries, st.lists(ENTRIES, max_size=3).map(tuple), st.booleans()),
    st.builds(
        Facts,
        st.lists(
            st.builds(Fact, TEXTS, st.lists(ENTRIES, max_size=2).map(tuple)), max_size=3
        ).map(tuple),
    ),
    st.builds(
        Months,
        TEXTS,
        st.lists(st.builds(MonthCount, DAYS, st.integers(0, 31)), max_size=30).map(
            tuple
        ),
    ),
    st.builds(
        Lanes,
        st.just(date(2025, 1, 1)),
        st.just(date(2026, 12, 1)),
        st.lists(LANES, max_size=3).map(tuple),
        st.none() | DAYS,
    ),
    st.lists(st.tuples(SPANS, SPANS, SPANS), max_size=3).map(
        lambda rows: Table(
            (Column(), Column("talks", figure=True), Column("what", wide=True)),
            tuple(rows),
        )
    ),
)
SECTIONS = st.builds(
    Section, st.just("any"), TEXTS, st.lists(BLOCKS, max_size=3).map(tuple), SPANS
)
DOCUMENTS = st.builds(
    Document,
    st.just("any"),
    TEXTS,
    st.just(date(2026, 11, 23)),
    SPANS,
    st.lists(st.builds(HeadLine, SPANS, SPANS), max_size=2).map(tuple),
    st.lists(SECTIONS, max_size=3).map(tuple),
    st.lists(SPANS, max_size=2).map(tuple),
)
WIDTHS = st.integers(20, 120)


@pytest.mark.ordeal
@given(DOCUMENTS, WIDTHS, st.booleans())
@searching(75)
def test_no_line_is_wider_than_the_screen(
    document: Document, width: int, unicode: bool
) -> None:
    lines = shown(document, width, unicode).split("\n")
    assert [line for line in lines if cell_len(line) > width] == []


@pytest.mark.ordeal
@given(DOCUMENTS, WIDTHS)
def test_without_unicode_everything_is_ascii(document: Document, width: int) -> None:
    assert shown(document, width, unicode=False).isascii()


@pytest.mark.ordeal
@given(DOCUMENTS, WIDTHS, st.booleans())
def test_nothing_harmful_is_shown(
    document: Document, width: int, unicode: bool
) -> None:
    text = shown(document, width, unicode)
    assert clean(text) == text


@pytest.mark.ordeal
@given(DOCUMENTS)
def test_json_can_always_be_read(document: Document) -> None:
    whole = json.loads(as_json.render(document))
    assert whole["format"] == 1
    assert len(whole["sections"]) == len(document.sections)


@given(TEXTS, WIDTHS)
def test_wrapping_loses_no_sign(text: str, width: int) -> None:
    sections = (Section("any", "", (Paragraph((plain(text),)),)),)
    document = Document("any", "", date(2026, 11, 23), sections=sections)
    assert "".join(shown(document, width).split()) == "".join(clean(text).split())


def test_markup_and_emoji_names_are_shown_as_typed() -> None:
    typed = "[bold]not bold[/bold] :smile: [link=x]y[/link] \\[a]"
    talk = session("s1", "2026-11-02", people="ada", note=typed, visibility="record")
    facts = ada.FACTS._replace(sessions=(talk,))
    assert typed in shown(person_report.compose(facts, bo.FOR_ME), 200)


@given(st.lists(st.tuples(DAYS, st.none() | st.integers(1, 1440)), max_size=60))
def test_every_number_is_that_of_the_facts(
    talks: list[tuple[date, int | None]],
) -> None:
    rows = [
        session(f"s{n}", day.isoformat(), minutes=minutes)
        for n, (day, minutes) in enumerate(talks)
    ]
    facts = PersonFacts(bo.FACTS.person, sessions=tuple(rows))
    document = person_report.compose(facts, bo.FOR_ME)
    numbers = next(part.numbers for part in document.sections if part.name == "time")
    inside = [row for row in rows if day_of(row.occurred_at) in bo.YEAR]
    known = [row.minutes for row in inside if row.minutes is not None]
    assert numbers["talks"] == len(inside)
    assert numbers["minutes"] == (sum(known) if known else None)
    assert numbers["without_length"] == len(inside) - len(known)
    months = [
        block.months
        for part in document.sections
        for block in part.blocks
        if isinstance(block, Months)
    ]
    until_today = [row for row in inside if day_of(row.occurred_at) <= bo.TODAY]
    for chart in months:
        counts = sum(month.number for month in chart)
        assert len(until_today) <= counts <= len(inside)


def many_talks(number: int) -> PersonFacts:
    start = date(2025, 12, 1)
    return PersonFacts(
        ada.PERSON,
        sessions=tuple(
            session(
                f"s{n}",
                (start + timedelta(n % 350)).isoformat(),
                people="ada",
                minutes=30,
                note="a talk",
                agreed="the next step",
            )
            for n in range(number)
        ),
    )


@pytest.mark.parametrize("number", [0, 1, 2000])
def test_any_number_of_talks_makes_a_report(number: int) -> None:
    text = shown(person_report.compose(many_talks(number), bo.FOR_ME))
    said = {
        0: "no talks in this period",
        1: "1 talk, 30 min",
        2000: "2000 talks, 1000 h",
    }
    assert said[number] in text
    assert text.count("the next step") == number


@pytest.mark.parametrize("number", [0, 1, 2000])
def test_any_number_of_entries_makes_a_timeline(number: int) -> None:
    start = date(2021, 1, 1)
    lines = tuple(
        line("topic", f"t{n}", (start + timedelta(n)).isoformat(), text="the rota")
        for n in range(number)
    )
    facts = ada.TIMELINE._replace(lines=lines, sessions={})
    text = shown(timeline_page.compose(facts, bo.TODAY, "Ada Okonkwo"))
    assert text.count("the rota") == number
