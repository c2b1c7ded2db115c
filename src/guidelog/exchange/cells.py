"""Cells: what a cell of a table says, as fields of an entry have it."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final

from guidelog.cleaning import is_blank
from guidelog.dates import (
    Moment,
    read_day,
    read_formatted,
    read_formatted_day,
    read_minutes,
    read_past,
)
from guidelog.errors import UnfitCell, UnreadableDuration
from guidelog.exchange.found import Wishes
from guidelog.matching import is_handle
from guidelog.numbers import read_number
from guidelog.words import RELATION_SYNONYMS

_MIDNIGHT: Final = re.compile(r"[ T]0?0:00(:00(\.0+)?)?$")
_SECONDS: Final = re.compile(r"(?<=\d:\d\d):\d\d(\.\d+)?(?=$|[+Z -])")
_CLOCK_LENGTH: Final = re.compile(r"(\d{1,2}:\d\d):00")
_COMMA: Final = re.compile(r"-?\d+,\d+")
_AMONG: Final = re.compile(r"[,;/\n&+]| and | und ")
_YES: Final = frozenset(("true", "yes", "y", "x", "1", "ja", "wahr", "✓"))
_NO: Final = frozenset(("false", "no", "n", "0", "nein", "falsch"))
_PAID: Final = MappingProxyType(
    dict.fromkeys(("paid", "internal"), "")
    | dict.fromkeys(("pro bono", "pro-bono", "probono", "unpaid", "free"), "pro-bono")
)
_SERIAL: Final = re.compile(r"[1-9]\d{4}(\.\d+)?")
"""How a spreadsheet keeps a day: the number of days since 1900, or 1904."""
_LONGEST_TOLD: Final = 40


Numbered = Callable[[float], str]
"""Gives the day of a spreadsheet's number, and perhaps a time, as ISO text."""


class DayCells:
    """Reads the days of a table as the leader's wishes have it."""

    def __init__(self, wishes: Wishes, numbered: Numbered | None = None) -> None:
        """Remember what was read: a table says each day often.

        `numbered` tells the day of a number where days may stand as numbers.
        """
        self._wishes = wishes
        self._numbered = numbered
        self.moment = lru_cache(4096)(self._moment)

    def _moment(self, text: str, time: str = "") -> Moment:
        """When something happened; midnight sharp is how programs write a mere day."""
        now, written = self._wishes.now, self._wishes.date_format
        if self._numbered and _SERIAL.fullmatch(text):
            return read_past(_MIDNIGHT.sub("", self._numbered(float(text))), now)
        if written:
            moment = read_formatted(text, written, now)
            if not time:
                return moment
            text = str(moment.day)
        said = _SECONDS.sub("", _MIDNIGHT.sub("", text.strip()))
        return read_past(f"{said} {_SECONDS.sub('', time.strip())}".strip(), now)

    def day(self, text: str) -> str:
        """Any day, as ISO text."""
        now, written = self._wishes.now, self._wishes.date_format
        if self._numbered and _SERIAL.fullmatch(text):
            return self._numbered(float(text))[:10]
        if written:
            return read_formatted_day(text, written, now).isoformat()
        return read_day(_MIDNIGHT.sub("", text.strip()), now).isoformat()


def read_text(text: str) -> str:
    """A text, exact."""
    return text


def read_word(text: str) -> str:
    """A word of the vocabulary, whose case makes no difference."""
    return text.strip().casefold().replace(" ", "-")


def read_state(text: str) -> str:
    """The state of a goal; an open one says nothing."""
    word = read_word(text)
    known = {"done": "achieved", "completed": "achieved", "closed": "achieved"}
    return "" if word in ("open", "active", "in-progress") else known.get(word, word)


def read_relation(text: str) -> str:
    """A relation, or another word for it."""
    word = text.strip().casefold()
    return RELATION_SYNONYMS.get(word, word)


