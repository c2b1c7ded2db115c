"""The options every command has, anywhere on the line, and what they say.

They are declared once. Root, group and command all take them; what stands later on the
line wins.
"""

import functools
import re
import shlex
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any, Final, Literal

import typer
import typer.main

Colour = Literal["auto", "always", "never"]
EVERYWHERE: Final = "Everywhere"
"""The heading of the common options in every help."""
FINDINGS: Final = 3
"""The exit code of a command that found what it was asked to look for."""
PROGRAM: Final = "guidelog"
_COMMAND: Final = re.compile(rf"(^ *|[:;.] |with ){PROGRAM} (?=[a-z])(?!config )")
"""A command that a sentence names; settings are those of every journal."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the common options of this line ask for."""

    journal: Path | None = None
    json: bool = False
    color: Colour = "auto"
    pager: bool = True
    quiet: bool = False


_WISHES: ContextVar[Wishes] = ContextVar("wishes", default=Wishes())  # noqa: B039 - frozen


def wishes() -> Wishes:
    """Give what the line asked for so far; completely known once a command runs."""
    return _WISHES.get()


def called(journal: Path | None = None) -> str:
    """How the program is called so that it means this journal, else that of the line.

    Where the line names none, nobody else has to.
    """
    said = journal or wishes().journal
    return f"{PROGRAM} --journal {shlex.quote(str(said))}" if said else PROGRAM


def with_journal(text: str) -> str:
    """The text; the command that it names first means the journal of this line."""
    return _COMMAND.sub(lambda found: f"{found[1]}{called()} ", text, count=1)


def forget_wishes() -> None:
    """Start a new line."""
    _WISHES.set(Wishes())


def _keep(option: typer.CallbackParam, value: Any) -> None:
    # An option that was not given must not undo one given before the command.
    if value in (None, False):
        return
    name = str(option.name)
    said: dict[str, Any] = {"pager": False} if name == "no_pager" else {name: value}
    _WISHES.set(replace(wishes(), **said))


def _anywhere(*names: str, says: str, metavar: str | None = None) -> Any:
    # Eager, so that they are known before any other option is read.
    return typer.Option(
        *names,
        help=says,
        metavar=metavar,
        is_eager=True,
        expose_value=False,
        callback=_keep,
        rich_help_panel=EVERYWHERE,
    )


def _common(
    journal: Annotated[
        Path | None,
        _anywhere("--journal", metavar="FILE", says="Use this journal file."),
    ] = None,
    json: Annotated[bool, _anywhere("--json", says="Show as JSON.")] = False,
    color: Annotated[
        Colour | None,
        _anywhere("--color", metavar="WHEN", says="auto, always or never."),
    ] = None,
    no_pager: Annotated[bool, _anywhere("--no-pager", says="Never page.")] = False,
    quiet: Annotated[
        bool, _anywhere("--quiet", "-q", says="Print only the id, or nothing.")
    ] = False,
) -> None:
    """Carry the declarations; Typer makes the options from them."""


@functools.cache
def declared_by(function: Callable[..., object]) -> tuple[Any, ...]:
    """Give the parameters that Typer makes from the declaration of a function."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command()(function)
    return tuple(typer.main.get_command(app).params)


COMMON: Final = declared_by(_common)
"""The common options, ready to be added to any command."""
