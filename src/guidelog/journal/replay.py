"""Replay: every table made anew from the log alone, by rules of its own.

It shares with the commands only the laying out of one row; who lives and what a thing
says is worked out here from the whole log at once, so that a command that forgets to
settle something differs from it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from guidelog.journal.folding import Folded, fold
from guidelog.journal.parts import Fields
from guidelog.journal.reading_log import all_versions
from guidelog.journal.rows import columns_of, links_of, table_of
from guidelog.journal.tables import KINDS


@dataclass(slots=True)
class Replayed:
    """Rows by kind and links, ordered by uid, as the log says they should stand."""

    rows: dict[str, list[Fields]] = field(default_factory=dict)
    links: list[Fields] = field(default_factory=list)


@dataclass(slots=True)
class _Thing:
    kind: str
    recorded_at: str
    fields: Fields
    deleted: bool

    def requires(self) -> Iterator[str]:
        for name in KINDS[self.kind].REQUIRES:
            if self.fields.get(name):
                yield self.fields[name]

    def people(self) -> list[str]:
        people: list[str] = self.fields.get("people", [])
        return people


def replay(db: Connection) -> Replayed:
    """Work out every row and link from the log."""
    erased = frozenset(db.exec_driver_sql("SELECT uid FROM erased").scalars())
    folded = ((uid, fold(versions, erased)) for uid, versions in all_versions(db))
    things = {uid: _as_thing(one) for uid, one in folded if one.exists}
    living = _living(things)
    handles = _handles(things)
    replayed = Replayed(rows={kind: [] for kind in KINDS})
    for uid in sorted(living):
        thing = things[uid]
        row = columns_of(thing.kind, uid, thing.recorded_at, thing.fields)
        if thing.kind == "person":
            row["handle"] = handles[uid]
        replayed.rows[thing.kind].append(row)
        replayed.links += links_of(thing.kind, uid, thing.fields)
    return replayed


def rebuild(db: Connection) -> None:
    """Empty every table of living things and fill it from the log."""
    replayed = replay(db)
    for kind in reversed(list(KINDS)):
        db.execute(delete(table_of(kind)))
    db.exec_driver_sql("DELETE FROM link")
    for kind, rows in replayed.rows.items():
        if rows:
            columns = table_of(kind).columns.keys()
            db.execute(
                insert(table_of(kind)),
                [{name: _stored(row, name) for name in columns} for row in rows],
            )
    if replayed.links:
        db.exec_driver_sql(
            "INSERT INTO link (uid, role, n, target, word) VALUES (?, ?, ?, ?, ?)",
            [_link_cells(link) for link in replayed.links],
        )


def differences(db: Connection) -> Iterator[tuple[str, str]]:
    """Name what stands in a table otherwise than the log says: kind and uid."""
    replayed = replay(db)
    for kind, rows in replayed.rows.items():
        table = table_of(kind)
        names = table.columns.keys()
        expected = [tuple(_stored(row, name) for name in names) for row in rows]
        for uid in _differing(db.execute(select(table)), expected, names.index("uid")):
            yield kind, uid
    asked = "SELECT uid, role, n, target, word FROM link"
    expected = [_link_cells(link) for link in replayed.links]
    for uid in _differing(db.exec_driver_sql(asked), expected, 0):
        yield "link", uid


def _differing(
    stood: Iterable[Sequence[Any]], expected: list[tuple[Any, ...]], at: int
) -> list[str]:
    """The uids of rows that stand in only one of the two."""
    here = {tuple(cells) for cells in stood}
    return sorted({cells[at] for cells in here.symmetric_difference(expected)})


def _stored(row: Fields, name: str) -> object:
    field_ = row.get(name)
    return False if field_ is None and name in ("unwritten", "hidden") else field_


def _link_cells(link: Fields) -> tuple[object, ...]:
    return (link["uid"], link["role"], link["n"], link.get("target"), link.get("word"))


def _as_thing(folded: Folded) -> _Thing:
    return _Thing(folded.kind, folded.recorded_at, folded.fields(), folded.deleted)


def _living(things: dict[str, _Thing]) -> set[str]:
    living = {uid for uid, thing in things.items() if not thing.deleted}
    _add_required(things, living, list(living))
    called = [
        person
        for uid in living
        if things[uid].kind == "session"
        and not living.intersection(things[uid].people())
        for person in things[uid].people()
        if person in things
    ]
    return living.union(called)


def _add_required(
    things: dict[str, _Thing], living: set[str], waiting: list[str]
) -> None:
    while waiting:
        for required in things[waiting.pop()].requires():
            if required in things and required not in living:
                living.add(required)
                waiting.append(required)


def _handles(things: dict[str, _Thing]) -> dict[str, str]:
    """Give each handle to the least uid that states it, a numbered one to the next."""
    stated: dict[str, list[str]] = defaultdict(list)
    for uid in sorted(uid for uid, thing in things.items() if thing.kind == "person"):
        stated[things[uid].fields["handle"]].append(uid)
    given = {uids[0]: handle for handle, uids in stated.items()}
    taken = set(stated)
    for handle, uids in sorted(stated.items()):
        for uid in uids[1:]:
            free = next(
                h for n in range(2, 10**6) if (h := f"{handle}-{n}") not in taken
            )
            taken.add(free)
            given[uid] = free
    return given
