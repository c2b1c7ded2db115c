"""Real processes: killed, crowded, read slowly, and on a disk that is full."""

import csv
import io
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from guidelog.storage.drafts import waiting
from leading import Leader

pytestmark = pytest.mark.ordeal

Process = subprocess.Popen[bytes]
Start = Callable[..., Process]
PATIENCE = 60
"""Seconds after which something hangs."""
PIPEFUL = "x" * 90_000
"""More than a pipe holds."""


@pytest.fixture
def home(guidelog: Leader) -> Leader:
    """A leader whose journal has one person, kept with the clock of this machine."""
    guidelog.now = ""
    guidelog.does('person add ada "Ada Okonkwo"')
    return guidelog


def surroundings(leader: Leader) -> dict[str, str]:
    """The environment of a leader whose clock is the machine's."""
    return {k: v for k, v in leader.surroundings.items() if k != "GUIDELOG_NOW"}


@pytest.fixture
def start(guidelog: Leader) -> Start:
    """Start a line as a process of its own."""

    def begin(*words: str, through: tuple[str, ...] = ()) -> Process:
        return subprocess.Popen(
            [*through, sys.executable, "-m", "guidelog", *words],
            bufsize=0,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=surroundings(guidelog),
        )

    return begin


def end(process: Process, piped: bytes = b"") -> tuple[int, str, str]:
    """Wait for a process; its code, and what it said."""
    out, err = process.communicate(piped, timeout=PATIENCE)
    return process.returncode, out.decode(), err.decode()


def wait_until(happened: Callable[[], object]) -> None:
    """Wait for something that another process does."""
    deadline = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def notes_in(leader: Leader) -> list[str]:
    """The notes of all talks, oldest first."""
    return [note for (note,) in leader.asks("SELECT note FROM sessions ORDER BY uid")]


@pytest.mark.ordeal
def test_an_acknowledged_entry_survives_kill_9(home: Leader, start: Start) -> None:
    for n in range(3):
        process = start("add", "ada", f"talk {n}")
        assert process.stdout
        assert process.stdout.readline().startswith(b"s")
        process.kill()
        process.communicate()

    assert notes_in(home) == [f"talk {n}" for n in range(3)]
    home.verifies()


@pytest.mark.ordeal
def test_a_kill_at_any_moment_leaves_a_whole_journal(
    home: Leader, start: Start
) -> None:
    chance = random.Random(20260112)
    acknowledged = []
    for n in range(6):
        process = start("add", "ada", f"talk {n}", "--next", "me: write it down")
        time.sleep(chance.uniform(0.15, 0.6))
        process.send_signal(signal.SIGKILL)
        if process.communicate()[0].startswith(b"s"):
            acknowledged.append(f"talk {n}")

    assert set(acknowledged) <= set(notes_in(home))
    assert home.asks("SELECT count(*) FROM sessions") == home.asks(
        "SELECT count(*) FROM commitments"
    )
    home.verifies()


def test_the_text_is_a_draft_before_the_journal_is_reached(
    home: Leader, start: Start
) -> None:
    with closing(sqlite3.connect(home.journal, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        process = start("add", "ada", "-", "--agreed", "as last time")
        assert process.stdin
        process.stdin.write(b"not to be lost\n")
        process.stdin.close()
        process.stdin = None
        wait_until(lambda: waiting(home.journal))
        process.kill()
        process.communicate()

    assert notes_in(home) == []
    assert home.does("add ada --draft").id == "s1"
    row = home.row("sessions", "s1")
    assert (row["note"], row["agreed"]) == ("not to be lost", "as last time")
    assert waiting(home.journal) == []


@pytest.mark.ordeal
def test_eight_processes_at_once_lose_nothing_and_leave_one_head(
    home: Leader, start: Start
) -> None:
    processes = [start("add", "ada", f"talk {n}") for n in range(8)]
    answers = [end(process) for process in processes]

    assert [code for code, _, _ in answers] == [0] * 8
    assert sorted(out.split()[0] for _, out, _ in answers) == [
        f"s{n}" for n in range(1, 9)
    ]
    assert [err for _, _, err in answers if "waiting" not in err and err] == []
    assert sorted(notes_in(home)) == [f"talk {n}" for n in range(8)]
    assert home.asks("SELECT count(*) FROM head") == [(1,)]
    home.verifies()


@pytest.mark.ordeal
def test_processes_that_begin_a_journal_at_once_make_one(
    guidelog: Leader, start: Start
) -> None:
    people = [f"n{n}" for n in range(4)]
    answers = [
        end(process)
        for process in [start("person", "add", one, "Li Wei") for one in people]
    ]

    assert [(code, err) for code, _, err in answers if code] == []
    assert sorted(row["handle"] for row in guidelog.rows("people")) == people
    assert guidelog.asks("SELECT count(*) FROM head") == [(1,)]


def test_a_reader_in_a_slow_pipe_fails_no_writer(home: Leader, start: Start) -> None:
    for text in ("first", "second"):
        home.does("add ada -", piped=f"{text} {PIPEFUL}".encode())
    reader = start("export", "sessions")
    assert reader.stdout
    assert reader.stdout.read(4) == b"id,o"

    code, out, err = end(start("add", "ada", "meanwhile"))
    assert (code, out.split()[0], err) == (0, "s3", "")

    code, rest, _ = end(reader)
    assert code == 0
    assert len(list(csv.reader(io.StringIO("id,o" + rest)))) == 3


def test_a_reader_that_goes_away_ends_the_export_silently(
    home: Leader, start: Start
) -> None:
    home.does("add ada -", piped=PIPEFUL.encode())
    reader = start("export", "sessions")
    assert reader.stdout
    assert reader.stderr
    reader.stdout.read(4)
    reader.stdout.close()

    assert reader.wait(PATIENCE) in (141, -signal.SIGPIPE)
    assert reader.stderr.read() == b""
    reader.stderr.close()
    assert reader.stdin
    reader.stdin.close()


def test_the_first_words_in_a_fresh_home_are_stored(tmp_path: Path) -> None:
    fresh = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "TZ": "UTC"}
    line = f'echo "first words" | {sys.executable} -m guidelog add ada --new "Ada"'
    done = subprocess.run(
        ["sh", "-c", line], env=fresh, capture_output=True, check=True, text=True
    )

    assert done.stdout.split()[0] == "s1"
    assert done.stderr == ""
    (journal,) = tmp_path.rglob("journal.db")
    assert journal.stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(journal)) as db:
        assert db.execute("SELECT people, note FROM sessions").fetchall() == [
            ("ada", "first words")
        ]


def test_a_full_disk_is_one_sentence_and_the_text_is_kept(
    home: Leader, start: Start
) -> None:
    before = home.journal.read_bytes()
    blocks = len(before) // 512 + 40
    through = ("sh", "-c", f'ulimit -f {blocks}; exec "$0" "$@"')
    text = "y" * (blocks * 512 - 20_000)
    code, out, err = end(start("add", "ada", through=through), text.encode())

    assert (code, out) == (1, "")
    assert err.startswith("guidelog: ")
    assert "Traceback" not in err
    assert "Your text is kept: guidelog add --draft" in err
    assert home.journal.read_bytes() == before

    home.does("add ada --draft")
    assert notes_in(home) == [text]
    home.verifies()


def test_an_export_to_a_full_disk_is_one_sentence(home: Leader) -> None:
    home.does("add ada -", piped=PIPEFUL.encode())
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "guidelog", "export", "sessions"],
            env=surroundings(home),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert done.returncode == 1
    assert done.stderr.startswith(b"guidelog: ")
    assert done.stderr.count(b"\n") <= 2
