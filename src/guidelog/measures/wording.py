"""Wording: words that weaken a record, found in a text by lists of phrases."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Final, Literal, NamedTuple, TypeAlias

from guidelog.measures.quotations import blank_quotations

Level = Literal["strong", "soft", "never"]
LEVELS: Final[tuple[Level, ...]] = ("strong", "soft", "never")
Phrase: TypeAlias = tuple[str, ...]

PERSON: Final = "PERSON"
"""Stands in a phrase for the name of somebody else in the journal."""
NAME: Final = "NAME"
"""Stands in a phrase for any word with a capital letter."""
THIRD_PARTY: Final = "third-party"
"""The class of what points at people whom an entry is not about."""

_WORD: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*\*?|'[^\W\d_]+")
_SENTENCE: Final = re.compile(r"(?:[^.!?\n]|[.!?](?=\S))+")
_NUMBER: Final = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|once|twice)\b",
    re.IGNORECASE,
)
# a telephone, an account, a customer's number; an amount or a day is shorter
_LONG_NUMBER: Final = re.compile(
    r"\+\d[\d ()/-]{7,}\d|\b\d{7,}\b|\b\d{3,4}(?:[ -]\d{3,4}){2,}\b"
)
# looked for only where a run of its signs begins: one long word must not take minutes
_MAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")


class Hit(NamedTuple):
    """One place where a text may be worded better."""

    name: str
    level: Level
    words: str
    hint: str


class Word(NamedTuple):
    """One word of a text, as it is compared and as it was typed."""

    plain: str
    first: int
    after: int
    is_name: bool


@dataclass(frozen=True)
class WordClass:
    """One class of words: how strongly it is told, and what to write instead."""

    name: str
    level: Level
    hint: str
    words: tuple[str, ...]
    unless: tuple[str, ...] = ()
    counted: bool = False

    @cached_property
    def sought(self) -> "Phrases":
        """The phrases that are looked for."""
        return Phrases(self.words)

    @cached_property
    def spared(self) -> "Phrases":
        """The phrases in which the words are harmless."""
        return Phrases(self.unless)


class Phrases:
    """Phrases by their first words: a year of notes must not take long."""

    def __init__(self, written: Iterable[str]) -> None:
        """Read phrases as a word list has them."""
        self._by_start: dict[str, list[Phrase]] = {}
        for phrase in (each for one in written for each in read_phrase(one)):
            self._by_start.setdefault(phrase[0], []).append(phrase)

    def find(self, text: "Words", others: Collection[str]) -> Iterator[tuple[int, int]]:
        """Where phrases stand: the numbers of the first word and the one after."""
        for start, phrases in self._by_start.items():
            for n, phrase in product(text.places_of(start), phrases):
                stretch = text.words[n : n + len(phrase)]
                if len(stretch) == len(phrase) and all(
                    _fits(part, one, others)
                    for part, one in zip(phrase, stretch, strict=True)
                ):
                    yield n, n + len(phrase)


class Words:
    """The words of a text, and where each of them stands."""

    def __init__(self, text: str) -> None:
        """Take a text apart."""
        self.words = [_read_word(found) for found in _WORD.finditer(text)]
        self._places: dict[str, list[int]] = {}
        for n, word in enumerate(self.words):
            self._places.setdefault(word.plain, []).append(n)

    def places_of(self, part: str) -> Sequence[int]:
        """The numbers of the words that may stand for the first part of a phrase."""
        if part in (PERSON, NAME):
            return [n for n, word in enumerate(self.words) if word.is_name]
        if part.endswith("*"):
            known = (at for at in self._places if at.startswith(part[:-1]))
            return [n for word in known for n in self._places[word]]
        return self._places.get(part, ())


def _read_word(found: re.Match[str]) -> Word:
    typed = found[0]
    is_name = typed[:1].isupper() and typed[1:2].islower()
    return Word(typed.lower(), found.start(), found.end(), is_name)


def read_phrase(written: str) -> Iterator[Phrase]:
    """Take `he|she is late` apart into one phrase for each of the choices."""
    choices = [part.split("|") for part in written.split()]
    for chosen in product(*choices):
        yield tuple(word for part in chosen for word in _words_of_part(part))


def _words_of_part(part: str) -> list[str]:
    if part in (PERSON, NAME):
        return [part]
    return [found[0] for found in _WORD.finditer(_even(part).lower())]


def _fits(part: str, word: Word, others: Collection[str]) -> bool:
    if part == PERSON:
        return word.is_name and word.plain in others
    if part == NAME:
        return word.is_name
    if part.endswith("*"):
        return word.plain.startswith(part[:-1])
    return word.plain == part


def _even(text: str) -> str:
    return text.replace("’", "'").replace("‑", "-")


def weigh(
    text: str, classes: Iterable[WordClass], others: Collection[str] = ()
) -> tuple[Hit, ...]:
    """Find words that weaken a text, in their order; what is quoted is left alone.

    `others` are names, in small letters, of people whom the text is not about. Where
    two phrases overlap the longer one counts.
    """
    own = _even(blank_quotations(text))
    uncounted = _SENTENCE.sub(_blank_if_counted, own)
    words = {False: Words(own), True: Words(uncounted)}
    places = [
        (stretch[0].first, stretch[-1].after, one)
        for one in classes
        for stretch in _stretches_of(one, words[one.counted], others)
    ]
    return tuple(
        Hit(one.name, one.level, text[first:after], one.hint)
        for first, after, one in _longest(places)
    )


def _blank_if_counted(sentence: re.Match[str]) -> str:
    said = sentence[0]
    return " " * len(said) if _NUMBER.search(said) else said


def _stretches_of(
    one: WordClass, text: Words, others: Collection[str]
) -> Iterator[Sequence[Word]]:
    found = list(one.sought.find(text, others))
    spared = list(one.spared.find(text, others)) if found else ()
    for first, after in found:
        if not any(low <= first and after <= high for low, high in spared):
            yield text.words[first:after]


def _longest(
    places: list[tuple[int, int, WordClass]],
) -> list[tuple[int, int, WordClass]]:
    kept: list[tuple[int, int, WordClass]] = []
    for first, after, one in sorted(places, key=lambda at: (at[0], -at[1])):
        if not kept or first >= kept[-1][1]:
            kept.append((first, after, one))
    return kept


def find_marks(text: str) -> tuple[str, ...]:
    """Long numbers and mail addresses: they point at customers, patients, accounts."""
    own = blank_quotations(text)
    return tuple(
        found[0] for mark in (_MAIL, _LONG_NUMBER) for found in mark.finditer(own)
    )
