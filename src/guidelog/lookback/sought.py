"""Words that are sought: how they ask the text index, where they stand in a text."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

Marks = tuple[tuple[int, int], ...]

# The text index knows words by the spaces around them. These scripts have none, and
# signs are no words to it; nor does it know every letter beyond the first 65,536.
_UNSPACED: Final = re.compile(
    "[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00010000-\U0010ffff]"
)
_LETTERS: Final = re.compile(r"[^\W_]+")
_ACCENT: Final = "[\u0300-\u036f]"
_WILDCARDS: Final = re.compile(r"[%_\\]")


@dataclass(frozen=True, slots=True)
class Word:
    """One word that is sought, as it was typed."""

    typed: str

    @property
    def is_anywhere(self) -> bool:
        """Whether it may stand within other letters: Chinese, Thai, signs."""
        return bool(_UNSPACED.search(self.typed)) or not _LETTERS.search(self.typed)

    @property
    def goes_on(self) -> bool:
        """Whether longer words that begin with it are meant too."""
        return self.typed[-1].isalnum()

    @property
    def quoted(self) -> str:
        """The word for the text index, to which nothing in quotes is an operator."""
        quoted = '"{}"'.format(self.typed.replace('"', '""'))
        return f"{quoted}*" if self.goes_on else quoted

    @property
    def like(self) -> str:
        """The word for LIKE, with ``\\`` before what LIKE would take for a wildcard."""
        return "%{}%".format(_WILDCARDS.sub(r"\\\g<0>", self.typed))


def read_words(text: str) -> tuple[Word, ...]:
    """Take a text apart at its spaces, each word once."""
    return tuple(Word(typed) for typed in dict.fromkeys(text.split()))


def mark(text: str, words: Iterable[Word]) -> tuple[Marks, frozenset[Word]]:
    """Find the places of words in a text, and which of the words stand in it.

    Places do not overlap and are in order.
    """
    folded = fold(text)
    places, there = [], set()
    for word in words:
        found = [match.span() for match in pattern_of(word).finditer(folded)]
        places += found
        there |= {word} if found else set()
    return merge(places), frozenset(there)


@cache
def pattern_of(word: Word) -> re.Pattern[str]:
    """The expression that finds a word in a folded text as the text index would."""
    folded = fold(word.typed)
    if word.is_anywhere:
        return re.compile(re.escape(folded))
    # an accent may be a sign of its own behind its letter
    runs = [f"{_ACCENT}*".join(map(re.escape, run)) for run in _LETTERS.findall(folded)]
    end = f"(?:[^\\W_]|{_ACCENT})*" if word.goes_on else f"{_ACCENT}*(?![^\\W_])"
    return re.compile("(?<![^\\W_])" + "[\\W_]+".join(runs) + end)


def fold(text: str) -> str:
    """Give a text without case and accents, letter for letter in the same places."""
    return "".join(map(fold_letter, text))


@cache
def fold_letter(letter: str) -> str:
    """Give the plain small letter behind a letter."""
    plain = unicodedata.normalize("NFD", letter.lower())
    return plain[0] if all(map(unicodedata.combining, plain[1:])) else letter


def merge(places: Iterable[tuple[int, int]]) -> Marks:
    """Put places in order, those that overlap or touch made one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
