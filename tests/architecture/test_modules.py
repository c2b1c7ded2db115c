"""What a command loads: looking back no SQLModel, and writing no Rich."""

import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from journal.commands import WRITING, commands
from leading import Leader
from stories.story import AFTERWARDS, read_lines

AFTER_ALL = Path(__file__).with_name("after_all.py")
HEAVY = ("sqlmodel", "sqlalchemy", "pydantic", "guidelog.journal", "difflib")
PAGES = ("rich",)
LOOKING = {
    "action list": ["action list", "action"],
    "check": ["check ada", "check"],
    "config list": ["config", "config list --json"],
    "config set": ["config set leader_role 'head pharmacist'"],
    "config unset": ["config unset leader_role"],
    "doctor": ["doctor", "doctor --json"],
    "draft list": ["draft", "draft list --json"],
    "due": ["due", "due ada --json"],
    "export": [
        "export sessions",
        "export timeline --format json",
        "export texts",
        "export due",
    ],
    "goal list": ["goal list", "goal"],
    "goal show": ["goal show g1"],
    "hours": ["hours", "hours --json"],
    "help": ["help", "help goal", "report --help"],
    "history": ["history", "history s1", "history --deleted"],
    "person export": ["person export ada", "person export bo --format json"],
    "person list": ["person list", "person list --json"],
    "person show": ["person show ada"],
    "prep": ["prep ada"],
    "report": ["report ada", "report bo --for others", "report", "report ada --json"],
    "resistance list": ["resistance list"],
    "resistance show": ["resistance show r1"],
    "search": ["search trolley"],
    "show": ["show s1", "show a1 --json"],
    "tag list": ["tag"],
    "timeline": ["timeline", "timeline ada --period 'this month'", "log --json"],
    "today": [""],
}
"""For every command that only looks, lines of it."""
WHOLE_FILES = {
    *("backup", "decrypt", "demo", "encrypt", "import", "merge", "rekey", "restore"),
    "config edit",
    *("draft show", "draft drop"),
    "verify",
}
"""Commands that replay or move a whole journal, or need a draft or an editor."""
AFTER_THE_STORY = (
    "goal reopen g3",
    "edit s8 --took 45 --reason 'looked it up'",
    "delete s4 --reason 'of another firm' --yes",
    "recap s9",
    "tag rename career future",
    "action hide ward-round",
    "redact s2 --reason 'names a patient' --yes",
    "person edit li --team Wards",
    "person archive li",
    "person hold bo 'the works council asks'",
    "person join ada li",
    "person erase mira --yes",
)
"""The writing commands that the story does without."""


def type_all(
    leader: Leader, lines: Iterable[tuple[str, str]], watched: Sequence[str]
) -> list[str]:
    """Type lines in one process; give those that failed or loaded what is watched."""
    told = list(lines)
    typed, answer = leader.home / "typed.json", leader.home / "answer.json"
    typed.write_text(json.dumps(told), encoding="utf-8")
    subprocess.run(
        [sys.executable, AFTER_ALL, typed, answer, *watched],
        env=leader.surroundings,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
    )
    found = json.loads(answer.read_text(encoding="utf-8"))
    return [
        f"{line}: {code} {loaded}"
        for (_, line), (code, loaded) in zip(told, found, strict=True)
        if code or loaded
    ]


def paths_of(lines: Iterable[str]) -> set[str]:
    """The commands that lines call."""
    words = [line.split() for line in lines]
    named = {" ".join(one[:n]) for one in words for n in (1, 2)}
    return named & set(commands())


def test_every_command_is_typed_in_one_of_the_two_tests() -> None:
    written = paths_of([*(line.typed for line in read_lines()), *AFTER_THE_STORY])

    assert set(WRITING) - {"recap"} <= written
    assert set(commands()) - set(WRITING) - WHOLE_FILES == set(LOOKING)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Leader, list[str]]:
    """A leader who typed every writing command; the lines that loaded a page."""
    leader = Leader(tmp_path_factory.mktemp("modules"))
    story = [(line.at, line.typed) for line in read_lines()]
    afterwards = [(AFTERWARDS, line) for line in AFTER_THE_STORY]
    return leader, type_all(leader, [*story, *afterwards], PAGES)


def test_writing_shows_no_page_and_loads_none(
    written: tuple[Leader, list[str]],
) -> None:
    _, wrong = written

    assert wrong == []


def test_looking_back_never_loads_what_writes(
    written: tuple[Leader, list[str]],
) -> None:
    leader, _ = written
    lines = [(AFTERWARDS, line) for those in LOOKING.values() for line in those]

    assert type_all(leader, lines, [*HEAVY, "guidelog.cli.writing"]) == []


def test_a_watched_module_is_seen(guidelog: Leader) -> None:
    lines = [(AFTERWARDS, "person add ada 'Ada Okonkwo'"), (AFTERWARDS, "timeline")]
    first, second = type_all(guidelog, lines, [*HEAVY, *PAGES])

    assert "sqlmodel" in first
    assert "rich" not in first
    assert "rich" in second
