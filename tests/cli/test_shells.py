"""TAB in the three shells themselves: what it types, and that no name runs anything."""

import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from hostile import HOSTILE
from leading import Leader
from telling import told_once
from terminals import ENTER, TAB, Terminal, Terminals

pytestmark = pytest.mark.ordeal
CTRL_U = "\x15"
PROMPT = "READY> "
SHELLS: dict[str, list[str]] = {
    "bash": ["--norc", "--noprofile", "-i"],
    "zsh": ["-f", "-i"],
    "fish": ["--no-config", "-i"],
}
SETTINGS = {
    "bash": [
        "bind 'set bell-style none'; bind 'set show-all-if-ambiguous on'",
        'eval "$(guidelog --show-completion)"',
        f"PS1='{PROMPT}'",
    ],
    "zsh": [
        "autoload -U compinit; compinit -u -D; unsetopt beep; setopt no_prompt_sp",
        'eval "$(guidelog --show-completion)"',
        f"PS1='{PROMPT}'",
    ],
    "fish": [
        "guidelog --show-completion | source",
        "set fish_greeting; set fish_autosuggestion_enabled 0",
        f"function fish_prompt; echo -n '{PROMPT}'; end",
    ],
}


@dataclass
class Session:
    """A shell on a terminal."""

    name: str
    terminal: Terminal

    def look(self, until: Callable[[list[str]], bool]) -> list[str]:
        """Read what is drawn until the screen is as expected; give its lines."""
        while not until(lines := self.terminal.shown.splitlines()):
            assert self.terminal.hears(), "\n".join(lines)
            if re.search(r"\x1b\[0?c", self.terminal.heard):
                # it asks what kind of terminal this is
                self.terminal.types("\x1b[?62;c")
        return [line for line in lines if line]

    def run(self, line: str) -> None:
        """Type a line and wait until it is done."""
        self.terminal.types(f"{line}; echo do''ne{ENTER}")
        self.look(lambda lines: "done" in lines)
        self.terminal.screen.reset()

    def press(self, typed: str, until: str) -> list[str]:
        """Type something, press TAB, and give the screen once it shows a text."""
        self.terminal.types(typed + TAB)
        lines = self.look(lambda lines: any(until in line for line in lines))
        self.terminal.types(CTRL_U)
        return lines


@pytest.fixture(params=SHELLS)
def shell(
    request: pytest.FixtureRequest,
    leader: Leader,
    tmp_path: Path,
    terminals: Terminals,
    monkeypatch: pytest.MonkeyPatch,
) -> Session:
    """A shell in which TAB is set up as the leader would."""
    name = str(request.param)
    path = shutil.which(name)
    if not path:
        pytest.skip(f"{name} is not here")
    program = tmp_path / "bin" / "guidelog"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m guidelog "$@"\n')
    program.chmod(0o755)
    surroundings = leader.surroundings | {"TERM": "xterm", "LC_ALL": "C.UTF-8"}
    surroundings["PATH"] = f"{program.parent}:{surroundings['PATH']}"
    monkeypatch.chdir(tmp_path)
    opened = terminals.start([path, *SHELLS[name]], surroundings, (40, 100))
    session = Session(name, opened)
    for line in SETTINGS[name]:
        session.run(line)
    return session


@pytest.fixture
@told_once
def told(leader: Leader) -> Leader:
    """A leader with two people, a goal and a tag."""
    leader.does('person add ada "Ada Okonkwo"')
    leader.does('person add li "Li Wei"')
    leader.does('goal add ada "Lead the review" --record')
    leader.does("add ada talked --tag incident")
    return leader


def test_tab_types_what_is_meant(told: Leader, shell: Session) -> None:
    assert shell.press("guidelog obs", "guidelog observe")
    assert shell.press("guidelog add a", "guidelog add ada")
    assert shell.press("guidelog add ada,l", "guidelog add ada,li")
    assert shell.press("guidelog goal progress g", "guidelog goal progress g1")
    assert shell.press("guidelog observe ada --tag i", "--tag incident")
    assert shell.press("guidelog add ada -a refl", "-a reflect")
    assert shell.press("guidelog add ada --mode=co", "--mode=coaching")
    assert shell.press("guidelog goal list --color=al", "--color=always")
    assert shell.press("guidelog timeline --goal=g1 --tag i", "--tag incident")


def test_tab_shows_what_there_is(told: Leader, shell: Session) -> None:
    lines = shell.press("guidelog add ", "li")

    words = " ".join(lines)
    assert "ada" in words
    assert "Ada Okonkwo" in words or shell.name == "bash"


EVIL = HOSTILE["shell"]


def test_no_name_runs_anything(leader: Leader, shell: Session, tmp_path: Path) -> None:
    leader.does("person add ada", EVIL)
    leader.does("person add al", f'"{EVIL}')
    leader.does("goal add ada", EVIL, "--record")
    leader.does("add ada talked --tag ok --tag other")
    leader.tampers("UPDATE link SET word = '$(touch${IFS}ran)' WHERE word = 'other'")

    shell.press("guidelog add a", "al")
    shell.press("guidelog goal show g", "g1")
    shell.press("guidelog observe ada --tag ", "ok")
    shell.run("true")

    assert not (tmp_path / "ran").exists()


def test_without_a_journal_tab_is_quiet(leader: Leader, shell: Session) -> None:
    leader.journal.unlink()
    shell.terminal.types(f"guidelog add zz{TAB}")
    shell.terminal.types(CTRL_U)
    shell.terminal.types(f"echo st''ill here{ENTER}")

    lines = shell.look(lambda lines: "still here" in lines)

    assert not any("Traceback" in line or "guidelog:" in line for line in lines)
