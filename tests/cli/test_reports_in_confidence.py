"""Nothing private leaves: the demonstration's year with every private text marked."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from typing import Any

import pytest

from cli.conftest import demonstration_of
from guidelog.dates import Period
from guidelog.lookback.facts import PersonFacts
from guidelog.lookback.person import facts_of
from guidelog.lookback.reading import rows_of
from guidelog.lookback.rows import PersonRow
from guidelog.reports import person_report
from guidelog.reports.blocks import Document
from guidelog.reports.brief import Brief
from guidelog.storage.connection import open_for_reading
from guidelog.words import RESISTANCE_KINDS
from leading import Answer, Leader
from reports.media.reading import (
    read_html,
    read_json,
    read_markdown,
    read_pdf,
    read_terminal,
)

pytestmark = pytest.mark.ordeal
MARK = "swordfish"
TODAY = date(2026, 11, 20)
BRIEF = Brief(Period(date(2025, 1, 1), date(2027, 1, 1)), TODAY)
TEXTS = {
    "about",
    "area",
    "evidence",
    "expected",
    "impact",
    "my_part",
    "note",
    "observed",
    "offered",
    "other_causes",
    "place",
    "present",
    "reason",
    "result_text",
    "situation",
    "text",
    "their_words",
    "title",
    "told_by",
    "what",
}
"""The fields that hold a text of an entry; what was agreed has its own visibility."""
READERS = [read_terminal, read_markdown, read_html, read_json]


def mark(row: Any) -> Any:
    """The row with every private text of it marked."""
    named = set(row._fields)
    private = named & TEXTS if getattr(row, "visibility", "") == "private" else set()
    if getattr(row, "agreed_visibility", "") == "private":
        private |= {"agreed"}
    return row._replace(**{name: MARK for name in private if getattr(row, name)})


def mark_all(facts: PersonFacts) -> PersonFacts:
    """The facts of a person with every private text marked."""
    rows: dict[str, Any] = {
        name: tuple(mark(row) for row in value)
        for name, value in facts._asdict().items()
        if type(value) is tuple
    }
    return facts._replace(**rows)


def people_of(leader: Leader) -> list[PersonFacts]:
    with closing(open_for_reading(demonstration_of(leader))) as db:
        people = [row.handle for row in rows_of(db, PersonRow)]
        return [facts_of(db, handle, BRIEF.period) for handle in people]


@pytest.fixture(scope="module")
def everybody(shown: tuple[Leader, Answer]) -> list[PersonFacts]:
    """The facts of everybody in the demonstration, every private text marked."""
    return [mark_all(facts) for facts in people_of(shown[0])]


def papers(people: list[PersonFacts]) -> Iterator[tuple[PersonFacts, Document]]:
    for facts in people:
        for untold in (False, True):
            brief = BRIEF._replace(audience="others", untold=untold)
            yield facts, person_report.compose(facts, brief)


def test_the_marks_would_be_seen(everybody: list[PersonFacts]) -> None:
    mine = [person_report.compose(facts, BRIEF) for facts in everybody]
    assert all(MARK in read_markdown(document) for document in mine)


@pytest.mark.parametrize("read", READERS)
def test_no_private_text_is_read_by_others(
    everybody: list[PersonFacts], read: Any
) -> None:
    for _, document in papers(everybody):
        assert MARK not in read(document)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="no pdftotext")
def test_no_private_text_stands_in_a_pdf(everybody: list[PersonFacts]) -> None:
    for _, document in papers(everybody):
        assert MARK not in read_pdf(document)


@pytest.mark.parametrize("read", READERS)
def test_others_read_neither_kinds_nor_the_names_of_third_persons(
    everybody: list[PersonFacts], read: Any
) -> None:
    names = {facts.person.handle: facts.person.name for facts in everybody}
    for facts, document in papers(everybody):
        text = read(document)
        for handle, name in names.items():
            assert handle == facts.person.handle or name.replace(" ", "") not in text
        assert "yourlabel" not in text
        for note in facts.resistance:
            assert note.kind in RESISTANCE_KINDS
            assert f"{note.id}{note.kind}" not in text
