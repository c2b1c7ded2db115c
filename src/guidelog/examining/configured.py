"""Settings: whether everything the leader configured can be read."""

from collections.abc import Callable, Iterator
from typing import Final

from guidelog.errors import GuidelogError
from guidelog.examining.place import Place
from guidelog.questions import own_questions_file, read_questions
from guidelog.reports.conditions import Condition, fact, finding
from guidelog.settings import read_settings, settings_file
from guidelog.wordlists import own_words_file, read_word_lists

_READERS: Final[dict[str, Callable[[], object]]] = {
    "settings": read_settings,
    "wording": read_word_lists,
    "questions": read_questions,
}


def examine(place: Place) -> Iterator[Condition]:
    """Name each file of settings that would be refused, and open it."""
    for name, read in _READERS.items():
        try:
            read()
        except GuidelogError as refusal:
            yield judge(name, refusal, place)
    is_there = place.settings.exists()
    yield fact(
        "settings",
        place.short(place.settings) if is_there else "none yet, defaults hold",
    )


def judge(name: str, refusal: GuidelogError, place: Place) -> Condition:
    """Word a file that can't be used, and how to mend it."""
    own = {"wording": own_words_file, "questions": own_questions_file}
    if name == "settings":
        return finding(settings_file().name, refusal.says, "guidelog config edit")
    file = own[name]()
    editor = place.environment.get("EDITOR", "vi")
    return finding(file.name, refusal.says, f"{editor} {place.quote(file)}")
