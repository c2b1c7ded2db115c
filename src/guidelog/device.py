"""The word that names this device, kept beside the settings."""

import os
from functools import cache
from pathlib import Path

from guidelog.private_files import make_private_folder, part_beside, passing_file
from guidelog.settings import settings_file

CONSONANTS = "bdfghjklmnprstvz"
VOWELS = "aiou"


def device_word() -> str:
    """The word that stands for this device in the log; it says nothing about it.

    Kept beside the settings from the first call on. Where it can't be, it is a word
    that holds for this run.
    """
    settings = settings_file()
    if settings.exists() and not settings.is_file():
        # settings from /dev/null have no folder to keep anything in
        return _new_word()
    kept = settings.with_name("device")
    try:
        return _kept_word(kept) or _keep_word(kept)
    except OSError:
        return _new_word()


@cache
def _new_word() -> str:
    """Four syllables, one of 16 million words; one per run."""
    return "".join(
        CONSONANTS[byte & 15] + VOWELS[byte >> 4 & 3] for byte in os.urandom(4)
    )


def _kept_word(kept: Path) -> str:
    if kept.is_fifo():
        # reading would wait for whoever may never write
        raise OSError
    try:
        word = kept.read_text("ascii", errors="replace").strip()
    except FileNotFoundError:
        return ""
    return word if word.isascii() and word.isalnum() else ""


def _keep_word(kept: Path) -> str:
    """Keep this run's word, or take the one that another process just kept."""
    make_private_folder(kept.parent)
    with passing_file(part_beside(kept)) as part:
        part.write_text(_new_word() + "\n")
        _give_name(part, kept)
    return _kept_word(kept)


def _give_name(part: Path, kept: Path) -> None:
    """Name the part where no word is yet; a file without a word is replaced."""
    try:
        kept.hardlink_to(part)
    except OSError:
        if not (kept.exists() and _kept_word(kept)):
            part.replace(kept)
