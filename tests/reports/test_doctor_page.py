"""The page of doctor: a line a finding, and commands that can be copied whole."""

from collections.abc import Callable, Sequence

import pytest

from guidelog.reports.conditions import Condition, fact, finding, unseen
from guidelog.reports.doctor_page import WELL, render
from guidelog.reports.terminal_lines import Screen
from reports.bo import TODAY

FOLDER = "Dropbox/Notes of the ward"
FACTS = (
    fact("journal", "~/.local/share/guidelog/journal.db, 492 kB, 214 changes, shape 1"),
    fact("TAB", "not set up for bash", "guidelog --install-completion"),
)
FINDINGS = (
    *FACTS,
    finding(
        "journal.db",
        "lies in a Dropbox folder, where one computer can overwrite what another wrote;"
        " keep a journal on each and merge them",
        f"guidelog merge ~/'{FOLDER}/journal.db' --journal ~/.local/share/journal.db",
    ),
    unseen("backups", "permission denied"),
    finding(
        "history",
        "~/.bash_history holds 3 lines with texts typed for guidelog",
        "sed -i '/guidelog /d' ~/.bash_history",
        "echo HISTCONTROL=ignorespace >> ~/.bashrc",
    ),
)


def page(conditions: Sequence[Condition], width: int) -> str:
    """The page as plain text."""
    return render(conditions, Screen(width, True, TODAY, False)).plain


@pytest.mark.parametrize("width", [80, 40])
@pytest.mark.parametrize(
    ("name", "told"), [("doctor", FINDINGS), ("doctor-well", FACTS)]
)
def test_the_page_looks_as_it_was_agreed(
    width: int,
    name: str,
    told: tuple[Condition, ...],
    golden: Callable[[str, str], None],
) -> None:
    golden(f"{name}-{width}.txt", page(told, width))


@pytest.mark.parametrize("width", [40, 80, 10_000])
def test_commands_are_whole_at_every_width(width: int) -> None:
    lines = page(FINDINGS, width).splitlines()
    commands = [f"  {command}" for one in FINDINGS for command in one.mends]
    assert [line for line in lines if line in commands] != []
    assert set(commands) <= set(lines)
    assert all(len(line) <= width or line in commands for line in lines)


def test_off_a_terminal_a_finding_is_one_line_and_its_first_word_its_area() -> None:
    lines = page(FINDINGS, 10_000).split("\n\n")[0].splitlines()
    heads = [line for line in lines if not line.startswith(" ")]
    assert [line.split()[0] for line in heads] == ["journal.db", "history"]


def test_without_findings_one_calm_line_says_so() -> None:
    assert page([], 80) == f"{WELL}\n"
