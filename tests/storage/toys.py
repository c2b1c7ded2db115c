"""Toy journals: a log of three shapes, small enough to damage, kill and count."""

import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from textwrap import dedent

from guidelog.storage.shape import Shape, shape_in
from guidelog.storage.upgrade import make_journal

MIGRATIONS = (
    """
    -- the log; it only grows
    CREATE TABLE change (seq INTEGER PRIMARY KEY, what TEXT NOT NULL);
    CREATE TABLE told (change INTEGER NOT NULL REFERENCES change (seq));
    """,
    """
    ALTER TABLE change ADD COLUMN place TEXT NOT NULL DEFAULT 'here; there';
    CREATE TRIGGER change_is_kept BEFORE DELETE ON change BEGIN
      SELECT raise(ABORT, 'the log is kept;');
    END;
    """,
    """
    CREATE TABLE moved (seq INTEGER PRIMARY KEY, what TEXT NOT NULL, place TEXT);
    INSERT INTO moved SELECT seq, upper(what), place FROM change;
    DROP TABLE change;
    ALTER TABLE moved RENAME TO change;
    """,
)
VIEWS = "CREATE VIEW changes AS SELECT what, {shape} AS shape FROM change;\n"


def toy_shape(folder: Path, number: int) -> Shape:
    """The first so many migrations of the toy journal, with their view.

    They lie in ``folder/shapeN`` as in the package, for other processes to read.
    """
    made = folder / f"shape{number}"
    (made / "migrations").mkdir(parents=True, exist_ok=True)
    for n, script in enumerate(MIGRATIONS[:number], 1):
        (made / "migrations" / f"{n:04d}_step.sql").write_text(script)
    (made / "views.sql").write_text(VIEWS.format(shape=number))
    return shape_in(made)


def write_changes(path: Path, *whats: str) -> None:
    """Append changes to a toy journal, acknowledged when this returns."""
    with closing(sqlite3.connect(path, isolation_level=None, timeout=30)) as journal:
        journal.execute("BEGIN IMMEDIATE")
        journal.executemany(
            "INSERT INTO change (what) VALUES (?)", [(what,) for what in whats]
        )
        journal.execute("COMMIT")


def a_journal(path: Path, shape: Shape, changes: Iterable[str] = ("met Ada",)) -> Path:
    """A toy journal with changes in it."""
    make_journal(path, shape)
    write_changes(path, *changes)
    return path


def rows(path: Path, query: str = "SELECT what FROM change ORDER BY seq") -> list[str]:
    """The first column of a query, read without going through guidelog."""
    with closing(sqlite3.connect(path)) as journal:
        return [row[0] for row in journal.execute(query)]


def soundness(path: Path) -> str:
    """What SQLite says of the whole file: "ok" or what is wrong."""
    return rows(path, "PRAGMA integrity_check")[0]


def mode_of(path: Path) -> str:
    """The permissions of a file, such as 600."""
    return f"{path.stat().st_mode & 0o777:o}"


def start(script: str, *arguments: object) -> "subprocess.Popen[str]":
    """A Python process of its own that runs a script; arguments as in a shell."""
    return subprocess.Popen(
        [sys.executable, "-c", dedent(script), *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def start_and_kill(script: str, after: float, *arguments: object) -> None:
    """Let a script that says "ready" go on, and kill it after so many seconds."""
    process = start(script, *arguments)
    assert process.stdin
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    process.stdin.write("go\n")
    process.stdin.flush()
    time.sleep(after)
    process.kill()
    process.communicate()


def start_together(script: str, count: int, *arguments: object) -> list[str]:
    """What so many processes printed that were let go at the same moment.

    The script says "ready" and reads a line before it does what is tested.
    """
    processes = [start(script, *arguments) for _ in range(count)]
    for process in processes:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin
        process.stdin.write("go\n")
        process.stdin.flush()
    answers = [process.communicate(timeout=60)[0].strip() for process in processes]
    assert [process.returncode for process in processes] == [0] * count
    return answers
