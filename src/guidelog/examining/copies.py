"""Backups: how old the newest is, and whether one holds more than the journal."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from guidelog.dates import say_day
from guidelog.examining.place import Place
from guidelog.reports.conditions import Condition, fact, finding
from guidelog.reports.phrases import count
from guidelog.storage.backups import changes_if_any
from guidelog.storage.condition import look_at
from guidelog.storage.location import backups_of, own_backups


class Copies(NamedTuple):
    """What lies beside a journal to fall back on.

    `changes` are those of the journal, None where they can't be counted; `most` is the
    day's backup that holds the most, and how many.
    """

    written_on: date
    changes: int | None
    newest_on: date | None
    number: int = 0
    most: tuple[Path, int] | None = None


def examine(place: Place) -> Iterator[Condition]:
    """Say how good the backups are; nothing where there is no journal yet."""
    if place.journal.is_file() and place.journal.stat().st_size:
        yield from judge(look(place), place)


def look(place: Place) -> Copies:
    """Gather what there is to fall back on. Raises OSError."""
    backups = own_backups(place.journal)
    newest = backups[0] if backups else None
    counts = {file: changes_if_any(file) for file in backups_of(place.journal)}
    most = max(counts, key=lambda file: counts[file], default=None)
    return Copies(
        written_on=place.day_of(place.journal),
        changes=look_at(place.journal).changes,
        newest_on=place.day_of(newest) if newest else None,
        number=len(backups),
        most=(most, counts[most]) if most else None,
    )


def judge(found: Copies, place: Place) -> Iterator[Condition]:
    """Say what is missing from the backups, or from the journal."""
    today, again = place.now.date(), f"{place.program} backup"
    if found.newest_on is None:
        yield finding("backups", "there is none beside the journal", again)
    elif found.newest_on < found.written_on:
        newest, last = say_day(found.newest_on, today), say_day(found.written_on, today)
        says = f"the newest is of {newest}, the journal was written on {last}"
        yield finding("backups", says, again)
    else:
        newest = say_day(found.newest_on, today)
        yield fact("backups", f"{found.number}, the newest of {newest}")
    if found.most and found.changes is not None and found.most[1] > found.changes:
        yield _judge_loss(found.most, found.changes, place)


def _judge_loss(most: tuple[Path, int], changes: int, place: Place) -> Condition:
    file, number = most
    return finding(
        file.name,
        f"this backup holds {count(number, 'change')}, the journal only {changes}:"
        " something was lost, and no new backup is made",
        f"{place.program} merge {place.quote(file)}",
    )
