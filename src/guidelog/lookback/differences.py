"""Differences: what each change of a thing set anew, field by field."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from guidelog.lookback.calling import call
from guidelog.lookback.facts import Changed
from guidelog.lookback.rows import HistoryRow

# which change set a part, only the log's own tables tell
_SAID: Final = """
SELECT change.hash, revision_text.part, revision_text.payload
FROM revision
JOIN change ON change.seq = revision.change
JOIN revision_text ON revision_text.revision = revision.id
WHERE revision.uid = ? AND revision_text.part <> 'why'
ORDER BY change.stamp, change.hash, revision_text.part
"""
_MOMENT: Final = ("day", "time", "zone")

Cells = dict[str, str]


class Course(NamedTuple):
    """What a thing says last, by field, and what each change set, by its hash.

    `again` are the parts that a change wrote as they were: one that gives an entry to
    somebody else writes them all.
    """

    says: Mapping[str, str]
    changed: Mapping[str, tuple[Changed, ...]]
    again: Mapping[str, frozenset[str]]

    def without_repeats(self, row: HistoryRow) -> HistoryRow:
        """A change that names only the parts it changed; others name what they will."""
        if row.operation not in ("change", "amend"):
            return row
        again = self.again.get(row.change, frozenset())
        parts = [part for part in (row.parts or "").split() if part not in again]
        return row._replace(parts=" ".join(parts))


def course_of(db: sqlite3.Connection, uid: str) -> Course:
    """Follow one thing through all its changes; fields as cells of the views."""
    said: dict[str, Cells] = defaultdict(dict)
    changed: dict[str, tuple[Changed, ...]] = defaultdict(tuple)
    again: dict[str, frozenset[str]] = defaultdict(frozenset)
    for change, part, payload in db.execute(_SAID, (uid,)):
        now = cells_in(db, part, json.loads(payload))
        new = tuple(differing(said[part], now))
        changed[change] += new
        again[change] |= frozenset() if new else {part}
        said[part] = now
    says = {name: cell for cells in said.values() for name, cell in cells.items()}
    return Course(says, changed, again)


def differing(before: Cells, now: Cells) -> Iterator[Changed]:
    """The fields that say something else than before, or nothing more."""
    for name in dict.fromkeys((*before, *now)):
        change = Changed(name, before.get(name, ""), now.get(name, ""))
        if change.before != change.now:
            yield change


def cells_in(db: sqlite3.Connection, part: str, said: Any) -> Cells:
    """The fields of one part, as the views have them."""
    if said is None:
        return {}
    fields = said if isinstance(said, dict) else {part: said}
    cells = {name: cell(db, value) for name, value in fields.items()}
    day, time, zone = (cells.pop(name, "") for name in _MOMENT)
    moment = f"{day}T{time}{zone}" if time else day
    return cells | ({"occurred_at": moment} if moment else {})


def cell(db: sqlite3.Connection, value: Any) -> str:
    """One value as a cell: ids and handles for uids, several joined by a space."""
    if isinstance(value, list):
        return " ".join(cell(db, one) for one in value)
    if isinstance(value, bool):
        return str(value).lower()
    return call(db, str(value)) or str(value)
