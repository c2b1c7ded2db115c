"""Scope: some people and a period, as conditions on the views and on their rows."""

import json
import sqlite3
from collections.abc import Iterable
from typing import Final, NamedTuple

from guidelog.lookback.filters import HAPPENED, Where
from guidelog.lookback.reading import R, pick

LISTED: Final = "IN (SELECT value FROM json_each(?))"
"""One of a list of ids, uids or handles, given by `as_list`."""


def as_list(words: Iterable[str]) -> str:
    """Give words as the one value that stands for LISTED."""
    return json.dumps(sorted(words))


class Scope(NamedTuple):
    """Whose entries are wanted, and the days from the first up to the one after."""

    db: sqlite3.Connection
    handles: tuple[str, ...]
    first: str
    after: str

    @property
    def people(self) -> str:
        """The condition that an entry is about one of the people."""
        # a list in JSON would do, but SQLite carries only this form into the timeline
        return f"person IN ({', '.join('?' * len(self.handles))})"

    def pick(self, row: type[R], condition: str = "true", *values: str) -> list[R]:
        """Take the rows of one class about the people, oldest first."""
        asked = f"{self.people} AND ({condition})"
        return list(pick(self.db, row, Where(asked, (*self.handles, *values))))

    def pick_dated(self, row: type[R], kind: str) -> list[R]:
        """Take the rows of one kind that the timeline has in the period."""
        asked = f"{IN_TIMELINE} AND {self.people} AND {HAPPENED})"
        values = (kind, *self.handles, self.first, self.after)
        return list(pick(self.db, row, Where(asked, values)))

    def pick_whole(self, row: type[R], kind: str) -> list[R]:
        """Take the rows of one kind that the timeline has about the people."""
        asked = f"{IN_TIMELINE} AND {self.people})"
        return list(pick(self.db, row, Where(asked, (kind, *self.handles))))

    def has(self, moment: str | None) -> bool:
        """Tell whether a day or moment lies in the period."""
        return moment is not None and self.first <= moment < self.after

    def meets(self, begun: str, ended: str | None) -> bool:
        """Tell whether something that lasted from then to then touches the period."""
        return begun < self.after and (ended is None or ended >= self.first)


IN_TIMELINE: Final = "uid IN (SELECT uid FROM timeline WHERE kind = ?"
