"""The command that shows a year of invented guidance, in a journal of its own."""

import os
import shlex
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, redirect_stdout
from contextvars import copy_context
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

import typer
from rich.text import Text

from guidelog.cli import app, fitting, output
from guidelog.cli.common import called, wishes
from guidelog.cli.screen import show_page
from guidelog.data.demonstration import Line, tell_story
from guidelog.dates import clock, say_day
from guidelog.storage.demonstrations import clear_place, find_place

LOOKS = ("timeline jonas", "report bo")
"""What is shown of the year once it is written down."""


@dataclass(frozen=True)
class Typist:
    """Types lines of a leader into one journal, all in this process."""

    journal: Path
    program: app.Root = field(default_factory=app.make_root)

    def type_line(self, typed: str) -> None:
        """Show a line and run it. Raises typer.Exit with its code where it fails."""
        show_page(Text(_wrapped(f"$ guidelog {typed}"), style="dim"))
        options = ["--journal", str(self.journal), "--color", wishes().color]
        argv = [*options, "--no-pager", *shlex.split(typed)]
        # in a copy, so that its common options don't replace those of the demonstration
        if code := copy_context().run(app.run, argv, self.program):
            raise typer.Exit(code)

    def type_story(self, lines: tuple[Line, ...], today: date) -> None:
        """Type the lines, each at its moment, under the day it was."""
        day = None
        for line in lines:
            if line.at.date() != day:
                day = line.at.date()
                output.write(f"\n{say_day(day, today)}\n")
            with _clock_at(line.at):
                self.type_line(line.typed)


def demo() -> None:
    """Look around in a year of invented guidance, in a journal of its own.

    Your own journal is left alone; the last demonstration is made anew. With -q only
    the file is printed.

    guidelog demo
    """
    journal = find_place(wishes().journal)
    clear_place(journal)
    with _silence() if wishes().quiet else nullcontext():
        _show_year(Typist(journal))
    if wishes().quiet:
        output.say_line(str(journal))


def _show_year(typist: Typist) -> None:
    now = clock.now()
    typist.type_story(tell_story(now), now.date())
    for look in LOOKS:
        output.write("\n")
        typist.type_line(look)
    output.write("\n")
    output.say_line(f"Look around: {called(typist.journal)} report ada")


def _wrapped(line: str) -> str:
    """Break a line between its words, as wide as pages are."""
    return textwrap.fill(
        line,
        fitting.width(),
        subsequent_indent="    ",
        break_long_words=False,
        break_on_hyphens=False,
    )


@contextmanager
def _clock_at(moment: datetime) -> Iterator[None]:
    """Let the clock stand at a moment, then go on as before."""
    before = os.environ.get(clock.VARIABLE)
    os.environ[clock.VARIABLE] = moment.isoformat()
    try:
        yield
    finally:
        del os.environ[clock.VARIABLE]
        if before is not None:
            os.environ[clock.VARIABLE] = before


@contextmanager
def _silence() -> Iterator[None]:
    """Print nothing but refusals."""
    with (
        Path(os.devnull).open("w", encoding="utf-8") as nowhere,
        redirect_stdout(nowhere),
    ):
        yield
