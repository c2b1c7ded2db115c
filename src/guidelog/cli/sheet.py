"""The sheet: what was said for the parameters of one command, and what is missing.

Questions and the editor fill it as the line would have: each answer is read by the
parameter it is for, and goes into the draft as it was typed.
"""

from typing import Any

import typer

from guidelog.cleaning import is_blank
from guidelog.cli.drafts import keep_typed
from guidelog.cli.inside_typer import AnyCommand, Context, Parameter
from guidelog.cli.texts import Told, form_of, is_argument, name_of, told
from guidelog.cli.wording import worded
from guidelog.errors import EmptyText

Answer = str | bool | list[str]


class Sheet:
    """The parameters of a running command, by name."""

    def __init__(
        self, command: AnyCommand, ctx: Context, typed: dict[str, Any]
    ) -> None:
        """Lay out what the line said; ``typed`` holds it as it was typed."""
        self.params = {str(one.name): one for one in command.params}
        self.ctx, self.typed = ctx, typed

    def is_missing(self, name: str) -> bool:
        """Say whether nothing was said for a parameter."""
        return self.typed.get(name) in (None, "", [], ())

    def is_said(self, name: str) -> bool:
        """Say whether the command has such a parameter, and something was said."""
        return name in self.params and not self.is_missing(name)

    def has_words(self, name: str) -> bool:
        """Say whether a parameter takes several words, such as the names of actions."""
        param = self.params[name]
        return param.multiple and form_of(param) is None

    def is_repeatable(self, name: str) -> bool:
        """Say whether a parameter takes several values."""
        return bool(self.params[name].multiple)

    def is_flag(self, name: str) -> bool:
        """Say whether a parameter is only there or not."""
        return bool(getattr(self.params[name], "is_flag", False))

    def words_of(self, name: str) -> str:
        """Give one text as it was typed; empty where it is missing."""
        said = self.typed.get(name) or ""
        return said if isinstance(said, str) else "\n".join(said)

    def fill(self, name: str, answer: Answer) -> None:
        """Answer for a parameter. Raises UnfitValue, EmptyText."""
        param = self.params[name]
        self.ctx.params[name] = self._read(param, answer)
        is_text = form_of(param) is not None
        self.typed[name] = [answer] if is_argument(param) and is_text else answer
        keep_typed({name: self.typed[name]}, is_text=is_text)

    def clear(self, name: str) -> None:
        """Take back what was said for a parameter."""
        param = self.params[name]
        self.ctx.params[name] = param.get_default(self.ctx)
        self.typed.pop(name, None)
        keep_typed({name: None}, is_text=False)

    def _read(self, param: Parameter, answer: Answer) -> Any:
        if form_of(param) is not None:
            return _read_text(param, answer)
        try:
            return param.process_value(self.ctx, answer)
        except typer.BadParameter as wrong:
            raise worded(wrong) from wrong


def _read_text(param: Parameter, answer: Answer) -> Any:
    texts = answer if isinstance(answer, list) else [str(answer)]
    form = form_of(param)
    may_be_empty = form is not None and form.may_be_empty
    if not may_be_empty and any(map(is_blank, texts)):
        raise EmptyText(what=name_of(param))
    read: list[Told] = [told(text, "line") for text in texts]
    return tuple(read) if param.multiple or is_argument(param) else read[0]
