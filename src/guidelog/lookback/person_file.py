"""A person's file: every version of everything that was ever about one person."""

import json
import re
import sqlite3
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from types import MappingProxyType
from typing import Any, Final

from guidelog.lookback.filters import Where
from guidelog.lookback.history import standing
from guidelog.lookback.kept import (
    Extent,
    KeptEntry,
    KeptVersion,
    Naming,
    PersonFile,
)
from guidelog.lookback.mentions import mentions_of, names_of_person
from guidelog.lookback.reading import hold_still, pick
from guidelog.lookback.rows import (
    VIEWS,
    GoalRow,
    MoveRow,
    PersonRow,
    ResistanceRow,
    Row,
    StepRow,
)
from guidelog.lookback.rows_by_uid import VIEW_OF_KIND
from guidelog.lookback.scope import LISTED, as_list
from guidelog.words import UID, WHY

# What was given to a person by mistake, until an undo, is somebody else's.
# The view `history` says neither whom a change was about nor what it set: both stand in
# the log's own tables alone.
_VERSIONS: Final = """
SELECT revision.uid, revision.kind, entry.id, revision.id, change.at, change.device,
  change.clock, change.command, revision.operation, revision.seals,
  revision_text.part, revision_text.payload
FROM revision
JOIN change ON change.seq = revision.change
LEFT JOIN entry ON entry.uid = revision.uid
LEFT JOIN revision_text ON revision_text.revision = revision.id
WHERE instr(revision.about, :uid) > 0 AND NOT EXISTS (
  SELECT 1 FROM revision AS set_back
  CROSS JOIN change AS undoing ON undoing.seq = set_back.change
  WHERE set_back.uid = revision.uid AND undoing.undoes = change.hash
    AND instr(set_back.about, :uid) = 0
)
ORDER BY revision.uid, change.stamp, change.hash, revision.n, revision_text.part
"""
_NAMINGS: Final = """
SELECT revision.uid, revision_text.part, revision_text.payload
FROM revision JOIN revision_text ON revision_text.revision = revision.id
WHERE revision.kind = 'person' AND revision_text.part IN ('facts', 'name')
ORDER BY revision.id
"""
_EXTENT: Final = """
SELECT count(DISTINCT uid), min(substr(occurred_at, 1, 10)),
  max(substr(occurred_at, 1, 10)), (SELECT max(at) FROM change)
FROM timeline
"""
_IDS: Final = "SELECT uid, id FROM entry WHERE id IS NOT NULL AND uid"
_ERASED: Final = "SELECT uid FROM erased WHERE substr(uid, -?) = ?"


def file_of(db: sqlite3.Connection, uid: str) -> PersonFile:
    """Take everything that was ever about one person, by kind, oldest first."""
    with hold_still(db):
        person = next(iter(pick(db, PersonRow, Where("uid = ?", (uid,)))), None)
        namings = namings_of(db)
        entries = tuple(entries_about(db, uid, person, called(namings)))
        return PersonFile(
            uid=uid,
            person=person,
            entries=entries,
            naming=namings.pop(uid, Naming(uid)),
            others=tuple(namings.values()),
            extent=Extent(*db.execute(_EXTENT).fetchone()),
            standing=standing(db),
        )


def add_mentions(db: sqlite3.Connection, file: PersonFile) -> PersonFile:
    """Add the texts about others that hold one of the person's names."""
    if file.person is None:
        return file
    # what has no id is mentioned by the end of its uid
    own = {name for one in file.entries for name in (one.id, one.uid[-8:])}
    handle, name = file.person.handle, file.person.name
    found = mentions_of(db, handle, names_of_person(handle, name))
    return replace(file, mentions=tuple(one for one in found if one.id not in own))


def find_erased(db: sqlite3.Connection, said: str) -> str | None:
    """Find an erased person by six or more last characters of their uid."""
    found = db.execute(_ERASED, (len(said), said.casefold())).fetchall()
    return found[0][0] if len(said) >= 6 and len(found) == 1 else None


