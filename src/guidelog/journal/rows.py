"""Writing one row: the only thing that commands and replay share."""

from sqlalchemy import Table
from sqlmodel import Session as Journal
from sqlmodel import col, delete, select

from guidelog.journal.parts import Fields, is_missing
from guidelog.journal.tables import KINDS, WORD_LINKS, Link


def columns_of(kind: str, uid: str, recorded_at: str, fields: Fields) -> Fields:
    """Lay out the columns of one row; links stand apart."""
    model = KINDS[kind]
    said = {name: fields[name] for name in model.model_fields if name in fields}
    return {**said, "uid": uid, "recorded_at": recorded_at}


def links_of(kind: str, uid: str, fields: Fields) -> list[Fields]:
    """Lay out the links of one thing, in order."""
    return [
        {
            "uid": uid,
            "role": role,
            "n": n,
            "word" if role in WORD_LINKS else "target": value,
        }
        for role in KINDS[kind].LINKS
        for n, value in enumerate(fields.get(role, []))
    ]


def write_row(
    journal: Journal, kind: str, uid: str, recorded_at: str, fields: Fields
) -> None:
    """Write one living thing and its links, as it is now.

    Raises pydantic's ValidationError where a field does not hold what it may.
    """
    columns = columns_of(kind, uid, recorded_at, fields)
    journal.merge(KINDS[kind].model_validate(columns))
    journal.exec(delete(Link).where(col(Link.uid) == uid))
    for link in links_of(kind, uid, fields):
        journal.add(Link.model_validate(link))
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
