"""Verifying: hashes, seals and parents of the log, and the tables against a replay."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection

from guidelog.journal.barring import barred_texts
from guidelog.journal.log import Header, cover, hash_of, load_seals, seal
from guidelog.journal.reading_log import stream
from guidelog.journal.replay import differences

_CHANGES = """
SELECT hash, seq, at, clock, stamp, device, command, undoes, parents, format
FROM change ORDER BY seq
"""
_REVISIONS = """
SELECT revision.id, change, n, kind, uid, operation, about, replaces, seals,
  told.part, told.salt, told.payload
FROM revision LEFT JOIN revision_text AS told ON told.revision = revision.id
ORDER BY change, n
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


@dataclass(slots=True)
class Reading:
    """What a look at the log in itself gave."""

    findings: list[Finding] = field(default_factory=list)
    remarks: list[Finding] = field(default_factory=list)
    changes: int = 0


def verify(db: Connection) -> Verdict:
    """Check the whole journal: the log in itself, then every table against it."""
    reading = verify_log(db)
    findings = [*reading.findings, *_check_tables(db), *_check_file(db)]
    asked = "SELECT hash FROM change WHERE seq IN (SELECT change FROM head)"
    heads = tuple(sorted(db.exec_driver_sql(asked).scalars()))
    return Verdict(reading.changes, tuple(findings), tuple(reading.remarks), heads)


def verify_log(db: Connection) -> Reading:
    """Check the log in itself: hashes, parents and seals."""
    reading = Reading()
    covered = _check_revisions(db, reading)
    at: dict[str, datetime] = {}
    for hash_, seq, *said in stream(db, _CHANGES):
        named = f"change {hash_[:16]}"
        header = _header(said)
        if hash_of(header, covered.get(seq, [])) != hash_:
            reading.findings.append(
                Finding(named, "its hash does not fit what it says")
            )
        if not at.keys() >= set(header.parents):
            reading.findings.append(Finding(named, "a change it builds on is missing"))
        at[hash_] = datetime.fromisoformat(header.at)
        if any(at[hash_] < at[one] for one in header.parents if one in at):
            reading.remarks.append(Finding(named, "the clock was set back before it"))
    reading.changes = len(at)
    return reading


def _header(said: list[Any]) -> Header:
    at, clock, stamp, device, command, undoes, parents, format_ = said
    named = tuple(parents.split())
    return Header(at, clock, stamp, device, command, undoes, named, format_)


def _check_revisions(db: Connection, reading: Reading) -> dict[int, list[str]]:
    """Check every seal; returns what the hash of each change covers, by its number."""
    covered: dict[int, list[str]] = defaultdict(list)
    missing: dict[tuple[int, str], tuple[str, str]] = {}
    for number, group in groupby(stream(db, _REVISIONS), itemgetter(0)):
        texts = list(group)
        _, change, n, kind, uid, operation, about, replaces, seals, *_ = texts[0]
        place = (n, kind, uid, operation)
        covered[change].append(cover(place, about.split(), replaces.split(), seals))
        sealed = _read_seals(seals)
        for *_, part, salt, payload in texts:
            if part and sealed.pop(part, "") != seal(salt, payload):
                wrong = f"the {part} kept in the log is not what was sealed"
                reading.findings.append(Finding(_name_of(db, kind, uid), wrong))
        missing |= {(number, part): (kind, uid) for part in sealed}
    _check_missing(db, missing, reading)
    return covered


def _read_seals(seals: str) -> dict[str, str]:
    """The seals of a revision; none where they can't be read, the hash tells then."""
    try:
        return load_seals(seals)
    except ValueError:
        return {}


def _check_missing(
    db: Connection, missing: dict[tuple[int, str], tuple[str, str]], reading: Reading
) -> None:
    """Find the words that are not there although nobody took them back."""
    if not missing:
        return
    for text in barred_texts(db):
        missing.pop(text, None)
    for kind, uid in dict.fromkeys(missing.values()):
        named = _name_of(db, kind, uid)
        reading.findings.append(Finding(named, "words are missing from the log"))


def _check_tables(db: Connection) -> Iterator[Finding]:
    try:
        for kind, uid in dict.fromkeys(differences(db)):
            named = _name_of(db, kind, uid)
            yield Finding(named, "what stands is not what the log says")
    except (ValueError, LookupError):
        yield Finding("tables", "they can't be compared with a log that can't be read")


def _check_file(db: Connection) -> Iterator[Finding]:
    for (said,) in db.exec_driver_sql("PRAGMA integrity_check(20)"):
        if said != "ok":
            yield Finding("file", said)
    for table, row, parent, _ in db.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Finding(f"{table} {row}", f"the {parent} it names is not there")
    kinds = "SELECT uid, count(*) FROM entry GROUP BY uid HAVING count(*) > 1"
    for uid, _ in db.exec_driver_sql(kinds):
        yield Finding(uid, "it has two numbers")


def _name_of(db: Connection, kind: str, uid: str) -> str:
    asked = "SELECT coalesce(id, kind || ' ' || uid) FROM entry WHERE uid = ?"
    name = db.exec_driver_sql(asked, (uid,)).scalar()
    return str(name or f"{kind} {uid}")


def has_change(db: Connection, beginning: str) -> bool:
    """Tell whether a change whose hash begins so stands in the log."""
    asked = "SELECT 1 FROM change WHERE substr(hash, 1, ?) = ? LIMIT 1"
    found = db.exec_driver_sql(asked, (len(beginning), beginning)).first()
    return found is not None
