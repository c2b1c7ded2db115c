"""Numbers as a leader types them: kept as they stand, never rounded, never guessed."""

import re
from collections.abc import Callable
from functools import partial

from guidelog.errors import NoLevel, NotBetween, UnreadableNumber

MOST = 999_999
"""The greatest whole number that is counted with: of people, rows, minutes or steps."""

_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")
_WHOLE = re.compile(r"[0-9]{1,6}")
_LEVEL = re.compile(r"[+-]?[012]")


def read_number(text: str) -> str:
    """A decimal number as typed, with a point and no separators; zero has no sign.

    Raises UnreadableNumber.
    """
    said = text.strip()
    if not _NUMBER.fullmatch(said):
        raise UnreadableNumber(text=text)
    return said if said.strip("-0.") else said.removeprefix("-")


def read_level(text: str) -> int:
    """A level of goal attainment from -2 to +2. Raises NoLevel."""
    plain = text.strip().replace("−", "-")
    if not _LEVEL.fullmatch(plain):
        raise NoLevel(text=text)
    return int(plain)


def read_whole(text: str, first: int = 1, last: int = MOST) -> int:
    """A whole number between two, both included. Raises NotBetween."""
    plain = text.strip()
    if not _WHOLE.fullmatch(plain) or not first <= int(plain) <= last:
        raise NotBetween(text=text, first=first, last=last)
    return int(plain)


def whole_between(first: int, last: int) -> Callable[[str], int]:
    """The reader of a whole number between two, both included."""
    return partial(read_whole, first=first, last=last)
