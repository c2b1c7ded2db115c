"""Where the journal is that a line means, and what is said while others keep it."""

from pathlib import Path

from guidelog.cli import output
from guidelog.cli.common import wishes
from guidelog.errors import OutOfReach
from guidelog.storage.location import find_journal


def journal_file() -> Path:
    """The journal that is meant."""
    return find_journal(wishes().journal)


def existing(file: Path) -> Path:
    """A file that has to be there. Raises OutOfReach."""
    if not file.exists():
        raise OutOfReach(path=file, why="there is no such file")
    return file


def say_waiting() -> None:
    """Tell that another process keeps the journal busy."""
    output.note("waiting for another program that uses the journal …")
