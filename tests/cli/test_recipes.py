"""docs/recipes.md: each recipe runs as it stands, and does what it says."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from leading import Leader
from telling import told_once

RECIPES = (Path(__file__).parents[2] / "docs" / "recipes.md").read_text("utf-8")
BLOCKS = {
    title: re.findall(r"^```sh\n(.*?)^```", told, re.DOTALL | re.MULTILINE)
    for title, _, told in (one.partition("\n") for one in RECIPES.split("\n## ")[1:])
}


def run_block(title: str, leader: Leader, *, after: str = "") -> str:
    """Run a recipe in a shell; give what it printed."""
    (block,) = BLOCKS[title]
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-e", "-u", "-o", "pipefail", "-c", block + after],
        cwd=leader.home,
        env={**leader.surroundings, "PATH": path},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.fixture
@told_once
def ada(guidelog: Leader) -> Leader:
    guidelog.does('person add ada "Ada Okonkwo"')
    guidelog.does('next ada "draft the runbook" --due yesterday')
    return guidelog


def tables(leader: Leader, _said: str) -> None:
    folder = leader.home / "guidelog-tables"
    assert (folder / "people.csv").read_text("utf-8").startswith("handle,name,")
    assert len(list(folder.iterdir())) == 6


def prompt(_leader: Leader, said: str) -> None:
    # the first prompt waits for nothing, the second one knows
    assert said == "due\n"


def reports(leader: Leader, _said: str) -> None:
    (file,) = (leader.home / "reports").iterdir()
    assert "Ada Okonkwo" in file.read_text("utf-8")


def calendar(leader: Leader, _said: str) -> None:
    text = (leader.home / "guidelog.ics").read_text("utf-8")
    assert "SUMMARY:guidelog: c1 due" in text


def copies(leader: Leader, _said: str) -> None:
    (file,) = (leader.home / "copies").glob("journal-?.db")
    assert file.stat().st_mode & 0o777 == 0o600


def dictation(leader: Leader, _said: str) -> None:
    folder = leader.home / "dictation"
    (row,) = leader.rows("sessions")
    assert (row["occurred_at"], row["note"]) == ("2026-11-19", "She led it alone.")
    assert [one.name for one in (folder / "done").iterdir()] == ["ada 2026-11-19.txt"]


def hours(leader: Leader, _said: str) -> None:
    (row,) = leader.rows("sessions")
    assert (row["people"], row["minutes"]) == ("ada", 45)
    with (leader.home / "hours.csv").open("a", encoding="utf-8") as sheet:
        sheet.write("2026-11-19,ada,30\n")
    run_block("Hours from a spreadsheet", leader)
    assert len(leader.rows("sessions")) == 2


def unseen(_leader: Leader, said: str) -> None:
    assert said == "ada\n"


DONE: dict[str, Callable[[Leader, str], None]] = {
    "A table of everything, each week": tables,
    "What is due, in the prompt": prompt,
    "A report for each person": reports,
    "Notes from a dictation folder": dictation,
    "Hours from a spreadsheet": hours,
    "Deadlines in your calendar": calendar,
    "A copy each night, off this machine": copies,
    "Who has not been talked with for a month": unseen,
}
"""What each recipe leaves behind."""
AFTER = {"What is due, in the prompt": "guidelog_due; wait; guidelog_due"}


def test_every_recipe_is_run() -> None:
    assert set(DONE) == set(BLOCKS)


@pytest.mark.ordeal
@pytest.mark.parametrize("title", DONE)
def test_a_recipe_does_what_it_says(title: str, ada: Leader) -> None:
    if title == "Notes from a dictation folder":
        folder = ada.home / "dictation"
        folder.mkdir()
        (folder / "ada 2026-11-19.txt").write_text("She led it alone.", "utf-8")

    sheet = "Date,Name,Dauer\n2026-11-12,ada,45\n"
    (ada.home / "hours.csv").write_text(sheet, "utf-8")

    said = run_block(title, ada, after=AFTER.get(title, ""))

    DONE[title](ada, said)
