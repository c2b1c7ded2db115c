"""The one place that prints: data on standard output, talk on standard error.

Everything shown is cleaned again, and said in ASCII where the stream has no UTF-8.
"""

import json
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from io import TextIOWrapper
from typing import Any, BinaryIO, TextIO

from guidelog.cleaning import clean, clean_line
from guidelog.cli.common import PROGRAM, wishes, with_journal
from guidelog.cli.fields import fields_of
from guidelog.cli.fitting import fit, fold, is_on_terminal, is_unicode
from guidelog.errors import (
    CouldNotWrite,
    GuidelogError,
    Interrupted,
    LineNotSaid,
    NotForScreens,
)

_STANDING: ContextVar[str] = ContextVar("standing", default="")
_LAST: ContextVar[GuidelogError | None] = ContextVar("last", default=None)


def forget_line() -> None:
    """Start a new line, of which nothing is written yet."""
    _STANDING.set("")
    _LAST.set(None)


def stands(what: str) -> None:
    """From now on what can't be printed is told of as written."""
    _STANDING.set(what)


def refuse_last(refusal: GuidelogError) -> None:
    """Keep a refusal for the end: the command goes on with what is left to do."""
    _LAST.set(refusal)


def say_last() -> int:
    """Say the refusal that was kept for the end; gives its code, 0 without one."""
    refusal = _LAST.get()
    if refusal is None:
        return 0
    say_refusal(refusal)
    return refusal.code


@contextmanager
def refusing() -> Iterator[None]:
    """Refuse where standard output takes no more: CouldNotWrite or LineNotSaid.

    That nobody reads on is no refusal, so BrokenPipeError passes.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as wrong:
        raise _unprinted(wrong) from wrong


def _unprinted(wrong: OSError | None = None) -> GuidelogError:
    why = reason(wrong) if wrong else "standard output is closed"
    what = _STANDING.get()
    return LineNotSaid(what=what, reason=why) if what else CouldNotWrite(reason=why)


def write(text: str) -> None:
    """Write to standard output as it is, but for what the stream can't show.

    Raises CouldNotWrite where the output is closed or full, or LineNotSaid.
    """
    if sys.stdout is None:
        raise _unprinted()
    with refusing():
        sys.stdout.write(fit(text, sys.stdout))


def write_bytes(data: bytes) -> None:
    """Write a finished document to standard output; a terminal gets it as text.

    Raises CouldNotWrite where the output is closed or full, or LineNotSaid.
    """
    if sys.stdout is None or sys.stdout.isatty():
        write(clean(data.decode(errors="replace")))
        return
    with refusing():
        sys.stdout.flush()
        sys.stdout.buffer.write(data)


class Cleaned:
    """A terminal that data is written to: nothing in it can repaint the screen."""

    def write(self, text: str, /) -> None:
        """Write some text, without controls."""
        write(clean(text))


def stream() -> TextIO | Cleaned:
    """Standard output for data: UTF-8 and unchanged, unless it is a terminal.

    Raises CouldNotWrite where it is closed.
    """
    if sys.stdout is None:
        raise _unprinted()
    if sys.stdout.isatty():
        return Cleaned()
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    return sys.stdout


def byte_stream(what: str) -> BinaryIO:
    """Standard output for bytes that no terminal can show.

    Raises CouldNotWrite where it is closed, NotForScreens where it is a terminal.
    """
    target = stream()
    if isinstance(target, Cleaned):
        raise NotForScreens(format=what)
    target.flush()
    return target.buffer


def finish() -> None:
    """Bring out what is still held back. Raises CouldNotWrite or LineNotSaid."""
    if sys.stdout is None:
        return
    with refusing():
        sys.stdout.flush()


def say_line(text: str) -> None:
    """Print one line; a text with several lines is put on one.

    On a terminal a line that is too long goes on under what it says.
    """
    write(f"{fold(_one_line(text), sys.stdout)}\n")


def say_entries(lines: Sequence[str]) -> None:
    """Print a line per entry written, its id first; quietly only the first id."""
    if wishes().quiet:
        lines = [line.split(maxsplit=1)[0] for line in lines[:1]]
    for line in lines:
        say_line(line)


def note(text: str) -> None:
    """Say something beside the data, on standard error; quietly nothing."""
    if not wishes().quiet:
        talk(text)


def talk(text: str) -> None:
    """Say one line on standard error, quietly or not; it may name a command to type."""
    if sys.stderr is None:
        return
    line = _one_line(with_journal(text))
    try:
        print(fit(fold(line, sys.stderr), sys.stderr), file=sys.stderr, flush=True)
    except OSError:
        # Nobody listens, and there is nowhere else to say so.
        return


def say_refusal(refusal: GuidelogError) -> None:
    """Say what could not be done, what would help, and where the text is kept."""
    if isinstance(refusal, Interrupted) and sys.stderr and sys.stderr.isatty():
        talk("")  # the terminal wrote ^C on the line the leader was in
    talk(f"{PROGRAM}: {refusal.says}")
    for line in (refusal.helps, *getattr(refusal, "__notes__", ())):
        if line:
            talk(f"  {line}")


def print_json(entity: str, rows: Iterable[Any]) -> None:
    """Print rows as ``{"format": 1, "entity": …, "rows": […]}``."""
    shown = {"format": 1, "entity": entity, "rows": fields_of(list(rows))}
    plain = not is_unicode(sys.stdout)
    # Dates, moments and paths become their text.
    write(clean(json.dumps(shown, ensure_ascii=plain, indent=2, default=str)) + "\n")


def show_lines(text: str) -> None:
    """Show a plain text, its long lines broken between words on a terminal only."""
    show(fold(clean(text), sys.stdout))


def show(text: str) -> None:
    """Print a finished page, through the pager where it does not fit the terminal.

    The text may hold our own colours: whoever made it has cleaned what it shows.
    """
    if text and not text.endswith("\n"):
        text += "\n"
    pager = shlex.split(os.environ.get("PAGER", "less")) if _is_paged(text) else []
    if pager and shutil.which(pager[0]):
        _page(pager, text)
    else:
        write(text)


def is_coloured() -> bool:
    """Say whether to colour: on a terminal, or because ``--color`` wants it."""
    return {"always": True, "never": False}.get(wishes().color, is_on_terminal())


def reason(wrong: OSError) -> str:
    """Word why the system refused, with the file where there is one."""
    named = f": {wrong.filename}" if wrong.filename else ""
    return f"{wrong.strerror or type(wrong).__name__}{named}"


def _one_line(text: str) -> str:
    return clean_line(text).rstrip()


def _is_paged(text: str) -> bool:
    wanted = wishes().pager and sys.stdin is not None and sys.stdin.isatty()
    if not (wanted and is_on_terminal()):
        return False
    return text.count("\n") >= shutil.get_terminal_size().lines


def _page(pager: Sequence[str], text: str) -> None:
    finish()
    setting = {"LESS": "FRX"} | os.environ
    shown = fit(text, sys.stdout)
    encoding = sys.stdout.encoding
    with subprocess.Popen(
        pager, stdin=subprocess.PIPE, encoding=encoding, env=setting
    ) as pages:
        try:
            pages.communicate(shown)
        except (BrokenPipeError, KeyboardInterrupt):
            # Leaving the pager early, or with Ctrl-C, is how pages are put away.
            pages.wait()
