"""What is worked out and stands in no view: its columns, and how its rows are made."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from guidelog.exchange.deadlines import DUE, due_cells
from guidelog.exchange.hour_log import DIARY, LOG, diary_cells, log_cells
from guidelog.lookback.filters import Filters
from guidelog.lookback.reading import Cells

MEANINGS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {"hours": LOG, "diary": DIARY, "due": DUE}
)
"""What each column means, by what is worked out."""

WORKED_OUT: Final[
    Mapping[str, Callable[[sqlite3.Connection, Filters], Iterator[Cells]]]
] = MappingProxyType({"hours": log_cells, "diary": diary_cells, "due": due_cells})
"""Where the rows come from, by what is worked out."""
