"""Settings as a leader sees and changes them."""

import json
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from leading import Leader
from terminals import Terminals


@pytest.fixture
def file(leader: Leader) -> Path:
    """The leader's settings, where they would be."""
    return leader.home / "config" / "guidelog" / "settings.toml"


def typing(leader: Leader, script: str) -> str:
    """The name of an editor that runs a script on its file."""
    program = leader.home / "editor"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o700)
    return str(program)


def test_every_setting_is_listed_with_where_it_is_from(
    leader: Leader, file: Path
) -> None:
    assert "not there yet" in leader.does("config").out

    leader.does("config set grace_hours 24")
    leader.does('config set leader_name "Mira Haddad"')
    shown = leader.does("config").out
    rows = {
        one["key"]: one for one in json.loads(leader.does("config --json").out)["rows"]
    }

    assert str(file) in shown.replace("\n", "")
    (line,) = [line for line in shown.splitlines() if "leader_name" in line]
    assert line.split()[1:5] == ["Mira", "Haddad", '""', "line"]
    assert rows["grace_hours"] == {
        "key": "grace_hours",
        "value": 24,
        "default": 48,
        "file": str(file),
        "line": 1,
        "meaning": "hours in which a text may be changed without a reason",
        "wanted": "a whole number from 0 to 8760",
    }
    assert (rows["hints"]["value"], rows["hints"]["line"]) == (True, None)


def test_a_change_is_confirmed_and_taken_back(leader: Leader) -> None:
    assert leader.does("config set hints false").out == "hints  false\n"
    assert leader.does("config unset hints").out == "hints  true, the default\n"
    assert leader.does("config unset hints").err == "It was not set.\n"


def test_a_setting_holds_for_the_next_command(leader: Leader) -> None:
    leader.does("config set default_mode coaching")
    leader.does('person add ada "Ada Okonkwo"')
    leader.does("add ada talked")

    assert leader.row("sessions", "s1")["mode"] == "coaching"


def test_what_does_not_fit_is_refused_as_a_mistyped_line(leader: Leader) -> None:
    assert "a whole number" in leader.refused("config set grace_hours many")
    assert "Did you mean hints?" in leader.refused("config set hint true")


def test_a_bad_line_is_named(leader: Leader) -> None:
    leader.sets("grace_hours = 48")
    leader.sets("hints = 1")

    assert "line 2: hints can't be 1" in leader.refused("config", code=1)
    assert "line 2" in leader.refused("config set grace_hours 12", code=1)


# --- in the editor --------------------------------------------------------------------


def opens(leader: Leader, script: str) -> tuple[int, str]:
    """Open the settings on a terminal, in an editor that runs a script on its file."""
    surroundings = leader.at_a_terminal | {"EDITOR": typing(leader, script)}
    with closing(Terminals()) as terminals:
        terminal = terminals.fork(["config", "edit"], surroundings)
        return terminal.ends(), terminal.heard.replace("\r\n", "\n")


def test_the_editor_opens_with_every_default_explained(
    leader: Leader, file: Path
) -> None:
    code, said = opens(leader, 'sed -i "s/^# grace_hours = 48/grace_hours = 12/" "$1"')

    assert (code, said) == (0, "grace_hours  12\n")
    assert "# your name, as documents print it" in file.read_text()
    assert file.stat().st_mode & 0o777 == 0o600
    assert list(file.parent.glob("*edited*")) == []


@pytest.mark.parametrize("script", ["true", 'printf "" > "$1"', 'echo > "$1"'])
def test_closing_without_a_change_changes_nothing(
    leader: Leader, file: Path, script: str
) -> None:
    leader.sets("grace_hours = 12")

    assert opens(leader, script) == (0, "Nothing changed, nothing saved.\n")
    assert file.read_text() == "grace_hours = 12\n"
    assert list(file.parent.glob("*edited*")) == []


def test_what_can_not_be_used_is_kept_and_gone_on_with(
    leader: Leader, file: Path
) -> None:
    leader.sets("grace_hours = 12")

    code, said = opens(leader, 'echo "hints = 1" >> "$1"')
    assert code == 1
    assert "line 2: hints can't be 1" in said
    assert "What you wrote is kept: guidelog config edit goes on there." in said
    assert file.read_text() == "grace_hours = 12\n"

    code, said = opens(leader, 'sed -i "s/hints = 1/hints = false/" "$1"')
    assert (code, said) == (0, "hints  false\n")
    assert file.read_text() == "grace_hours = 12\nhints = false\n"


@pytest.mark.parametrize("script", ["exit 3", "kill -9 $$"])
def test_an_editor_that_fails_changes_nothing(
    leader: Leader, file: Path, script: str
) -> None:
    leader.sets("grace_hours = 12")

    code, said = opens(leader, f'echo "hints = false" >> "$1"; {script}')

    assert code == 1
    assert "nothing changed, nothing saved" in said
    assert file.read_text() == "grace_hours = 12\n"


def test_without_a_terminal_nothing_is_opened(leader: Leader, file: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "guidelog", "config", "edit"],
        env=leader.surroundings | {"EDITOR": "true"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        start_new_session=True,
        check=False,
    )

    assert done.returncode != 0
    assert not file.parent.exists() or list(file.parent.iterdir()) == []
