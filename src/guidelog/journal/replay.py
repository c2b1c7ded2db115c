"""Replay: every table made anew from the log alone, by rules of its own.

It shares with the commands only the laying out of one row; who lives and what a thing
says is worked out here from the whole log at once, so that a command that forgets to
settle something differs from it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from operator import itemgetter

from sqlalchemy import Connection

from guidelog.journal.folding import Folded, fold
from guidelog.journal.handles import give_handles
from guidelog.journal.parts import Fields
from guidelog.journal.reading_log import all_versions, erased_in, stream
from guidelog.journal.rows import Cells, links_of
from guidelog.journal.tables import KINDS, table_name


@dataclass(slots=True)
class Replayed:
    """Rows by kind and links, as the log says they should stand; a uid comes first."""

    rows: dict[str, list[Cells]] = field(default_factory=dict)
    links: list[Cells] = field(default_factory=list)


_NOT_SAID = {"unwritten": False, "hidden": False}
"""What a column holds, other than nothing, where the log says nothing of it."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Rows that stand in a table and should not, and rows that should and do not."""

    stood: list[Cells]
    wanted: list[Cells]

    @property
    def uids(self) -> list[str]:
        """The things whose rows differ."""
        return sorted({cells[0] for cells in (*self.stood, *self.wanted)})

    @property
    def gone(self) -> list[str]:
        """The things that should have no row any more."""
        return sorted({c[0] for c in self.stood} - {c[0] for c in self.wanted})


@dataclass(frozen=True, slots=True)
class Compared:
    """Where the tables and the log differ."""

    rows: dict[str, Difference]
    links: Difference


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
    erased = erased_in(db)
    folded = ((uid, fold(versions, erased)) for uid, versions in all_versions(db))
    things = _whole({uid: _as_thing(one) for uid, one in folded if one.exists})
    living = _living(things)
    people = {uid: one for uid, one in things.items() if one.kind == "person"}
    handles = give_handles({uid: one.fields["handle"] for uid, one in people.items()})
    replayed = Replayed(rows={kind: [] for kind in KINDS})
    for uid in living:
        thing = things[uid]
        own = {"uid": uid, "recorded_at": thing.recorded_at}
        if thing.kind == "person":
            own["handle"] = handles[uid]
        said = {**_NOT_SAID, **thing.fields, **own}
        replayed.rows[thing.kind].append(tuple(map(said.get, _columns(thing.kind))))
        replayed.links += links_of(thing.kind, uid, thing.fields)
    return replayed


def differences(db: Connection) -> Iterator[tuple[str, str]]:
    """Name what stands in a table otherwise than the log says: kind and uid."""
    compared = compare(db)
    for kind, one in compared.rows.items():
        yield from ((kind, uid) for uid in one.uids)
    yield from (("link", uid) for uid in compared.links.uids)


def rebuild(db: Connection) -> None:
    """Make every table say what the log says; what it says already is left alone."""
    compared = compare(db)
    _settle_links(db, compared.links)
    people = [(cells[0], cells[0]) for cells in compared.rows["person"].stood]
    # a handle may go from one to another, and no two may have it on the way
    _run_many(db, "UPDATE person SET handle = ? WHERE uid = ?", people)
    for kind, one in compared.rows.items():
        _write_rows(db, kind, one)
    for kind in reversed(list(KINDS)):
        gone = [(uid,) for uid in compared.rows[kind].gone]
        _run_many(db, f"DELETE FROM {table_name(kind)} WHERE uid = ?", gone)  # noqa: S608


def compare(db: Connection) -> Compared:
    """Lay the tables beside what the log says; the uid is the first cell of a row."""
    replayed = replay(db)
    rows = {}
    for kind, wanted in replayed.rows.items():
        names = ", ".join(_columns(kind))
        asked = f"SELECT {names} FROM {table_name(kind)}"  # noqa: S608
        rows[kind] = _difference(stream(db, asked), wanted)
    stood = stream(db, "SELECT uid, role, n, target, word FROM link")
    return Compared(rows, _difference(stood, replayed.links))


def _difference(stood: Iterable[Cells], wanted: Iterable[Cells]) -> Difference:
    missing = set(wanted)
    left = []
    for cells in stood:
        if cells in missing:
            missing.remove(cells)
        else:
            left.append(cells)
    # sorted by their uid: the cells behind it may be missing
    parts = (left, missing)
    return Difference(*(sorted(part, key=itemgetter(0)) for part in parts))


@cache
def _columns(kind: str) -> tuple[str, ...]:
    names = KINDS[kind].model_fields
    return ("uid", *(name for name in names if name != "uid"))


def _settle_links(db: Connection, links: Difference) -> None:
    places = [cells[:3] for cells in links.stood]
    _run_many(db, "DELETE FROM link WHERE uid = ? AND role = ? AND n = ?", places)
    _run_many(db, "INSERT INTO link VALUES (?, ?, ?, ?, ?)", links.wanted)


def _write_rows(db: Connection, kind: str, one: Difference) -> None:
    """Write new rows, and change those that stood otherwise."""
    table, names = table_name(kind), _columns(kind)
    known = {cells[0] for cells in one.stood}
    new = [cells for cells in one.wanted if cells[0] not in known]
    marks = ", ".join("?" * len(names))
    insert = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})"  # noqa: S608
    _run_many(db, insert, new)
    changed = [(*cells, cells[0]) for cells in one.wanted if cells[0] in known]
    settings = ", ".join(f"{name} = ?" for name in names)
    _run_many(db, f"UPDATE {table} SET {settings} WHERE uid = ?", changed)  # noqa: S608


def _run_many(db: Connection, statement: str, rows: Sequence[Cells]) -> None:
    if rows:
        db.exec_driver_sql(statement, list(rows))


def _as_thing(folded: Folded) -> _Thing:
    return _Thing(folded.kind, folded.recorded_at, folded.fields(), folded.deleted)


def _whole(things: dict[str, _Thing]) -> dict[str, _Thing]:
    """The things without those that hang on something of which nothing is left."""

    def is_whole(uid: str) -> bool:
        return uid in things and all(map(is_whole, things[uid].requires()))

    return {uid: thing for uid, thing in things.items() if is_whole(uid)}


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
