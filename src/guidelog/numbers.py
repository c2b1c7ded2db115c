"""Numbers as a leader types them: kept as they stand, never rounded, never guessed."""

import re

from guidelog.errors import NoLevel, UnreadableNumber

_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")
_LEVEL = re.compile(r"[+-]?[012]")


def read_number(text: str) -> str:
    """A decimal number as typed, with a point and no separators.

    Raises UnreadableNumber.
    """
    if not _NUMBER.fullmatch(text.strip()):
        raise UnreadableNumber(text=text)
    return text.strip()


def read_level(text: str) -> int:
    """A level of goal attainment from -2 to +2. Raises NoLevel."""
    plain = text.strip().replace("−", "-")
    if not _LEVEL.fullmatch(plain):
        raise NoLevel(text=text)
    return int(plain)
