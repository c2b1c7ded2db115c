"""Buffers: texts that lie open in an editor, in a private folder beside the journal.

Each process has a folder of its own in ``<journal>.editing``, since editors leave
copies and swap files beside the text. What a crash leaves behind is found by the next
run: nobody's process is its name any more.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from guidelog.private_files import make_private_file, make_private_folder
from guidelog.storage.location import make_folder

_BEFORE: Final = ".before"
"""The file that holds the text as it was when the editor opened."""


@dataclass(frozen=True, slots=True)
class Leftover:
    """A buffer whose process is gone: the command it was for, and its text."""

    folder: Path
    command: str
    text: str
    is_changed: bool


def buffers_folder(journal: Path) -> Path:
    """Say where the buffers of this journal lie."""
    return journal.with_name(f"{journal.name}.editing")


@contextmanager
def open_buffer(journal: Path, command: str, text: str) -> Iterator[Path]:
    """Lay a text out as a file for an editor; it is gone afterwards. Raises OSError."""
    make_folder(journal)
    folder = buffers_folder(journal) / str(os.getpid())
    make_private_folder(folder)
    try:
        _write(folder / _BEFORE, text)
        yield _write(folder / f"{command.replace(' ', '-')}.md", text)
    finally:
        remove_folder(folder)


def leftovers(journal: Path) -> list[Leftover]:
    """Find the buffers of processes that are gone."""
    folder = buffers_folder(journal)
    if not folder.is_dir():
        return []
    dead = [one for one in folder.iterdir() if not _is_running(one.name)]
    return [left for one in dead if (left := _read(one)) is not None]


def remove_folder(folder: Path) -> None:
    """Remove a process's folder, and the one around it once it is empty."""
    shutil.rmtree(folder, ignore_errors=True)
    try:
        folder.parent.rmdir()
    except OSError:
        # another process has its buffers in it
        return


def _write(path: Path, text: str) -> Path:
    make_private_file(path)
    path.write_text(text, encoding="utf-8")
    return path


def _read(folder: Path) -> Leftover | None:
    texts = sorted(folder.glob("[!.]*.md"))
    try:
        before = (folder / _BEFORE).read_text(encoding="utf-8")
        text = texts[0].read_text(encoding="utf-8", errors="replace")
    except (OSError, IndexError):
        return None
    return Leftover(folder, texts[0].stem.replace("-", " "), text, text != before)


def _is_running(name: str) -> bool:
    if os.name != "posix" or not name.isdecimal():
        # elsewhere asking for a process would end it
        return True
    try:
        os.kill(int(name), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
