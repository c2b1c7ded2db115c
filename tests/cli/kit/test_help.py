"""Help: one screen for the start, plain sections for a command, at any width."""

import pytest

from cli.kit.conftest import Call


@pytest.mark.parametrize("ask", [["--help"], ["-h"], ["help"], []])
def test_the_first_page_is_one_screen(call: Call, ask: list[str]) -> None:
    answer = call(*ask)
    assert answer.code == 0
    assert len(answer.out.splitlines()) <= 24
    assert "  Record   observe add goal" in answer.out
    assert "  Look     search lines page bidden say drop fail" in answer.out


def test_a_bare_call_runs_what_the_table_says(call: Call) -> None:
    assert call(alone="bidden").row["json"] is False
    assert call("--json", alone="bidden").row["json"] is True


@pytest.mark.parametrize(
    "ask",
    [
        ["goal", "rate", "-h"],
        ["goal", "rate", "--help"],
        ["help", "goal", "rate"],
        ["help", "goal", "rate", "g5"],
    ],
)
def test_the_help_of_a_command_is_found_in_every_way(
    call: Call, ask: list[str]
) -> None:
    first = call(*ask).out.splitlines()[0]
    assert first == "Usage: guidelog goal rate GOAL LEVEL [EVIDENCE] [OPTIONS]"


def test_the_help_of_a_command_stands_in_sections(call: Call) -> None:
    assert call("observe", "-h").out == OBSERVE_HELP


@pytest.mark.parametrize("columns", [40, 60, 80, 100, 200])
@pytest.mark.parametrize(
    "ask", [["-h"], ["observe", "-h"], ["drop", "-h"], ["goal", "-h"]]
)
def test_help_keeps_within_the_width(
    call: Call, monkeypatch: pytest.MonkeyPatch, ask: list[str], columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    shown = call(*ask).out.partition("\nExample:")[0].splitlines()
    assert max(map(len, shown)) <= min(columns, 100)


def test_choices_that_are_too_long_break_between_them(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    assert (
        "  --response accepted|partly|declined|\n"
        "      no-answer|absent\n"
        "              How they answered.\n"
    ) in call("drop", "-h").out


def test_the_help_of_a_group_names_its_commands(call: Call) -> None:
    answer = call("goal", "--help")
    assert answer.out.startswith("Usage: guidelog goal [COMMAND] [OPTIONS]\n")
    assert "  rate  rate a goal\n" in answer.out


def test_help_all_names_every_command(call: Call) -> None:
    names = [line.split("  ")[0] for line in call("help", "all").out.splitlines()]
    assert "guidelog goal rate" in names
    assert "guidelog observe" in names
    assert len(names) == 13


def test_help_on_what_is_not_there_suggests(call: Call) -> None:
    answer = call("help", "goal", "raet")
    wanted = 'guidelog: no command "goal raet". Did you mean goal rate?'
    assert (answer.code, answer.refusal) == (2, wanted)


def test_help_wins_over_what_is_wrong_with_the_words(call: Call) -> None:
    assert call("observe", "ada", "a b", "c", "--help").code == 0
    assert call("goal", "list", "extra", "-h").code == 0


OBSERVE_HELP = """\
Usage: guidelog observe WHO TEXT [OPTIONS]

Note what was seen.

Arguments:
  WHO   Whom you saw.
  TEXT  What you saw.

Options:
  -t, --took LENGTH
  --tag TAG              A tag.
  --private / --record
  --impact TEXT          What it did.
  --cause TEXT
  -m coaching|mentoring
  --role ROLE
  -o FILE
  --draft                Go on with the text that was kept.

Everywhere:
  -h, --help      Show this message and exit.
  --journal FILE  Use this journal file.
  --json          Show as JSON.
  --color WHEN    auto, always or never.
  --no-pager      Never page.
  -q, --quiet     Print only the id, or nothing.

Example:
  guidelog observe ada "Paged the wrong team" --tag incident
"""
