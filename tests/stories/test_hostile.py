"""One hostile corpus through every way out: accident 19, text that becomes code."""

import csv
import io
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import get_args
from unittest.mock import patch

import pytest
from markdown_it import MarkdownIt

from cli.test_completing import Shell, press
from guidelog.cleaning import clean
from hostile import HOSTILE, NO_TEXT
from leading import Leader, make_home
from reports.media.reading import Page, squeeze

COLOUR = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\")
HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
READ = {kind: clean(text).strip("\n") for kind, text in HOSTILE.items()}
"""What is kept of each text."""
PAGES = (
    "timeline",
    "report ada --for me",
    "prep ada",
    "due",
    "check ada",
    "",
    "search a",
)


@pytest.fixture(scope="module")
def told() -> Leader:
    """A leader who was told all of it, in every kind of text."""
    leader = Leader(make_home())
    leader.does("person add ada 'Ada Okonkwo'")
    for number, text in enumerate(READ.values()):
        typed = list(HOSTILE.values())[number]
        leader.does(f"person add n{number}", "--", typed)
        leader.does(
            "observe ada --off-track --record --situation", f" {text}", "--", typed
        )
        leader.does("goal add ada --record --", typed)
        leader.does("resistance add ada --record --expected", f" {typed}", "--", typed)
    return leader


def ids(leader: Leader, letter: str) -> dict[str, str]:
    """The id of the entry that holds each text, of one kind."""
    return {kind: f"{letter}{number}" for number, kind in enumerate(READ, 1)}


def test_what_is_kept_is_the_text_without_what_could_hide_or_repaint(
    told: Leader,
) -> None:
    for kind, id_ in ids(told, "o").items():
        row = told.row("observations", id_)
        assert row["text"] == READ[kind], kind
        assert row["situation"].strip() == READ[kind].strip(), kind
    told.verifies()


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("color", ["never", "always"])
def test_no_page_lets_a_text_repaint_the_terminal(
    told: Leader, page: str, color: str
) -> None:
    shown = told.does(f"--color {color} {page}").out
    plain = COLOUR.sub("", shown) if color == "always" else shown
    assert clean(plain) == plain
    assert not HARMFUL.search(plain)


@pytest.mark.parametrize("kind", HOSTILE)
def test_every_text_is_shown_as_it_was_typed(told: Leader, kind: str) -> None:
    shown = told.does(f"show {ids(told, 'o')[kind]}").out
    assert squeeze(READ[kind]) in squeeze(shown)


def test_tables_give_every_text_back(told: Leader) -> None:
    rows = list(csv.DictReader(io.StringIO(told.does("export observations").out)))
    assert [row["text"] for row in rows] == list(READ.values())
    for form in ("json", "jsonl"):
        said = told.does(f"export observations --format {form}").out
        whole = json.loads(said) if form == "json" else None
        kept = (
            whole["rows"] if whole else [json.loads(line) for line in said.splitlines()]
        )
        assert [row["text"] for row in kept] == list(READ.values())
    names = csv.DictReader(io.StringIO(told.does("export people").out))
    assert {row["handle"] for row in names} >= {f"n{n}" for n in range(len(READ))}


def test_no_cell_of_a_safe_table_is_a_formula(told: Leader) -> None:
    for view in ("observations", "people", "goals"):
        said = told.does(f"export {view} --excel-safe").out
        for row in csv.reader(io.StringIO(said)):
            assert not [cell for cell in row if cell[:1] in ("=", "+", "@", "\t")]


def test_in_a_browser_no_text_is_an_element_or_an_attribute(
    told: Leader, tmp_path: Path
) -> None:
    usual, hostile = tmp_path / "usual.html", tmp_path / "hostile.html"
    calm = Leader(make_home())
    calm.does("person add ada 'Ada Okonkwo'")
    for line in (
        "observe ada seen --off-track",
        "goal add ada aim",
        "next ada 'send it'",
    ):
        calm.does(f"{line} --record")
    calm.does("resistance add ada seen --expected 'a list' --record")
    calm.does("report ada --for me --untold --format html -o", str(usual))
    told.does("report ada --for me --untold --format html -o", str(hostile))
    known, page = Page(usual.read_text()), Page(hostile.read_text())
    assert set(page.tags) <= {*known.tags, "br"}
    names = {name for name, _ in page.attributes}
    assert names <= {name for name, _ in known.attributes}
    assert not [name for name in names if name.startswith("on")]
    read = squeeze(page.text)
    assert [kind for kind, text in READ.items() if squeeze(text) not in read] == []


