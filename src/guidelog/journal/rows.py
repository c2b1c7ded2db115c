"""Writing one row: the only thing that commands and replay share."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Table
from sqlmodel import Session as Journal
from sqlmodel import col, delete, select

from guidelog.journal.parts import Fields, is_missing
from guidelog.journal.tables import KINDS, WORD_LINKS, Link

Cells = tuple[Any, ...]
"""What stands in a row or a link, in the order of its table's columns."""


def links_of(kind: str, uid: str, fields: Fields) -> Iterator[Cells]:
    """Lay out the links of one thing, in order: uid, role, n, target, word."""
    for role in KINDS[kind].LINKS:
        for n, value in enumerate(fields.get(role, ())):
            named = (None, value) if role in WORD_LINKS else (value, None)
            yield (uid, role, n, *named)


def write_row(
    journal: Journal, kind: str, uid: str, recorded_at: str, fields: Fields
) -> None:
    """Write one living thing and its links, as it is now.

    Raises pydantic's ValidationError where a field does not hold what it may.
    """
    model = KINDS[kind]
    said = {name: fields[name] for name in model.model_fields if name in fields}
    columns = {**said, "uid": uid, "recorded_at": recorded_at}
    journal.merge(model.model_validate(columns))
    journal.exec(delete(Link).where(col(Link.uid) == uid))
    for cells in links_of(kind, uid, fields):
        columns = dict(zip(Link.model_fields, cells, strict=True))
        journal.add(Link.model_validate(columns))
    journal.flush()


def remove_row(journal: Journal, kind: str, uid: str) -> None:
    """Take one thing out of the living; what points at it stays."""
    journal.exec(delete(Link).where(col(Link.uid) == uid))
    journal.exec(delete(KINDS[kind]).where(col(KINDS[kind].uid) == uid))
    journal.expire_all()


def lives(journal: Journal, kind: str, uid: str) -> bool:
    """Tell whether a thing is among the living."""
    return journal.get(KINDS[kind], uid) is not None


def read_fields(journal: Journal, kind: str, uid: str) -> Fields:
    """What a living thing says now, by column and link."""
    row = journal.get_one(KINDS[kind], uid)
    apart = ("uid", "recorded_at")
    fields = {
        name: value
        for name, value in row.model_dump().items()
        if name not in apart and not is_missing(value)
    }
    links = journal.exec(
        select(Link).where(Link.uid == uid).order_by(col(Link.role), col(Link.n))
    )
    for link in links:
        fields.setdefault(link.role, []).append(link.target or link.word)
    return fields


def table_of(kind: str) -> Table:
    """The table in which a kind stands."""
    table: Table = KINDS[kind].__table__  # type: ignore[attr-defined]
    return table
