"""TAB in the three shells themselves: what it types, and that no name runs anything."""

import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pexpect
import pyte
import pytest

from hostile import HOSTILE
from leading import Leader
from telling import told_once

TAB = "\t"
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
    """A shell on a terminal, and the screen it has drawn."""

    child: Any
    screen: pyte.Screen
    stream: pyte.Stream

    def look(self, until: Callable[[list[str]], bool]) -> list[str]:
        """Read what is drawn until the screen is as expected; give its lines."""
        for _ in range(150):
            lines = [line.rstrip() for line in self.screen.display]
            if until(lines):
                return [line for line in lines if line]
            try:
                drawn = self.child.read_nonblocking(4096, timeout=0.1)
                self.stream.feed(drawn)
                self.answer(drawn)
            except pexpect.TIMEOUT:
                continue
        raise AssertionError("\n".join(self.screen.display))

    def answer(self, drawn: str) -> None:
        """Answer as a terminal does when it is asked what it is."""
        if "\x1b[c" in drawn or "\x1b[0c" in drawn:
            self.child.send("\x1b[?62;c")

    def run(self, line: str) -> None:
        """Type a line and wait until it is done."""
        self.child.send(f"{line}; echo do''ne\r")
        self.look(lambda lines: "done" in lines)
        self.screen.reset()

    def press(self, typed: str, until: str) -> list[str]:
        """Type something, press TAB, and give the screen once it shows a text."""
        self.child.send(typed + TAB)
        lines = self.look(lambda lines: any(until in line for line in lines))
        self.child.send("\x15")
        return lines


@pytest.fixture(params=SHELLS)
def shell(
    request: pytest.FixtureRequest, leader: Leader, tmp_path: Path
) -> Iterator[Session]:
    """A shell in which TAB is set up as the leader would."""
    name = str(request.param)
    if not shutil.which(name):
        pytest.skip(f"{name} is not here")
    program = tmp_path / "bin" / "guidelog"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m guidelog "$@"\n')
    program.chmod(0o755)
    surrounding = leader.surroundings | {"TERM": "xterm", "LC_ALL": "C.UTF-8"}
    surrounding["PATH"] = f"{program.parent}:{surrounding['PATH']}"
    child = pexpect.spawn(
        shutil.which(name) or name,
        SHELLS[name],
        env=surrounding,
        cwd=tmp_path,
        encoding="utf-8",
        dimensions=(40, 100),
    )
    screen = pyte.Screen(100, 40)
    session = Session(child, screen, pyte.Stream(screen))
    for line in SETTINGS[name]:
        session.run(line)
    yield session
    child.close(force=True)


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
    assert "Ada Okonkwo" in words or "bash" in str(shell.child.command)


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
    shell.child.send(f"guidelog add zz{TAB}")
    shell.child.send("\x15")
    shell.child.send("echo st''ill here\r")

    lines = shell.look(lambda lines: "still here" in lines)

    assert not any("Traceback" in line or "guidelog:" in line for line in lines)
