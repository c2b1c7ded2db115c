"""Other people in a text: P1, P2 … in the place of their names, and what to check.

Whole words, in any case, accents as they are written. It finds full names, the words of
a name, and handles; it can't find initials, nicknames and what only points at somebody.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from typing import Final, NamedTuple

from guidelog.lookback.kept import Naming
from guidelog.lookback.sought import Word

SHORTEST_WORD: Final = 2
"""Letters a word of a name needs to be looked for by itself."""


class Hit(NamedTuple):
    """What was put in the place of a name, and why it may be wrong."""

    who: str
    doubt: str = ""


class Name(NamedTuple):
    """One way to call somebody: whose it is, and whether the person has it too."""

    typed: str
    uids: frozenset[str]
    is_own: bool = False


ACCENT: Final = "[\u0300-\u036f]"
"""What may follow a letter and is part of it."""
ORDINARY: Final = "perhaps an ordinary word"
SHARED: Final = "a name that several have"
OWN_TOO: Final = "somebody else has this name too, it is left as it is"


class OtherPeople:
    """Gives everybody but one person a number, in the order in which they occur."""

    def __init__(self, own: Naming, others: Collection[Naming]) -> None:
        """Begin with everybody's names, and nobody numbered."""
        self._names = list(names_of(own, others))
        self._pattern = pattern_of(self._names)
        self._handles = {one.handles[-1]: one.uid for one in others if one.handles}
        self._numbers: dict[str, str] = {}

    @property
    def numbers(self) -> dict[str, str]:
        """The uid behind each number that was given, the numbers in order."""
        return {number: uid for uid, number in self._numbers.items()}

    def put_into(self, text: str) -> tuple[str, list[Hit]]:
        """Put numbers in the place of names; gives each place where a name stood."""
        hits: list[Hit] = []

        def put(found: re.Match[str]) -> str:
            name = self._names[(found.lastindex or 1) - 1]
            if not name.uids:
                return found.group()
            number = self._number(name.uids)
            if name.is_own:
                hits.append(Hit(number, OWN_TOO))
                return found.group()
            hits.append(Hit(number, doubt_about(found.group(), name)))
            return number

        return (self._pattern.sub(put, text) if self._pattern else text), hits

    def put_for(self, handles: str) -> str:
        """Put numbers in the place of those handles in a cell that are others'."""
        return " ".join(map(self._put_for_one, handles.split(" ")))

    def _put_for_one(self, handle: str) -> str:
        uid = self._handles.get(handle)
        return self._number([uid]) if uid else handle

    def _number(self, uids: Iterable[str]) -> str:
        for uid in sorted(uids):
            self._numbers.setdefault(uid, f"P{len(self._numbers) + 1}")
        return " or ".join(sorted((self._numbers[uid] for uid in uids), key=length))


def length(number: str) -> tuple[int, str]:
    """The order of numbers: P2 before P10."""
    return len(number), number


def names_of(own: Naming, others: Iterable[Naming]) -> Iterator[Name]:
    """Every way to call somebody, the longest first; the person's own are kept."""
    whose: dict[str, set[str]] = {}
    typed: dict[str, str] = {}
    for one in (own, *others):
        for name in ways_to_call(one):
            key = folded(name)
            typed.setdefault(key, name)
            whose.setdefault(key, set()).add(one.uid)
    for key in sorted(whose, key=lambda key: (-len(key), key)):
        uids = whose[key]
        yield Name(typed[key], frozenset(uids - {own.uid}), own.uid in uids)


def ways_to_call(one: Naming) -> Iterator[str]:
    """The names, their longer words but for such as "van", and the handles."""
    for name in one.names:
        words = name.split()
        yield " ".join(words)
        capitals = name != name.lower()
        yield from (
            word
            for word in words
            if Word(word).is_anywhere
            or (len(word) >= SHORTEST_WORD and not (capitals and word[:1].islower()))
        )
    yield from one.handles


def folded(name: str) -> str:
    """A name as it is compared: in any case, and in one way to write accents."""
    return unicodedata.normalize("NFC", name).lower()


def pattern_of(names: Iterable[Name]) -> re.Pattern[str] | None:
    """One pattern for all names, a group for each."""
    groups = [f"({alternatives(name.typed)})" for name in names]
    return re.compile("|".join(groups), re.IGNORECASE) if groups else None


def alternatives(typed: str) -> str:
    """A name as a whole word, or as several, with accents in either way."""
    forms = {unicodedata.normalize(form, typed) for form in ("NFC", "NFD")}
    either = "|".join(
        r"\s+".join(map(re.escape, form.split())) for form in sorted(forms)
    )
    if Word(typed).is_anywhere:
        return f"(?:{either})"
    return rf"(?<![^\W_])(?:{either})(?![^\W_]|{ACCENT})"


def doubt_about(found: str, name: Name) -> str:
    """Why a name in a text may mean somebody else, or nobody."""
    if len(name.uids) > 1:
        return SHARED
    return ORDINARY if found == found.lower() and " " not in found else ""
