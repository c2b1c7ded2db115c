"""Leftovers: files of commands that were cut off, forgotten texts, waiting drafts."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from guidelog.dates import say_day
from guidelog.examining.place import Place
from guidelog.reports.conditions import Condition, finding
from guidelog.reports.phrases import count
from guidelog.storage.buffers import forgotten_buffers
from guidelog.storage.condition import unfinished_files
from guidelog.storage.drafts import Draft, waiting

AT_WORK_HOURS: Final = 1
"""A file that was written within so many hours may belong to a command at work."""
PATIENCE_DAYS: Final = 7
"""How long a draft may wait before it is named."""


class Left(NamedTuple):
    """What lies about: files nobody needs, folders of editors, drafts, settings.

    The drafts are those that have waited for long.
    """

    unfinished: tuple[Path, ...] = ()
    side_files: tuple[Path, ...] = ()
    buffers: tuple[Path, ...] = ()
    drafts: tuple[Draft, ...] = ()
    edited_settings: tuple[Path, ...] = ()


def examine(place: Place) -> Iterator[Condition]:
    """Name what was left behind, and how it goes on or goes away."""
    yield from judge(look(place), place)


def look(place: Place) -> Left:
    """Gather what was left. Raises OSError."""
    path, settings = place.journal, place.settings
    parts = [*unfinished_files(path), *sorted(settings.parent.glob("*.part"))]
    old = [one for one in parts if place.hours_since(one) > AT_WORK_HOURS]
    edited = settings.with_name(f"{settings.stem}.edited{settings.suffix}")
    drafts = [one for one in waiting(path) if _days(one, place) > PATIENCE_DAYS]
    return Left(
        unfinished=tuple(old),
        side_files=tuple(_idle_side_files(path)),
        buffers=tuple(forgotten_buffers(path)),
        drafts=tuple(drafts),
        edited_settings=(edited,) if edited.exists() else (),
    )


def judge(found: Left, place: Place) -> Iterator[Condition]:
    """Say of each thing whether it is needed."""
    for file in found.unfinished:
        says = "was left by a command that was cut off; nothing needs it"
        yield finding(file.name, says, place.remove(file))
    for file in found.side_files:
        says = "was left by another program; it holds nothing"
        yield finding(file.name, says, place.remove(file))
    for folder in found.buffers:
        yield finding(
            folder.parent.name,
            "holds a text that was open in an editor when it was cut off;"
            " the next writing makes a draft of it",
            f"{place.program} add --edit",
        )
    yield from (_judge_draft(draft, place) for draft in found.drafts)
    for file in found.edited_settings:
        yield finding(
            file.name, "waits to be used or thrown away", "guidelog config edit"
        )


def _judge_draft(draft: Draft, place: Place) -> Condition:
    since = say_day(place.day_of(draft.path), place.now.date())
    waited = count(_days(draft, place), "day")
    says = f"a text for {draft.command} has waited since {since}, {waited}"
    return finding("draft", says, f"{place.program} {draft.command} --draft")


def _days(draft: Draft, place: Place) -> int:
    return (place.now.date() - place.day_of(draft.path)).days


def _idle_side_files(path: Path) -> Iterator[Path]:
    """Side files of another mode that hold nothing: with content they are no leftover.

    A rollback journal is the business of whoever opens the journal next.
    """
    ahead = path.with_name(f"{path.name}-wal")
    if ahead.exists() and ahead.stat().st_size:
        return
    for file in (ahead, path.with_name(f"{path.name}-shm")):
        if file.exists():
            yield file
