"""Buffers: texts that lie open in an editor, in a private folder beside the journal.

Each process has a folder of its own in ``<journal>.editing``, since editors leave
copies and swap files beside the text. What a crash leaves behind is found by the next
run: nobody's process is its name any more.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from guidelog.cleaning import clean
from guidelog.private_files import make_private_file, make_private_folder
from guidelog.storage.drafts import keep_draft
from guidelog.storage.location import make_folder

BUFFER: Final = "buffer"
"""Under which name a draft holds a whole text from the editor, lines above and all."""
_BEFORE: Final = ".before"
"""The file that holds the text as it was when the editor opened."""


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


def sweep_buffers(journal: Path) -> None:
    """Make drafts of what a crash left in an editor, and remove its files.

    Raises OSError.
    """
    for left in forgotten_buffers(journal):
        _rescue(journal, left)
        remove_folder(left)


def forgotten_buffers(journal: Path) -> list[Path]:
    """The folders of processes that ended without taking their texts along.

    Raises OSError.
    """
    folder = buffers_folder(journal)
    if not folder.is_dir():
        return []
    return [one for one in folder.iterdir() if not _is_running(one.name)]


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


def _rescue(journal: Path, left: Path) -> None:
    before = left / _BEFORE
    given = before.read_text(encoding="utf-8") if before.exists() else ""
    for file in left.glob("[!.]*.md"):
        text = file.read_text(encoding="utf-8", errors="replace")
        if text.strip() and text != given:
            keep_draft(journal, file.stem.replace("-", " "), {BUFFER: [clean(text)]})


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
