"""The keyboard: a line typed by the leader, edited and completed as it is typed."""

import os
import select
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from io import TextIOWrapper
from types import ModuleType
from typing import Final

from guidelog.cleaning import clean
from guidelog.cli import fitting, output
from guidelog.errors import NotUtf8

WORD_ENDS: Final = " ,"
"""What parts the words that TAB completes; a dash is part of a word."""
PASTE_PAUSE: Final = 0.05
"""Seconds after which an empty line was typed, and not part of something pasted."""


@contextmanager
def at_keyboard() -> Iterator[None]:
    """Take over the line editor; afterwards it is as it was."""
    if isinstance(sys.stdin, TextIOWrapper):
        # What is no text is refused where it was typed, not by a decoder underneath.
        sys.stdin.reconfigure(errors="surrogateescape")
    editor = _line_editor()
    if editor is None:
        yield
        return
    completer, ends = editor.get_completer(), editor.get_completer_delims()
    editor.set_completer_delims(WORD_ENDS)
    # An answer is no line of a shell: arrow-up must not bring up the note.
    editor.set_auto_history(False)
    _bind_tab(editor)
    try:
        yield
    finally:
        editor.set_auto_history(True)
        editor.set_completer_delims(ends)
        editor.set_completer(completer)


def type_line(prompt: str, words: Sequence[str] = ()) -> str:
    """Let the leader type one line; TAB completes these words, never file names.

    Raises EOFError for Ctrl-D, KeyboardInterrupt for Ctrl-C, NotUtf8.
    """
    editor = _line_editor()
    if editor is not None:
        editor.set_completer(lambda start, n: _nth(words, start, n))
    try:
        line = input(fitting.fit(prompt, sys.stdout))
    except EOFError:
        output.say_line("")
        raise
    return clean(_as_text(line))


def more_is_waiting() -> bool:
    """Say whether further input is there already, as after a paste."""
    if os.name != "posix":
        return False
    return bool(select.select([sys.stdin], [], [], PASTE_PAUSE)[0])


def _line_editor() -> ModuleType | None:
    # Loaded on a terminal only: it may write to standard output when it is loaded.
    try:
        return import_module("readline")
    except ImportError:
        return None


def _bind_tab(editor: ModuleType) -> None:
    is_libedit = "libedit" in (editor.__doc__ or "")
    editor.parse_and_bind("bind ^I rl_complete" if is_libedit else "tab: complete")


def _nth(words: Sequence[str], start: str, n: int) -> str | None:
    fitting = [word for word in words if word.startswith(start)]
    return fitting[n] if n < len(fitting) else None


def _as_text(line: str) -> str:
    """Read as UTF-8 what the locale could not: most terminals speak it anyway."""
    try:
        line.encode()
    except UnicodeEncodeError:
        raw = line.encode(sys.stdin.encoding, "surrogateescape")
    else:
        return line
    try:
        return raw.decode()
    except UnicodeDecodeError as wrong:
        raise NotUtf8(what="that line") from wrong
