"""Verifying: hashes, seals and parents of the log, and the tables against a replay."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from guidelog.journal.log import Header, hash_of, load_seals, seal
from guidelog.journal.replay import differences

_CHANGES = """
SELECT hash, seq, at, clock, stamp, device, command, undoes, parents, format
FROM change ORDER BY seq
"""
_REVISIONS = """
SELECT change, n, kind, uid, operation, about, replaces, seals
FROM revision ORDER BY change, n
"""
_TEXTS = """
SELECT revision.uid, revision.kind, revision.seals, told.part, told.salt, told.payload
FROM revision_text AS told JOIN revision ON revision.id = told.revision
"""
_MISSING = """
SELECT DISTINCT revision.kind, revision.uid
FROM revision JOIN json_each(revision.seals) AS sealed
LEFT JOIN revision_text AS told
  ON told.revision = revision.id AND told.part = sealed.key
WHERE told.part IS NULL
  AND revision.uid NOT IN (SELECT uid FROM revision WHERE operation = 'redact')
  AND NOT EXISTS (SELECT 1 FROM erased WHERE instr(revision.about, erased.uid))
"""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it was written: what it is about, and what is wrong."""

    what: str
    wrong: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was looked at, what was found, and what is only worth knowing."""

    changes: int
    findings: tuple[Finding, ...]
    remarks: tuple[Finding, ...]
    heads: tuple[str, ...]


def verify(db: Connection) -> Verdict:
    """Check the whole journal: the log in itself, then every table against it."""
    findings = [*verify_log(db), *_check_tables(db), *_check_file(db)]
    asked = "SELECT hash FROM change WHERE seq IN (SELECT change FROM head)"
    heads = tuple(sorted(db.exec_driver_sql(asked).scalars()))
    changes = db.exec_driver_sql("SELECT count(*) FROM change").scalar_one()
    return Verdict(changes, tuple(findings), tuple(_remarks(db)), heads)


def verify_log(db: Connection) -> list[Finding]:
    """Check the log in itself: hashes, parents and seals."""
    return [*_check_changes(db), *_check_texts(db)]


def _headers(db: Connection) -> Iterator[tuple[str, int, Header]]:
    for row in db.exec_driver_sql(_CHANGES):
        yield (
            row.hash,
            row.seq,
            Header(
                at=row.at,
                clock=row.clock,
                stamp=row.stamp,
                device=row.device,
                command=row.command,
                undoes=row.undoes,
                parents=tuple(row.parents.split()),
                format=row.format,
            ),
        )


def _check_changes(db: Connection) -> Iterator[Finding]:
    revisions = _revisions(db)
    known: set[str] = set()
    for hash_, seq, header in _headers(db):
        named = f"change {hash_[:16]}"
        if hash_of(header, revisions[seq]) != hash_:
            yield Finding(named, "its hash does not fit what it says")
        if not known.issuperset(header.parents):
            yield Finding(named, "a change it builds on is missing")
        known.add(hash_)


def _revisions(db: Connection) -> dict[int, list[list[Any]]]:
    """What every change covers with its hash, by its number."""
    covered: dict[int, list[list[Any]]] = defaultdict(list)
    for change, n, kind, uid, operation, *lists, seals in db.exec_driver_sql(
        _REVISIONS
    ):
        about, replaces = (one.split() for one in lists)
        row = [n, kind, uid, operation, about, replaces, load_seals(seals)]
        covered[change].append(row)
    return covered


def _check_texts(db: Connection) -> Iterator[Finding]:
    for uid, kind, seals, part, salt, payload in db.exec_driver_sql(_TEXTS):
        if load_seals(seals).get(part) != seal(salt, payload):
            named = _name_of(db, kind, uid)
            yield Finding(named, f"the {part} kept in the log is not what was sealed")
    for kind, uid in db.exec_driver_sql(_MISSING):
        yield Finding(_name_of(db, kind, uid), "words are missing from the log")


def _check_tables(db: Connection) -> Iterator[Finding]:
    for kind, uid in dict.fromkeys(differences(db)):
        named = _name_of(db, kind, uid)
        yield Finding(named, "what stands is not what the log says")


def _check_file(db: Connection) -> Iterator[Finding]:
    for (said,) in db.exec_driver_sql("PRAGMA integrity_check(20)"):
        if said != "ok":
            yield Finding("file", said)
    for table, row, parent, _ in db.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Finding(f"{table} {row}", f"the {parent} it names is not there")
    kinds = "SELECT uid, count(*) FROM entry GROUP BY uid HAVING count(*) > 1"
    for uid, _ in db.exec_driver_sql(kinds):
        yield Finding(uid, "it has two numbers")


def _remarks(db: Connection) -> Iterator[Finding]:
    at: dict[str, datetime] = {}
    for hash_, _, header in _headers(db):
        at[hash_] = datetime.fromisoformat(header.at)
        if any(at[hash_] < at[one] for one in header.parents if one in at):
            yield Finding(f"change {hash_[:16]}", "the clock was set back before it")


def _name_of(db: Connection, kind: str, uid: str) -> str:
    asked = "SELECT coalesce(id, kind || ' ' || uid) FROM entry WHERE uid = ?"
    name = db.exec_driver_sql(asked, (uid,)).scalar()
    return str(name or f"{kind} {uid}")


def has_change(db: Connection, beginning: str) -> bool:
    """Tell whether a change whose hash begins so stands in the log."""
    asked = "SELECT 1 FROM change WHERE substr(hash, 1, ?) = ? LIMIT 1"
    found = db.exec_driver_sql(asked, (len(beginning), beginning)).first()
    return found is not None
