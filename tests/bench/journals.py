"""Journals as large as wanted, made by SQL: what is measured is not how they are made.

Ada has 30 talks in November 2026, whatever the size; all others are older and of other
people. The log is as long as it would be, but its hashes are numbers: such a journal is
for measuring only.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from guidelog.storage.shape import SHAPE
from guidelog.storage.upgrade import make_journal

OTHERS = 29
HERS = 30
NOVEMBER = date(2026, 11, 1)
NOTE = (
    "Talked about the hand-over and the rota. She named two options herself, and will "
    "come back with a plan for the first of them, number {n}."
)
RECORDED = "2026-11-20T17:00:00+01:00"


def make(path: Path, sessions: int) -> Path:
    """A journal with this many sessions."""
    make_journal(path, SHAPE)
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA synchronous=OFF")
        db.execute("BEGIN")
        people = [_uid(1, n) for n in range(OTHERS + 1)]
        for n, uid in enumerate(people):
            _enter(db, uid, "person", n + 1)
            handle, name = (
                ("ada", "Ada Okonkwo") if n == 0 else (f"p{n}", f"Person {n}")
            )
            said = (uid, RECORDED, handle, name, "peer")
            names = "(uid, recorded_at, handle, name, relation)"
            db.execute(f"INSERT INTO person {names} VALUES (?, ?, ?, ?, ?)", said)
        for n, (person, day) in enumerate(_talks(people, sessions), 1):
            _write_talk(db, n, person, day)
        db.execute("INSERT INTO head SELECT max(seq) FROM change")
        db.execute("COMMIT")
        db.execute("ANALYZE")
    return path


def _talks(people: list[str], sessions: int) -> Iterator[tuple[str, date]]:
    """Whom with and when, oldest first: everybody else over the years, then Ada."""
    older = sessions - HERS
    for n in range(older):
        back = 1 + (older - n) * 3650 // max(older, 1)
        yield people[1 + n % OTHERS], NOVEMBER - timedelta(days=back)
    for n in range(HERS):
        yield people[0], NOVEMBER + timedelta(days=n % 20)


def _write_talk(db: sqlite3.Connection, n: int, person: str, day: date) -> None:
    uid, note = _uid(2, n), NOTE.format(n=n)
    _enter(db, uid, "session", n)
    talk = (uid, RECORDED, day.isoformat(), "blended", "daily", 30, note)
    db.execute(
        "INSERT INTO session (uid, recorded_at, day, mode, setting, minutes, note, "
        "visibility, agreed_visibility) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, 'record', 'record')",
        talk,
    )
    links = [(uid, "people", 0, person, None), (uid, "actions", 0, None, "listen")]
    db.executemany("INSERT INTO link VALUES (?, ?, ?, ?, ?)", links)
    change = (n, f"{n:064x}", RECORDED, 1_700_000_000_000 + n, "" if n == 1 else n - 1)
    db.execute(
        "INSERT INTO change VALUES (?, ?, ?, 'real', ?, 'bench', 'add', NULL, 1, ?)",
        change,
    )
    db.execute(
        "INSERT INTO revision VALUES (?, ?, 0, 'session', ?, 'add', ?, '', '{}')",
        (n, n, uid, person),
    )
    db.execute(
        "INSERT INTO revision_text VALUES (?, 'note', zeroblob(16), ?)", (n, note)
    )


def _enter(db: sqlite3.Connection, uid: str, kind: str, number: int) -> None:
    numbered = number if kind == "session" else None
    entry = (uid, kind, numbered)
    db.execute("INSERT INTO entry (uid, kind, number) VALUES (?, ?, ?)", entry)


def _uid(kind: int, n: int) -> str:
    return str(UUID(int=(kind << 112) | (7 << 76) | (2 << 62) | n))
