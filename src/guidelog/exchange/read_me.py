"""The page in a whole export that says what each file and column is, how to read."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from guidelog.exchange.columns import describe_columns
from guidelog.exchange.writers import Sink

ROWS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "people": "one row for each person, those in the archive too",
        "sessions": "one row for each conversation, whoever was in it",
        "observations": "one row for each dated fact seen outside a session",
        "goals": "one row for each goal, with how far it is",
        "steps": "one row for each milestone or level of a goal",
        "progress": "one row for each dated entry on a goal",
        "resistance": "one row for each resistance note, with where it stands",
        "attempts": "one row for each try to resolve a resistance note",
        "moves": "one row for each change of a resistance note's status",
        "commitments": "one row for each thing somebody will do",
        "topics": "one row for each thing to raise in a talk",
        "assessments": "one row for each judgement of the three outcomes of coaching",
        "handouts": "one row for each time something was told or given to somebody",
        "timeline": "one row for each entry and person, in the order things happened",
        "history": "one row for each thing that a change touched",
        "texts": "one row for each kept version of each text",
        "actions": "one row for each action of the leader's own, or hidden one",
    }
)
"""What a row is, by view."""

HEAD: Final = """\
# A journal of guidance, written out

Everything a leader had on record with guidelog: talks, goals, observations, resistance
and what came of it. It can be read with any editor and any spreadsheet.
"""
HEAD_FOR_OTHERS: Final = """\
# A journal of guidance, written out for others

What a leader had on record with guidelog, without what was private, without what the
person had not been told, and without earlier versions and deleted entries.
"""
FILES: Final = """\
## The files

- `people/HANDLE.md`: a page for each person, to be read; begin here
- `NAME.csv`: a table each, below with its columns
- `contents.json`: the names of all files, how many rows each table has, and the seal
"""
LOG_FILE: Final = """\
- `log.jsonl`: every change there ever was, a line of JSON each, with the hashes that
  prove it; `guidelog import log.jsonl` takes it in again, also into an empty journal
"""
READING: Final = """\
## How to read the tables

- UTF-8 without a mark; values are parted by commas, texts with commas, quotation marks
  or line ends stand in double quotes, a quotation mark in them is doubled (RFC 4180).
- The first line names the columns. An empty cell is unknown.
- Days are `2026-11-20`; with a time `2026-11-20T15:00+01:00`, as it was there.
- Several handles, ids, tags or actions in a cell are parted by one space.
- An id such as `s12` names the same entry in every table and page here; a `uid` also
  in every other copy of the journal.

A spreadsheet: import each table as text in UTF-8, parted by commas. A database:

    sqlite3 journal.db ".import --csv sessions.csv sessions"

Python:

    import csv
    for row in csv.DictReader(open("sessions.csv", encoding="utf-8", newline="")):
        print(row["occurred_at"], row["people"], row["note"])
"""


def write_read_me(
    stream: Sink, rows: Mapping[str, int | None], for_others: bool
) -> None:
    """Write the page about tables, given how many rows each has, by file."""
    stream.write(f"{HEAD_FOR_OTHERS if for_others else HEAD}\n")
    stream.write(f"{FILES}{'' if for_others else LOG_FILE}\n{READING}\n## The tables\n")
    for name, number in rows.items():
        stream.write("".join(f"{line}\n" for line in describe_table(name, number)))


def describe_table(name: str, rows: int | None) -> Iterator[str]:
    """Say what one table holds, column by column."""
    view = name.removesuffix(".csv")
    yield from ("", f"### {name}", "", f"{ROWS[view]}; {rows} in all", "")
    yield from (
        f"- `{column}`: {meaning}" for column, meaning in describe_columns(view)
    )