def namings_of(db: sqlite3.Connection) -> dict[str, Naming]:
    """Everybody who was ever called anything, by uid, those who are deleted too."""
    names: dict[str, dict[str, None]] = {}
    handles: dict[str, dict[str, None]] = {}
    for uid, part, payload in db.execute(_NAMINGS):
        said = json.loads(payload)
        kept = names if part == "name" else handles
        value = said if part == "name" else (said or {}).get("handle")
        if value:
            kept.setdefault(uid, {})[value] = None
    # two devices may have given one handle to two people: the view tells who has which
    for uid, handle in db.execute("SELECT uid, handle FROM people"):
        said = handles.setdefault(uid, {})
        said.pop(handle, None)
        said[handle] = None
    return {
        uid: Naming(uid, tuple(names.get(uid, ())), tuple(handles.get(uid, ())))
        for uid in sorted({*names, *handles})
    }


def called(namings: Mapping[str, Naming]) -> dict[str, str]:
    """What each person is called in a cell: the handle they had last."""
    return {uid: one.handles[-1] for uid, one in namings.items() if one.handles}


def entries_about(
    db: sqlite3.Connection,
    uid: str,
    person: PersonRow | None,
    handles: Mapping[str, str],
) -> Iterator[KeptEntry]:
    """Take the things about one person, in the order of kinds, then of their uids."""
    found = [
        list(same) for _, same in groupby(db.execute(_VERSIONS, {"uid": uid}), by_uid)
    ]
    links = dict(handles) | ids_of(db, found)
    uids = {cells[0][0]: cells[0][1] for cells in found}
    rows = living_rows(db, uids, person.handle) if person else {}
    place = {kind: n for n, kind in enumerate((*VIEW_OF_KIND, "hold"))}
    for cells in sorted(found, key=lambda cells: place[cells[0][1]]):
        own, kind, id_, *_ = cells[0]
        versions = tuple(versions_in(cells, links))
        yield KeptEntry(kind, id_, own, rows.get(own), versions)


def by_uid(cells: tuple[Any, ...]) -> Any:
    """What the cells of one thing have in common."""
    return cells[0]


def ids_of(db: sqlite3.Connection, found: Iterable[list[Any]]) -> dict[str, str]:
    """The ids of all things that facts of some versions point at."""
    payloads = (cells[-1] or "" for same in found for cells in same)
    uids = {match.group() for text in payloads for match in re.finditer(UID, text)}
    asked = " ".join([_IDS, LISTED])
    return dict(db.execute(asked, (as_list(uids),)))


def versions_in(
    cells: Iterable[tuple[Any, ...]], links: Mapping[str, str]
) -> Iterator[KeptVersion]:
    """Put the versions of one thing together, each from a row a part."""
    for _, same in groupby(cells, key=lambda cells: cells[3]):
        rows = list(same)
        at, device, clock, command, operation, seals = rows[0][4:10]
        parts = {
            part: with_ids(json.loads(text), links) for *_, part, text in rows if part
        }
        gone = tuple(part for part in json.loads(seals) if part not in parts)
        reason = parts.pop(WHY, None)
        made = (at, device, clock, command, operation)
        yield KeptVersion(*made, reason, MappingProxyType(parts), gone)


def with_ids(value: Any, links: Mapping[str, str]) -> Any:
    """What was set, with ids and handles in the place of uids."""
    match value:
        case dict():
            return {key: with_ids(each, links) for key, each in value.items()}
        case list():
            return [with_ids(each, links) for each in value]
        case str():
            return links.get(value, value)
        case _:
            return value


def living_rows(
    db: sqlite3.Connection, kinds: Mapping[str, str], handle: str
) -> dict[str, Row]:
    """The rows of those things that live and are about the person now, by uid."""
    rows: dict[str, Row] = {}
    for kind, view in VIEW_OF_KIND.items():
        uids = [uid for uid, of_kind in kinds.items() if of_kind == kind]
        wanted = Where(f"uid {LISTED}", (as_list(uids),))
        rows |= {row.uid: row for row in pick(db, VIEWS[view], wanted)} if uids else {}
    both = (row for row in rows.values() if isinstance(row, GoalRow | ResistanceRow))
    parents = {row.id for row in both if row.person == handle}
    return {uid: row for uid, row in rows.items() if is_about(row, handle, parents)}


def is_about(row: Row, handle: str, parents: Container[str]) -> bool:
    """Whether a row is about somebody; steps and moves are, as their parents are."""
    match row:
        case PersonRow():
            return row.handle == handle
        case StepRow(goal=parent) | MoveRow(resistance=parent):
            return parent in parents
        case _:
            said = getattr(row, "people", None) or getattr(row, "person", None) or ""
            return handle in said.split()
