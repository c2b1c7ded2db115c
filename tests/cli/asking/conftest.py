"""A leader at a real terminal: keys go in, and the screen is rebuilt as it looks.

A program is started by forking the tests, which have loaded it: a start of its own
costs the half second that most of these tests do not need. Where the surroundings count
from the first moment on, as the locale does, it is started anew.
"""

import ctypes
import fcntl
import os
import pty
import re
import readline
import select
import shutil
import struct
import sys
import termios
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

import pyte
import pytest

from guidelog.__main__ import main
from leading import Leader

ENTER, TAB, CTRL_C, CTRL_D = "\r", "\t", "\x03", "\x04"
LONG_AGO = "2026-11-10T12:00:00+01:00"
NO_UTF8: dict[str, Any] = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
PATIENCE = 20.0
"""Seconds after which nothing more is expected from a program."""
_ESCAPE = re.compile(r"\x1b\[[?0-9;]*[a-zA-Z]|\r")
Keys = Sequence[tuple[str, str]]
"""What is waited for, and the keys that are pressed then."""


@dataclass
class Terminal:
    """One program on a terminal of its own."""

    pid: int
    line: int
    """The terminal's own end of the line to the program."""
    screen: pyte.Screen
    keys: int = 0
    heard: str = ""
    """What came since the last key."""
    code: int | None = None

    def __post_init__(self) -> None:
        self.stream = pyte.ByteStream(self.screen)

    def sees(self, text: str) -> None:
        """Wait until a text was shown since the last key."""
        while text not in _ESCAPE.sub("", self.heard):
            assert self._hears(), f"no {text!r} in:\n{self.shown}"

    def types(self, keys: str | bytes) -> None:
        """Press keys."""
        if CTRL_C in str(keys):
            # Python misses a signal in the moment before it begins to wait for a key
            time.sleep(0.2)
        self.heard = ""
        self.keys += len(keys)
        os.write(self.line, keys.encode() if isinstance(keys, str) else keys)

    def ends(self) -> int:
        """Wait for the end of the program; gives the exit code."""
        while self._hears():
            pass
        _, status = os.waitpid(self.pid, 0)
        self.code = os.waitstatus_to_exitcode(status)
        return self.code

    def plays(self, keys: Keys) -> int:
        """Answer each prompt in turn; gives the exit code."""
        for prompt, pressed in keys:
            self.sees(prompt)
            self.types(pressed)
        return self.ends()

    def closes(self) -> None:
        """End the program if it has not ended, and free the terminal."""
        if self.code is None:
            os.kill(self.pid, 9)
            os.waitpid(self.pid, 0)
        os.close(self.line)

    @property
    def shown(self) -> str:
        """The screen as it stands, without the blanks at its end."""
        rows = [row.rstrip() for row in self.screen.display]
        return "\n".join(rows).rstrip() + "\n"

    @property
    def said(self) -> str:
        """The words on the screen, wherever a line ends."""
        return " ".join(self.shown.split())

    def _hears(self) -> bool:
        """Read what the program shows; tells whether it still runs."""
        ready, _, _ = select.select([self.line], [], [], PATIENCE)
        assert ready, f"nothing happens:\n{self.shown}"
        try:
            data = os.read(self.line, 65536)
        except OSError:
            return False
        self.stream.feed(data)
        self.heard += data.decode(errors="replace")
        return bool(data)


@dataclass
class Desk:
    """A leader, and whatever terminals they open."""

    leader: Leader
    opened: list[Terminal] = field(default_factory=list)

    def opens(
        self, *argv: str, columns: int = 80, rows: int = 40, **env: str
    ) -> Terminal:
        """Start a line on a terminal of this size."""
        surroundings = self.leader.surroundings | {"TERM": "xterm-256color"} | env
        del surroundings["COLUMNS"]
        anew = [sys.executable, "-m", "guidelog", *argv]
        words = [] if NO_UTF8.keys().isdisjoint(env) else anew
        return self._starts(words, argv, surroundings, (rows, columns))

    def shells(self, script: str, **env: str) -> Terminal:
        """Run a line of shell on a terminal; ``guidelog`` is the program."""
        program = f'guidelog() {{ "{sys.executable}" -m guidelog "$@"; }}'
        words = ["/bin/sh", "-c", f"{program}\n{script}"]
        return self._starts(words, [], self.leader.surroundings | env, (40, 80))

    def _starts(
        self,
        words: Sequence[str],
        argv: Sequence[str],
        surroundings: Mapping[str, str],
        size: tuple[int, int],
    ) -> Terminal:
        pid, line = pty.fork()
        if pid == 0:
            _become(words, argv, surroundings, size)
        rows, columns = size
        terminal = Terminal(pid, line, pyte.Screen(columns, rows))
        self.opened.append(terminal)
        return terminal


def _become(
    words: Sequence[str],
    argv: Sequence[str],
    surroundings: Mapping[str, str],
    size: tuple[int, int],
) -> NoReturn:
    """Be a program, or without words this one, on the terminal that was just opened."""
    code: object = 1
    try:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
        if words:
            os.execve(words[0], list(words), surroundings)
        os.environ.clear()
        os.environ.update(surroundings)
        _meet_terminal(surroundings["TERM"])
        sys.argv = ["guidelog", *argv]
        sys.stdin, sys.stdout, sys.stderr = (
            os.fdopen(number, mode, encoding="utf-8", closefd=False)
            for number, mode in enumerate("rww")
        )
        main()
    except SystemExit as end:
        code = end.code or 0
    finally:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
        os._exit(code if isinstance(code, int) else 1)


def _meet_terminal(term: str) -> None:
    """Let the line editor see this terminal: pytest has loaded it without one."""
    library = ctypes.CDLL(readline.__file__)
    library.rl_reset_terminal(term.encode())
    library.rl_resize_terminal()


@pytest.fixture(scope="session")
def journal_kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal ten days old: two people, a talk, a goal, a resistance note."""
    leader = Leader(tmp_path_factory.mktemp("kept"), now=LONG_AGO)
    leader.does('person add ada "Ada Okonkwo"')
    leader.does('person add bo "Bo Nilsson"')
    leader.does('add ada "Career talk" -a listen -t 30')
    leader.does('goal add ada "Lead the incident review alone" --target 6')
    leader.does('resistance add bo "2 of 5 hand-overs without it" --expected Checklist')
    return leader.journal


@pytest.fixture
def desk(tmp_path: Path, journal_kept: Path) -> Iterator[Desk]:
    """A leader with that journal, ten days later."""
    leader = Leader(tmp_path)
    shutil.copy(journal_kept, leader.journal)
    one = Desk(leader)
    yield one
    for terminal in one.opened:
        terminal.closes()


@pytest.fixture
def editor(tmp_path: Path) -> Callable[[str], dict[str, Any]]:
    """Make an editor of a few lines of shell; the file is ``$1``."""

    def make(script: str) -> dict[str, Any]:
        path = tmp_path / "editor"
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o700)
        return {"VISUAL": str(path)}

    return make
