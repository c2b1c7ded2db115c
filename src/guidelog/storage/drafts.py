"""Drafts: what was typed, kept beside the journal until its entry is safe.

A draft is one JSON file, mode 0600, in the folder ``<journal>.drafts``. It holds the
path of the command and everything typed for it, by the names of its parameters, and
which of these were refused.
"""

import json
import os
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from guidelog.private_files import make_private_folder, replacing
from guidelog.storage.location import make_folder

_STAMP_DIGITS: Final = 20  # nanoseconds since 1970, so that names sort by age


@dataclass(frozen=True, slots=True)
class Draft:
    """One draft: its file, the command's path (``goal add``), what was typed."""

    path: Path
    command: str
    typed: Mapping[str, Any]
    refused: frozenset[str] = frozenset()
    """The names of what was refused, and has to be said anew."""

    @property
    def kept_at(self) -> float:
        """When it was kept first, in seconds as the system counts them."""
        stamp = self.path.name[:_STAMP_DIGITS]
        return int(stamp) / 1e9 if stamp.isdecimal() else 0.0


def drafts_folder(journal: Path) -> Path:
    """Say where the drafts of this journal lie."""
    return journal.with_name(f"{journal.name}.drafts")


def keep_draft(
    journal: Path,
    command: str,
    typed: Mapping[str, Any],
    refused: Iterable[str] = (),
) -> Draft:
    """Write a new draft and give it. Raises OSError, or NoFolder for the journal's."""
    make_folder(journal)
    folder = drafts_folder(journal)
    make_private_folder(folder)
    name = f"{_stamp_after(folder)}-{os.getpid()}-{command.replace(' ', '-')}.json"
    return rewrite_draft(Draft(folder / name, command, {}), typed, refused)


def rewrite_draft(
    draft: Draft, typed: Mapping[str, Any], refused: Iterable[str] = ()
) -> Draft:
    """Replace what a draft holds, whole or not at all. Raises OSError."""
    new = replace(draft, typed=typed, refused=frozenset(refused))
    held = {"command": new.command, "typed": typed, "refused": sorted(new.refused)}
    with replacing(draft.path) as part:
        part.write_text(json.dumps(held), encoding="utf-8")
    return new


def remove_draft(draft: Draft) -> None:
    """Remove a draft whose entry is safe; one that is gone already is all right."""
    draft.path.unlink(missing_ok=True)


def waiting(journal: Path) -> list[Draft]:
    """Give the drafts that wait, oldest first; a file that is no draft is left out."""
    paths = sorted(drafts_folder(journal).glob("*.json"))
    return [draft for path in paths if (draft := _read(path)) is not None]


def newest_draft(journal: Path, command: str) -> Draft | None:
    """Give the newest draft of this command, or nothing."""
    drafts = [draft for draft in waiting(journal) if draft.command == command]
    return drafts[-1] if drafts else None


def _stamp_after(folder: Path) -> str:
    """Name a moment later than every draft there, even where the clock went back."""
    stamps = [path.name[:_STAMP_DIGITS] for path in folder.glob("*.json")]
    newest = max((int(stamp) for stamp in stamps if stamp.isdecimal()), default=0)
    return f"{max(time.time_ns(), newest + 1):0{_STAMP_DIGITS}}"


def _read(path: Path) -> Draft | None:
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        typed, refused = dict(held["typed"]), frozenset(held.get("refused", ()))
        is_line = all(map(_could_be_typed, typed.values()))
        return Draft(path, str(held["command"]), typed, refused) if is_line else None
    except (
        *(OSError, ValueError, KeyError, TypeError),
        *(RecursionError, AttributeError),
    ):
        return None


def _could_be_typed(value: object) -> bool:
    """Whether a line can say this: a switch, a word, or several words."""
    if isinstance(value, list):
        return all(isinstance(one, str) for one in value)
    return value is None or isinstance(value, str | bool)
