"""The whole journal as a folder: every view, the log, and a page for each person.

Made to be read without guidelog, in many years and by whoever takes over. Nothing in it
depends on the day on which it is made: two exports of one journal are the same bytes.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from guidelog.exchange.exporting import Wanted, find_cells, header_of
from guidelog.exchange.file_for_others import file_for_others
from guidelog.exchange.folders import CONTENTS, file_in, write_folder_beside
from guidelog.exchange.formulas import Watched
from guidelog.exchange.hearing import Tell
from guidelog.exchange.log_lines import export_log
from guidelog.exchange.read_me import write_read_me
from guidelog.exchange.writers import write_csv, write_safe_csv
from guidelog.lookback.filters import TAKEN, Filters, Where
from guidelog.lookback.history import standing
from guidelog.lookback.person_file import file_of
from guidelog.lookback.reading import COLUMNS, Cells, pick
from guidelog.lookback.rows import PersonRow
from guidelog.reports import as_markdown, person_file_page
from guidelog.reports.brief import Leader
from guidelog.reports.file_for_person import hide_others
from guidelog.reports.person_file_cover import Maker

FORMAT: Final = 1
READ_ME: Final = "README.md"
LOG: Final = "log.jsonl"


@dataclass(frozen=True, slots=True)
class Whole:
    """How to write a whole journal: by whom, for whom, and for which spreadsheet."""

    leader: Leader = field(default_factory=Leader)
    for_others: bool = False
    excel_safe: bool = False

    @property
    def views(self) -> list[str]:
        """The views that are written: for others none that holds all versions."""
        return [one for one in COLUMNS if not self.for_others or "--for" in TAKEN[one]]


def put_whole(db: sqlite3.Connection, path: Path, whole: Whole, tell: Tell) -> int:
    """Write the journal into a folder, whole or not at all; gives the formulas in it.

    `tell` hears which file is written, and which share of them all is.
    Raises FolderTaken, OutOfReach and DiskFull.
    """
    with write_folder_beside(path) as folder:
        return write_whole(db, folder, whole, tell)


def write_whole(db: sqlite3.Connection, folder: Path, whole: Whole, tell: Tell) -> int:
    """Write the journal into an empty folder, as it is at this moment.

    Gives how many cells a spreadsheet would take for a formula and work out.
    """
    rows: dict[str, int | None] = {}
    formulas, people = 0, list(pick(db, PersonRow, Where("true")))
    files = len(whole.views) + len(people)
    for view in whole.views:
        tell(view, len(rows) / files)
        name = f"{view}.csv"
        rows[name], found = write_view(db, folder, view, whole)
        formulas += found
    with file_in(folder, READ_ME) as stream:
        write_read_me(stream, rows, whole.for_others)
    if not whole.for_others:
        with file_in(folder, LOG) as stream:
            export_log(db, stream)
        rows[LOG] = None
    for done, person in enumerate(people, len(whole.views)):
        tell(person.handle, done / files)
        rows[write_page(db, folder, person, whole)] = None
    write_contents(db, folder, {**rows, READ_ME: None}, whole)
    return formulas


def write_contents(
    db: sqlite3.Connection,
    folder: Path,
    rows: Mapping[str, int | None],
    whole: Whole,
) -> None:
    """Write which files there are, how many rows the tables have, and the seal."""
    told = {
        "format": FORMAT,
        "entity": "whole-export",
        "for": "others" if whole.for_others else "me",
        "heads": list(standing(db).heads),
        "files": {name: {"rows": number} for name, number in rows.items()},
    }
    with file_in(folder, CONTENTS) as stream:
        stream.write(json.dumps(told, ensure_ascii=False, indent=1) + "\n")


def write_view(
    db: sqlite3.Connection, folder: Path, view: str, whole: Whole
) -> tuple[int, int]:
    """Write a view as CSV; gives the number of rows, and of cells like formulas."""
    wanted = Wanted(view, filters=Filters(for_others=whole.for_others))
    header = header_of(view)
    counted = Counted(find_cells(db, wanted))
    with file_in(folder, f"{view}.csv") as stream:
        watched = Watched(stream)
        if whole.excel_safe:
            write_safe_csv(header, counted, stream)
        else:
            write_csv(header, counted, watched)
    return counted.rows, watched.formulas


class Counted:
    """Rows that are counted while they go by."""

    def __init__(self, cells: Iterable[Cells]) -> None:
        """Begin with none."""
        self._cells = cells
        self.rows = 0

    def __iter__(self) -> Iterator[Cells]:
        """Give the rows."""
        for cells in self._cells:
            self.rows += 1
            yield cells


def write_page(
    db: sqlite3.Connection, folder: Path, person: PersonRow, whole: Whole
) -> str:
    """Write the page of one person; gives the name of its file."""
    others = whole.for_others
    file = file_for_others(db, person) if others else file_of(db, person.uid)
    made = hide_others(file, unredacted=True)
    maker = Maker(whole.leader, for_others=whole.for_others)
    name = f"people/{person.handle}.md"
    with file_in(folder, name) as stream:
        stream.write(as_markdown.render(person_file_page.compose(made, maker)))
    return name
