"""One command: its line is read, its texts told, its function called, a draft kept."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import typer
import typer.main
from typer.core import TyperCommand

from guidelog.cli import help as pages
from guidelog.cli.anew import read_legible
from guidelog.cli.arrivals import open_door
from guidelog.cli.bundles import needed_by, spread
from guidelog.cli.common import COMMON, wishes
from guidelog.cli.drafts import Keeping, kept, taken_up
from guidelog.cli.forms import Asked, Wanted, asked_by, fill_in
from guidelog.cli.grammar import ALWAYS, PARSER, Plain, path_of
from guidelog.cli.inside_typer import AnyCommand, Context, Parameter
from guidelog.cli.line import LineParser, Typed
from guidelog.cli.sheet import Sheet
from guidelog.cli.texts import (
    Telling,
    form_of,
    is_argument,
    is_conversation,
    missing,
    name_of,
    refuse_scattered,
)
from guidelog.cli.ways import DRAFT, EDIT, TEMPLATE
from guidelog.cli.whereabouts import journal_file
from guidelog.errors import (
    GuidelogError,
    NotAsJson,
    SecondText,
    TooManyWords,
)
from guidelog.matching import named_before
from guidelog.storage.buffers import BUFFER, sweep_buffers
from guidelog.storage.drafts import Draft

_LINE: Final = "guidelog.line"


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

    @property
    def wanted(self) -> Wanted:
        """How the leader wants to write."""
        buffer = self.typed.get(BUFFER)
        return Wanted(
            edit=bool(self.typed.get("edit")),
            template=self.typed.get("template"),
            buffer=buffer[0] if buffer else None,
        )


class Command(Plain, TyperCommand):
    """One command: its texts are told, and kept as a draft while it runs."""

    # What is too much is refused in our own words, after --help had its chance.
    allow_extra_args = True
    asked: Asked | None = None
    """The form for what the line leaves out; None where nothing is asked."""
    needed: tuple[str, ...] = ()
    """The parameters it can't do without, wherever their values come from."""
    json: str = ""
    """When it gives JSON, as its place in the table says."""

    def collect_usage_pieces(self, ctx: Context) -> list[str]:
        """Give the words of the usage line; what is asked for may be left out."""
        needed = () if is_conversation() else self.needed
        return pages.usage_pieces(self.get_params(ctx), needed)

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
        if typed.get("draft"):
            given = typed.get("journal")
            journal = Path(given) if given else wishes().journal
            draft = taken_up(path_of(ctx), journal)
            self._refuse_second_text(draft, typed)
            line.fill_from(draft)

    def _refuse_second_text(self, draft: Draft, typed: Typed) -> None:
        """Refuse a text on the line where the draft's own would be lost for it."""
        for name, param in self.texts().items():
            said = _as_kept(param, typed.get(name))
            own = draft.typed.get(name) or (
                draft.typed.get(BUFFER) if is_argument(param) else None
            )
            if said and own and said != own and name not in draft.refused:
                command = f"guidelog {draft.command}"
                raise SecondText(what=name_of(param), command=command)

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Read the line; of one that is refused, keep as a draft what could be read."""
        try:
            return self._read_line(ctx, args)
        except (GuidelogError, typer.TyperException):
            with self._kept_as_read(ctx):
                raise

    def _kept_as_read(self, ctx: Context) -> AbstractContextManager[None]:
        parser: LineParser = ctx.meta[PARSER]
        for common in COMMON:
            # which journal is meant, wherever on the line the refused word stood
            with suppress(GuidelogError, typer.TyperException):
                common.handle_parse_result(ctx, parser.typed, [])
        line: Line | None = ctx.meta.get(_LINE)
        legible = read_legible(ctx, self._exposed(), parser.typed)
        if line is not None:
            texts = line.from_draft & (self.kept_texts() | {BUFFER})
            legible.typed.update({name: line.typed[name] for name in texts})
        return kept(self._keeping(ctx, legible.typed, line, legible.unread))

    def _exposed(self) -> list[Parameter]:
        return [one for one in self.params if one.expose_value]

    def _keeping(
        self,
        ctx: Context,
        typed: dict[str, Any],
        line: Line | None,
        unread: set[str] | None = None,
    ) -> Keeping:
        draft, texts = line.draft if line else None, self.kept_texts() | {BUFFER}
        return Keeping(path_of(ctx), typed, draft, texts, self.params, unread or set())

    def _read_line(self, ctx: Context, args: list[str]) -> list[str]:
        """Read the line; the texts last, when everything else has been understood."""
        rest = super().parse_args(ctx, args)
        usage = pages.usage(self, ctx)
        if rest:
            place = _ordinal(len(args_of(self)) + 1)
            raise TooManyWords(place=place, command=ctx.command_path, usage=usage)
        line: Line = ctx.meta[_LINE]
        if not (line.wanted.is_editor or is_conversation()):
            # before standard input is read: a refused line leaves it alone
            texts = self.texts()
            self._refuse_missing(ctx, [n for n in self.needed if n not in texts])
        self._hear_texts(ctx, usage)
        return rest

    def invoke(self, ctx: Context) -> Any:
        """Run the command, with a draft beside it as long as a text isn't safe."""
        if not self.kept_texts():
            self._refuse_json(ctx)
            return super().invoke(ctx)
        line: Line = ctx.meta[_LINE]
        names = [str(one.name) for one in self._exposed()] + [BUFFER]
        typed = {name: line.typed.get(name) for name in names}
        said = {name: value for name, value in typed.items() if value is not None}
        # what can't be taken along stays there, and doctor tells of it
        with suppress(OSError):
            sweep_buffers(journal_file())
        with kept(self._keeping(ctx, said, line)), open_door():
            self._refuse_json(ctx)
            if self.asked and (line.wanted.is_editor or is_conversation()):
                fill_in(self.asked, Sheet(self, ctx, said), line.wanted)
            self._refuse_missing(ctx, self.needed)
            with _weighed(Sheet(self, ctx, said)):
                return super().invoke(ctx)

    def _refuse_json(self, ctx: Context) -> None:
        """Refuse --json where nothing is listed or shown. Raises NotAsJson."""
        how, _, option = self.json.partition(" ")
        named = (str(one.name) for one in self.params if option in one.opts)
        is_said = any(ctx.params.get(name) for name in named)
        gives = {ALWAYS: True, "with": is_said, "without": not is_said}
        if wishes().json and not gives.get(how, False):
            does = f"does that only {self.json}" if how else "does not"
            raise NotAsJson(command=path_of(ctx), does=does)

    def _refuse_missing(self, ctx: Context, names: Iterable[str]) -> None:
        """Refuse to go on without what is needed. Raises ArgumentMissing."""
        for name in names:
            param = self._param(name)
            form = form_of(param)
            stand_ins = form.unless if form else ()
            is_needed = not any(ctx.params.get(other) for other in stand_ins)
            if is_needed and not ctx.params.get(name):
                usage = pages.usage(self, ctx)
                raise missing(param, usage)

    def _param(self, name: str) -> Parameter:
        return next(param for param in self.params if param.name == name)

    def _hear_texts(self, ctx: Context, usage: str) -> None:
        line: Line = ctx.meta[_LINE]
        texts = self.texts()
        arguments = args_of(self)
        for name, param in texts.items():
            if param in arguments and name not in line.from_draft:
                words = tuple(ctx.params[name] or ())
                refuse_scattered(words, arguments.index(param), line.parser.breaks)
                _tell_what_follows(ctx, words)
        telling = Telling(
            ctx.params,
            line.from_draft,
            usage,
            may_read=line.draft is None,
            is_edited=line.wanted.is_editor,
        )
        telling.read_all(texts)
        line.typed.update({name: _plain(ctx.params[name]) for name in texts})


