"""Who is meant in notes, by headings, attendees and file names; never a guess.

A name is taken as it is written; telling whether two spellings are one person is left
to the journal, but for the leader, who is nobody's guest in their own notes.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from guidelog.exchange.found import Someone
from guidelog.exchange.one_to_ones.headings import read_heading, span_year, unlink
from guidelog.matching import plain

_BETWEEN: Final = re.compile(
    r"\s*(?:[,;/&+]|<-?>|↔|\s(?:and|x|with)\s)\s*", re.IGNORECASE
)
_AFTER_NAMES: Final = re.compile(r"\s+[–—|·-]+\s+|:\s+")
_PAGE_ID: Final = re.compile(r"[ _-]?[0-9a-f]{32}$")
_COMMON: Final = """
1on1 1on1s agenda archive backup chat coaching daily desktop diary docs
documents downloads export exports file files guidance home inbox imports
journal journals leadership log logs markdown md meeting meetings memo
mentoring misc monthly my new note notebook notes obsidian old on one ones
people private project projects protocol record records report reports
session sessions staff sync talk talks team temp template test tmp to todo
untitled users vault weekly work
"""
_NO_NAME: Final = frozenset(_COMMON.split())
_JOINTS: Final = re.compile(r"[._-]+")
_ME: Final = ("me", "i", "myself")


@dataclass(frozen=True, slots=True)
class Circle:
    """Those a file can be about: who leads, who is known, and whom its place names."""

    leader: str = ""
    known: tuple[Someone, ...] = ()
    of_file: tuple[str, ...] = ()
    """Names that stand in the title, the file's name or its folder's, best first."""

    def is_leader(self, name: str) -> bool:
        """Tell whether this is the leader, by "me", the full or the first name."""
        called = plain_name(name)
        return called in _ME or bool(self.leader and is_same(called, self.leader))

    def is_known(self, name: str) -> bool:
        """Tell whether somebody of the journal or the file's place is called so."""
        return any(is_same(name, other) for other in self.of_file) or any(
            is_same(name, one.name) or plain_name(name) == plain_name(one.handle)
            for one in self.known
        )


def plain_name(name: str) -> str:
    """A name as names are compared here: no @ either, hyphens and dots as spaces."""
    return plain(_JOINTS.sub(" ", name.lstrip("@")))


def is_called(one: Someone, name: str) -> bool:
    """Tell whether somebody's handle or full name is this."""
    return plain_name(name) in (plain_name(one.handle), plain_name(one.name))


def is_same(one: str, other: str) -> bool:
    """Tell whether two spellings can be one person: the same, or one its first name."""
    first, second = plain_name(one).split(), plain_name(other).split()
    shorter, longer = sorted((first, second), key=len)
    return bool(shorter) and (shorter == longer or shorter == longer[:1])


def split_names(text: str) -> tuple[str, ...]:
    """The names in "Ada / Mira", "Ada, Bo and Li" or "[[Ada]] & me"."""
    words = " ".join(unlink(text).split())
    parts = _BETWEEN.split(f" {words} ")
    return tuple(part for one in parts if (part := one.strip(" \t\"'@*_")))


def take_names(text: str) -> tuple[tuple[str, ...], str]:
    """The names a heading's rest begins with, and what follows them; or no name."""
    first, *more = _AFTER_NAMES.split(text, maxsplit=1)
    names = split_names(first)
    if names and all(looks_like_name(name) for name in names):
        return names, "".join(more)
    return (), text


def looks_like_name(text: str) -> bool:
    """Tell whether this can be a name: a few words with capitals, none common."""
    words = text.split()
    return 0 < len(words) <= 4 and all(_is_name_word(word) for word in words)


def _is_name_word(word: str) -> bool:
    letters = word.strip(".'’").replace("-", "").replace("'", "").replace("’", "")
    is_small = word[0].islower() and word.casefold() not in ("van", "von", "de", "der")
    return letters.isalpha() and not is_small and word.casefold() not in _NO_NAME


def spaced(stem: str) -> str:
    """A file's name without the id of an export, spaces where words are joined."""
    text = _PAGE_ID.sub("", stem)
    return re.sub(r"(?<=[^\W\d])[-_.]|[-_.](?=[^\W\d])", " ", text)


def says_no_name(title: str) -> bool:
    """Tell whether a title says nothing: "1:1", "Meeting notes"."""
    return all(word.casefold() in _NO_NAME for word in re.findall(r"\w+", title))


def name_in_file_name(stem: str) -> str:
    """The person a file or folder is named after, or nobody.

    Days, one-to-one marks, ids of exports and common words are left aside; a name in
    small letters gets its capitals.
    """
    said = read_heading(spaced(stem))
    if span_year(said.rest) is not None:
        return ""
    words = [word for word in said.rest.split() if word.casefold() not in _NO_NAME]
    name = " ".join(word.title() if word.islower() else word for word in words)
    return name if looks_like_name(name) else ""


def without_leader(
    names: Iterable[str], circle: Circle, *, is_one_to_one: bool
) -> tuple[tuple[str, ...], str]:
    """The names but the leader's, and whom that leaves as the leader.

    Of two people in a one-to-one one is the leader: where the leader's name is not set,
    the one whom neither the file nor the journal knows. Where that can't be told the
    names are all given and nobody as the leader.
    """
    all_names = tuple(dict.fromkeys(names))
    others = tuple(name for name in all_names if not circle.is_leader(name))
    if len(others) < len(all_names) or circle.leader:
        return others, circle.leader
    if is_one_to_one and len(others) == 2:
        known = [name for name in others if circle.is_known(name)]
        if len(known) == 1:
            return (known[0],), next(name for name in others if name != known[0])
    return others, ""


def fullest(names: Sequence[str], spellings: Iterable[str]) -> tuple[str, ...]:
    """Each name in the longest of its spellings: "Ada" as "Ada Okonkwo"."""
    longer = tuple(spellings)
    return tuple(
        max((name, *(one for one in longer if is_same(one, name))), key=len)
        for name in names
    )
