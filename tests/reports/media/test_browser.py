"""The page in a real browser: all of it is there, and it asks nobody for anything."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from guidelog.reports import as_html
from hostile import HOSTILE
from reports.media.papers import PAPERS, paper, say
from reports.media.reading import Page, squeeze

BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))),
    None,
)
pytestmark = [
    pytest.mark.ordeal,
    pytest.mark.skipif(BROWSER is None, reason="no browser here"),
]


def browse(page: Path, *wishes: str) -> "subprocess.CompletedProcess[str]":
    """Open a page in a browser that nobody sees."""
    assert BROWSER
    line = [
        BROWSER,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--enable-logging=stderr",
        f"--user-data-dir={page.parent / 'profile'}",
        *wishes,
        page.as_uri(),
    ]
    return subprocess.run(line, capture_output=True, text=True, check=True, timeout=90)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Bo's report, with a text that would load, run and hide if it could."""
    file = tmp_path / "bo.html"
    text = f"{HOSTILE['html']}<img src=http://example.org/x>{HOSTILE['css']}"
    file.write_text(as_html.render(paper(say(text))), encoding="utf-8")
    return file


def test_a_browser_finds_every_section_and_complains_of_nothing(page: Path) -> None:
    seen = browse(page, "--dump-dom")
    dom = Page(seen.stdout)
    for section in paper(say("usual")).sections:
        assert ("id", section.name) in dom.attributes
    assert squeeze(HOSTILE["html"]) in squeeze(dom.text)
    assert "script" not in dom.tags
    assert "CONSOLE" not in seen.stderr


def test_the_page_makes_no_request(page: Path, tmp_path: Path) -> None:
    log = tmp_path / "net.json"
    browse(
        page, "--dump-dom", f"--log-net-log={log}", "--disable-background-networking"
    )
    events = json.loads(log.read_text(encoding="utf-8"))["events"]
    asked = {
        event["params"]["url"] for event in events if "url" in event.get("params", {})
    }
    assert page.as_uri() not in {url for url in asked if url.startswith("http")}
    assert not {url for url in asked if "example.org" in url}


@pytest.mark.skipif(not shutil.which("pdfinfo"), reason="no pdfinfo")
def test_it_prints_on_a4_with_page_numbers(tmp_path: Path) -> None:
    file, printed = tmp_path / "bo.html", tmp_path / "bo.pdf"
    file.write_text(as_html.render(PAPERS["bo"]), encoding="utf-8")
    browse(file, "--no-pdf-header-footer", f"--print-to-pdf={printed}")
    facts = run("pdfinfo", printed)
    assert "A4" in facts
    assert "Pages:           3" in facts
    text = squeeze(run("pdftotext", printed, "-"))
    assert "page1of3" in text
    assert squeeze("Confidential · Bo Nilsson · prepared Mon 23 Nov 2026") in text


def run(program: str, *arguments: Path | str) -> str:
    """What another program says."""
    done = subprocess.run(
        [program, *arguments], capture_output=True, text=True, check=True
    )
    return done.stdout
