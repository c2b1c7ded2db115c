"""The command that gives views to scripts."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from guidelog.cli import output
from guidelog.cli.common import wishes
from guidelog.cli.looking import WHO_OPTION, Looking, looking, refuse_filters
from guidelog.errors import NoColumns
from guidelog.exchange.columns import describe_columns
from guidelog.exchange.exporting import LOG, Wanted, export_view
from guidelog.exchange.log_lines import export_log
from guidelog.exchange.places import write_beside

if TYPE_CHECKING:
    from sqlite3 import Connection

    from guidelog.exchange.writers import Sink

Format = Literal["csv", "json", "jsonl"]


def export(
    view: Annotated[
        str, typer.Argument(metavar="VIEW", help="sessions, goals, … or log.")
    ],
    looking_at: Looking,
    who: WHO_OPTION = None,
    format_: Annotated[
        Format | None, typer.Option("--format", help="csv if not said.")
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Into a file, whole."),
    ] = None,
    columns: Annotated[
        bool, typer.Option("--columns", help="Only say what the columns mean.")
    ] = False,
) -> None:
    """Write a view as CSV, JSON or JSON lines; its columns stay for years.

    guidelog export sessions > sessions.csv
    """
    if columns:
        _describe(view)
        return
    chosen = format_ or ("json" if wishes().json else "csv")
    with looking() as db:
        filters = looking_at.filters(db, who)
        wanted = Wanted(view, chosen, filters)
        if file is None:
            _export(db, wanted, output.stream())
            return
        with write_beside(file) as beside:
            _export(db, wanted, beside)


def _export(db: "Connection", wanted: Wanted, stream: "Sink") -> None:
    if wanted.view == LOG:
        refuse_filters("the log", wanted.filters)
        export_log(db, stream)
    else:
        export_view(db, wanted, stream)


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
