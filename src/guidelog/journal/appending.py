"""Appending: a change written into the log as it grows, its header last.

The hash in the header covers every revision, and a header is never changed. So the
number of the change is chosen first, its revisions are written under it in pieces, and
the header that makes them part of the log comes when the last of them is there; until
then foreign keys wait.
"""

from typing import Final

from sqlalchemy import Connection

from guidelog.journal.log import (
    Covering,
    Header,
    Revision,
    cover,
)
from guidelog.journal.parts import Fields, canonical
from guidelog.journal.rows import write_many

_FULL: Final = 1000
"""Revisions that wait in memory before they are written."""


class Appending:
    """A change on its way into the log."""

    def __init__(self, db: Connection, header: Header) -> None:
        """Choose the number of the change; nothing is written yet."""
        self._db = db
        self._header = header
        self._covering = Covering(header)
        self._seq = self._newest("seq", "change") + 1
        self._row = self._newest("id", "revision")
        self._n = 0
        self._revisions: list[Fields] = []
        self._texts: list[Fields] = []
        db.exec_driver_sql("PRAGMA defer_foreign_keys = ON")

    def _newest(self, column: str, table: str) -> int:
        asked = f"SELECT coalesce(max({column}), 0) FROM {table}"  # noqa: S608
        return int(self._db.exec_driver_sql(asked).scalar_one())

    def add(self, revision: Revision) -> None:
        """Take in the next revision; it can't be changed any more."""
        seals = canonical(revision.seals())
        place = (self._n, revision.kind, revision.uid, revision.operation)
        self._covering.add(cover(place, revision.about, revision.replaces, seals))
        self._row += 1
        self._revisions.append(self._as_row(revision, seals))
        self._texts += [
            {
                "revision": self._row,
                "part": part,
                "salt": revision.salts[part],
                "payload": text,
            }
            for part, text in revision.parts.items()
        ]
        self._n += 1
        if len(self._revisions) >= _FULL:
            self._flush()

    def _as_row(self, revision: Revision, seals: str) -> Fields:
        return {
            "id": self._row,
            "change": self._seq,
            "n": self._n,
            "kind": revision.kind,
            "uid": revision.uid,
            "operation": revision.operation,
            "about": " ".join(revision.about),
            "replaces": " ".join(revision.replaces),
            "seals": seals,
        }

    def _flush(self) -> None:
        write_many(self._db, "revision", self._revisions)
        write_many(self._db, "revision_text", self._texts)
        self._revisions, self._texts = [], []

    def close(self) -> str:
        """Write the rest and the header, which becomes the only head; returns its hash.

        Without a revision it is a change that touched nothing.
        """
        self._flush()
        hash_ = self._covering.close()
        header = self._header
        said = {
            "seq": self._seq,
            "hash": hash_,
            "at": header.at,
            "clock": header.clock,
            "stamp": header.stamp,
            "device": header.device,
            "command": header.command,
            "undoes": header.undoes,
            "format": header.format,
            "parents": " ".join(header.parents),
        }
        write_many(self._db, "change", [said])
        self._db.exec_driver_sql("DELETE FROM head")
        write_many(self._db, "head", [{"change": self._seq}])
        return hash_
