"""Numbers as a leader types them: kept as they stand, never rounded, never guessed."""

import re

from guidelog.errors import NoCount, NoLevel, UnreadableNumber

_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")
_COUNT = re.compile(r"[1-9][0-9]{0,5}")
_LEVEL = re.compile(r"[+-]?[012]")


def read_number(text: str) -> str:
    """A decimal number as typed, with a point and no separators; zero has no sign.

    Raises UnreadableNumber.
    """
    said = text.strip()
    if not _NUMBER.fullmatch(said):
        raise UnreadableNumber(text=text)
    return said if said.strip("-0.") else said.removeprefix("-")


def read_count(text: str) -> int:
    """How many people there are, at least one. Raises NoCount."""
    if not _COUNT.fullmatch(text.strip()):
        raise NoCount(text=text)
    return int(text)


def read_level(text: str) -> int:
    """A level of goal attainment from -2 to +2. Raises NoLevel."""
    plain = text.strip().replace("−", "-")
    if not _LEVEL.fullmatch(plain):
        raise NoLevel(text=text)
    return int(plain)
