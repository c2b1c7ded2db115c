"""README, CHANGELOG and help: what they say runs, and nothing is left out."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from guidelog import __version__
from guidelog.cli.grammar import Branch, Table
from guidelog.cli.table import TABLE
from leading import Leader

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")


def blocks_of(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.DOTALL | re.MULTILINE)


def commands_in(table: Table, path: str = "") -> Iterator[str]:
    for name, one in table.items():
        if isinstance(one, Branch):
            yield from commands_in(one.table, f"{path}{name} ")
        else:
            yield path + name


LISTED = [
    command for title, table in TABLE.items() if title for command in commands_in(table)
]
"""The commands that the first page of help names."""


# --- README ---------------------------------------------------------------------------


@pytest.mark.ordeal
def test_every_line_of_the_readme_runs_from_top_to_bottom(
    leader: Leader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(leader.home)
    lines = "".join(blocks_of("console")).splitlines()
    assert len(lines) > 30
    for line in lines:
        answer = leader.does(line.removeprefix("$ guidelog "))
        words_that_weaken = re.match(r'\w+ +"', answer.err)
        assert not words_that_weaken, answer.err
    leader.verifies()
    for script in blocks_of("sh"):
        run_in_a_shell(script, leader)


def run_in_a_shell(script: str, leader: Leader) -> None:
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-e", "-u", "-o", "pipefail", "-c", script],
        cwd=leader.home,
        env={**leader.surroundings, "PATH": path},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def commands_of_the_readme() -> list[str]:
    """What follows ``guidelog`` in code, blocks and inline, without common options."""
    code = [
        *blocks_of("console"),
        *blocks_of("sh"),
        *re.findall(r"`([^`\n]+)`", README),
    ]
    lines = re.findall(r"\bguidelog (?:-q )?(.+)", "\n".join(code))
    return [f"{line} " for line in lines]


@pytest.mark.parametrize("command", LISTED)
def test_the_readme_names_every_command(command: str) -> None:
    assert any(line.startswith(f"{command} ") for line in commands_of_the_readme())


def test_the_readme_names_no_command_that_is_not_there() -> None:
    known = {name for table in TABLE.values() for name in table}
    named = {line.split()[0] for line in commands_of_the_readme()}
    assert named <= known


def test_the_tasks_of_the_readme_are_there() -> None:
    tasks = set(re.findall(r"\./dev (\w+)", README))
    known = set(re.findall(r"^  (\w+)\)", (ROOT / "dev").read_text(), re.MULTILINE))
    assert tasks <= known
    assert {"demo", "test", "check"} <= tasks


def test_the_settings_of_the_readme_are_known(leader: Leader) -> None:
    (said,) = blocks_of("toml")
    assert len(tomllib.loads(said)) > 1
    for line in said.splitlines():
        leader.sets(line)
    leader.does('person add ada "Ada Okonkwo"')
    leader.does("report ada")


@pytest.mark.parametrize("name", re.findall(r"`((?:cli|data|[a-z]+)/[\w/.]+)`", README))
def test_the_files_of_the_readme_are_there(name: str) -> None:
    assert (ROOT / "src" / "guidelog" / name).exists() or (ROOT / name).exists()


# --- CHANGELOG ------------------------------------------------------------------------


def test_the_newest_heading_of_the_changelog_is_this_version() -> None:
    headings = re.findall(r"^## (.+)$", CHANGELOG, re.MULTILINE)
    assert __version__ in headings[0]
    stated = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    assert stated == __version__


# --- help -----------------------------------------------------------------------------

SEED = (
    'person add ada "Ada Okonkwo"',
    'person add bo "Bo Nilsson"',
    'person add li "Li Wei" --relation mentee',
    *[f'add ada "talk {n} #growth" -w "{20 - n} days ago"' for n in range(12)],
    *[f'goal add ada "goal {n}" --baseline 0 --target 9' for n in (1, 2, 3)],
    'goal add ada "goal 4" --milestone one --milestone two',
    'goal add ada "goal 5" --levels --expected "as agreed"',
    *[f'next ada "step {n}"' for n in range(7)],
    *[f'raise ada "topic {n}"' for n in range(4)],
    *[f'observe ada "fact {n}"' for n in range(3)],
    'resistance add ada "seen" --expected "agreed" -w "9 days ago"',
)
TRIED = 'resistance attempt r1 "asked" --response accepted -w "8 days ago"'
BETTER = 'resistance result a1 some --follow-up "1 day ago" -w "7 days ago"'
BEFORE: Mapping[str, tuple[str, ...]] = {
    "decrypt": ("encrypt --yes",),
    "import": ("export sessions -o hours.csv",),
    "goal reopen": ("goal close g3 achieved",),
    "merge": ("backup laptop.db",),
    "rekey": ("encrypt --yes",),
    "person join": ('person add ada-2 "Ada Okonkwo"',),
    "restore": ('person add jo "Jo Castro"',),
    "resistance result": (TRIED,),
    "resistance status": (TRIED, BETTER),
}
"""What an example takes for granted."""
KEPT = ("add nobody 'first words'", "observe nobody 'other words'")
"""What is typed in vain, so that drafts wait."""
ON_EMPTY = ("person add", "demo")
"""Examples that begin with nothing."""
ON_A_TERMINAL = ("config edit",)
"""Examples that open an editor: elsewhere they say so."""


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A journal in which every example makes sense."""
    leader = Leader(tmp_path_factory.mktemp("seeded"))
    for line in SEED:
        leader.does(line)
    return leader.journal.read_bytes()


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize("command", [*LISTED, "help"])
def test_every_command_has_help_with_an_example_that_runs(
    command: str, leader: Leader, seeded: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(leader.home)
    page = leader.does(f"{command} --help").out
    examples = re.findall(r"^  guidelog (.+)$", page, re.MULTILINE)
    assert examples
    if command not in ON_EMPTY:
        leader.journal.write_bytes(seeded)
    shutil.copy2(leader.knows("a passphrase in a file"), "new-passphrase")
    for line in BEFORE.get(command, ()):
        leader.does(line)
    for line in KEPT if command.startswith("draft ") else ():
        assert leader(line).code == 2
    for example in examples:
        assert example.startswith((command, "show"))
        answer = leader(example.partition(" > ")[0])
        said = "no terminal" if command in ON_A_TERMINAL else ""
        assert (answer.code, said in answer.err) == (2 if said else 0, True), answer.err


def test_help_all_names_every_command_with_its_line(leader: Leader) -> None:
    page = leader.does("help all").out
    for command in LISTED:
        assert re.search(rf"^guidelog {command}  +\w", page, re.MULTILINE)


def test_the_commands_of_the_first_page_of_help_run(
    leader: Leader,
) -> None:
    page = leader.does("--help").out
    starts = [
        shlex.split(line)[1:]
        for line in re.findall(r"^  (guidelog .+?)  ", page, re.MULTILINE)
    ]
    assert len(starts) == 3
    for words in starts:
        leader.does(shlex.join(words), piped=b"what happened")
