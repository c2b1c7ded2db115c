"""Writing one row: the only thing that commands and replay share."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from pydantic import BaseModel, ValidationError, create_model
from sqlalchemy import Connection
from sqlmodel import Session as Journal
from sqlmodel import col, delete

from guidelog.errors import UnfitField
from guidelog.journal.parts import Fields, is_missing
from guidelog.journal.reading_log import stream
from guidelog.journal.tables import KINDS, WORD_LINKS, table_name
from guidelog.journal.tables.row import Link

Cells = tuple[Any, ...]
"""What stands in a row or a link, in the order of its table's columns."""
_LINKS = "SELECT role, target, word FROM link WHERE uid = ? ORDER BY role, n"


def links_of(kind: str, uid: str, fields: Fields) -> Iterator[Cells]:
    """Lay out the links of one thing, in order: uid, role, n, target, word."""
    for role in KINDS[kind].LINKS:
        for n, value in enumerate(fields.get(role, ())):
            named = (None, value) if role in WORD_LINKS else (value, None)
            yield (uid, role, n, *named)


def columns_of(kind: str, uid: str, recorded_at: str, fields: Fields) -> Fields:
    """Lay out the columns of one row; links stand apart."""
    said = {name: fields[name] for name in KINDS[kind].model_fields if name in fields}
    return {**said, "uid": uid, "recorded_at": recorded_at}


@contextmanager
def refusing_unfit(kind: str) -> Iterator[None]:
    """Refuse fields that do not hold what they may. Raises UnfitField."""
    try:
        yield
    except ValidationError as wrong:
        where = wrong.errors(include_input=False, include_url=False)[0]["loc"]
        # pydantic's own message quotes what was typed
        raise UnfitField(field=".".join(map(str, where)), kind=kind) from None


@cache
def _checked(kind: str) -> type[BaseModel]:
    """The fields of a table and their rules, without the table.

    An instance of the table's own class costs ten times as much as checking its fields.
    """
    fields = KINDS[kind].model_fields.items()
    rules: dict[str, Any] = {name: (one.annotation, one) for name, one in fields}
    return create_model(kind, **rules)


def check_row(kind: str, uid: str, recorded_at: str, fields: Fields) -> Fields:
    """Lay out all columns of one row as they may stand. Raises UnfitField."""
    with refusing_unfit(kind):
        return vars(_checked(kind)(**columns_of(kind, uid, recorded_at, fields)))


def write_row(
    journal: Journal, kind: str, uid: str, recorded_at: str, fields: Fields
) -> None:
    """Write one living thing and its links, as it is now. Raises UnfitField."""
    with refusing_unfit(kind):
        columns = columns_of(kind, uid, recorded_at, fields)
        row = KINDS[kind].model_validate(columns)
    if lives(journal, kind, uid):
        journal.merge(row)
        journal.exec(delete(Link).where(col(Link.uid) == uid))
    else:
        journal.add(row)
    for cells in links_of(kind, uid, fields):
        named = dict(zip(Link.model_fields, cells, strict=True))
        journal.add(Link.model_validate(named))
    journal.flush()


def write_many(db: Connection, table: str, rows: Sequence[Fields]) -> None:
    """Write new rows together; all say the same columns, in the same order."""
    if rows:
        # as the driver takes them: SQLAlchemy looks at every cell of very many rows
        names, marks = ", ".join(rows[0]), ", ".join("?" * len(rows[0]))
        add = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608
        db.exec_driver_sql(add, [tuple(row.values()) for row in rows])


def remove_row(journal: Journal, kind: str, uid: str) -> None:
    """Take one thing out of the living; what points at it stays."""
    journal.exec(delete(Link).where(col(Link.uid) == uid))
    journal.exec(delete(KINDS[kind]).where(col(KINDS[kind].uid) == uid))
    journal.expire_all()


def lives(journal: Journal, kind: str, uid: str) -> bool:
    """Tell whether a thing is among the living."""
    # of very many things, asked without the mapped class
    asked = f"SELECT 1 FROM {table_name(kind)} WHERE uid = ?"  # noqa: S608
    return any(stream(journal.connection(), asked, (uid,)))


def read_fields(journal: Journal, kind: str, uid: str) -> Fields:
    """What a living thing says now, by column and link."""
    row = journal.get_one(KINDS[kind], uid)
    apart = ("uid", "recorded_at")
    fields = {
        name: value
        for name, value in row.model_dump().items()
        if name not in apart and not is_missing(value)
    }
    for role, target, word in stream(journal.connection(), _LINKS, (uid,)):
        fields.setdefault(role, []).append(target or word)
    return fields
