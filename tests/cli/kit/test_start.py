"""Starting: what is loaded, what TAB offers, and the real table of commands."""

import subprocess
import sys

import pytest

from cli.kit.conftest import Call
from cli.kit.test_cursor import chart
from guidelog import __version__
from guidelog.cli.app import run
from guidelog.cli.completing import offer
from guidelog.cli.grammar import Branch
from guidelog.cli.table import TABLE, UNLISTED

HEAVY = ("rich", "sqlmodel", "sqlalchemy", "pydantic", "sqlite3", "platformdirs")


def loaded_after(line: list[str]) -> set[str]:
    """Run a line in a process of its own and give the heavy modules it loaded."""
    script = (
        "import sys; from guidelog.cli.app import run; run(sys.argv[1:]);"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *line], capture_output=True, check=True
    )
    return {name for name in done.stderr.decode().split() if name in HEAVY}


@pytest.mark.parametrize("line", [["--help"], ["nonsense"], ["-h"], ["--version"]])
def test_help_and_mistyped_names_load_nothing_heavy(line: list[str]) -> None:
    assert loaded_after(line) == set()


def test_a_command_loads_its_own_room_only() -> None:
    assert "rich" not in loaded_after(["help", "help"])


def complete(*words: str) -> list[str]:
    """Press TAB behind these words."""
    *before, typed = words
    return [word for word, _ in offer(chart(), before, typed)]


def test_tab_offers_commands_from_the_table() -> None:
    assert complete("o") == ["observe"]
    assert complete("goal", "") == ["rate", "list"]


def test_tab_offers_options_and_choices() -> None:
    assert complete("goal", "list", "--jo") == ["--journal"]
    assert complete("observe", "--dr") == ["--draft"]
    assert complete("observe", "ada", "x", "-m", "c") == ["coaching"]
    assert complete("log", "ada", "x", "-m", "m") == ["mentoring"]


@pytest.mark.parametrize(
    "words",
    [
        ("later", "x", ""),
        ("observe", "a b", "c", "--bad", ""),
        ("goal", "xx", ""),
        ("goal list", "--jo"),
        ("goal", "list", "--json=x", "--"),
        ("observe", "--tag", "--role", "--"),
        ("observe", "--role", "-"),
    ],
)
def test_tab_offers_nothing_where_the_line_is_wrong(words: tuple[str, ...]) -> None:
    assert complete(*words) == []


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("--json", "goal", "-q", "list", "--si"), ["--since"]),
        (("observe", "--role", "--tags", "--ta"), ["--tag"]),
        (("observe", "--private", "--re"), []),
        (("observe", "--tag", "a", "--ta"), ["--tag"]),
        (("observe", "-t", "5", "--t"), ["--tag"]),
        (("observe", "-m"), ["-m"]),
        (("observe", "-mcoaching", "-m"), []),
        (("observe", "-qm", ""), ["coaching", "mentoring"]),
        (("observe", "--color=a"), ["--color=auto", "--color=always"]),
        (("goal", "rate", "g1", "-1", "--jo"), ["--journal"]),
        (("observe", "--", "-m", ""), []),
        (("help", "goal", ""), ["rate", "list"]),
    ],
)
def test_tab_reads_the_line_as_the_program_does(
    words: tuple[str, ...], offered: list[str]
) -> None:
    assert complete(*words) == offered


def test_the_version_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capfd.readouterr().out == f"guidelog {__version__}\n"


@pytest.mark.parametrize(
    "program",
    [["-m", "guidelog"], ["-c", "__import__('guidelog.__main__').__main__.main()"]],
)
def test_the_program_starts_by_name_and_as_a_module(program: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, *program, "nonsense"], capture_output=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr.startswith(b'guidelog: no command "nonsense".')


def test_the_first_page_of_the_real_table_is_one_screen(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for columns, lines in ((80, 20), (40, 27)):
        monkeypatch.setenv("COLUMNS", str(columns))
        assert run(["--help"]) == 0
        shown = capfd.readouterr().out.splitlines()
        assert len(shown) <= lines
        assert max(map(len, shown)) <= columns


def test_every_command_of_the_table_says_what_it_is_for() -> None:
    entries = [one for part in TABLE.values() for one in part.values()]
    for one in entries:
        if isinstance(one, Branch):
            assert one.alone in one.table
            entries.extend(one.table.values())
        assert 0 < len(one.says) <= 50
    assert "help" in TABLE[UNLISTED]


def test_a_call_of_the_toy_is_a_call_of_the_kit(call: Call) -> None:
    assert call("--version").out == f"guidelog {__version__}\n"
