"""TAB: how shells ask what may come next, and how they are answered.

Only what no shell can take for anything else is offered. Nothing is ever said. Typer,
whose scripts the shells run, is not loaded: the answer must be there at once.
"""

import os
import re
import shlex
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from io import TextIOWrapper
from types import MappingProxyType
from typing import Final, NamedTuple, NoReturn

from guidelog.cli.chart import Chart, read_chart
from guidelog.cli.cursor import Cursor, Offer

HARMLESS: Final = re.compile("(--[a-z-]+=)?[A-Za-z0-9-][A-Za-z0-9._,@/+-]*")
"""What no shell expands, splits, quotes or runs, however it is handed on."""
LONGEST_HELP: Final = 40

Surroundings = Mapping[str, str]
Typed = tuple[Sequence[str], str]
"""The words before the cursor, and the one that is being typed."""
Answer = tuple[str, int]
"""What the shell is handed, and the exit code."""


def calm(says: str) -> str:
    """Give a help of letters, digits and spaces, as no shell can misread it."""
    plain = "".join(sign if sign.isalnum() or sign in "-.," else " " for sign in says)
    return " ".join(plain.split())[:LONGEST_HELP].strip()


# --- what is asked --------------------------------------------------------------------


def cut(line: str) -> Iterator[str]:
    """Cut a line as shells do, though its last quotes may still be open."""
    words = shlex.shlex(line, posix=True)
    words.whitespace_split, words.commenters = True, ""
    try:
        yield from words
    except ValueError:
        yield words.token


def hear_bash(told: Surroundings) -> Typed:
    """Hear Bash: all words of the line, and the number of the one being typed."""
    words = list(cut(told["COMP_WORDS"]))
    number = int(told["COMP_CWORD"])
    typed = words[number] if number < len(words) else ""
    before = words[1:number]
    # Bash makes three words of --tag=api
    joints = {n for n, word in enumerate(before) if word == "=" and n}
    joined = {n for n in joints if before[n - 1].startswith("--")}
    kept = [word for n, word in enumerate(before) if n not in joined]
    return kept, "" if typed == "=" else typed


def hear_line(told: Surroundings) -> Typed:
    """Hear Zsh and fish: the line up to the cursor."""
    line = told["_TYPER_COMPLETE_ARGS"]
    words = list(cut(line))[1:]
    is_typing = bool(words) and not line.endswith(" ")
    return (words[:-1], words[-1]) if is_typing else (words, "")


def hear_powershell(told: Surroundings) -> Typed:
    """Hear PowerShell: the line, and the word being typed."""
    typed = told["_TYPER_COMPLETE_WORD_TO_COMPLETE"]
    words = list(cut(told["_TYPER_COMPLETE_ARGS"]))[1:]
    return words[:-1] if typed else words, typed


# --- what is answered -----------------------------------------------------------------


def answer_bash(offers: Sequence[Offer], _: Surroundings) -> Answer:
    """Give the words alone."""
    return "\n".join(word for word, _ in offers), 0


def answer_zsh(offers: Sequence[Offer], _: Surroundings) -> Answer:
    """Give words and helps for ``_arguments``, or send it for files."""
    told = [f'"{word}":"{says}"' if says else f'"{word}"' for word, says in offers]
    return "_arguments '*: :((" + "\n".join(told) + "))'" if told else "_files", 0


def answer_fish(offers: Sequence[Offer], told: Surroundings) -> Answer:
    """Give words and helps with a tab between, or say whether there are any."""
    if told.get("_TYPER_COMPLETE_FISH_ACTION") == "is-args":
        return "", 0 if offers else 1
    return "\n".join(f"{word}\t{says}".rstrip() for word, says in offers), 0


def answer_powershell(offers: Sequence[Offer], _: Surroundings) -> Answer:
    """Give words and helps with colons between."""
    return "\n".join(f"{word}:::{says or ' '}" for word, says in offers), 0


class Shell(NamedTuple):
    """How one shell asks and is answered."""

    hear: Callable[[Surroundings], Typed]
    answer: Callable[[Sequence[Offer], Surroundings], Answer]


_POWERSHELL: Final = Shell(hear_powershell, answer_powershell)
SHELLS: Final[Mapping[str, Shell]] = MappingProxyType(
    {
        "bash": Shell(hear_bash, answer_bash),
        "zsh": Shell(hear_line, answer_zsh),
        "fish": Shell(hear_line, answer_fish),
        "powershell": _POWERSHELL,
        "pwsh": _POWERSHELL,
    }
)


def offer(chart: Chart, words: Sequence[str], typed: str) -> list[Offer]:
    """Give what may stand at the end of the line; nothing where the line is wrong."""
    try:
        found = list(Cursor(chart, words).offer(typed))
    except LookupError:
        return []
    return [(word, calm(says)) for word, says in found if HARMLESS.fullmatch(word)]


def answer(shell: str, chart: Chart, told: Surroundings) -> Answer:
    """Answer a shell; with nothing if it is none of those that are known."""
    if shell not in SHELLS:
        return "", 0
    words, typed = SHELLS[shell].hear(told)
    return SHELLS[shell].answer(offer(chart, words, typed), told)


def enter(shell: str) -> NoReturn:
    """Be the process that a shell asks, and leave with the code it expects."""
    # Whatever goes wrong must not be printed over the prompt.
    sys.stderr = None
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    text, code = answer(shell, read_chart(), os.environ)
    sys.stdout.write(f"{text}\n" if text else "")
    sys.exit(code)
