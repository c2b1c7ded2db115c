"""Kinds of files that can be taken over, and how each is told from the others."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from guidelog.errors import UnknownKindOfFile
from guidelog.exchange.csv_files import could_be_csv, is_csv, read_csv, turn_of_csv
from guidelog.exchange.found import Kind
from guidelog.exchange.jrnl import is_jrnl, read_jrnl
from guidelog.exchange.json_tables import (
    is_json_table,
    read_json_table,
    turn_of_json_table,
)
from guidelog.exchange.log_taking import is_log
from guidelog.exchange.meetings import is_calendar, read_calendar
from guidelog.exchange.one_to_ones.reading import is_one_to_ones, read_one_to_ones
from guidelog.exchange.opening import Opened
from guidelog.exchange.workbooks import is_workbook, read_workbook, turn_of_workbook

LOG: Final = "log"
"""What guidelog's own log is called; it is merged, not read record by record."""

READERS: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        "xlsx": Kind("a workbook", is_workbook, read_workbook, turn_of_workbook),
        "ics": Kind("a calendar", is_calendar, read_calendar),
        "jrnl": Kind("a journal of jrnl", is_jrnl, read_jrnl),
        "json": Kind("a table", is_json_table, read_json_table, turn_of_json_table),
        "csv": Kind("a table", is_csv, read_csv, turn_of_csv),
        "markdown": Kind("one-to-one notes", is_one_to_ones, read_one_to_ones),
    }
)
"""Every kind by its name in --from; the first that recognises a file reads it."""


def kind_if_any(opened: Opened) -> str:
    """The name of the kind that a file is of, or nothing. Raises NotText."""
    if is_log(opened):
        return LOG
    for name, kind in READERS.items():
        if kind.recognise(opened):
            return name
    return ""


def kind_of(opened: Opened) -> str:
    """The kind of a file that the leader names, and so means to be one.

    A table needs no names that are known: its reader says which it has. Raises
    UnknownKindOfFile and NotText.
    """
    kind = kind_if_any(opened) or ("csv" if could_be_csv(opened) else "")
    if not kind:
        raise UnknownKindOfFile(file=opened.name, kinds=", ".join([*READERS, LOG]))
    return kind
