"""A journal built by plain INSERTs: what looking back finds, whoever wrote it."""

import functools
import hashlib
import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from guidelog.storage.shape import SHAPE, reshape

TABLES = {"resistance": "resistance_note", "progress": "progress_entry"}
NEEDED: dict[str, dict[str, Any]] = {
    "person": {"relation": "report"},
    "session": {
        "mode": "coaching",
        "setting": "daily",
        "visibility": "private",
        "agreed_visibility": "record",
    },
    "observation": {"text": "seen", "visibility": "record"},
    "goal": {"title": "an aim", "visibility": "record"},
    "step": {"text": "a step"},
    "progress": {"rater": "leader", "visibility": "record"},
    "resistance": {
        "kind": "resistance",
        "observed": "seen",
        "expected": "asked for",
        "visibility": "record",
    },
    "attempt": {"offered": "help", "response": "partly", "visibility": "record"},
    "move": {"to_status": "working"},
    "commitment": {"owner": "them", "what": "a thing", "visibility": "record"},
    "topic": {"what": "a topic", "visibility": "private"},
    "assessment": {"visibility": "private"},
    "handout": {"how": "talk"},
    "hold": {"reason": "claim"},
    "action": {"mode": "coaching", "family": "goal", "label": "own"},
}
DAYLESS = ("person", "step", "action")
UNNUMBERED = ("person", "step", "move", "hold", "action")
REFERENCES = ("person", "goal", "resistance", "session", "attempt")
OLD_DAY = "2026-01-05"


@functools.cache
def _empty_journal() -> bytes:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        reshape(db, 0, SHAPE)
        return db.serialize()


