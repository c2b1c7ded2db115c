"""Signs of entries, and what stands for every sign where there is only ASCII."""

import unicodedata
from collections.abc import Mapping
from typing import Final

from guidelog.reports.blocks import Mark

GLYPHS: Final[Mapping[Mark, str]] = {
    "session": "●",
    "observation": "◇",
    "goal": "▲",
    "progress": "▲",
    "resistance": "◆",
    "attempt": "↳",
    "commitment": "○",
    "done": "✓",
    "topic": "□",
    "assessment": "▲",
    "handout": "▸",
    "move": "◆",
    "seen": "◆",
    "hearsay": "◇",
}

MARKS: Final[Mapping[str, Mark]] = {mark: mark for mark in GLYPHS}
"""The mark of each kind of entry by its name."""

_STAND_INS: Final = str.maketrans(
    {
        "●": "*",
        "◇": "?",
        "▲": "^",
        "◆": "!",
        "↳": ">",
        "○": "o",
        "✓": "x",
        "□": "_",
        "▸": "+",
        "▽": "v",
        "▪": "#",
        "━": "=",
        "─": "-",
        "▐": "[",
        "▌": "]",
        "¦": "|",
        "·": "|",
        "→": "->",
        "…": "...",
        "–": "-",
        "—": "-",
        "−": "-",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "‘": "'",
        "’": "'",
        "ß": "ss",
        "æ": "ae",
        "Æ": "AE",
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
    }
)


def spell_in_ascii(text: str) -> str:
    """The text in ASCII: stand-ins for glyphs, letters without accents, else `?`."""
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFKD", text.translate(_STAND_INS))
    letters = (sign for sign in parts if not unicodedata.combining(sign))
    return "".join(sign if sign.isascii() else "?" for sign in letters)