def args_of(command: AnyCommand) -> list[Parameter]:
    """The parameters that are words without a name."""
    return [one for one in command.params if is_argument(one)]


def _ordinal(number: int) -> str:
    return {1: "1st", 2: "2nd", 3: "3rd"}.get(number, f"{number}th")


def _tell_what_follows(ctx: Context, words: tuple[str, ...]) -> None:
    """Let WHO know the first word of the text, which may be the rest of the name."""
    who = ctx.params.get("who")
    if isinstance(who, str) and words and not any(map(str.isspace, words[0])):
        ctx.params["who"] = named_before(who, words[0])


def _weighed(sheet: Sheet) -> AbstractContextManager[None]:
    # Whoever only looks has no text to weigh, and must not wait for the word lists.
    weighed: Callable[[Sheet], AbstractContextManager[None]]
    weighed = import_module("guidelog.cli.weighing").weighed
    return weighed(sheet)


def make_command(
    name: str, function: Callable[..., None], json: str = ""
) -> AnyCommand:
    """Make the command of this name from its function, and say when it gives JSON."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    asked = asked_by(function)
    needed = needed_by(function) if asked else ()
    app.command(name, cls=Command)(spread(function, needed))
    command = typer.main.get_command(app)
    if isinstance(command, Command):
        command.asked, command.needed, command.json = asked, needed, json
        command.params.extend(DRAFT if command.kept_texts() else [])
        command.params.extend(EDIT if asked else [])
        command.params.extend(TEMPLATE if asked and asked.templates else [])
    return command


def _as_kept(param: Parameter, value: Any) -> Any:
    """Give what was typed for a text as a draft holds it: the words are one text."""
    is_words = is_argument(param) and value
    return [" ".join(value)] if is_words else value


def _plain(value: Any) -> Any:
    """Give a told value as it goes into a draft."""
    if value is None or isinstance(value, str):
        return value if value is None else str(value)
    return [str(one) for one in value] or None
