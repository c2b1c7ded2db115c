"""TAB: how shells ask what may come next, and how they are answered.

Only what no shell can take for anything else is offered. Nothing is ever said.
"""

import re
from collections.abc import Iterable
from importlib import import_module
from typing import Final

# Typer keeps these to itself; the pin in pyproject.toml holds them.
from typer._click.core import Command, Context, Parameter
from typer._click.shell_completion import (
    CompletionItem,
    ShellComplete,
    _resolve_context,
    _resolve_incomplete,
    add_completion_class,
)
from typer._completion_classes import (
    BashComplete,
    FishComplete,
    PowerShellComplete,
    ZshComplete,
)

from guidelog.errors import GuidelogError

HARMLESS: Final = re.compile("[A-Za-z0-9-][A-Za-z0-9._,@/+-]*")
"""What no shell expands, splits, quotes or runs, however it is handed on."""
LONGEST_HELP: Final = 40


def is_harmless(item: CompletionItem) -> bool:
    """Whether a shell will type the word as it is."""
    return HARMLESS.fullmatch(item.value) is not None


def calm(says: str | None) -> str:
    """Give a help of letters, digits and spaces, as no shell can misread it."""
    plain = "".join(
        sign if sign.isalnum() or sign in "-.," else " " for sign in says or ""
    )
    return " ".join(plain.split())[:LONGEST_HELP].strip()


class Tab(ShellComplete):
    """What is offered, the same in every shell."""

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        """Give what may stand at the end of the line; nothing where it is wrong."""
        ctx = _resolve_context(self.cli, self.ctx_args, self.prog_name, args)
        place, typed = _resolve_incomplete(ctx, args, incomplete)
        try:
            found = list(self._complete(ctx, place, typed))
        except GuidelogError:
            return []
        return [item for item in found if is_harmless(item)]

    def _complete(
        self, ctx: Context, place: Command | Parameter, typed: str
    ) -> Iterable[CompletionItem]:
        if isinstance(place, Command):
            return place.shell_complete(ctx, typed)
        # names of commands and options do without all that values need
        offering = import_module("guidelog.cli.offering")
        found: Iterable[CompletionItem] = offering.complete(ctx, place, typed)
        return found


class Bash(Tab, BashComplete):
    """The words alone."""


class Zsh(Tab, ZshComplete):
    """Words and helps for ``_arguments``."""

    def format_completion(self, item: CompletionItem) -> str:
        """Write one of them."""
        says = calm(item.help)
        return f'"{item.value}":"{says}"' if says else f'"{item.value}"'


class Fish(Tab, FishComplete):
    """Words and helps, with a tab between."""

    def format_completion(self, item: CompletionItem) -> str:
        """Write one of them."""
        return f"{item.value}\t{calm(item.help)}".rstrip()


class PowerShell(Tab, PowerShellComplete):
    """Words and helps, with colons between."""

    def format_completion(self, item: CompletionItem) -> str:
        """Write one of them."""
        return f"{item.value}:::{calm(item.help) or ' '}"


def prepare() -> None:
    """Take the place of Typer's own ways to answer a shell."""
    for shell in (Bash, Zsh, Fish, PowerShell):
        add_completion_class(shell, shell.name)
    add_completion_class(PowerShell, "pwsh")
