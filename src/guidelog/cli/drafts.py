"""The draft of the running command: kept before it starts, gone once it is safe.

One mechanism for every command that takes a text; the file itself is the business of
``storage.drafts``.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import typer

from guidelog.cli import output
from guidelog.cli.anew import refused_options, say_anew, write_anew
from guidelog.cli.inside_typer import Parameter
from guidelog.cli.whereabouts import journal_file
from guidelog.errors import (
    CouldNot,
    Interrupted,
    NoDraft,
)
from guidelog.storage.drafts import (
    Draft,
    keep_draft,
    newest_draft,
    remove_draft,
    rewrite_draft,
    waiting,
)
from guidelog.storage.location import find_journal


@dataclass
class Keeping:
    """What was typed for one command, and the draft it is kept in."""

    command: str
    typed: dict[str, Any]
    draft: Draft | None = None
    texts: set[str] = field(default_factory=set)
    """The names in ``typed`` that hold texts worth keeping."""
    params: Sequence[Parameter] = ()
    """The parameters of the command, in order."""
    unread: set[str] = field(default_factory=set)
    """The names of those whose value could not be read."""
    refused: set[str] = field(default_factory=set)
    """The names of those that have to be said anew."""
    is_kept: bool = False
    is_safe: bool = False

    def keep(self) -> None:
        """Write the draft, if there is a text; where that can't be, go on without."""
        if self.is_safe or not any(self.typed.get(name) for name in self.texts):
            return
        try:
            self.draft = self._written()
        except (OSError, CouldNot):
            self.is_kept = False
        else:
            self.is_kept = True

    def release(self) -> None:
        """Remove the draft: what it held is safe."""
        if self.draft is not None:
            # What is safe is safe, even where its draft can't be removed.
            with suppress(OSError):
                remove_draft(self.draft)
        self.draft, self.is_kept, self.is_safe = None, False, True

    def announce(self, refused: Exception | None = None) -> str:
        """Word how to take the draft up again; empty where nothing is kept.

        An option that was refused is left out of the draft, or it would be refused
        again; the line that takes the draft up says it anew.
        """
        if not self.is_kept:
            return ""
        anew = say_anew(self.params, self.typed, refused, self.unread)
        words = " ".join(["", *write_anew(self.params, self.typed, anew)])
        self._leave_out(refused_options(self.params, anew), set(anew))
        return f"Your text is kept: guidelog {self.command}{words} --draft"

    def _leave_out(self, names: Sequence[str], refused: set[str]) -> None:
        self.refused = refused
        for name in names:
            self.typed.pop(name, None)
        self.keep()

    def _written(self) -> Draft:
        if self.draft is not None:
            return rewrite_draft(self.draft, self.typed, self.refused)
        return keep_draft(journal_file(), self.command, self.typed, self.refused)


_RUNNING: ContextVar[Keeping | None] = ContextVar("running", default=None)


def taken_up(command: str, journal: Path | None) -> Draft:
    """Give the newest draft of this command. Raises NoDraft."""
    draft = newest_draft(find_journal(journal), command)
    if draft is None:
        raise NoDraft(command=f"guidelog {command}")
    return draft


def keep_typed(typed: Mapping[str, Any], *, is_text: bool) -> None:
    """Put answers into the draft as the line would have said them; None takes out."""
    keeping = _RUNNING.get()
    if keeping is None:
        return
    keeping.typed.update(typed)
    keeping.texts |= set(typed) if is_text else set()
    for name in [name for name, value in typed.items() if value is None]:
        del keeping.typed[name]
    keeping.keep()


def kept_text(name: str) -> str:
    """Give a text that the draft of the running command holds; empty without one."""
    keeping = _RUNNING.get()
    texts = keeping.typed.get(name) if keeping else None
    return texts[0] if texts else ""


def running_command() -> str:
    """The words of the command that runs, such as ``goal add``."""
    keeping = _RUNNING.get()
    return keeping.command if keeping else ""


def texts_are_safe() -> None:
    """Say that the entry is committed: the draft goes now, whatever happens next."""
    keeping = _RUNNING.get()
    if keeping is not None:
        keeping.release()
        _remove_twins(keeping)


def _remove_twins(keeping: Keeping) -> None:
    """Remove drafts of what is safe now, since a refused line was typed again."""
    with suppress(OSError):
        for draft in waiting(journal_file()):
            if draft.command == keeping.command and _is_twin(draft, keeping):
                remove_draft(draft)


def _is_twin(draft: Draft, keeping: Keeping) -> bool:
    """Say whether a draft holds just what was saved, but for what was refused."""
    held = {n: v for n, v in draft.typed.items() if n not in draft.refused}
    is_text = any(name in keeping.texts for name in held)
    return is_text and all(keeping.typed.get(n) == v for n, v in held.items())


@contextmanager
def kept(keeping: Keeping) -> Iterator[None]:
    """Keep the draft while the command runs; announce it if the command fails."""
    before = _RUNNING.set(keeping)
    keeping.keep()
    try:
        yield
    except KeyboardInterrupt as stop:
        if keeping.is_safe:
            raise
        raise _noted(Interrupted(), keeping) from stop
    except typer.Exit as left:
        _leave(left, keeping)
        raise
    except Exception as wrong:
        _noted(wrong, keeping)
        raise
    else:
        keeping.release()
    finally:
        _RUNNING.reset(before)


def _noted(wrong: Exception, keeping: Keeping) -> Exception:
    if hint := keeping.announce(wrong):
        wrong.add_note(hint)
    return wrong


def _leave(left: typer.Exit, keeping: Keeping) -> None:
    if left.exit_code == 0:
        keeping.release()
    elif hint := keeping.announce():
        # An exit has no sentence of its own to which the hint could be added.
        output.talk(hint)
