"""Calling: what a thing is called where it has no id of its own, living or not."""

import json
import sqlite3
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

_ID: Final = "SELECT id FROM entry WHERE uid = ?"
_HANDLE: Final = "SELECT handle FROM people WHERE uid = ?"
_FACTS: Final = """
SELECT revision.kind, told.payload
FROM revision JOIN revision_text AS told ON told.revision = revision.id
WHERE revision.uid = ? AND told.part = 'facts'
ORDER BY revision.change DESC LIMIT 1
"""
_WITHOUT_ID: Final = "SELECT uid FROM entry WHERE id IS NULL"


def call(db: sqlite3.Connection, uid: str) -> str:
    """What a leader calls a thing: id, handle or name; "" for what nobody knows.

    A step, a move and a hold are called by what they belong to.
    """
    for asked in (_ID, _HANDLE):
        found = db.execute(asked, (uid,)).fetchone()
        if found and found[0]:
            return str(found[0])
    facts = db.execute(_FACTS, (uid,)).fetchone()
    if facts is None:
        return ""
    kind, payload = facts
    return _NAMED[kind](db, json.loads(payload) or {}) if kind in _NAMED else ""


def names_without_id(db: sqlite3.Connection) -> dict[str, str]:
    """What everything is called that has no id, by uid."""
    uids = [uid for (uid,) in db.execute(_WITHOUT_ID)]
    return {uid: call(db, uid) for uid in uids}


Fields = Mapping[str, Any]
_NAMED: Final[Mapping[str, Callable[[sqlite3.Connection, Fields], str]]] = (
    MappingProxyType(
        {
            "person": lambda _, said: str(said.get("handle", "")),
            "step": lambda db, said: f"{call(db, said['goal'])} step {said['step']}",
            "move": lambda db, said: (
                f"{call(db, said['resistance'])} to {said['to_status']}"
            ),
            "hold": lambda db, said: f"{call(db, said['person'])} hold",
            "action": lambda _, said: str(said.get("name", "")),
        }
    )
)
