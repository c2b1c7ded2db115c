"""Fitting: how wide a page may be, and which signs its stream can show."""

import os
import shutil
import sys
from typing import Final, TextIO

from guidelog.cli.hanging import hang_all

WIDEST: Final = 100
NARROWEST: Final = 20

ASCII: Final = str.maketrans(
    "●◇▲◆↳○✓ █▓▒░■□◐◑ ─━═│→←×• ·–—−… “”„‘’",
    '*?^!>ox ###.#_%% -==|><x* ----~ """\'\'',
)
"""The stand-in of each sign; one for one, so that columns stay in place."""


def width() -> int:
    """Give the width in columns: of the terminal, or COLUMNS, or 80; at most 100."""
    return _within(shutil.get_terminal_size().columns)


def is_on_terminal() -> bool:
    """Say whether what is printed is seen on a terminal right away."""
    return sys.stdout is not None and sys.stdout.isatty()


def is_unicode(stream: TextIO | None) -> bool:
    """Say whether the stream can show every sign."""
    encoding = getattr(stream, "encoding", None) or "utf-8"
    return encoding.lower().replace("-", "").startswith("utf")


def fit(text: str, stream: TextIO) -> str:
    """Give the text as the stream can show it: ASCII signs where it has no UTF-8."""
    if not is_unicode(stream):
        text = text.translate(ASCII)
    encoding = getattr(stream, "encoding", None) or "utf-8"
    return text.encode(encoding, "replace").decode(encoding)


def fold(text: str, stream: TextIO | None) -> str:
    """Break the lines for the terminal that the stream goes to; for others none."""
    if stream is None or not stream.isatty():
        return text
    return hang_all(text, _within(_columns_of(stream)))


def _columns_of(stream: TextIO) -> int:
    # shutil asks standard output, which may go into a file while talk is on the screen
    if "COLUMNS" in os.environ or is_on_terminal():
        return shutil.get_terminal_size().columns
    return os.get_terminal_size(stream.fileno()).columns


def _within(columns: int) -> int:
    return max(NARROWEST, min(columns, WIDEST))
