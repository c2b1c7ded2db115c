"""A real terminal: keys go in, and the screen is rebuilt as it looks.

The program is mostly begun by forking the tests, which have loaded it: a start of its
own costs half a second that few of these tests need. Where the surroundings count from
the first moment on, as the locale does, and for shells, a program is started anew.
"""

import ctypes
import fcntl
import os
import pty
import re
import readline
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import NoReturn

import pyte

from guidelog.__main__ import main

ENTER, TAB, CTRL_C, CTRL_D = "\r", "\t", "\x03", "\x04"
PATIENCE = 20.0
"""Seconds after which nothing more is expected from a program."""
Begin = Callable[[], object]
Keys = Sequence[tuple[str, str]]
"""What is waited for, and the keys that are pressed then."""
Size = tuple[int, int]
"""Rows and columns."""
ORDINARY: Size = (40, 80)
_ESCAPE = re.compile(r"\x1b\[[?0-9;]*[a-zA-Z]|\r")


@dataclass
class Terminal:
    """One program on a terminal of its own."""

    pid: int
    line: int
    """The terminal's own end of the line to the program."""
    screen: pyte.Screen
    keys: int = 0
    code: int | None = None
    _came: bytes = b""

    def __post_init__(self) -> None:
        self.stream = pyte.ByteStream(self.screen)

    @property
    def heard(self) -> str:
        """What came since the last key, with all that the terminal was told."""
        return self._came.decode(errors="replace")

    def sees(self, text: str) -> None:
        """Wait until a text was shown since the last key."""
        while text not in _ESCAPE.sub("", self.heard):
            assert self.hears(), f"no {text!r} in:\n{self.shown}"

    def types(self, keys: str | bytes) -> None:
        """Press keys."""
        if CTRL_C in str(keys):
            # Python misses a signal in the moment before it begins to wait for a key
            time.sleep(0.2)
        self._came = b""
        self.keys += len(keys)
        os.write(self.line, keys.encode() if isinstance(keys, str) else keys)

    def ends(self) -> int:
        """Wait for the end of the program; gives the exit code."""
        while self.hears():
            pass
        return self.hangs_up()

    def plays(self, keys: Keys) -> int:
        """Answer each prompt in turn; gives the exit code."""
        for prompt, pressed in keys:
            self.sees(prompt)
            self.types(pressed)
        return self.ends()

    def hangs_up(self) -> int:
        """Close the terminal under the program; gives the exit code."""
        os.close(self.line)
        _, status = os.waitpid(self.pid, 0)
        self.code = os.waitstatus_to_exitcode(status)
        return self.code

    def closes(self) -> None:
        """End the program if it has not ended, and free the terminal."""
        if self.code is None:
            os.kill(self.pid, signal.SIGKILL)
            self.hangs_up()

    @property
    def shown(self) -> str:
        """The screen as it stands, without the blanks at its end."""
        rows = [row.rstrip() for row in self.screen.display]
        return "\n".join(rows).rstrip() + "\n"

    @property
    def said(self) -> str:
        """The words on the screen, wherever a line ends."""
        return " ".join(self.shown.split())

    def hears(self) -> bool:
        """Read what the program shows next; tells whether it still runs."""
        ready, _, _ = select.select([self.line], [], [], PATIENCE)
        assert ready, f"nothing happens:\n{self.shown}"
        try:
            data = os.read(self.line, 65536)
        except OSError:
            return False
        self.stream.feed(data)
        self._came += data
        return bool(data)


@dataclass
class Terminals:
    """Terminals that are opened one after the other, and closed in the end."""

    opened: list[Terminal] = field(default_factory=list)

    def fork(
        self,
        argv: Sequence[str],
        surroundings: Mapping[str, str],
        size: Size = ORDINARY,
        begin: Begin = main,
    ) -> Terminal:
        """Type a line of the program that is loaded."""
        return self._open(partial(_go_on, argv, surroundings, begin), size)

    def start(
        self,
        words: Sequence[str],
        surroundings: Mapping[str, str],
        size: Size = ORDINARY,
    ) -> Terminal:
        """Start another program, whose path is the first word."""
        return self._open(partial(os.execve, words[0], [*words], surroundings), size)

    def close(self) -> None:
        """End what still runs."""
        for terminal in self.opened:
            terminal.closes()

    def _open(self, become: Begin, size: Size) -> Terminal:
        pid, line = pty.fork()
        if pid == 0:
            _leave_tests(become, size)
        rows, columns = size
        self.opened.append(Terminal(pid, line, pyte.Screen(columns, rows)))
        return self.opened[-1]


def _leave_tests(become: Begin, size: Size) -> NoReturn:
    """Be another program on the terminal that was just opened."""
    code: object = 1
    try:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
        become()
    except SystemExit as end:
        code = end.code or 0
    finally:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
        os._exit(code if isinstance(code, int) else 1)


def _go_on(argv: Sequence[str], surroundings: Mapping[str, str], begin: Begin) -> None:
    """Begin the program that is loaded as if it had just been started."""
    os.environ.clear()
    os.environ.update(surroundings)
    _meet_terminal(surroundings["TERM"])
    sys.argv = ["guidelog", *argv]
    sys.stdin, sys.stdout, sys.stderr = (
        os.fdopen(number, mode, encoding="utf-8", closefd=False)
        for number, mode in enumerate("rww")
    )
    begin()


def _meet_terminal(term: str) -> None:
    """Let the line editor see this terminal: pytest has loaded it without one."""
    library = ctypes.CDLL(readline.__file__)
    library.rl_reset_terminal(term.encode())
    library.rl_resize_terminal()
