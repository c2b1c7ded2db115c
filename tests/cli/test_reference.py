"""docs/reference.md says what the program says, and what it says to type runs."""

import re
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from architecture.sources import PACKAGE
from cli.reference import READING, SEED, VARIABLES, paths_in, write_reference
from guidelog.cli.table import TABLE
from leading import Leader
from telling import told_once

ROOT = Path(__file__).parents[2]
QUERIES = re.findall(r'"(SELECT [^"]+)"', READING)
LINES = re.findall(r"^sqlite3 .+$", READING, re.MULTILINE)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    return write_reference(Leader(tmp_path_factory.mktemp("reference")))


def test_the_reference_is_up_to_date(
    page: str, golden: Callable[[str, str], None]
) -> None:
    golden("../../../docs/reference.md", page)


def test_every_command_stands_in_it_with_its_example(page: str) -> None:
    for title, table in TABLE.items():
        for path in paths_in(table) if title else ():
            _, _, rest = page.partition(f"\n#### {path}\n")
            told = rest.partition("\n####")[0]
            assert f"Usage: guidelog {path} " in told
            assert re.search(r"^  guidelog .+$", told, re.MULTILINE)


def test_every_variable_of_ours_is_explained() -> None:
    texts = (file.read_text("utf-8") for file in PACKAGE.rglob("*.py"))
    named = {name for text in texts for name in re.findall(r"\bGUIDELOG_\w+", text)}

    assert named == {name for name in VARIABLES if name.startswith("GUIDELOG_")}


@pytest.fixture
@told_once
def written(guidelog: Leader) -> Leader:
    for line in SEED:
        guidelog.does(line)
    return guidelog


@pytest.mark.parametrize("query", QUERIES)
def test_the_journal_can_be_read_without_guidelog(written: Leader, query: str) -> None:
    file = f"{written.journal.as_uri()}?mode=ro"
    with closing(sqlite3.connect(file, uri=True)) as db:
        assert db.execute(query).fetchall()


@pytest.mark.skipif(not shutil.which("sqlite3"), reason="no sqlite3 shell here")
@pytest.mark.parametrize("line", LINES)
def test_the_lines_for_the_sqlite3_shell_run(written: Leader, line: str) -> None:
    done = subprocess.run(
        ["bash", "-e", "-c", line], cwd=written.home, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
