"""Word lists: the built-in classes of wording, and those that a firm adds."""

import functools
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from guidelog.data import read_toml
from guidelog.errors import WrongWordList
from guidelog.measures.wording import LEVELS, WordClass
from guidelog.own_toml import parse, read_text
from guidelog.settings import settings_file

_LISTS: Final = ("words", "unless")


def own_words_file() -> Path:
    """Where the firm's own words are: beside the settings."""
    return settings_file().with_name("wording.toml")


def read_word_lists() -> tuple[WordClass, ...]:
    """The built-in classes with the firm's words among them, and its own classes.

    Raises BrokenToml and WrongWordList, which name the file, and OutOfReach.
    """
    classes = dict(_built_in())
    for name, said in read_own(own_words_file(), classes).items():
        classes[name] = (
            grow(classes[name], said) if name in classes else make_class(name, said)
        )
    return tuple(classes.values())


@functools.cache
def _built_in() -> Mapping[str, WordClass]:
    said = read_toml("wording.toml")
    return {name: make_class(name, table) for name, table in said.items()}


def make_class(name: str, said: Mapping[str, Any]) -> WordClass:
    """A class as its table says it."""
    lists = {key: tuple(said.get(key, ())) for key in _LISTS}
    return WordClass(name, **{**said, **lists})


def grow(one: WordClass, said: Mapping[str, Any]) -> WordClass:
    """A built-in class with words added, and what else is said anew."""
    lists = {key: (*getattr(one, key), *said.get(key, ())) for key in _LISTS}
    return replace(one, **{**said, **lists})


def read_own(file: Path, known: Mapping[str, WordClass]) -> dict[str, dict[str, Any]]:
    """The firm's own tables; no file means none."""
    said = parse(read_text(file), file)
    for place, wanted in faults_of(said, known):
        raise WrongWordList(file=file, key=place, wanted=wanted)
    return said


def faults_of(
    said: Mapping[str, Any], known: Mapping[str, WordClass]
) -> Iterator[tuple[str, str]]:
    """What is no class of words: the key to it, and what may stand there."""
    for name, table in said.items():
        if not isinstance(table, dict):
            yield name, "a table of level, hint and words"
            continue
        for key, value in table.items():
            if wanted := _wanted(key, value):
                yield f"{name}.{key}", wanted
        missing = {"level", "hint", "words"} - set(table)
        if name not in known and missing:
            yield name, f"whole: a new class says {', '.join(sorted(missing))}"


def _wanted(key: str, value: object) -> str:
    """What may stand under a key, where this may not; empty where it fits."""
    fits, wanted = {
        "level": (value in LEVELS, f"one of {', '.join(LEVELS)}"),
        "hint": (isinstance(value, str), "a text"),
        "words": (_is_phrases(value), 'a list of phrases: ["…", "…"]'),
        "unless": (_is_phrases(value), 'a list of phrases: ["…", "…"]'),
        "counted": (isinstance(value, bool), "true or false"),
    }.get(key, (False, "level, hint, words, unless or counted"))
    return "" if fits else wanted


def _is_phrases(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(one, str) and any(map(str.isalnum, one)) for one in value
    )
