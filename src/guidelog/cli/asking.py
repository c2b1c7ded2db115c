"""Questions to the leader: only where input and output are both terminals."""

from guidelog.cli.texts import is_conversation
from guidelog.errors import NeedsYes


def confirm(question: str, *, yes: bool = False) -> bool:
    """Ask whether to go on with what can't be taken back; only y or yes is a yes.

    ``yes`` is what ``--yes`` said, and spares the question. Raises NeedsYes where there
    is no terminal to ask on.
    """
    if yes:
        return True
    if not is_conversation():
        raise NeedsYes
    try:
        answer = input(f"{question} [y/N] ")
    except EOFError:
        return False
    return answer.strip().lower() in ("y", "yes")
