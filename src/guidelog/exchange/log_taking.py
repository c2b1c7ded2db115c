"""The log taken in: its lines become a journal beside ours, which is then merged."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from guidelog.errors import BrokenLog
from guidelog.exchange.log_lines import LOG_FORMAT
from guidelog.exchange.opening import Opened

if TYPE_CHECKING:
    from sqlalchemy import Connection

_FIRST: Final = '{"guidelog-log":'


def is_log(opened: Opened) -> bool:
    """Tell by the first line, which no other program writes."""
    return opened.start.removeprefix(b"\xef\xbb\xbf").startswith(_FIRST.encode())


@contextmanager
def opened_as_journal(opened: Opened) -> Iterator["Connection"]:
    """Open a log as if it were another device's journal, for as long as it is merged.

    Raises BrokenLog, naming the line.
    """
    from guidelog.journal.loading import load_log
    from guidelog.journal.transaction import reading_log

    # only its owner can look into a temporary folder
    with TemporaryDirectory() as folder:
        path = Path(folder) / "log.db"
        load_log(path, opened.name, changes_of(opened))
        with reading_log(path) as db:
            yield db


def changes_of(opened: Opened) -> Iterator[tuple[int, dict[str, Any]]]:
    """The changes of a log, each with the number of its line. Raises BrokenLog."""
    lines = enumerate(opened.lines(), 1)
    _, first = next(lines)
    about = _read(opened.name, 1, first)
    if not isinstance(about["guidelog-log"], int) or about["guidelog-log"] > LOG_FORMAT:
        raise BrokenLog(file=opened.name, line=1, why="written by a newer guidelog")
    number = 1
    for number, line in lines:
        if line.strip():
            yield number, _read(opened.name, number, line)
    found = number - 1
    if about.get("changes") != found:
        why = f"cut short: {about.get('changes')} changes should follow, {found} do"
        raise BrokenLog(file=opened.name, line=number, why=why)


def _read(file: str, number: int, line: str) -> dict[str, Any]:
    try:
        said = json.loads(line)
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict):
        raise BrokenLog(file=file, line=number, why="not what was written once")
    return said
