"""The floor of a reading command: Typer, SQLite, one Rich table, and nothing else."""

import sqlite3
from typing import Annotated

import typer

app = typer.Typer(pretty_exceptions_enable=False, add_completion=False)


@app.command()
def show(file: Annotated[str, typer.Argument()]) -> None:
    """Print a hundred rows."""
    from rich.console import Console
    from rich.table import Table

    table = Table("day", "person", "note")
    for row in sqlite3.connect(file).execute("SELECT day, person, note FROM talk"):
        table.add_row(*row)
    Console().print(table)


app()
