"""At hand: what the leader is offered while writing, read before the first question.

Everything is asked by index and with a limit: a question must not take longer in a
journal of ten years.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from guidelog.data.actions import load_catalogue
from guidelog.lookback.filters import Where
from guidelog.lookback.reading import pick
from guidelog.lookback.rows import CommitmentRow
from guidelog.lookback.scope import LISTED, as_list
from guidelog.words import LIVE_STATUSES

LOOKED_AT: Final = 200
"""Among how many of the newest sessions and attempts actions are counted."""

_USED: Final = """
SELECT actions FROM (SELECT actions FROM sessions
  ORDER BY substr(occurred_at, 1, 16) DESC, uid DESC LIMIT ?)
UNION ALL SELECT actions FROM (SELECT actions FROM attempts
  ORDER BY substr(occurred_at, 1, 16) DESC, uid DESC LIMIT ?)
"""
_LIVING: Final = f"resistance.status IN {LIVE_STATUSES}"
_NOTES: Final = " ".join(
    [
        "SELECT resistance.id, people.handle, people.name, resistance.observed,",
        "resistance.attempts",
        "FROM resistance JOIN people ON people.handle = resistance.person WHERE",
        _LIVING,
        "ORDER BY substr(resistance.occurred_at, 1, 16) DESC, resistance.uid DESC",
    ]
)


@dataclass(frozen=True, slots=True)
class OpenNote:
    """A resistance note that takes further attempts."""

    id: str
    handle: str
    name: str
    observed: str
    attempts: int


def actions_by_use(db: sqlite3.Connection) -> dict[str, str]:
    """The actions that are offered, with their labels; the most used lately first."""
    labels = {name: one.label for name, one in load_catalogue().items()}
    own = db.execute("SELECT name, label, hidden FROM actions ORDER BY name").fetchall()
    labels |= {name: label for name, label, _ in own}
    hidden = {name for name, _, is_hidden in own if is_hidden == "true"}
    used: Counter[str] = Counter()
    for (actions,) in db.execute(_USED, (LOOKED_AT, LOOKED_AT)):
        used.update((actions or "").split())
    offered = [name for name in labels if name not in hidden]
    return {n: labels[n] for n in sorted(offered, key=lambda name: -used[name])}


def last_talk(db: sqlite3.Connection, handle: str) -> str | None:
    """The day of the last talk with somebody; None where there was none."""
    asked = "SELECT last_talk_on FROM people WHERE handle = ?"
    row = db.execute(asked, (handle,)).fetchone()
    return row[0] if row else None


def open_goals(db: sqlite3.Connection, handles: Iterable[str]) -> dict[str, str]:
    """The open goals of some people: title by id, oldest first."""
    return _open(db, "SELECT id, title FROM goals", "opened_on", handles)


def open_commitments(
    db: sqlite3.Connection, handles: Iterable[str]
) -> list[CommitmentRow]:
    """What some people, or the leader for them, said they would do; oldest first."""
    wanted = f"state = 'open' AND person {LISTED}"
    return list(pick(db, CommitmentRow, Where(wanted, (as_list(handles),))))


def open_topics(db: sqlite3.Connection, handles: Iterable[str]) -> dict[str, str]:
    """What is to be raised with some people: words by id, oldest first."""
    return _open(db, "SELECT id, what FROM topics", "recorded_at", handles)


def _open(
    db: sqlite3.Connection, asked: str, order: str, handles: Iterable[str]
) -> dict[str, str]:
    wanted = f"WHERE state = 'open' AND person {LISTED} ORDER BY {order}, uid"
    return dict(db.execute(f"{asked} {wanted}", (as_list(handles),)).fetchall())


def open_notes(db: sqlite3.Connection) -> list[OpenNote]:
    """The resistance notes that take further attempts, the newest first."""
    return [OpenNote(*cells) for cells in db.execute(_NOTES)]
