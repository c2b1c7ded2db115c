"""The PDF: tagged, archivable, numbered, and a sentence where it can't be made."""

import shutil
import subprocess
import sys

import pytest

from guidelog.errors import MissingExtra, NotTypeset
from guidelog.exchange.pdf import typeset
from guidelog.reports import as_typst
from reports import ada, bo
from reports.media.papers import PAPERS, paper
from reports.media.reading import read_pdf

needs_poppler = pytest.mark.skipif(not shutil.which("pdfinfo"), reason="no pdfinfo")


def ask(program: str, data: bytes, *wishes: str) -> str:
    done = subprocess.run(
        [program, *wishes], input=data, capture_output=True, check=True
    )
    return done.stdout.decode()


@needs_poppler
@pytest.mark.parametrize("name", PAPERS)
def test_it_is_tagged_on_a4_and_named(name: str) -> None:
    document = PAPERS[name]
    facts = ask("pdfinfo", typeset(document).data, "-")
    assert "Tagged:          yes" in facts
    assert "(A4)" in facts
    assert f"Title:           {document.title}" in facts


def test_it_keeps_to_the_standard_for_archives() -> None:
    made = typeset(PAPERS["bo"])
    assert made.is_archivable
    assert b"<pdfaid:part>2</pdfaid:part>" in made.data
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in made.data


def test_the_same_document_is_the_same_file() -> None:
    assert typeset(PAPERS["ada"]) == typeset(PAPERS["ada"])


@needs_poppler
def test_pages_are_numbered_and_figures_described() -> None:
    text = read_pdf(PAPERS["bo"])
    assert "page1of3" in text
    assert "page3of3" in text
    data = typeset(PAPERS["bo"]).data
    for element in (b"H1", b"H2", b"H3", b"Table", b"TH", b"Figure"):
        assert b"/S /%b" % element in data
    assert data.count(b"/Alt ") >= data.count(b"/S /Figure") > 0


def test_letters_that_the_typesetter_lacks_come_from_the_system() -> None:
    person = ada.PERSON._replace(name="李伟 😀 שלום")
    assert typeset(paper(ada.FACTS._replace(person=person))).data.startswith(b"%PDF")


def test_a_sign_that_no_archive_takes_makes_an_ordinary_pdf() -> None:
    person = bo.FACTS.person._replace(name="Bo \ue000")
    made = typeset(paper(bo.FACTS._replace(person=person)))
    assert made.data.startswith(b"%PDF")
    assert not made.is_archivable


def test_without_the_extra_one_sentence_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MissingExtra) as refusal:
        typeset(PAPERS["bo"])
    assert "pip install" in refusal.value.helps
    assert "guidelog[pdf]" in refusal.value.helps


def test_a_refusal_of_the_typesetter_repeats_no_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(as_typst, "template", lambda: b"#panic(sys.inputs.data)")
    with pytest.raises(NotTypeset) as refusal:
        typeset(PAPERS["bo"])
    assert "Bo" not in str(refusal.value)
