"""The parser's refusals in our own words: one sentence, one advice, exit code 2."""

import re
from typing import Any, Final

import typer

from guidelog.cli.bundles import Unfit
from guidelog.cli.help import usage
from guidelog.cli.texts import name_of
from guidelog.errors import (
    ArgumentMissing,
    GuidelogError,
    OptionTakesNoValue,
    UnfitValue,
    UnknownOption,
)
from guidelog.errors.base import show_typed

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
        return ArgumentMissing(what=name_of(param), usage=said)
    return _unfit(wrong, param)


def _unknown_option(wrong: Any) -> UnknownOption:
    help_line = f"{wrong.ctx.command_path} --help"
    return UnknownOption(option=wrong.option_name, near=_near(wrong), help=help_line)


def _near(wrong: Any) -> str:
    command, meant = wrong.ctx.command, wrong.option_name.lstrip("-").upper()
    if meant in (name_of(one) for one in command.params):
        return f" {meant} stands without it: {usage(command, wrong.ctx)}"
    hidden = {name for one in command.params if one.hidden for name in one.opts}
    near = [name for name in wrong.possibilities or () if name not in hidden]
    if near:
        return f" Did you mean {near[0]}?"
    if hasattr(command, "table"):
        return " The options of a command stand after its name."
    return ""


def _unfit(wrong: typer.TyperException, param: Any) -> UnfitValue:
    what = name_of(param) if param is not None else "this"
    if isinstance(wrong, Unfit):
        refusal = wrong.refusal
        return UnfitValue(what=what, reason=refusal.says, how=refusal.helps)
    said = _VALUE.sub(lambda value: show_typed(value[0]), wrong.message)
    return UnfitValue(what=what, reason=said.replace("'", '"'), how="")
