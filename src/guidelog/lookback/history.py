"""History: what changes did to things, with the texts they set, and the log's heads."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import starmap
from typing import Final

from guidelog.lookback.calling import call, names_without_id
from guidelog.lookback.differences import Course, course_of
from guidelog.lookback.facts import Standing, Touched, Version
from guidelog.lookback.filters import EVERYTHING, Where
from guidelog.lookback.finding import Found
from guidelog.lookback.names import names_of
from guidelog.lookback.reading import cells_of, pick, taken
from guidelog.lookback.rows import HistoryRow, TextRow

# The view `texts` does not say which change set a text, and two changes may bear one
# moment: only the log's own tables tell them apart.
_TEXTS: Final = """
SELECT change.hash, revision.uid, revision.kind, revision_text.part, change.at,
  json_extract(revision_text.payload, '$')
FROM revision
JOIN change ON change.seq = revision.change
JOIN revision_text ON revision_text.revision = revision.id
WHERE revision.uid = ? AND revision_text.part NOT IN ('facts', 'outcome')
  AND revision_text.payload <> 'null'
ORDER BY change.stamp, change.hash, revision_text.part
"""

_FIRST_CLOCK: Final = (
    "SELECT clock FROM change WHERE seq = (SELECT min(seq) FROM change)"
)
_KEPT: Final = """
SELECT 1 FROM revision JOIN revision_text ON revision_text.revision = revision.id
WHERE revision.uid = ? AND revision_text.part = 'facts' LIMIT 1
"""
_DELETED: Final = """
operation = 'delete'
AND uid NOT IN (SELECT uid FROM timeline)
AND uid NOT IN (SELECT uid FROM people)
AND uid NOT IN (SELECT uid FROM steps)
AND uid NOT IN (SELECT uid FROM actions)
"""


def history_of(
    db: sqlite3.Connection, found: Found | None = None, deleted: bool = False
) -> Iterator[Version]:
    """Tell what was changed, oldest first: of one thing, or of everything.

    Of one thing with the texts that each change set; `deleted` gives instead, for each
    thing that is deleted now, what deleted it. The journal is free once this returns.
    """
    if found:
        return iter(versions_of(db, found.uid))
    if deleted:
        return iter(deletions(db))
    names = names_without_id(db)
    rows = starmap(HistoryRow, taken(db, cells_of(db, "history", EVERYTHING)))
    return (Version(row, name=names.get(row.uid, "")) for row in rows)


def versions_of(db: sqlite3.Connection, uid: str) -> tuple[Version, ...]:
    """Every version of one thing, oldest first, with what each set that is kept."""
    return _versions(db, uid, course_of(db, uid))


def _versions(db: sqlite3.Connection, uid: str, course: Course) -> tuple[Version, ...]:
    texts: dict[str, dict[str, str]] = defaultdict(dict)
    for change, row in texts_by_change(db, uid):
        texts[change][row.part] = row.text
    changed, name = course.changed, call(db, uid)
    return tuple(
        Version(
            course.without_repeats(row),
            texts.get(row.change, {}),
            changed.get(row.change, ()),
            name,
        )
        for row in pick(db, HistoryRow, Where("uid = ?", (uid,)))
    )


def touched_by(
    db: sqlite3.Connection, change: str, uids: Iterable[str]
) -> list[Touched]:
    """What one change did to these things, in their order."""
    found = []
    for uid in uids:
        course = course_of(db, uid)
        versions = _versions(db, uid, course)
        (version,) = (one for one in versions if one.change.change == change)
        people = (course.says.get("people") or course.says.get("person") or "").split()
        found.append(Touched(version, course.says, names_of(db, people)))
    return found


def texts_by_change(db: sqlite3.Connection, uid: str) -> list[tuple[str, TextRow]]:
    """The texts of one thing, each with the hash of its change, oldest first."""
    rows = db.execute(_TEXTS, (uid,))
    return [(change, TextRow(*cells)) for change, *cells in rows]


def deletions(db: sqlite3.Connection) -> tuple[Version, ...]:
    """What deleted each thing that is deleted now, oldest first."""
    rows = pick(db, HistoryRow, Where(_DELETED))
    # a thing may be deleted, brought back and deleted again: the last time counts
    last = {row.uid: row for row in rows}
    return tuple(
        Version(row, name=call(db, row.uid), back=back_to(db, row))
        for row in rows
        if last[row.uid] is row
    )


def back_to(db: sqlite3.Connection, row: HistoryRow | Found) -> str:
    """What to type to bring something deleted back; "" where nothing of it is left."""
    if not db.execute(_KEPT, (row.uid,)).fetchone():
        return ""
    handle = call(db, row.uid) if row.kind == "person" else ""
    return f"guidelog edit {row.id or handle or row.uid[-6:]} --restore"


def standing(db: sqlite3.Connection) -> Standing:
    """Tell where the record stands: the log's heads, and whether its clock was set."""
    heads = db.execute(
        "SELECT hash FROM change WHERE seq IN (SELECT change FROM head)"
    ).fetchall()
    return Standing(tuple(sorted(head for (head,) in heads)), is_demonstration(db))


def is_demonstration(db: sqlite3.Connection) -> bool:
    """Tell whether the journal was begun with a set clock.

    The first change tells: a journal begun with the real clock takes no other.
    """
    return ("set",) in db.execute(_FIRST_CLOCK).fetchall()
