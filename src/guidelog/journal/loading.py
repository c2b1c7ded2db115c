"""Loading: a log that was written as lines, put into a journal that has no rows yet."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from guidelog.errors import BrokenLog
from guidelog.journal.barring import NOTE_ERASED
from guidelog.journal.log import FORMAT, Header, cover, hash_of, seal
from guidelog.journal.parts import canonical
from guidelog.storage.access import connect
from guidelog.storage.connection import prepare_for_writing

Change = Mapping[str, Any]
"""A change as its line says it."""
_CHANGE = """
INSERT INTO change (hash, at, clock, stamp, device, command, undoes, format, parents)
VALUES (:hash, :at, :clock, :stamp, :device, :command, :undoes, :format, :parents)
"""
_REVISION = """
INSERT INTO revision (change, n, kind, uid, operation, about, replaces, seals)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
_TEXT = "INSERT INTO revision_text VALUES (?, ?, ?, ?)"


def load_log(path: Path, file: str, changes: Iterable[tuple[int, Change]]) -> None:
    """Write changes, each with the number of its line, into a new journal's log.

    Every hash and seal is checked on the way. Raises BrokenLog, naming the line.
    """
    prepare_for_writing(path)
    with closing(connect(path, "rw")) as db:
        db.execute("BEGIN")
        for line, change in changes:
            try:
                wrong = _wrong_with(change) or _write(db, change)
            except (KeyError, TypeError, ValueError, AttributeError, sqlite3.Error):
                wrong = "not what was written once"
            if wrong:
                raise BrokenLog(file=file, line=line, why=wrong)
        db.execute(NOTE_ERASED)
        db.execute("COMMIT")


def _wrong_with(change: Change) -> str:
    """What is wrong with a change, if anything."""
    if change["format"] > FORMAT:
        return "written by a newer guidelog"
    names = ("at", "clock", "stamp", "device", "command", "undoes", "format")
    said = {name: change[name] for name in names}
    header = Header(**said, parents=tuple(change["parents"]))
    covered = (
        cover((n, kind, uid, operation), about, replaces, canonical(seals))
        for n, kind, uid, operation, about, replaces, seals, _ in change["revisions"]
    )
    if hash_of(header, covered) != change["hash"]:
        return "not as it was written: a hash differs"
    if not all(_is_sealed(*one) for one in _texts(change)):
        return "not as it was written: a seal differs"
    return ""


def _texts(change: Change) -> Iterator[tuple[str | None, str, str]]:
    for *_, seals, texts in change["revisions"]:
        for part, (salt, payload) in texts.items():
            yield seals.get(part), salt, payload


def _is_sealed(sealed: str | None, salt: str, payload: str) -> bool:
    return seal(bytes.fromhex(salt), payload) == sealed


def _write(db: sqlite3.Connection, change: Change) -> str:
    known = "SELECT 1 FROM change WHERE hash = ?"
    if any(not db.execute(known, (one,)).fetchone() for one in change["parents"]):
        return "short of a line before this one"
    said = {**change, "parents": " ".join(change["parents"])}
    said.pop("revisions")
    seq = db.execute(_CHANGE, said).lastrowid
    for n, kind, uid, operation, about, replaces, seals, texts in change["revisions"]:
        place = (seq, n, kind, uid, operation)
        links = (" ".join(about), " ".join(replaces), canonical(seals))
        row = db.execute(_REVISION, (*place, *links)).lastrowid
        kept = [(row, p, bytes.fromhex(s), text) for p, (s, text) in texts.items()]
        db.executemany(_TEXT, kept)
    return ""
