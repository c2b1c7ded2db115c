"""Passphrases: typed unseen on a terminal, and never shown, not even as stars."""

import sys
from importlib import import_module
from pathlib import Path

from guidelog.cli import output
from guidelog.errors import (
    NewPassphraseNeeded,
    NotUtf8,
    PassphraseNotSet,
    WeakPassphrase,
)
from guidelog.storage.keys import TRIES, check_strength


def ask_passphrase(path: Path, again: bool) -> str | None:
    """Ask for the passphrase of a file; None where there is nobody to ask.

    Standard output may go elsewhere, as in ``guidelog export sessions > sessions.csv``.
    """
    if not can_ask():
        return None
    if again:
        output.talk(f"{path.name} does not open with that.")
    return type_unseen(f"Passphrase of {path.name}: ")


def can_ask() -> bool:
    """Say whether somebody sits there: input and talk are both terminals."""
    streams = (sys.stdin, sys.stderr)
    return all(stream is not None and stream.isatty() for stream in streams)


def type_unseen(prompt: str) -> str:
    """Let the leader type one line unseen; Ctrl-D leaves it empty. Raises NotUtf8."""
    # loaded on a terminal only, as most journals are never asked for one
    terminal = import_module("getpass")
    output.finish()
    try:
        typed: str = terminal.getpass(prompt, sys.stderr)
    except EOFError:
        output.talk("")
        return ""
    except UnicodeDecodeError:
        raise NotUtf8(what="that line") from None
    return typed


def ask_new_passphrase(instead: str) -> str:
    """Ask for a new passphrase, twice, since what is mistyped unseen locks for good.

    ``instead`` says where it could come from without a terminal. Raises
    NewPassphraseNeeded, PassphraseNotSet, NotUtf8.
    """
    if not can_ask():
        raise NewPassphraseNeeded(instead=instead)
    for _ in range(TRIES):
        said = type_unseen("New passphrase: ")
        try:
            check_strength(said)
        except WeakPassphrase as weak:
            output.talk(f"{weak.says[:1].upper()}{weak.says[1:]} {weak.helps}")
            continue
        if type_unseen("The same again: ") == said:
            return said
        output.talk("That was not the same.")
    raise PassphraseNotSet
