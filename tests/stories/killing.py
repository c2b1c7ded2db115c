"""Killing: a line is typed in a program of its own, which is killed at some moment."""

import os
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any
from unittest.mock import patch

from leading import Leader

STEPS = 200
"""SQLite's instructions between two moments at which the program may be killed."""
Typing = Callable[[Leader, str, Callable[[], None]], None]
"""Types a line, and calls something at each moment at which it may be killed."""


@contextmanager
def watched(driver: Any, at_moment: Callable[[], None], steps: int) -> Iterator[None]:
    """Call something every few instructions of all journals that a driver opens."""
    connect = driver.connect

    def counted(*args: object, **options: object) -> Any:
        connection = connect(*args, **options)
        connection.set_progress_handler(at_moment, steps)
        return connection

    with patch.object(driver, "connect", counted):
        yield


def type_watched(leader: Leader, line: str, at_moment: Callable[[], None]) -> None:
    """Type a line, and call something every few of SQLite's instructions."""
    with watched(sqlite3, at_moment, STEPS):
        leader.does(line)


def moments_of(typing: Typing, leader: Leader, line: str) -> int:
    """How many moments a line has at which it may be killed."""
    passed: list[None] = []
    typing(leader, line, lambda: passed.append(None))
    return len(passed)


def run_killed(typing: Typing, leader: Leader, line: str, moment: int) -> None:
    """Type a line in a program of its own, and kill that at a moment."""
    left = iter(range(moment))

    def count_down() -> None:
        if next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)

    child = os.fork()
    if not child:
        with suppress(BaseException):
            typing(leader, line, count_down)
        os._exit(0)
    os.waitpid(child, 0)
