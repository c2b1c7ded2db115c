"""Settings: whether everything the leader configured can be read."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from guidelog.errors import GuidelogError
from guidelog.examining.place import Place
from guidelog.questions import own_questions_file, read_questions
from guidelog.reports.conditions import Condition, fact, finding
from guidelog.settings import read_settings, settings_file
from guidelog.wordlists import own_words_file, read_word_lists

_FILES: Final[tuple[tuple[Callable[[], object], Callable[[], Path]], ...]] = (
    (read_settings, settings_file),
    (read_word_lists, own_words_file),
    (read_questions, own_questions_file),
)
"""What reads each file of settings, and where it is."""


def examine(place: Place) -> Iterator[Condition]:
    """Name each file of settings that would be refused, and open it."""
    for read, find_file in _FILES:
        try:
            read()
        except GuidelogError as refusal:
            yield judge(find_file(), refusal, place)
    is_there = place.settings.exists()
    yield fact(
        "settings",
        place.short(place.settings) if is_there else "none yet, defaults hold",
    )


def judge(file: Path, refusal: GuidelogError, place: Place) -> Condition:
    """Word a file that can't be used, and how to mend it."""
    is_settings = file == settings_file()
    mend = "guidelog config edit" if is_settings else place.edit(file)
    return finding(file.name, refusal.says, mend)
