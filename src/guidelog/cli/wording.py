"""The parser's refusals in our own words: one sentence, one advice, exit code 2."""

import re
from collections.abc import Iterable
from typing import Any, Final

import typer

from guidelog.cli.bundles import Unfit
from guidelog.cli.help import usage
from guidelog.cli.texts import missing, name_of
from guidelog.errors import (
    GuidelogError,
    NotAmong,
    OptionTakesNoValue,
    UnfitValue,
    UnknownOption,
)
from guidelog.errors.base import show_typed
from guidelog.near import ask_meant

_VALUE: Final = re.compile("(?<=^').*(?=' is not )", re.DOTALL)
"""The value in one of Typer's sentences."""


def worded(wrong: typer.TyperException) -> GuidelogError:
    """Give our own refusal for one of Typer's."""
    # Typer keeps the classes of its refusals to itself: they show by what they carry.
    facts: Any = wrong
    param = getattr(wrong, "param", None)
    if hasattr(wrong, "possibilities"):
        return _unknown_option(facts)
    if hasattr(wrong, "option_name"):
        return OptionTakesNoValue(option=facts.option_name)
    if hasattr(wrong, "param_type"):
        said = usage(facts.ctx.command, facts.ctx)
        return missing(param, said)
    return _unfit(wrong, param)


def _unknown_option(wrong: Any) -> UnknownOption:
    near, meant = _near(wrong)
    help_line = f"{wrong.ctx.command_path} --help"
    return UnknownOption(
        option=wrong.option_name, near=near, meant=meant, help=help_line
    )


def _near(wrong: Any) -> tuple[str, str]:
    """Say what may have been meant, and name the option where it is one."""
    command, meant = wrong.ctx.command, wrong.option_name.lstrip("-").upper()
    if meant in (name_of(one) for one in command.params):
        return f" {meant} stands without it: {usage(command, wrong.ctx)}", ""
    if _means_own_text(wrong.option_name, command.params):
        return ask_meant("--text"), "--text"
    hidden = {name for one in command.params if one.hidden for name in one.opts}
    near = [name for name in wrong.possibilities or () if name not in hidden]
    if near:
        return ask_meant(near[0]), near[0]
    if hasattr(command, "table"):
        return " The options of a command stand after its name.", ""
    return "", ""


def _means_own_text(option: str, params: Iterable[Any]) -> bool:
    """Whether an option names the text of an entry as its table does: --note."""
    from guidelog.journal.changing import OWN_TEXT

    known = {name for one in params for name in one.opts}
    return "--text" in known and option.removeprefix("--") in OWN_TEXT.values()


def _unfit(wrong: typer.TyperException, param: Any) -> UnfitValue:
    what = name_of(param) if param is not None else "this"
    refusal = wrong.refusal if isinstance(wrong, Unfit) else _not_among(wrong, param)
    if refusal is None:
        said = _VALUE.sub(lambda value: show_typed(value[0]), wrong.message)
        return UnfitValue(what=what, reason=said.replace("'", '"'), how="")
    instead = refusal.facts.get("instead", "")
    reason, how = refusal.says, refusal.helps
    return UnfitValue(what=what, reason=reason, how=how, instead=instead)


def _not_among(wrong: typer.TyperException, param: Any) -> GuidelogError | None:
    """Word that a value is none of those it could be; None where any could be said."""
    choices = getattr(getattr(param, "type", None), "choices", None)
    if choices is None:
        return None
    # the refusal holds the value in its sentence only
    said = wrong.message.partition(" is not one of ")[0]
    return NotAmong.among("", said[1:-1], choices)
