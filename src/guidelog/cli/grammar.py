"""Groups of commands: how the words of a line lead to one of them.

A group knows its commands by name only; the one that was asked for is built when it is
asked for, so no start pays for sixty others.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, Final, NamedTuple

from typer.core import TyperGroup, TyperOption

from guidelog.cli import help as pages
from guidelog.cli import output
from guidelog.cli.common import COMMON
from guidelog.cli.inside_typer import AnyCommand, Context, HelpFormatter, Parameter
from guidelog.cli.line import LineParser, Typed, clean_typed
from guidelog.cli.texts import refuse_blank
from guidelog.errors import UnknownCommand
from guidelog.near import ask_meant, nearest

ALWAYS: Final = "always"
PARSER: Final = "guidelog.parser"
"""Where the context keeps the parser of the line."""


class Entry(NamedTuple):
    """One command of the table: what it does in a few words, and where its function is.

    ``room`` is a module of guidelog.cli, or the full name of another one; ``json`` says
    when it gives JSON: always, never (""), or as in "with --show", "without --yes".
    """

    says: str
    room: str
    function: str
    json: str = ""


class Branch(NamedTuple):
    """A group of commands; alone it runs its list."""

    says: str
    table: Mapping[str, Entry]
    alone: str = "list"


Table = Mapping[str, Entry | Branch]


class Plain(AnyCommand):
    """What commands and groups share: the common options, the rules, plain help."""

    def get_params(self, ctx: Context) -> list[Parameter]:
        """Give its own parameters and the common ones."""
        return [*super().get_params(ctx), *COMMON]

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """Give the option for help, shown as everything else is shown."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.callback = _show_help
        return option

    def make_parser(self, ctx: Context) -> LineParser:
        """Give the parser with our rules."""
        parser = LineParser(ctx, lambda typed: self.finish_line(ctx, typed))
        for param in self.get_params(ctx):
            param.add_to_parser(parser, ctx)
        ctx.meta[PARSER] = parser
        return parser

    def finish_line(self, ctx: Context, typed: Typed) -> None:
        """See to what was typed before any of it is converted."""
        params = self.get_params(ctx)
        clean_typed(params, typed)
        refuse_blank(params, typed)

    def collect_usage_pieces(self, ctx: Context) -> list[str]:
        """Give the words of the usage line."""
        return pages.usage_pieces(self.get_params(ctx))

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the help in our own sections."""
        pages.write_help(self, ctx, formatter)


class Group(Plain, TyperGroup):
    """A group of commands that are built one by one, when asked for."""

    def __init__(
        self,
        name: str,
        table: Table,
        *,
        says: str,
        alone: str | None = None,
        aliases: Mapping[str, str] | None = None,
        **more: Any,
    ) -> None:
        """Hold the table; ``alone`` names the command that runs where none is said."""
        super().__init__(name=name, help=says, rich_markup_mode=None, **more)
        self.table, self.alone, self.aliases = table, alone, aliases or {}

    def collect_usage_pieces(self, ctx: Context) -> list[str]:
        """Give the words of the usage line; alone the group may stand without more."""
        command = "COMMAND" if self.alone is None else "[COMMAND]"
        return [command, *super().collect_usage_pieces(ctx)]

    def get_command(self, ctx: Context, cmd_name: str) -> AnyCommand | None:  # noqa: ARG002
        """Build the command of this name or alias; None if there is none."""
        name = self.aliases.get(cmd_name, cmd_name)
        if name not in self.commands and name in self.table:
            self.commands[name] = build(name, self.table[name])
        return self.commands.get(name)

    def resolve_command(
        self, ctx: Context, args: list[str]
    ) -> tuple[str | None, AnyCommand | None, list[str]]:
        """Find the command the first word names. Raises UnknownCommand."""
        command = self.get_command(ctx, args[0])
        if command is None:
            raise self._unknown(ctx, args[0])
        return command.name, command, args[1:]

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Read the options before the command; alone the group means its own one."""
        rest = super().parse_args(ctx, args)
        if not ctx._protected_args and self.alone is not None:
            ctx._protected_args = [self.alone]
        return rest

    def invoke(self, ctx: Context) -> Any:
        """Run the command that was asked for, or show what there is."""
        if ctx._protected_args:
            return super().invoke(ctx)
        return output.show(ctx.get_help())

    def _unknown(self, ctx: Context, word: str) -> UnknownCommand:
        path = path_of(ctx)
        near = nearest(word, [*self.table, *self.aliases])
        name, *likely = [f"{path} {one}".strip() for one in (word, *near)]
        return UnknownCommand(
            name=name,
            near=ask_meant("".join(likely)),
            help=f"{ctx.command_path} --help",
        )


def build(name: str, one: Entry | Branch) -> AnyCommand:
    """Make the command or the group of commands of one place in the table."""
    if isinstance(one, Branch):
        return Group(name, one.table, says=one.says, alone=one.alone)
    room = one.room if "." in one.room else f"guidelog.cli.{one.room}"
    function = getattr(import_module(room), one.function)
    # Loaded with the first command: help and mistyped names do without all that.
    make: Callable[..., AnyCommand] = import_module("guidelog.cli.command").make_command
    return make(name, function, one.json)


def _show_help(ctx: Context, param: Parameter, value: bool) -> None:  # noqa: ARG001
    if value:
        output.show(ctx.get_help())
        ctx.exit()


def path_of(ctx: Context) -> str:
    """Give the words that name the command, without the program's name."""
    return " ".join(ctx.command_path.split()[1:])
