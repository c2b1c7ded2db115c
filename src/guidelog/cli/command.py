"""One command: its line is read, its texts told, its function called, a draft kept."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Final

import typer
import typer.main
from typer._click.core import Command as AnyCommand
from typer._click.core import Context, Parameter
from typer.core import TyperCommand

from guidelog.cli import help as pages
from guidelog.cli.bundles import spread
from guidelog.cli.common import declared_by, wishes
from guidelog.cli.drafts import Keeping, kept, taken_up
from guidelog.cli.grammar import PARSER, Plain, path_of
from guidelog.cli.line import LineParser, Typed
from guidelog.cli.texts import Telling, form_of, refuse_scattered
from guidelog.errors import TooManyWords
from guidelog.storage.drafts import Draft

_LINE: Final = "guidelog.line"


def _draft(
    draft: Annotated[
        bool,
        typer.Option(
            "--draft", expose_value=False, help="Go on with the text that was kept."
        ),
    ] = False,
) -> None:
    """Carry the declaration; Typer makes the option from it."""


DRAFT: Final = declared_by(_draft)
"""The option of every command whose text is kept."""


@dataclass
class Line:
    """What is known of one line between cutting it and running its command."""

    parser: LineParser
    typed: Typed
    draft: Draft | None = None
    """The draft that was taken up."""
    from_draft: set[str] = field(default_factory=set)
    """The names of the parameters that it filled."""

    def fill_from(self, draft: Draft) -> None:
        """Take from the draft what the line leaves out."""
        self.draft = draft
        self.from_draft = {n for n in draft.typed if self.typed.get(n) is None}
        self.typed.update({name: draft.typed[name] for name in self.from_draft})


class Command(Plain, TyperCommand):
    """One command: its texts are told, and kept as a draft while it runs."""

    # What is too much is refused in our own words, after --help had its chance.
    allow_extra_args = True

    def texts(self) -> dict[str, Parameter]:
        """Give the parameters that are texts, by name."""
        return {str(one.name): one for one in self.params if form_of(one) is not None}

    def kept_texts(self) -> set[str]:
        """Give the names of the texts that drafts are kept of."""
        forms = {name: form_of(param) for name, param in self.texts().items()}
        return {name for name, form in forms.items() if form is not None and form.kept}

    def finish_line(self, ctx: Context, typed: Typed) -> None:
        """Clean what was typed, and fill what was left out from a draft."""
        super().finish_line(ctx, typed)
        line = ctx.meta[_LINE] = Line(ctx.meta[PARSER], typed)
        if typed.get("draft") and not ctx.resilient_parsing:
            given = typed.get("journal")
            journal = Path(given) if given else wishes().journal
            line.fill_from(taken_up(path_of(ctx), journal))

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Read the line; the texts last, when everything else has been understood."""
        rest = super().parse_args(ctx, args)
        if not ctx.resilient_parsing:
            usage = pages.usage(self, ctx)
            if rest:
                raise TooManyWords(word=rest[0], usage=usage)
            self._hear_texts(ctx, usage)
        return rest

    def invoke(self, ctx: Context) -> Any:
        """Run the command, with a draft beside it as long as a text isn't safe."""
        if not self.kept_texts():
            return super().invoke(ctx)
        line: Line = ctx.meta[_LINE]
        names = [str(one.name) for one in self.params if one.expose_value]
        typed = {name: line.typed.get(name) for name in names}
        said = {name: value for name, value in typed.items() if value is not None}
        with kept(Keeping(path_of(ctx), said, line.draft, self.kept_texts())):
            return super().invoke(ctx)

    def _hear_texts(self, ctx: Context, usage: str) -> None:
        line: Line = ctx.meta[_LINE]
        texts = self.texts()
        arguments = [one for one in self.params if one.param_type_name == "argument"]
        for name, param in texts.items():
            if param in arguments and name not in line.from_draft:
                words = tuple(ctx.params[name] or ())
                refuse_scattered(words, arguments.index(param), line.parser.breaks)
        Telling(ctx.params, line.from_draft, usage, line.draft is None).read_all(texts)
        line.typed.update({name: _plain(ctx.params[name]) for name in texts})


def make_command(name: str, function: Callable[..., None]) -> AnyCommand:
    """Make the command of this name from its function."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name, cls=Command)(spread(function))
    command = typer.main.get_command(app)
    if isinstance(command, Command) and command.kept_texts():
        command.params.extend(DRAFT)
    return command


def _plain(value: Any) -> Any:
    """Give a told value as it goes into a draft."""
    if value is None or isinstance(value, str):
        return value if value is None else str(value)
    return [str(one) for one in value] or None
