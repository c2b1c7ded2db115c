"""The command that gives views to scripts."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO, Final, Literal, TextIO

import typer

from guidelog.cli import output
from guidelog.cli.common import wishes
from guidelog.cli.files import INTO_FILE, check_agrees, format_named
from guidelog.cli.leader import read_leader
from guidelog.cli.looking import WHO_OPTION, Looking, looking
from guidelog.cli.progressing import progress_bar
from guidelog.errors import (
    FolderMissing,
    NoColumns,
    OnlyForCsv,
    OnlyForDue,
    OptionsApart,
)
from guidelog.exchange.columns import describe_columns
from guidelog.exchange.exporting import (
    LOG,
    NAMES,
    WHOLE,
    Wanted,
    export_sheet,
    export_view,
)
from guidelog.exchange.formulas import Watched
from guidelog.exchange.hearing import Tell, hear_nothing
from guidelog.exchange.log_lines import export_log
from guidelog.exchange.places import write_beside
from guidelog.lookback.filters import refuse_filters

if TYPE_CHECKING:
    from sqlite3 import Connection

    from guidelog.exchange.writers import Sink

Format = Literal["csv", "json", "jsonl", "xlsx", "ics"]
SUFFIXES: Final[Mapping[str, Format]] = {
    ".csv": "csv",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".xlsx": "xlsx",
    ".ics": "ics",
}
"""The format that the name of a file asks for; any other name asks for none."""


def export(
    view: Annotated[
        str, typer.Argument(metavar="VIEW", help=f"One of {', '.join(NAMES)}.")
    ],
    looking_at: Looking,
    who: WHO_OPTION = None,
    format_: Annotated[
        Format | None,
        typer.Option("--format", help="As the name of FILE says, else csv."),
    ] = None,
    file: INTO_FILE = None,
    excel_safe: Annotated[
        bool,
        typer.Option("--excel-safe", help="Texts that look like formulas get a '."),
    ] = False,
    columns: Annotated[
        bool, typer.Option("--columns", help="Only say what the columns mean.")
    ] = False,
) -> None:
    """Write a view as CSV, JSON, JSON lines or XLSX; its columns stay for years.

    What is due can be a calendar, too (ics): of ids and names, or with --for me of your
    words. Imported again it changes what it brought before. All of it goes into a
    folder, -o FOLDER, to be read without guidelog.

    guidelog export sessions > sessions.csv
    guidelog export due --format ics > due.ics
    guidelog export all -o journal
    """
    if view == WHOLE:
        if format_ or columns:
            second = "--columns" if columns else "--format"
            raise OptionsApart(first=f"export {WHOLE}", second=second)
        _export_whole(looking_at, who, file, excel_safe)
        return
    if columns:
        _describe(view)
        return
    chosen = _choose(view, format_, file, excel_safe)
    with looking() as db:
        filters = looking_at.filters(db, who)
        with_words = looking_at.reader == "me"
        wanted = Wanted(view, chosen, filters, excel_safe, with_words)
        if file is None:
            _print(db, wanted)
            return
        with write_beside(file) as beside, progress_bar() as tell:
            formulas = _write(db, wanted, beside, tell)
    _note_formulas(file.name, formulas)


def _choose(
    view: str, format_: Format | None, file: Path | None, excel_safe: bool
) -> Format:
    """The format that is meant: as said, as the file's name says, or the usual one.

    Raises FormatsApart, OnlyForCsv, and OptionsApart for the log.
    """
    said: Format | None = format_ or ("json" if wishes().json and view != LOG else None)
    usual: Format = "jsonl" if view == LOG else "csv"
    chosen = said or format_named(file, SUFFIXES) or usual
    check_agrees(file, chosen, SUFFIXES)
    if view == LOG and chosen not in ("jsonl", "xlsx"):
        raise OptionsApart(first=f"export {LOG}", second=f"--format {chosen}")
    if excel_safe and chosen != "csv":
        raise OnlyForCsv(format=chosen)
    return chosen


def _note_formulas(name: str, formulas: int) -> None:
    if formulas:
        cells = "1 cell begins" if formulas == 1 else f"{formulas} cells begin"
        output.note(f"{name}: {cells} like a formula; --excel-safe disarms them.")


def _export_whole(
    looking_at: Looking, who: str | None, folder: Path | None, excel_safe: bool
) -> None:
    """Write every view, the log and a page a person into a folder.

    Raises FolderMissing without one.
    """
    if folder is None:
        raise FolderMissing(what=f"export {WHOLE}")
    from guidelog.exchange.whole_export import Whole, put_whole

    was_there = folder.exists()
    with looking() as db, progress_bar() as tell:
        filters = looking_at.filters(db, who)
        refuse_filters("everything", filters, "--for")
        whole = Whole(read_leader(), filters.for_others, excel_safe)
        formulas = put_whole(db, folder, whole, tell)
    replaced = "replaced; " if was_there else ""
    output.note(f"{folder}: {replaced}README.md in it says what each file is.")
    _note_formulas(str(folder), 0 if excel_safe else formulas)


def _print(db: "Connection", wanted: Wanted) -> None:
    if wanted.format == "xlsx":
        stream = output.byte_stream("a spreadsheet")
        with progress_bar() as tell:
            _export_sheet(db, wanted, stream, tell)
    else:
        # whoever sees the rows, or what reads them, needs no bar between them
        _export(db, wanted, output.stream(), hear_nothing)


def _write(db: "Connection", wanted: Wanted, file: TextIO, tell: Tell) -> int:
    """Write into a file; give how many cells a spreadsheet would work out."""
    if wanted.format == "xlsx":
        _export_sheet(db, wanted, file.buffer, tell)
        return 0
    if wanted.format != "csv" or wanted.excel_safe:
        _export(db, wanted, file, tell)
        return 0
    watched = Watched(file)
    _export(db, wanted, watched, tell)
    return watched.formulas


def _export_sheet(
    db: "Connection", wanted: Wanted, stream: BinaryIO, tell: Tell
) -> None:
    cut = export_sheet(db, wanted, stream, tell)
    if cut:
        texts = "1 text is" if cut == 1 else f"{cut} texts are"
        output.note(f"{texts} too long for a cell and end with […]; csv has all.")


def _export(db: "Connection", wanted: Wanted, stream: "Sink", tell: Tell) -> None:
    if wanted.view == LOG:
        refuse_filters("the log", wanted.filters)
        export_log(db, stream)
    elif wanted.format == "ics":
        _export_calendar(db, wanted, stream)
    else:
        export_view(db, wanted, stream, tell)


def _export_calendar(db: "Connection", wanted: Wanted, stream: "Sink") -> None:
    if wanted.view != "due":
        raise OnlyForDue(view=wanted.view)
    from guidelog.exchange.calendars import export_calendar

    filters, with_words = wanted.filters, wanted.with_words
    export_calendar(db, filters, stream, with_words=with_words)
    if not (with_words or filters.for_others):
        output.note("The calendar has ids and names; --for me puts your words in.")


def _describe(view: str) -> None:
    if view == LOG:
        raise NoColumns(view=view)
    described = describe_columns(view)
    if wishes().json:
        rows = [{"name": name, "meaning": meaning} for name, meaning in described]
        output.print_json("columns", rows)
        return
    for name, meaning in described:
        output.say_line(f"{name:<18} {meaning}")
