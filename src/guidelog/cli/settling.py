"""Settling: what becomes of words that should not be on record: keep, edit, drop."""

from collections.abc import Sequence
from typing import Final

import typer

from guidelog.cli import output
from guidelog.cli.drafts import keep_typed
from guidelog.cli.editor import edit_plain
from guidelog.cli.keyboard import at_keyboard, type_line
from guidelog.cli.sheet import Sheet
from guidelog.cli.weighing import say_hits
from guidelog.errors import Unanswered
from guidelog.measures.wording import Hit, WordClass, weigh

CHOICES: Final = {"k": "keep", "e": "edit", "d": "drop"}


def settle(sheet: Sheet, name: str, classes: Sequence[WordClass]) -> tuple[Hit, ...]:
    """Ask about one text until nothing grave is in it or the leader keeps it."""
    while hits := weigh(sheet.words_of(name), classes):
        output.say_line(f"{say_hits(hits)}.")
        with at_keyboard():
            choice = ask_choice()
        if choice == "keep":
            return hits
        if choice == "drop":
            output.say_line("Nothing was written.")
            raise typer.Exit
        edit_text(sheet, name)
    return ()


def ask_choice() -> str:
    """Ask what is to become of the words; Enter answers nothing. Raises Unanswered."""
    question = "k = keep, e = edit, d = drop the entry:"
    while True:
        try:
            answer = type_line(f"{question} ").strip().lower()
        except EOFError:
            raise Unanswered(question=question) from None
        for letter, choice in CHOICES.items():
            if answer in (letter, choice):
                return choice


def edit_text(sheet: Sheet, name: str) -> None:
    """Go on with a text in the editor; each of several stands on its own line."""
    edited = edit_plain(
        sheet.words_of(name), lambda text: keep_typed({name: [text]}, is_text=True)
    )
    if edited:
        repeats = sheet.is_repeatable(name)
        sheet.fill(name, edited.splitlines() if repeats else edited)
