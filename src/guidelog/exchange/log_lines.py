"""The log as JSON lines: a first line about the log, then one line a change.

A change's line holds its header, its revisions and those texts that are still kept, so
that another guidelog can check every hash and seal before it takes the changes in:

    {"guidelog-log": 1, "changes": 2, "heads": [...]}
    {"hash": ..., "at": ..., "clock": ..., "stamp": ..., "device": ..., "command": ...,
     "undoes": ..., "format": ..., "parents": [...], "revisions": [
       [n, kind, uid, operation, about, replaces, seals, {part: [salt, payload]}]]}

Hashes and salts are hex; a payload is text, exactly as it was sealed.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, Final

from guidelog.exchange.places import is_file
from guidelog.exchange.writers import Sink
from guidelog.lookback.history import standing
from guidelog.lookback.reading import Cells, taken_from

LOG_FORMAT: Final = 1
"""The format of the lines; a reader refuses a greater one."""

_HEADER: Final = (
    "hash",
    "at",
    "clock",
    "stamp",
    "device",
    "command",
    "undoes",
    "format",
    "parents",
)
_REVISION_AT: Final = len(_HEADER)
_TEXT_AT: Final = _REVISION_AT + 7
# one pass in the order of the indexes; only the texts of a revision are sorted
_LOG: Final = """
SELECT change.hash, change.at, change.clock, change.stamp, change.device,
  change.command, change.undoes, change.format, change.parents,
  revision.n, revision.kind, revision.uid, revision.operation, revision.about,
  revision.replaces, revision.seals,
  revision_text.part, lower(hex(revision_text.salt)), revision_text.payload
FROM change
LEFT JOIN revision ON revision.change = change.seq
LEFT JOIN revision_text ON revision_text.revision = revision.id
ORDER BY change.seq, revision.n, revision_text.part
"""


def export_log(db: sqlite3.Connection, stream: Sink) -> None:
    """Write the whole log as JSON lines, in the order in which this file got it."""
    # opened first: while it has rows to give, nobody's commit comes between the two
    cells = db.execute(_LOG)
    first = about_log(db)
    rows = cells if is_file(stream) else taken_from(db, cells)
    encode = json.JSONEncoder(ensure_ascii=False).encode
    stream.write(encode(first) + "\n")
    for change in changes_of(rows):
        stream.write(encode(change) + "\n")


def about_log(db: sqlite3.Connection) -> dict[str, Any]:
    """Tell which format follows, how many changes, and which of them are heads."""
    (changes,) = db.execute("SELECT count(*) FROM change").fetchone()
    heads = list(standing(db).heads)
    return {"guidelog-log": LOG_FORMAT, "changes": changes, "heads": heads}


def changes_of(rows: Iterable[Cells]) -> Iterator[dict[str, Any]]:
    """Put the changes together, each from its rows, which follow one another."""
    for _, same in groupby(rows, key=lambda row: row[0]):
        change = list(same)
        header: dict[str, Any] = dict(zip(_HEADER, change[0], strict=False))
        header["parents"] = words_of(header["parents"])
        yield header | {"revisions": list(revisions_of(change))}


def revisions_of(change: list[Cells]) -> Iterator[list[Any]]:
    """Put the revisions of a change together, each from one row a text."""
    for n, same in groupby(change, key=lambda row: row[_REVISION_AT]):
        if n is None:
            continue
        rows = list(same)
        kind, uid, operation, about, replaces, seals = rows[0][
            _REVISION_AT + 1 : _TEXT_AT
        ]
        texts = {part: [salt, payload] for *_, part, salt, payload in rows if part}
        links = [words_of(about), words_of(replaces), json.loads(str(seals))]
        yield [n, kind, uid, operation, *links, texts]


def words_of(cell: object) -> list[str]:
    """The words of a cell that holds several."""
    return str(cell).split()
