"""The editor: the leader's own, on a private file that is removed afterwards.

Closing it without a change, with nothing left or with an error changes nothing.
"""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Final

from guidelog.cleaning import clean
from guidelog.cli.drafts import running_command
from guidelog.cli.whereabouts import journal_file
from guidelog.errors import EditorFailed, NoEditor, NoTerminal, NotUtf8
from guidelog.storage.buffers import open_buffer

USUAL_EDITORS: Final = ("sensible-editor", "nano", "vim", "vi", "notepad")
TERMINAL: Final = "/dev/tty"
Keep = Callable[[str], None]


def edit_plain(text: str, keep: Keep) -> str:
    """Go on with a text in the editor; empty where nothing changed or nothing is left.

    ``keep`` is handed a changed text before anything else can go wrong. Raises
    EditorFailed, NoEditor, NoTerminal, NotUtf8.
    """
    edited = edit(text, keep).strip()
    return "" if edited == text.strip() else edited


def edit(text: str, keep: Keep) -> str:
    """Open the editor on a text and give what stands there once it is closed."""
    words = editor_words()
    with open_buffer(journal_file(), running_command(), text) as file:
        code = run_editor([*words, str(file)])
        edited = _read(file, keep)
    if edited.rstrip("\n") != text.rstrip("\n") and edited.strip():
        keep(edited)
    if code:
        ended = "was killed" if code < 0 else f"ended with error {code}"
        raise EditorFailed(editor=words[0], ended=ended)
    return edited


def editor_words() -> list[str]:
    """The leader's editor, as VISUAL or EDITOR names it, else a usual one.

    Raises NoEditor where it is not to be found.
    """
    for name in ("VISUAL", "EDITOR"):
        words = _split(os.environ.get(name, ""))
        if words and not shutil.which(words[0]):
            raise NoEditor(editor=f"{name} names {words[0]}, which is not there")
        if words:
            return words
    found = next(filter(shutil.which, USUAL_EDITORS), None)
    if found is None:
        raise NoEditor(editor="there is no editor")
    return [found]


def _split(said: str) -> list[str]:
    try:
        return shlex.split(said, posix=os.name == "posix")
    except ValueError as wrong:
        raise NoEditor(editor="VISUAL or EDITOR has a quote without its end") from wrong


def run_editor(words: Sequence[str]) -> int:
    """Run an editor on the terminal and give its exit code, negative where killed."""
    with _terminal() as (given, shown):
        try:
            process = subprocess.Popen(words, stdin=given, stdout=shown)
        except OSError as wrong:
            raise NoEditor(editor=f"{words[0]} can't be started") from wrong
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:
                # Ctrl-C is for the editor; it has been told, too.
                continue


@contextmanager
def _terminal() -> Iterator[tuple[IO[bytes] | None, IO[bytes] | None]]:
    """Give the editor the terminal, also where we read or write something else."""
    with ExitStack() as opened:
        yield (
            _own_or_terminal(opened, is_free=_is_terminal(sys.stdin), mode="rb"),
            _own_or_terminal(opened, is_free=_is_terminal(sys.stdout), mode="wb"),
        )


def _own_or_terminal(
    opened: ExitStack, *, is_free: bool, mode: str
) -> IO[bytes] | None:
    if is_free:
        return None
    try:
        return opened.enter_context(Path(TERMINAL).open(mode, buffering=0))
    except OSError as wrong:
        raise NoTerminal from wrong


def _is_terminal(stream: object) -> bool:
    isatty = getattr(stream, "isatty", None)
    return bool(isatty and isatty())


def _read(file: Path, keep: Keep) -> str:
    try:
        raw = file.read_bytes()
    except FileNotFoundError:
        # an editor may take an emptied file away
        return ""
    try:
        return clean(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as wrong:
        # any byte is a letter there: nothing is lost while it is put right
        keep(clean(raw.decode("latin-1")))
        raise NotUtf8(what="the text from the editor") from wrong
