"""Where the journal is that a line means, and what is said while others keep it."""

from pathlib import Path

from guidelog.cli import output
from guidelog.cli.common import wishes
from guidelog.storage.location import find_journal


def journal_file() -> Path:
    """The journal that is meant."""
    return find_journal(wishes().journal)


def say_waiting() -> None:
    """Tell that another process keeps the journal busy."""
    output.note("waiting for another program that uses the journal …")
