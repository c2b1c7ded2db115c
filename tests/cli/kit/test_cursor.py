"""The cursor of TAB reads a line as the parser of the program does."""

from contextlib import suppress
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer import TyperException

from cli.charting import chart_of
from cli.kit.toy import SECTIONS, toy
from guidelog.cli.chart import Chart
from guidelog.cli.cursor import Cursor
from guidelog.cli.grammar import Entry, Plain, build
from guidelog.cli.inside_typer import Context
from guidelog.errors import GuidelogError, NothingSaid

WORDS = [
    "ada", "--", "-", "-1", "-2x", "--x", "--tag", "--tag=api", "--tag=", "-t",
    "-t5", "-t=5", "-qt", "-q", "-qx", "--private", "--private=1", "--json", "-m",
    "-mcoaching", "--role", "--role=--tag", "--role=", "a=b", "-=", "--=", "--=x",
    "--no-pager", "--cause", "--tagged", "-qtq", "--draft=1",
]  # fmt: skip
ODD = ["", "- a", "-- a", "-\ta", "two words"]


@cache
def chart() -> Chart:
    """The chart of the toy, without the command that isn't there yet."""
    sections = {title: part for title, part in SECTIONS.items() if title != "Missing"}
    return Chart(chart_of(toy(), sections, {"log": "observe"}))


@cache
def observe() -> Plain:
    """The toy's command to note something seen."""
    entry = SECTIONS["Record"]["observe"]
    assert isinstance(entry, Entry)
    command = build("observe", entry)
    assert isinstance(command, Plain)
    return command


def words_read(line: list[str]) -> list[str]:
    """The words that the program reads besides options; refusing as it does."""
    command = observe()
    ctx = Context(command, info_name="observe", help_option_names=["--help", "-h"])
    typed, rest, _ = command.make_parser(ctx).parse_args(list(line))
    who = typed["who"]
    return [*([] if who is None else [who]), *(typed["text"] or ()), *rest]


@given(st.lists(st.sampled_from([*WORDS, *ODD]), max_size=6))
def test_the_cursor_reads_a_line_as_the_program_does(line: list[str]) -> None:
    try:
        cursor = Cursor(chart(), ["observe", *line])
    except LookupError:
        cursor = None

    if cursor and not cursor.awaited:
        # after a value that is empty TAB goes on, though the line will be refused
        with suppress(NothingSaid):
            assert words_read(line) == cursor.said
    else:
        with pytest.raises((GuidelogError, TyperException)):
            words_read(line)
