"""The command that looks at the journal's surroundings and says what mends them."""

import sys
from typing import Annotated

import typer

from guidelog.cli import fitting, output
from guidelog.cli.common import FINDINGS, wishes
from guidelog.cli.placing import find_place
from guidelog.cli.screen import page_text
from guidelog.dates import today
from guidelog.examining.examination import examine
from guidelog.reports.as_terminal import NARROW
from guidelog.reports.doctor_page import render
from guidelog.reports.terminal_lines import Screen

UNBROKEN = 10_000
"""Columns of a page whose lines nothing breaks: scripts read a finding a line."""


def doctor(
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit 3 if anything is found.")
    ] = False,
) -> None:
    """Look at what surrounds the journal; under each finding stands what mends it.

    Permissions, synced folders, leftovers of a crash, backups, room on the disk,
    settings, what is past its time, and texts that a shell keeps. Nothing is changed.

    guidelog doctor
    """
    conditions = examine(find_place())
    if wishes().json:
        output.print_json("doctor", conditions)
    else:
        width = fitting.width() if fitting.is_on_terminal() else UNBROKEN
        unicode = fitting.is_unicode(sys.stdout)
        page = render(conditions, Screen(width, unicode, today(), width < NARROW))
        output.show(page_text(page, UNBROKEN))
    if exit_code and any(one.kind == "finding" for one in conditions):
        raise typer.Exit(FINDINGS)
