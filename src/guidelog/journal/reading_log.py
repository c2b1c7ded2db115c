"""Reading the log back: the versions of one thing, or of all things in one pass."""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from guidelog.journal.folding import Version
from guidelog.journal.log import change_table, revision_table, text_table

_revision, _change, _text = revision_table.c, change_table.c, text_table.c


def _select_versions() -> Select[Any]:
    joined = revision_table.join(change_table, _change.seq == _revision.change)
    return select(
        _revision.uid,
        _revision.id,
        _change.hash,
        _change.stamp,
        _change.at,
        _revision.kind,
        _revision.operation,
        _revision.about,
        _revision.replaces,
        _revision.seals,
        _text.part,
        _text.payload,
    ).select_from(joined.outerjoin(text_table, _text.revision == _revision.id))


def _versions(rows: Iterable[Row[Any]]) -> Iterator[Version]:
    for _, group in groupby(rows, key=lambda row: row.id):
        texts = list(group)
        first = texts[0]
        kept = {row.part: row.payload for row in texts if row.part is not None}
        yield Version(
            hash=first.hash,
            stamp=first.stamp,
            at=first.at,
            kind=first.kind,
            operation=first.operation,
            about=tuple(first.about.split()),
            replaces=tuple(first.replaces.split()),
            parts={part: kept.get(part) for part in json.loads(first.seals)},
            row=first.id,
        )


def versions_of(db: Connection, uid: str) -> list[Version]:
    """All versions of one thing."""
    asked = _select_versions().where(_revision.uid == uid).order_by(_revision.id)
    return list(_versions(db.execute(asked)))


def versions_of_change(db: Connection, hash_: str) -> list[tuple[str, Version]]:
    """What one change said, in its order: uid and version."""
    asked = _select_versions().where(_change.hash == hash_).order_by(_revision.id)
    rows = list(db.execute(asked))
    return [
        (uid, next(_versions(group)))
        for uid, group in groupby(rows, key=lambda row: row.uid)
    ]


def all_versions(db: Connection) -> Iterator[tuple[str, list[Version]]]:
    """All versions of everything, thing by thing, in one ordered pass."""
    asked = _select_versions().order_by(_revision.uid, _revision.id)
    rows = db.execute(asked.execution_options(yield_per=2000))
    for uid, group in groupby(rows, key=lambda row: row.uid):
        yield uid, list(_versions(group))
