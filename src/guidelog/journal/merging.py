"""Merging: another device's journal taken in, as a function of the union of both logs.

Merge writes no change of its own: its outcome follows from the union, so it does not
matter who merges whom, in which order or how often.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from guidelog.errors import MergeOnHold, MergeRefused
from guidelog.journal.barring import (
    barred_texts,
    delete_barred,
    note_erased,
    sweep_index,
)
from guidelog.journal.consequences import (
    Lost,
    Standing,
    living_in,
    names_of_persons,
    standing_of,
)
from guidelog.journal.finding import id_of
from guidelog.journal.log import FORMAT
from guidelog.journal.numbering import Numbering
from guidelog.journal.reading_log import erased_in, ever_about, stream
from guidelog.journal.recording import Recording
from guidelog.journal.replay import rebuild
from guidelog.journal.verifying import verify_log
from guidelog.storage.soundness import Finding, as_far_as_read, is_of_file
from guidelog.versions import newest_of

_COLUMNS = "hash, at, clock, stamp, device, command, undoes, format, parents"
_CHANGES = " ".join(["SELECT seq,", _COLUMNS, "FROM change ORDER BY stamp, hash"])
_ADD_CHANGE = " ".join(
    ["INSERT INTO change (seq,", _COLUMNS, ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"]
)
_REVISIONS = """
SELECT id, change, n, kind, uid, operation, about, replaces, seals
FROM revision ORDER BY change, n
"""
_ADD_REVISION = "INSERT INTO revision VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_TEXTS = "SELECT revision, part, salt, payload FROM revision_text ORDER BY revision"
_ADD_TEXT = "INSERT INTO revision_text VALUES (?, ?, ?, ?)"
_ADD_ENTRY = "INSERT INTO entry (uid, kind, number) VALUES (?, ?, ?)"
_HEADS = """
SELECT revision.uid, change.hash, revision.replaces
FROM revision JOIN change ON change.seq = revision.change
"""

Rows = Sequence[tuple[Any, ...]]
Texts = Set[tuple[int, str]]


@dataclass(slots=True)
class Merged:
    """What a merge did; entries are named as they are called here."""

    taken: int = 0
    conflicts: list[str] = field(default_factory=list)
    revived: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    handles: dict[str, str] = field(default_factory=dict)
    """Handles that are others now: from before to now."""
    dropped: bool = False
    """Whether words were deleted here."""
    erased: list[tuple[str, str]] = field(default_factory=list)
    """Handles and names of those who are erased, from whichever journal has them."""
    tags: list[str] = field(default_factory=list)
    """Tags that one device renamed and the other used."""
    lost: list[Lost] = field(default_factory=list)
    """Words that a redaction took although it never saw them."""
    with_joined: dict[str, str] = field(default_factory=dict)
    """Entries about somebody who was joined with another, and that person."""
    given_on: list[str] = field(default_factory=list)
    """Entries given to another on one device, about somebody erased on the other."""
    adrift: list[str] = field(default_factory=list)
    """Entries that hang on something of which nothing is left; their words stay."""


def merge(at: Recording, other: Connection) -> Merged:
    """Take in what another journal has and this one has not.

    Raises MergeRefused where the other file is damaged, newer, or a demonstration
    beside a real journal, MergeOnHold where it takes words of somebody on hold here.
    """
    db = at.db
    _check(db, other)
    missing = _missing(db, other)
    if not missing:
        return Merged(conflicts=_names(at, _conflicts(db) & living_in(db)))
    revisions = _revisions(other, missing)
    _check_holds(at, revisions)
    known = set(db.exec_driver_sql("SELECT uid FROM entry").scalars())
    gone = erased_in(db) | _erased_by(revisions)
    names = _names_in_either(db, other, gone)
    before = standing_of(db, gone)
    with _refusing_what_is_told():
        dropped = _take_in(db, other, missing, revisions)
        after = standing_of(db, gone)
    given_on = after.given_on - before.given_on
    lost_here = before.living - after.living
    adrift = _adrift(at, lost_here | {uid for _, _, _, _, uid, *_ in revisions})
    return Merged(
        taken=len(missing),
        conflicts=_names(at, _conflicts(db) & after.living),
        revived=_names(at, (after.living - before.living - given_on) & known),
        gone=_names(at, lost_here - adrift),
        handles=_renamed(before.handles, after.handles),
        dropped=dropped,
        erased=names,
        tags=_tags_back(before, after),
        lost=sorted(
            (id_of(at, uid), part, day) for uid, part, day in after.lost - before.lost
        ),
        with_joined={
            id_of(at, uid): id_of(at, person)
            for uid, person in sorted(after.with_joined.items())
            if uid not in before.with_joined
        },
        given_on=_names(at, given_on),
        adrift=_names(at, adrift),
    )


def _renamed(before: dict[str, str], after: dict[str, str]) -> dict[str, str]:
    there = ((handle, after.get(uid, handle)) for uid, handle in before.items())
    return {handle: now for handle, now in there if now != handle}


def _tags_back(before: Standing, after: Standing) -> list[str]:
    """Tags under the old name again: brought here anew, or renamed over there."""
    new = (after.tags - before.tags) | (after.renamed - before.renamed)
    return sorted(after.tags & after.renamed & new)


def _erased_by(revisions: Rows) -> set[str]:
    return {uid for *_, uid, operation, _, _, _ in revisions if operation == "erase"}


def _names_in_either(
    db: Connection, other: Connection, people: Set[str]
) -> list[tuple[str, str]]:
    both = names_of_persons(db, people) + names_of_persons(other, people)
    return list(dict.fromkeys(both))


def _check(db: Connection, other: Connection) -> None:
    for found in as_far_as_read("log", _faults_of(other)):
        raise MergeRefused(why=f"it is damaged ({found.what}: {found.wrong})")
    clocks = "SELECT DISTINCT clock FROM change"
    mine = set(db.exec_driver_sql(clocks).scalars())
    theirs = set(other.exec_driver_sql(clocks).scalars())
    if mine and theirs and ("set" in mine) != ("set" in theirs):
        raise MergeRefused(why="one is a demonstration, its clock set, and one is not")


def _faults_of(other: Connection) -> Iterator[Finding]:
    """What is wrong in a log; one of a newer format is not even looked at."""
    newer = "SELECT 1 FROM change WHERE format > ? LIMIT 1"
    if other.exec_driver_sql(newer, (FORMAT,)).first():
        raise MergeRefused(why="it was written by a newer guidelog")
    yield from verify_log(other).findings


@contextmanager
def _refusing_what_is_told() -> Iterator[None]:
    """Refuse a log whose hashes fit, and that says what no guidelog ever wrote."""
    try:
        yield
    except Exception as error:
        if not is_of_file(error):
            raise
        raise MergeRefused(why="it says what can't be read") from error


def _missing(db: Connection, other: Connection) -> Rows:
    """The changes that only the other has, parents first."""
    known = set(db.exec_driver_sql("SELECT hash FROM change").scalars())
    return [row for row in stream(other, _CHANGES) if row[1] not in known]


def _revisions(other: Connection, missing: Rows) -> Rows:
    """The revisions of these changes, in the order of the changes."""
    place = {change[0]: n for n, change in enumerate(missing)}
    found = [row for row in stream(other, _REVISIONS) if row[1] in place]
    return sorted(found, key=lambda row: (place[row[1]], row[2]))


def _check_holds(at: Recording, revisions: Rows) -> None:
    held = set(at.db.exec_driver_sql("SELECT person FROM hold").scalars())
    for *_, uid, operation, about, _, _ in revisions:
        if held and operation in ("erase", "redact"):
            # it takes the versions along that were once about others
            for person in held.intersection((*about.split(), *ever_about(at.db, uid))):
                raise MergeOnHold(person=id_of(at, person))


def _take_in(db: Connection, other: Connection, missing: Rows, revisions: Rows) -> bool:
    """Write what is missing and settle everything; tells whether words were deleted."""
    seqs = _take_changes(db, missing)
    numbers = _take_revisions(db, revisions, seqs)
    note_erased(db)
    barred = set(barred_texts(db))
    _take_texts(db, other, numbers, barred)
    dropped = delete_barred(db, barred)
    _settle_heads(db)
    rebuild(db)
    if dropped:
        sweep_index(db)
    return dropped


def _take_changes(db: Connection, missing: Rows) -> dict[int, int]:
    """Insert changes; returns their numbers here by their numbers there."""
    last = db.exec_driver_sql("SELECT coalesce(max(seq), 0) FROM change").scalar_one()
    seqs = {change[0]: last + n for n, change in enumerate(missing, 1)}
    db.exec_driver_sql(_ADD_CHANGE, [(seqs[seq], *said) for seq, *said in missing])
    return seqs


def _take_revisions(
    db: Connection, revisions: Rows, seqs: dict[int, int]
) -> dict[int, int]:
    """Insert revisions, and number what they tell of; returns their numbers here."""
    last = db.exec_driver_sql("SELECT coalesce(max(id), 0) FROM revision").scalar_one()
    numbers = {revision[0]: last + n for n, revision in enumerate(revisions, 1)}
    _number_new(db, [(uid, kind) for _, _, _, kind, uid, *_ in revisions])
    here = [(numbers[row], seqs[seq], *said) for row, seq, *said in revisions]
    db.exec_driver_sql(_ADD_REVISION, here)
    return numbers


def _number_new(db: Connection, things: list[tuple[str, str]]) -> None:
    """Give numbers to things never heard of here, in the order in which they came."""
    known = set(db.exec_driver_sql("SELECT uid FROM entry").scalars())
    numbering = Numbering(db)
    entries = []
    for uid, kind in things:
        if uid not in known:
            known.add(uid)
            entries.append((uid, kind, numbering.next_of(kind)))
    if entries:
        db.exec_driver_sql(_ADD_ENTRY, entries)


def _take_texts(
    db: Connection, other: Connection, numbers: dict[int, int], barred: Texts
) -> None:
    """Insert the words of new revisions; a barred word is never written here."""
    texts = [
        (numbers[there], part, *sealed)
        for there, part, *sealed in stream(other, _TEXTS)
        if there in numbers and (numbers[there], part) not in barred
    ]
    if texts:
        db.exec_driver_sql(_ADD_TEXT, texts)


def _settle_heads(db: Connection) -> None:
    db.exec_driver_sql("DELETE FROM head")
    log = db.exec_driver_sql("SELECT seq, hash, parents FROM change").all()
    parents = {one for _, _, named in log for one in named.split()}
    heads = [(seq,) for seq, hash_, _ in log if hash_ not in parents]
    db.exec_driver_sql("INSERT INTO head VALUES (?)", heads)
    db.exec_driver_sql("UPDATE here SET merged_seq = (SELECT max(seq) FROM change)")


def _conflicts(db: Connection) -> set[str]:
    """The things that two devices changed apart, until the next edit."""
    versions: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
    for uid, hash_, replaces in stream(db, _HEADS):
        versions[uid][hash_] = replaces.split()
    return {uid for uid, known in versions.items() if len(newest_of(known)) > 1}


def _adrift(at: Recording, uids: Set[str]) -> set[str]:
    """What has an id and hangs on something of which nothing is left."""
    numbered = "SELECT 1 FROM entry WHERE uid = ? AND id IS NOT NULL"
    folded = {uid: at.life.fold(uid) for uid in uids}
    return {
        uid
        for uid, one in folded.items()
        if one.exists and not one.deleted and not at.life.is_whole(one)
        if at.db.exec_driver_sql(numbered, (uid,)).first()
    }


def _names(at: Recording, uids: Set[str]) -> list[str]:
    return sorted({id_of(at, uid) for uid in uids})