def read_length(text: str) -> int | None:
    """Minutes, in every way a length is written; nothing for 0."""
    plain = text.strip().replace(",", ".")
    if re.fullmatch(r"0*(\.0*)?|0?0:00(:00)?", plain):
        return None
    if re.fullmatch(r"\d+\.0+", plain):
        plain = plain.partition(".")[0]
    return read_minutes(_CLOCK_LENGTH.sub(r"\1", plain))


def read_hours(text: str) -> int | None:
    """Hours as minutes: 0,33 is 20, since two decimals can't say it better."""
    plain = text.strip().replace(",", ".")
    if not re.fullmatch(r"\d{1,2}(\.\d{1,15})?|\.\d{1,15}", plain):
        return read_length(text)
    minutes = int(Decimal(plain) * 60 + Decimal("0.5"))
    if minutes > 24 * 60:
        raise UnreadableDuration(text=text)
    return minutes or None


def read_people(text: str) -> tuple[str, ...]:
    """The names in a cell, apart at commas, semicolons, strokes, lines, & and "and"."""
    names = (name.strip().lstrip("@") for name in _AMONG.split(text))
    return tuple(name for name in names if not is_blank(name))


def read_handles(text: str) -> tuple[str, ...]:
    """The handles in a cell of our own; anything else as in other people's cells."""
    words = tuple(text.split())
    return words if all(map(is_handle, words)) else read_people(text)


def read_words(text: str) -> list[str]:
    """Tags or other words, apart at spaces, commas and semicolons, without marks."""
    words = (word.lstrip("#+") for word in re.split(r"[\s,;]+", text))
    return [word for word in words if word]


def read_names(text: str) -> list[str]:
    """Names of goals, apart at semicolons and lines."""
    return [name.strip() for name in re.split(r"[;\n]", text) if name.strip()]


def read_count(text: str) -> int:
    """A whole number above 0. Raises UnfitCell."""
    found = re.fullmatch(r"(\d{1,6})(\.0+)?", text.strip())
    if not found:
        raise UnfitCell(text=_told(text), wanted="a whole number")
    return int(found[1])


def read_amount(text: str) -> str:
    """A decimal number, with a point or a comma. Raises UnreadableNumber."""
    plain = text.strip()
    return read_number(plain.replace(",", ".") if _COMMA.fullmatch(plain) else plain)


def is_switch(text: str) -> bool:
    """Tell whether a cell says yes or no."""
    return text.strip().casefold() in _YES | _NO


def read_switch(text: str) -> bool:
    """Yes or no. Raises UnfitCell."""
    if not is_switch(text):
        raise UnfitCell(text=_told(text), wanted="yes or no")
    return text.strip().casefold() in _YES


def read_paid(text: str) -> str:
    """Paid, pro bono or internal; yes is paid, no pro bono."""
    word = text.strip().casefold()
    if word in _PAID:
        return _PAID[word] or word
    return "paid" if read_switch(text) else "pro-bono"


def _told(text: str) -> str:
    """As much of a cell as a message may say."""
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST_TOLD else f"{plain[:_LONGEST_TOLD]}…"


READERS: Final[Mapping[str, Callable[[str], Any]]] = MappingProxyType(
    {
        **dict.fromkeys(("mode", "setting", "visibility"), read_word),
        **dict.fromkeys(("agreed_visibility", "scale", "origin"), read_word),
        **dict.fromkeys(("standard", "noticed"), read_word),
        **dict.fromkeys(("tags", "actions"), read_words),
        **dict.fromkeys(("baseline", "target"), read_amount),
        **dict.fromkeys(("group_size", "rhythm_days"), read_count),
        "goals": read_names,
        "minutes": read_length,
        "paid": read_paid,
        "unwritten": read_switch,
        "relation": read_relation,
        "state": read_state,
        "handle": read_word,
    }
)
"""How the cell of a field is read; any other is a text."""
DAYS: Final = frozenset(
    (
        *("since", "log_consent_on", "archived_on", "target_on", "closed_on"),
        *("due_on", "done_on"),
    )
)
"""Fields that are plain days."""
