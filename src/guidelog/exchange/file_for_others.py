"""What others may see about one person: entries as they stand, told and on record."""

import sqlite3
from collections.abc import Iterable, Iterator

from guidelog.exchange.for_others import told_rows
from guidelog.lookback.filters import TAKEN, Filters, Where
from guidelog.lookback.history import standing
from guidelog.lookback.kept import Extent, KeptEntry, Naming, PersonFile
from guidelog.lookback.reading import hold_still, pick
from guidelog.lookback.rows import GoalRow, MoveRow, PersonRow, ResistanceRow, Row
from guidelog.lookback.rows_by_uid import VIEW_OF_KIND
from guidelog.lookback.scope import LISTED, as_list


def file_for_others(db: sqlite3.Connection, person: PersonRow) -> PersonFile:
    """Take what others may see about a person: no version but the one that stands."""
    with hold_still(db):
        entries = tuple(entries_about(db, person.handle))
        (shown,) = (one.row for one in entries if isinstance(one.row, PersonRow))
        naming = Naming(person.uid)
        written = Extent(written_at=last_written(db))
        return PersonFile(
            person.uid, shown, entries, naming, extent=written, standing=standing(db)
        )


def last_written(db: sqlite3.Connection) -> str:
    """The moment of the newest change."""
    ((moment,),) = db.execute("SELECT coalesce(max(at), '') FROM change")
    return str(moment)


def entries_about(db: sqlite3.Connection, handle: str) -> Iterator[KeptEntry]:
    """Everything about somebody that others may see, by kind."""
    seen: list[Row] = []
    for kind, view in VIEW_OF_KIND.items():
        rows = list(rows_about(db, view, handle, seen))
        seen += rows
        for row in rows:
            yield KeptEntry(kind, getattr(row, "id", None), row.uid, row, ())


def rows_about(
    db: sqlite3.Connection, view: str, handle: str, seen: Iterable[Row]
) -> Iterable[Row]:
    """The rows of one view about somebody; steps and moves with what they belong to."""
    if "--who" in TAKEN[view]:
        return told_rows(db, view, Filters(who=handle, for_others=True))
    if view == "steps":
        goals = tuple(row.id for row in seen if isinstance(row, GoalRow))
        asked = Filters(goals=goals, for_others=True)
        return told_rows(db, view, asked) if goals else ()
    if view == "moves":
        # whoever may see a note may see its moves
        notes = as_list(row.id for row in seen if isinstance(row, ResistanceRow))
        return pick(db, MoveRow, Where(f"resistance {LISTED}", (notes,)))
    return ()
