"""Numbering: the numbers of ids, in the order in which things come to this file."""

from sqlalchemy import Connection

from guidelog.words import LETTERS

_NEWEST = "SELECT max(number) FROM entry WHERE kind = ?"


class Numbering:
    """Numbers that no entry of the file has or had."""

    def __init__(self, db: Connection) -> None:
        """Nothing is numbered yet."""
        self._db = db
        self._newest: dict[str, int] = {}

    def next_of(self, kind: str) -> int | None:
        """The next number of a kind; None where it has no ids."""
        if kind not in LETTERS:
            return None
        if kind not in self._newest:
            number = self._db.exec_driver_sql(_NEWEST, (kind,)).scalar()
            self._newest[kind] = number or 0
        self._newest[kind] += 1
        return self._newest[kind]
