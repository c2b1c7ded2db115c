"""Names: the full names behind handles."""

import sqlite3
from collections.abc import Iterable

from guidelog.lookback.scope import LISTED, as_list


def names_of(db: sqlite3.Connection, handles: Iterable[str]) -> dict[str, str]:
    """Find the full name of each handle, in the order of handles."""
    wanted = " ".join(["SELECT handle, name FROM people WHERE handle", LISTED])
    return dict(sorted(db.execute(wanted, (as_list(handles),))))
