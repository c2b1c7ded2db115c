"""Questions to the leader: only where input and output are both terminals."""

from contextlib import suppress

from guidelog.cli import fitting, output, prompts
from guidelog.cli.hanging import hang
from guidelog.cli.keyboard import at_keyboard, type_line
from guidelog.cli.texts import is_conversation
from guidelog.errors import NeedsYes


def ask_reason(id_: object, why: object) -> str:
    """Ask why an entry is amended; empty where that is left open."""
    prompts.say(f"{id_} was {why}: changing it is an amendment, which keeps a reason.")
    with at_keyboard(), suppress(EOFError):
        return type_line("Why is it changed? ").strip()
    return ""


def ask(question: str, *, yes: bool = False) -> bool:
    """Ask whether to go on with what can't be taken back; only y or yes is a yes.

    ``yes`` is what ``--yes`` said, and spares the question. Raises NeedsYes where there
    is no terminal to ask on.
    """
    if yes:
        return True
    if not is_conversation():
        raise NeedsYes
    *before, last = hang(f"{question} [y/N]", fitting.width())
    for line in before:
        output.say_line(line)
    try:
        answer = input(f"{last} ")
    except EOFError:
        return False
    return answer.strip().lower() in ("y", "yes")