class Book:
    """An open journal that writes down what it is told, one thing a call.

    Things are named by what the calls give back: a handle or an id.
    """

    def __init__(self, path: Path | str = ":memory:") -> None:
        """Make an empty journal at a path, or in memory."""
        self.db = sqlite3.connect(path, isolation_level=None)
        if path == ":memory:":
            self.db.deserialize(_empty_journal())
        else:
            reshape(self.db, 0, SHAPE)
        self.uids: dict[str, str] = {}
        self.kinds: dict[str, str] = {}
        self.written = 0

    def new_uid(self, kind: str, numbered: bool) -> tuple[str, str]:
        """Hand out the next uid and what to call it by."""
        self.written += 1
        uid = f"019d0000-0000-7000-8000-{self.written:012x}"
        number = self.numbers(kind) + 1 if numbered else None
        self.db.execute(
            "INSERT INTO entry (uid, kind, number) VALUES (?, ?, ?)",
            (uid, kind, number),
        )
        (name,) = self.db.execute("SELECT id FROM entry WHERE uid = ?", (uid,))
        return uid, name[0] or uid

    def numbers(self, kind: str) -> int:
        """How many numbers of a kind were handed out."""
        asked = "SELECT count(*) FROM entry WHERE kind = ?"
        (count,) = self.db.execute(asked, (kind,)).fetchone()
        return int(count)

    def write(self, kind: str, **said: Any) -> str:
        """Write one thing; lists become links, names of other things their uids."""
        uid, name = self.new_uid(kind, numbered=kind not in UNNUMBERED)
        links = {
            key: said.pop(key) for key in list(said) if isinstance(said[key], list)
        }
        columns = NEEDED[kind] | said
        if kind not in DAYLESS:
            columns = {"day": OLD_DAY} | columns
        recorded = f"{columns.get('day', OLD_DAY)}T18:00:00+01:00"
        columns = {"recorded_at": recorded} | columns | {"uid": uid}
        for role in REFERENCES:
            if columns.get(role) is not None:
                columns[role] = self.uids.get(columns[role], columns[role])
        self.insert(TABLES.get(kind, kind), columns)
        name = columns.get("handle", name) if kind == "person" else name
        self.uids[name], self.kinds[name] = uid, kind
        self.link(uid, links)
        return str(name)

    def link(self, uid: str, links: dict[str, list[str]]) -> None:
        """Write what a thing points at, in order."""
        for role, targets in links.items():
            place = "word" if role in ("tags", "actions") else "target"
            for n, target in enumerate(targets):
                value = target if place == "word" else self.uids[target]
                self.insert("link", {"uid": uid, "role": role, "n": n, place: value})

    def insert(self, table: str, columns: dict[str, Any]) -> None:
        """Write one row."""
        places = ", ".join("?" * len(columns))
        self.db.execute(
            f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})",
            list(columns.values()),
        )

    def person(self, handle: str, name: str, **said: Any) -> str:
        """Add a person."""
        return self.write("person", handle=handle, name=name, **said)

    def talk(self, day: str, *people: str, **said: Any) -> str:
        """Write down a session with some people."""
        return self.write("session", day=day, people=list(people), **said)

    def delete(self, name: str) -> None:
        """Take a thing out of the living; its number and uid stay."""
        uid, kind = self.uids[name], self.kinds[name]
        self.db.execute("DELETE FROM link WHERE uid = ?", (uid,))
        self.db.execute(f"DELETE FROM {TABLES.get(kind, kind)} WHERE uid = ?", (uid,))

    def log(
        self,
        operation: str,
        name: str,
        at: str = "2026-11-20T18:00:00+01:00",
        clock: str = "real",
        **parts: Any,
    ) -> str:
        """Append a change with one revision; give its hash."""
        (seq,) = self.db.execute("SELECT coalesce(max(seq), 0) + 1 FROM change")
        digest = hashlib.sha256(f"change {seq[0]}".encode()).hexdigest()
        parents = " ".join(self.heads())
        change = (seq[0], digest, at, clock, 1000 + seq[0], "larch", "add", 1, parents)
        self.db.execute(
            "INSERT INTO change (seq, hash, at, clock, stamp, device, command, format,"
            " parents) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            change,
        )
        self.db.execute("DELETE FROM head")
        self.insert("head", {"change": seq[0]})
        self.revise(seq[0], operation, name, parts)
        return digest

    def heads(self) -> list[str]:
        """The hashes of the changes that are nobody's parent."""
        asked = "SELECT hash FROM change WHERE seq IN (SELECT change FROM head)"
        return sorted(row[0] for row in self.db.execute(asked))

    def revise(
        self, change: int, operation: str, name: str, parts: dict[str, Any]
    ) -> None:
        """Append a revision with its parts."""
        seals = json.dumps(dict.fromkeys(sorted(parts), "5ea1"))
        cursor = self.db.execute(
            "INSERT INTO revision (change, n, kind, uid, operation, about, replaces,"
            " seals) VALUES (?, 0, ?, ?, ?, '', '', ?)",
            (change, self.kinds[name], self.uids[name], operation, seals),
        )
        for part, said in parts.items():
            payload = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
            row = (cursor.lastrowid, part, bytes(16), payload)
            self.db.execute("INSERT INTO revision_text VALUES (?, ?, ?, ?)", row)

    def commit(self) -> sqlite3.Connection:
        """Make everything last, and give the connection for looking."""
        self.db.commit()
        return self.db


def fill(book: Book, people: Sequence[str] = ("ada", "bo")) -> Book:
    """Write at least one row for every view, the same things for each person."""
    for handle in people:
        book.person(handle, {"ada": "Ada Okonkwo", "bo": "Bo Nilsson"}[handle])
        write_a_year(book, handle)
    book.write("action", name="walk", label="walk together")
    return book


def write_a_year(book: Book, who: str) -> None:
    """Write what a leader has on record about one person after a while."""
    talk = book.talk("2026-11-20", who, note="Outage.", tags=["incident"], minutes=45)
    goal = book.write("goal", person=who, scale="milestones", day="2026-02-01")
    book.write("step", goal=goal, step=1)
    book.write("progress", goal=goal, step=1, session=talk, day="2026-11-20")
    note = book.write("resistance", person=who, goal=goal, day="2026-07-27")
    book.write("attempt", resistance=note, day="2026-07-30")
    book.write("move", resistance=note, day="2026-07-30")
    book.write("commitment", person=who, session=talk, day="2026-11-20")
    book.write("topic", person=who, day="2026-11-21")
    book.write("assessment", person=who, excellence=3, day="2026-11-22")
    seen = book.write("observation", person=who, resistance=note, day="2026-08-17")
    book.write("handout", person=who, items=[seen, note], day="2026-10-02")
    book.log("add", talk, note="Outage.", facts={"minutes": 45})
