"""Verifying: the log in itself, the tables against a replay of it, and the file.

SQLite looks at pages and search index on a connection of its own, at the same time: it
needs no Python for that, and most machines have a second core.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from guidelog.journal.barring import barred_texts
from guidelog.journal.log import Header, cover, hash_of, load_seals, seal
from guidelog.journal.reading_log import driver_of, stream
from guidelog.journal.replay import differences
from guidelog.journal.transaction import reading_log
from guidelog.storage.access import keep_quiet
from guidelog.storage.connection import open_for_reading
from guidelog.storage.soundness import (
    Finding,
    as_far_as_read,
    faults_of_file,
    faults_of_shape,
    read_garbled,
)

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
_ERASED_OTHERWISE = """
WITH said (uid) AS (SELECT uid FROM revision WHERE operation = 'erase')
SELECT uid FROM (SELECT uid FROM said EXCEPT SELECT uid FROM erased)
UNION SELECT uid FROM (SELECT uid FROM erased EXCEPT SELECT uid FROM said)
"""
_UNNUMBERED = """
SELECT kind, uid FROM revision GROUP BY uid HAVING NOT EXISTS (
  SELECT 1 FROM entry WHERE entry.uid = revision.uid AND entry.kind = revision.kind
)
"""


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
    heads: set[str] = field(default_factory=set)


def verify_journal(path: Path, on_wait: Callable[[], None] = keep_quiet) -> Verdict:
    """Check a whole journal: its shape, its log, every table against it, the file.

    `on_wait` is called where it has to wait. Raises what `open_for_reading` raises.
    """
    with ThreadPoolExecutor(1) as beside, reading_log(path, on_wait) as db:
        read_garbled(driver_of(db))
        faults = list(faults_of_shape(driver_of(db)))
        # no writer comes in between: the connection here holds its lock
        looked = beside.submit(_look_at_file, path)
        verdict = verify(db)
        findings = (*faults, *looked.result(), *verdict.findings)
        return replace(verdict, findings=tuple(dict.fromkeys(findings)))


def _look_at_file(path: Path) -> list[Finding]:
    with closing(open_for_reading(path)) as db:
        read_garbled(db)
        return faults_of_file(db)


def verify(db: Connection) -> Verdict:
    """Check the record: the log in itself, then every table against it."""
    reading = verify_log(db)
    findings = [
        *reading.findings,
        *as_far_as_read("tables", _check_tables(db)),
        *as_far_as_read("log", _check_derived(db, reading)),
    ]
    heads = tuple(sorted(reading.heads))
    return Verdict(reading.changes, tuple(findings), tuple(reading.remarks), heads)


def verify_log(db: Connection) -> Reading:
    """Check the log in itself: hashes, parents and seals."""
    reading = Reading()
    reading.findings.extend(as_far_as_read("log", _check_log(db, reading)))
    return reading


def _check_log(db: Connection, reading: Reading) -> Iterator[Finding]:
    covered: dict[int, list[str]] = defaultdict(list)
    yield from _check_revisions(db, covered)
    at: dict[str, datetime | None] = {}
    for hash_, seq, *said in stream(db, _CHANGES):
        header = _header(said)
        at[hash_] = _moment(header.at)
        if hash_of(header, covered.get(seq, ())) != hash_:
            yield _of_change(hash_, "its hash does not fit what it says")
        if not at.keys() >= set(header.parents):
            yield _of_change(hash_, "a change it builds on is missing")
        if any(_is_before(at[hash_], at.get(one)) for one in header.parents):
            reading.remarks.append(
                _of_change(hash_, "the clock was set back before it")
            )
        reading.heads.difference_update(header.parents)
        reading.heads.add(hash_)
        reading.changes += 1


def _moment(at: str) -> datetime | None:
    with suppress(ValueError):
        return datetime.fromisoformat(at)
    return None


def _is_before(one: datetime | None, other: datetime | None) -> bool:
    return one is not None and other is not None and one < other


def _of_change(hash_: str, wrong: str) -> Finding:
    return Finding(f"change {hash_[:16]}", wrong)


def _header(said: list[Any]) -> Header:
    at, clock, stamp, device, command, undoes, parents, format_ = said
    named = tuple(parents.split())
    return Header(at, clock, stamp, device, command, undoes, named, format_)


def _check_revisions(
    db: Connection, covered: dict[int, list[str]]
) -> Iterator[Finding]:
    """Check every seal, noting what the hash of each change covers, by its number."""
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
                yield Finding(_name_of(db, kind, uid), wrong)
        for part in sealed:
            missing[number, part] = kind, uid
    yield from _check_missing(db, missing)


def _read_seals(seals: str) -> dict[str, str]:
    """The seals of a revision; none where they can't be read, the hash tells then."""
    try:
        return load_seals(seals)
    except ValueError:
        return {}


def _check_missing(
    db: Connection, missing: dict[tuple[int, str], tuple[str, str]]
) -> Iterator[Finding]:
    """Find the words that are not there although nobody took them back."""
    for text in barred_texts(db):
        missing.pop(text, None)
    for kind, uid in dict.fromkeys(missing.values()):
        yield Finding(_name_of(db, kind, uid), "words are missing from the log")


def _check_tables(db: Connection) -> Iterator[Finding]:
    for kind, uid in dict.fromkeys(differences(db)):
        named = _name_of(db, kind, uid)
        yield Finding(named, "what stands is not what the log says")


def _check_derived(db: Connection, reading: Reading) -> Iterator[Finding]:
    """Check what else follows from the log: heads, who was erased, who has a number."""
    asked = "SELECT hash FROM head JOIN change ON seq = change"
    known = db.exec_driver_sql("SELECT count(*) FROM change").scalar()
    is_read = reading.changes == known
    if is_read and set(db.exec_driver_sql(asked).scalars()) != reading.heads:
        yield Finding("heads", "they are not the newest changes of the log")
    for (uid,) in db.exec_driver_sql(_ERASED_OTHERWISE):
        yield Finding(_name_of(db, "person", uid), "erased, or not, as nobody said")
    for kind, uid in db.exec_driver_sql(_UNNUMBERED):
        yield Finding(f"{kind} {uid}", "it has no number")


def _name_of(db: Connection, kind: str, uid: str) -> str:
    asked = "SELECT coalesce(id, kind || ' ' || uid) FROM entry WHERE uid = ?"
    name = db.exec_driver_sql(asked, (uid,)).scalar()
    return str(name or f"{kind} {uid}")


def has_change(db: Connection, beginning: str) -> bool:
    """Tell whether a change whose hash begins so stands in the log."""
    asked = "SELECT 1 FROM change WHERE substr(hash, 1, ?) = ? LIMIT 1"
    found = db.exec_driver_sql(asked, (len(beginning), beginning)).first()
    return found is not None
