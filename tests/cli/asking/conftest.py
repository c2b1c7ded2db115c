"""A leader at a real terminal: keys go in, and the screen is rebuilt as it looks."""

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pexpect
import pyte
import pytest

from leading import Leader

ENTER, TAB, CTRL_C, CTRL_D = "\r", "\t", "\x03", "\x04"
LONG_AGO = "2026-11-10T12:00:00+01:00"
NO_UTF8 = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
_ESCAPE = re.compile(r"\x1b\[[?0-9;]*[a-zA-Z]|\r")
Keys = Sequence[tuple[str, str]]
"""What is waited for, and the keys that are pressed then."""


@dataclass
class Terminal:
    """One program on a terminal of its own."""

    child: Any
    screen: pyte.Screen
    stream: pyte.ByteStream
    keys: int = 0
    heard: str = ""

    def sees(self, text: str) -> None:
        """Wait until a text was shown since the last key."""
        while text not in _ESCAPE.sub("", self.heard):
            self._hear()

    def types(self, keys: str) -> None:
        """Press keys."""
        self.heard = ""
        self.keys += len(keys)
        self.child.send(keys)

    def ends(self) -> int:
        """Wait for the end of the program; gives the exit code."""
        try:
            while True:
                self._hear()
        except pexpect.EOF:
            self.child.close()
        return int(self.child.exitstatus)

    def plays(self, keys: Keys) -> int:
        """Answer each prompt in turn; gives the exit code."""
        for prompt, pressed in keys:
            self.sees(prompt)
            self.types(pressed)
        return self.ends()

    @property
    def shown(self) -> str:
        """The screen as it stands, without the blanks at its end."""
        rows = [row.rstrip() for row in self.screen.display]
        return "\n".join(rows).rstrip() + "\n"

    def _hear(self) -> None:
        data = self.child.read_nonblocking(65536, timeout=15)
        self.stream.feed(data)
        self.heard += data.decode(errors="replace")


Opening = Callable[..., Terminal]


@dataclass
class Desk:
    """A leader with two people, and whatever terminals they open."""

    leader: Leader
    opened: list[Any] = field(default_factory=list)

    def opens(
        self, *argv: str, columns: int = 80, rows: int = 40, **env: str
    ) -> Terminal:
        """Start a line on a terminal of this size."""
        surroundings = self.leader.surroundings | {"TERM": "xterm-256color"}
        surroundings |= {"LC_ALL": "C.UTF-8"} | env
        del surroundings["COLUMNS"]
        child = pexpect.spawn(
            sys.executable,
            ["-m", "guidelog", *argv],
            dimensions=(rows, columns),
            env=surroundings,
        )
        self.opened.append(child)
        screen = pyte.Screen(columns, rows)
        return Terminal(child, screen, pyte.ByteStream(screen))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A journal ten days old: two people, a talk, a goal, a resistance note."""
    leader = Leader(tmp_path, now=LONG_AGO)
    leader.does('person add ada "Ada Okonkwo"')
    leader.does('person add bo "Bo Nilsson"')
    leader.does('add ada "Career talk" -a listen -t 30')
    leader.does('goal add ada "Lead the incident review alone" --target 6')
    leader.does('resistance add bo "2 of 5 hand-overs without it" --expected Checklist')
    leader.at("2026-11-20T12:00:00+01:00")
    one = Desk(leader)
    yield one
    for child in one.opened:
        child.close(force=True)


@pytest.fixture
def editor(tmp_path: Path) -> Callable[[str], dict[str, str]]:
    """Make an editor of a few lines of shell; the file is ``$1``."""

    def make(script: str) -> dict[str, str]:
        path = tmp_path / "editor"
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o700)
        return {"VISUAL": str(path)}

    return make
