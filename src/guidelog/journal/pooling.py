"""Pooling: rows of many new things that wait, and are written together."""

from collections import defaultdict
from operator import itemgetter
from typing import Final

from sqlalchemy import Connection

from guidelog.journal.parts import Fields
from guidelog.journal.rows import check_row, links_of, write_many
from guidelog.journal.tables import table_name
from guidelog.journal.tables.row import Link

_FULL: Final = 5000
"""Things that wait before they are written."""
_UID = itemgetter("uid")
_LINK_COLUMNS: Final = tuple(Link.model_fields)


class Pool:
    """Entries, rows and links on their way into their tables."""

    def __init__(self, db: Connection) -> None:
        """Nothing waits yet."""
        self._db = db
        self._waiting = 0
        self._entries: list[Fields] = []
        self._links: list[Fields] = []
        self._rows: dict[str, list[Fields]] = defaultdict(list)

    def enter(self, uid: str, kind: str, number: int | None) -> None:
        """Let a thing never heard of here be known by its number."""
        self._entries.append({"uid": uid, "kind": kind, "number": number})

    def put(self, kind: str, uid: str, recorded_at: str, fields: Fields) -> None:
        """Let a thing wait with its links. Raises UnfitField."""
        self._rows[kind].append(check_row(kind, uid, recorded_at, fields))
        self._links += [
            dict(zip(_LINK_COLUMNS, cells, strict=True))
            for cells in links_of(kind, uid, fields)
        ]
        self._waiting += 1
        if self._waiting >= _FULL:
            self.flush()

    def flush(self) -> None:
        """Write what waits, what is required before what requires it."""
        write_many(self._db, "entry", self._entries)
        for kind, rows in self._rows.items():
            write_many(self._db, table_name(kind), rows)
        # their table is sorted by uid: neighbours are written together
        write_many(self._db, "link", sorted(self._links, key=_UID))
        self._entries, self._links, self._waiting = [], [], 0
        self._rows.clear()
