"""Text made harmless: what could hide, repaint or forge is taken out of a text.

Used on the way in, before a text is kept, and again on the way out, before it is shown.
"""

import re
from typing import Final
from unicodedata import category

# An escape sequence goes as a whole: without its ESC, "[31m" would stay as litter. Only
# the two forms that end for certain do; after any other ESC stands the leader's text.
_ESCAPE_SEQUENCE: Final = re.compile(
    "(?:\x1b\\[|\x9b)[0-9:;<=>?]*[ -/]*[@-~]"  # colours and movements
    "|(?:\x1b\\]|\x9d)[^\x07\x1b\x9c\x9d\n]*(?:\x07|\x1b\\\\|\x9c)"  # titles and links
)
_HARMFUL: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 and C1 controls but line feed and tab
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"  # marks that turn the direction
)
_UNSEEN: Final = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Letters and signs that are drawn as nothing."""
_EMPTY: Final = ("Cc", "Cf", "Zs", "Zl", "Zp")
_HALVES: Final = re.compile("[\ud800-\udfff]")
"""Halves of signs, which no file can hold; that something stood there stays."""
_LINE_ENDS: Final = re.compile("\r\n?|\x85|\u2028|\u2029")


def clean(text: str) -> str:
    """Give the text without controls, escape sequences and direction marks.

    Line feeds and tabs stay, other line ends become line feeds. Cleaning a clean text
    changes nothing.
    """
    if text.isprintable():
        # nothing else is harmful, and most texts are so
        return text
    ended = _LINE_ENDS.sub("\n", _HALVES.sub("\ufffd", text))
    return _HARMFUL.sub("", _ESCAPE_SEQUENCE.sub("", ended))


def clean_line(text: str) -> str:
    """Give the clean text on one line, its line ends and tabs turned into spaces."""
    if text.isprintable():
        return text
    return " ".join(part for part in re.split("[\n\t]+", clean(text)) if part)


def is_blank(text: str) -> bool:
    """Tell whether a clean text shows nothing, as spaces without width."""
    return all(sign in _UNSEEN or category(sign) in _EMPTY for sign in clean(text))