def test_in_a_wiki_every_text_reads_as_it_was_typed(
    told: Leader, tmp_path: Path
) -> None:
    file = tmp_path / "ada.md"
    told.does("report ada --for me --untold --format markdown -o", str(file))
    wiki = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    page = Page(wiki.render(file.read_text()))
    assert not {"script", "img", "a", "svg", "style", "s"} & set(page.tags)
    read = squeeze(page.text)
    assert [kind for kind, text in READ.items() if squeeze(text) not in read] == []


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="no pdftotext")
def test_the_typesetter_runs_no_text(told: Leader, tmp_path: Path) -> None:
    file = tmp_path / "ada.pdf"
    told.does("report ada --for me --untold --format pdf -o", str(file))
    done = subprocess.run(
        ["pdftotext", "-raw", str(file), "-"], capture_output=True, check=True
    )
    read = squeeze(done.stdout.decode())
    assert squeeze('#read("/etc/passwd")') in read
    assert "root:" not in read
    for kind in ("html", "css", "rich", "table", "shell", "sql", "format"):
        assert squeeze(READ[kind]) in read, kind


TABS = (
    "guidelog add ",
    "guidelog goal show ",
    "guidelog show ",
    "guidelog add ada -g ",
)


def signs(leader: Leader, shell: Shell) -> set[str]:
    """The signs that a shell is handed beside letters and digits."""
    handed = "".join(press(leader, line, shell) for line in TABS)
    return {sign for sign in handed if not sign.isalnum()}


@pytest.mark.parametrize("shell", get_args(Shell))
def test_tab_hands_a_shell_no_sign_of_a_text(told: Leader, shell: Shell) -> None:
    calm = Leader(make_home())
    for line in ("person add ada 'Ada Okonkwo'", "goal add ada aim", "add ada talked"):
        calm.does(line)
    assert "n1" in press(told, TABS[0], shell)
    assert "g9" in press(told, "guidelog goal show g9", shell)
    assert signs(told, shell) <= signs(calm, shell) | set("-.,")


def test_no_error_tells_a_text(told: Leader) -> None:
    for kind, text in HOSTILE.items():
        for line in ("observe nobody", "add ada --attempt r1 --", "goal progress g1 1"):
            answer = (
                told(line, text) if line != "observe nobody" else told(line, "--", text)
            )
            said = clean(answer.err)
            assert said == answer.err, kind
            assert "Traceback" not in said
            assert "inside guidelog" not in said
            assert answer.code == 2 or kind == "option", (kind, line)
            assert len(READ[kind]) < 9 or READ[kind] not in said, kind


def places(text: str) -> Iterator[list[str]]:
    """Lines in which a text stands where a name, a date or a file is wanted."""
    for line in (
        "timeline {}",
        "show {}",
        "export {}",
        "person add {} Somebody",
        "timeline --period {}",
        "timeline --tag {}",
        "add ada talked --tag {}",
        "add ada talked -w {}",
        "add ada talked -a {}",
        "add ada talked -g {}",
        "tag rename {} other",
        "config set {} x",
        "help {}",
        "{}",
    ):
        yield [text if word == "{}" else word for word in line.split()]


@pytest.mark.ordeal
@pytest.mark.parametrize("kind", HOSTILE)
def test_no_text_runs_or_confuses_wherever_it_is_typed(
    told: Leader, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for words in places(HOSTILE[kind]):
        answer = told("", *words)
        assert answer.code in (0, 2), words
        assert "Traceback" not in answer.err
        assert "inside guidelog" not in answer.err, words
        assert clean(answer.err) == answer.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("text", NO_TEXT)
def test_bytes_that_are_no_text_are_refused_everywhere(told: Leader, text: str) -> None:
    before = told.changes()
    for words in places(text):
        answer = told("", *words)
        assert answer.code in (0, 1, 2), words
        assert "inside guidelog" not in answer.err, words
    with patch.dict(os.environ, {}):
        assert told("observe ada", text).code == 2
    assert told.changes() == before
