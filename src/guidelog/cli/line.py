"""How one line is cut into options and words: the parser, with three rules of our own.

A dash and a digit, or a dash and a space, begin a text or a number. An option's name is
never another option's value. Where options stood among the words is remembered.
"""

from collections.abc import Callable, Sequence
from typing import Any

import typer

from guidelog.cleaning import clean
from guidelog.cli.dashes import TEXT_AFTER_DASH
from guidelog.cli.inside_typer import (
    Context,
    Option,
    OptionParser,
    Parameter,
    ParsingState,
)
from guidelog.cli.texts import name_of
from guidelog.errors import GuidelogError, NotUtf8, OptionNeedsValue, OptionsApart

Typed = dict[str, Any]


class LineParser(OptionParser):
    """Cuts one line; what was typed is handed to ``finish`` before it is converted."""

    def __init__(self, ctx: Context, finish: Callable[[Typed], None]) -> None:
        """Cut for this context."""
        super().__init__(ctx)
        self.finish = finish
        self._is_joined = False
        self._refusal: Exception | None = None
        self._flags: dict[str, str] = {}
        self.typed: Typed = {}
        """What was typed, as far as the line has been read."""
        self.breaks: set[int] = set()
        """The numbers of words that stood before each option."""

    def parse_args(self, args: list[str]) -> tuple[Typed, list[str], list[Parameter]]:
        """Cut the line into what was typed for each parameter and what is left over.

        What is refused is told once all is cut, so that the rest of the line is known.
        """
        typed, rest, order = super().parse_args(args)
        self.typed = typed
        self.finish(typed)
        if self._refusal is not None:
            raise self._refusal
        return typed, rest, order

    def _process_opts(self, arg: str, state: ParsingState) -> None:
        if TEXT_AFTER_DASH.match(arg):
            state.largs.append(arg)
            return
        self.breaks.add(len(state.largs))
        self._is_joined = "=" in arg
        try:
            self._refuse_opposite(arg)
            super()._process_opts(arg, state)
        except (GuidelogError, typer.TyperException) as refusal:
            self._refusal = self._refusal or refusal
            self._pass_over_value(refusal, state)

    def _refuse_opposite(self, flag: str) -> None:
        """Refuse a flag whose other side was said. Raises OptionsApart."""
        option = self._long_opt.get(flag)
        if option is None or option.takes_value:
            return
        said = self._flags.setdefault(str(option.dest), flag)
        if self._long_opt[said].const != option.const:
            raise OptionsApart(first=said, second=flag)

    def _pass_over_value(self, refusal: Exception, state: ParsingState) -> None:
        """Leave out the word after an unknown option, where it seems to be its value.

        It does if a like option takes one, or if it stands alone after the words of
        the text.
        """
        following = [*state.rargs[:2], "-", "-"][:2]
        if self._is_joined or isinstance(refusal, GuidelogError) or not state.rargs:
            return
        near = next(iter(getattr(refusal, "possibilities", None) or ()), "")
        option = self._long_opt.get(near)
        places = sum(one.nargs == 1 for one in self._args)
        is_alone = len(state.largs) > places and following[1].startswith("-")
        takes_value = option.takes_value if option else is_alone
        if takes_value and not following[0].startswith("-"):
            state.rargs.pop(0)

    def _get_value_from_state(
        self, option_name: str, option: Option, state: ParsingState
    ) -> str | Sequence[str]:
        self._refuse_swallowing(option_name, state.rargs[:1])
        return super()._get_value_from_state(option_name, option, state)

    def _refuse_swallowing(self, option: str, following: list[str]) -> None:
        if not following:
            raise OptionNeedsValue(option=option, before="")
        if self._is_option(following[0]) and not self._is_joined:
            raise OptionNeedsValue(option=option, before=f" before {following[0]}")

    def _is_option(self, word: str) -> bool:
        name = word.partition("=")[0]
        return name in self._long_opt or name in self._short_opt


def clean_typed(params: Sequence[Parameter], typed: Typed) -> None:
    """Clean everything typed, in place, but for names of files.

    Raises NotUtf8, naming the option, for what is no text.
    """
    for param in params:
        name = param.name or ""
        if typed.get(name) is not None and param.type.name != "path":
            typed[name] = _clean_value(typed[name], name_of(param))


def _clean_value(value: Any, what: str) -> Any:
    if isinstance(value, str):
        return clean(_valid(value, what))
    if isinstance(value, list | tuple):
        return [_clean_value(one, what) for one in value]
    return value


def _valid(text: str, what: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError as wrong:
        raise NotUtf8(what=what) from wrong
    return text
