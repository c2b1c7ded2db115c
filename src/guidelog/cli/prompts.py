"""Prompts: how a question looks at this width, and what is said between questions."""

import os
import shutil
from datetime import date
from typing import Final

from guidelog.cli import output
from guidelog.cli.desk import Desk
from guidelog.cli.forms import Question, Words
from guidelog.dates import say_day, today
from guidelog.errors import GuidelogError
from guidelog.lookback.at_hand import OpenNote
from guidelog.reports.phrases import say_ago

ROOMY: Final = 72
"""Columns from which answers stand below each other."""
ANSWER_COLUMN: Final = 42
NARROWEST_ANSWER: Final = 8
"""Columns that the help in a prompt leaves for an answer, or a fifth of all."""


def word(question: Question, words: Words, default: str) -> str:
    """Word a question: ``How long? [none] ``, with as much of its help as fits."""
    end = f" [{_shortened(default) or question.nothing}]"
    end = end if default or question.nothing else ""
    # a dumb terminal can't wrap what is typed, and pushes a long prompt out of sight
    part = 2 if os.environ.get("TERM") == "dumb" else 5
    answer = max(NARROWEST_ANSWER, columns() // part)
    room = columns() - answer - len(question.asks) - len(end)
    help_ = _words_that_fit(words, room) if not question.hint else f" {question.hint}"
    prompt = f"{question.asks}{help_ if len(help_) <= room else ''}{end} "
    return prompt.ljust(ANSWER_COLUMN) if columns() >= ROOMY else prompt


def _words_that_fit(words: Words, room: int) -> str:
    if not words:
        return ""
    whole = f" {' '.join(words)}"
    if len(whole) <= room:
        return whole
    shown = ""
    for one in words:
        if len(f"{shown} {one} … (? all)") > room:
            break
        shown += f" {one}"
    return f"{shown} … (? all)" if shown else " (? all)"


def _shortened(text: str, most: int = 30) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def say_heading(question: Question) -> None:
    """Ask for a text of several lines, and say how it ends."""
    how = "(empty line ends, e = editor)"
    if len(f"{question.asks} {how}") <= columns():
        say(f"{question.asks} {how}")
    else:
        say(question.asks)
        say(how)


def say_again(refusal: GuidelogError) -> None:
    """Say why an answer can't be taken, and what could."""
    say_reason(refusal)
    if refusal.helps:
        say(refusal.helps, indent="  ")


def say_reason(refusal: GuidelogError) -> None:
    """Say why an answer can't be taken."""
    reason = str(refusal.facts.get("reason", refusal.says))
    say(reason[:1].upper() + reason[1:])


def say(text: str, indent: str = "") -> None:
    """Say something between two questions, at the width of the terminal."""
    output.say_line(f"{indent}{text}")


def show_words(words: Words) -> None:
    """Show every word an answer may use, with what it means."""
    widest = max(map(len, words))
    for name, meaning in words.items():
        said = f"  {name.ljust(widest)}  {meaning}".rstrip()
        output.say_line(said[: columns()])


def word_people(desk: Desk) -> str:
    """Say whom it is about, and when the last talk was."""
    names = ", ".join(desk.name_of(handle) for handle in desk.whom)
    if desk.last_talk_on is None:
        return names
    day = date.fromisoformat(desk.last_talk_on[:10])
    return (
        f"{names} · last talk {say_day(day, today())}, {say_ago((today() - day).days)}"
    )


def word_note(note: OpenNote) -> str:
    """Say which note it is about."""
    tries = {0: "no try yet", 1: "1 try"}.get(note.attempts, f"{note.attempts} tries")
    return f"{note.id}  {note.name} · {_shortened(note.observed, 40)} · {tries}"


def columns() -> int:
    """The width of the terminal."""
    return shutil.get_terminal_size().columns
