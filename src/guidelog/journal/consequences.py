"""Consequences: what a merge brings about that nobody typed, for it to be listed."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from guidelog.journal.folding import Version, in_order, unseen_parts
from guidelog.journal.parts import read_canonical
from guidelog.journal.reading_log import stream, versions_of
from guidelog.journal.tables import KINDS, table_name

_TOUCHED_BY = "SELECT DISTINCT uid FROM revision WHERE operation = ?"
_TAGS = "SELECT DISTINCT word FROM link WHERE role = 'tags'"
_JOINED = """
SELECT DISTINCT person.uid FROM person
JOIN revision ON revision.uid = person.uid JOIN change ON change.seq = revision.change
WHERE change.command = 'person join' AND person.archived_on IS NOT NULL
"""
_ABOUT = """
SELECT DISTINCT revision.uid, revision.about
FROM revision JOIN entry ON entry.uid = revision.uid WHERE entry.id IS NOT NULL
"""
_NAMES = """
SELECT revision.uid, told.part, told.payload
FROM revision JOIN revision_text AS told ON told.revision = revision.id
WHERE revision.kind = 'person' AND told.part IN ('facts', 'name')
ORDER BY revision.id
"""

Lost = tuple[str, str, str]
"""Words that fell under a redaction: the uid, the part, and the day of writing."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands in a journal before a merge, or after it."""

    living: Set[str]
    handles: dict[str, str]
    tags: Set[str]
    renamed: Set[str]
    """The names that tags had before they were renamed."""
    lost: Set[Lost]
    with_joined: dict[str, str]
    """What is still about somebody whose entries were given away: uid and person."""
    given_on: Set[str]
    """What lives and has an id, though it was once about nobody but the erased."""


def standing_of(db: Connection, gone: frozenset[str]) -> Standing:
    """Look at everything whose change by a merge is listed; `gone` are the erased."""
    living = living_in(db)
    return Standing(
        living=living,
        handles=dict(stream(db, "SELECT uid, handle FROM person")),
        tags={tag for (tag,) in stream(db, _TAGS)},
        renamed=set(_renamed(db)),
        lost=set(_lost(db)),
        with_joined=_with_joined(db),
        given_on=living.intersection(_once_about(db, gone)),
    )


def living_in(db: Connection) -> set[str]:
    """Everything that stands in a table."""
    named = (f"SELECT uid FROM {table_name(kind)}" for kind in KINDS)  # noqa: S608
    asked = " UNION ALL ".join(named)
    return {uid for (uid,) in stream(db, asked)}


def _versions_touched_by(db: Connection, operation: str) -> Iterator[list[Version]]:
    for (uid,) in list(stream(db, _TOUCHED_BY, (operation,))):
        yield in_order(versions_of(db, uid))


def _renamed(db: Connection) -> Iterator[str]:
    for versions in _versions_touched_by(db, "rename"):
        tags: set[str] = set()
        for version in versions:
            facts = version.parts.get("facts")
            before, tags = tags, _tags_in(facts) if facts else tags
            if version.operation == "rename":
                yield from before - tags


def _tags_in(facts: str) -> set[str]:
    said = read_canonical(facts) or {}
    return set(said.get("tags", ()))


def _lost(db: Connection) -> Iterator[Lost]:
    for (uid,) in list(stream(db, _TOUCHED_BY, ("redact",))):
        for version, part in unseen_parts(versions_of(db, uid)):
            yield uid, part, version.at[:10]


def _once_about(db: Connection, gone: frozenset[str]) -> Iterator[str]:
    for uid, about in stream(db, _ABOUT):
        if about and gone.issuperset(about.split()):
            yield uid


def _with_joined(db: Connection) -> dict[str, str]:
    joined = {uid for (uid,) in stream(db, _JOINED)}
    return {uid: person for uid, person in _about_one(db) if person in joined}


def _about_one(db: Connection) -> Iterator[Sequence[Any]]:
    """Everything living and a person it is about, what hangs on something left out."""
    yield from stream(db, "SELECT uid, target FROM link WHERE role = 'people'")
    for kind, model in KINDS.items():
        if "person" in model.model_fields:
            yield from stream(db, f"SELECT uid, person FROM {table_name(kind)}")  # noqa: S608


def names_of_persons(db: Connection, uids: Set[str]) -> list[tuple[str, str]]:
    """Each handle and name that these persons were ever given, as far as it stands."""
    handles: dict[str, str] = {}
    names: dict[str, list[str]] = {}
    for uid, part, payload in stream(db, _NAMES):
        if uid in uids and part == "facts":
            handles[uid] = read_canonical(payload)["handle"]
        elif uid in uids:
            names.setdefault(uid, []).append(read_canonical(payload) or "")
    return [(handles[uid], name) for uid in handles for name in names.get(uid, [""])]
