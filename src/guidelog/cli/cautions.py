"""Cautions: what puts the journal at risk, said with the first backup of a day."""

from contextlib import suppress
from pathlib import Path

from guidelog.cli import output
from guidelog.cli.placing import find_place
from guidelog.examining import syncing
from guidelog.storage.backups import DayBackup
from guidelog.storage.location import own_backups


def say_cautions(path: Path, made: DayBackup) -> None:
    """Say once a day what puts the journal at risk; its folder only the first time."""
    if made.outcome != "made":
        output.note(f"the journal is {made.outcome}, so no backup was made")
        output.note("guidelog doctor says what helps")
    # a warning that can't be given is no reason to stop
    with suppress(OSError):
        is_first = own_backups(path) == [made.file]
        for one in syncing.examine(find_place()):
            if is_first or one.about != path.name:
                output.note(f"{one.about} {one.says}; guidelog doctor says how")
