"""A program that is killed while it cares for the journal leaves it as it was, or done.

`GUIDELOG_ORDEAL=500` lets it be killed that often in each command.
"""

import os
import shutil
import signal
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random
from unittest.mock import patch

import pytest

from leading import Leader
from stories.holding import SECRET, holds

ORDEAL = int(os.environ.get("GUIDELOG_ORDEAL", "0"))
STEPS = 200
"""SQLite's instructions between two moments at which the program may be killed."""
HOURS = """Date,Coachee,Minutes,Notes
2026-03-03,Ada Okonkwo,90,She asked. #growth
2026-03-10,Bo Nilsson & Ada Okonkwo,45,Both were there
2026-03-11,Li Wei,30,A first talk
"""
LINES = {
    "import": "import {hours} --yes",
    "add": "add ada 'Written at the desk' --next 'me: send it'",
    "redact": "redact s31 --reason 'names a patient' --yes",
    "erase": "person erase bo --yes",
    "merge": "merge {other}",
    "restore": "restore --yes {other}",
}


def lead(home: Path) -> Leader:
    """A leader whose journal holds the secret in a talk with bo."""
    home.mkdir()
    leader = Leader(home)
    leader.does("person add ada 'Ada Okonkwo'")
    leader.does("person add bo 'Bo Nilsson'")
    for n in range(30):
        leader.does(f"add ada,bo 'Talk {n}' --agreed '{'words ' * n * 9}end'")
    leader.does(f"add bo 'met {SECRET}'")
    leader.does("backup")
    return leader


def run_counted(leader: Leader, line: str, at_moment: Callable[[], None]) -> None:
    """Type a line, and call something every few of SQLite's instructions."""
    connect = sqlite3.connect

    def counted(*args: object, **options: object) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*args, **options)  # type: ignore[call-overload]
        connection.set_progress_handler(at_moment, STEPS)
        return connection

    with patch.object(sqlite3, "connect", counted):
        leader.does(line)


def run_killed(leader: Leader, line: str, moment: int) -> None:
    """Type a line in a program of its own, and kill that at a moment."""
    left = iter(range(moment))

    def count_down() -> None:
        if next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)

    child = os.fork()
    if not child:
        with suppress(BaseException):
            run_counted(leader, line, count_down)
        os._exit(0)
    os.waitpid(child, 0)


def copy_of(leader: Leader, home: Path) -> Leader:
    """The same leader with a copy of all that is on the disk."""
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(leader.home, home)
    return Leader(home)


def moments_of(leader: Leader, line: str) -> int:
    """How many moments a line has at which it may be killed."""
    passed: list[None] = []
    run_counted(leader, line, lambda: passed.append(None))
    return len(passed)


@pytest.mark.parametrize("command", LINES)
def test_a_killed_command_left_the_journal_as_it_was_or_is_done(
    command: str, tmp_path: Path
) -> None:
    first = lead(tmp_path / "first")
    other = copy_of(first, tmp_path / "other")
    other.does("redact s31 --reason 'names a patient' --yes")
    other.does("add ada 'Written on the train'")
    hours = tmp_path / "hours.csv"
    hours.write_text(HOURS)
    line = LINES[command].format(other=other.journal, hours=hours)
    chance = Random(command)
    before = first.changes()
    moments = moments_of(copy_of(first, tmp_path / "counted"), line)
    for _ in range(ORDEAL or 4):
        leader = copy_of(first, tmp_path / "killed")
        run_killed(leader, line, chance.randrange(moments))
        leader.verifies()
        if leader.changes() == before:
            leader.does(line)
        leader.does("person add mira 'Mira Haddad'")
        leader.verifies()
        if command not in ("add", "import", "restore"):
            assert holds(leader) == []
