"""What a refusal wants said anew, beside the draft that holds the rest of the line."""

import shlex
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

import typer

from guidelog.cleaning import is_blank
from guidelog.cli.inside_typer import Context, Parameter
from guidelog.cli.texts import (
    STANDARD_INPUT,
    TextForm,
    form_of,
    is_argument,
    name_of,
    words_of,
)
from guidelog.cli.wording import worded
from guidelog.errors import GuidelogError
from guidelog.errors.base import show_typed

_PAIR: Final = "="


class Legible(NamedTuple):
    """What of a refused line could be read, and the names of what could not."""

    typed: dict[str, Any]
    unread: set[str]


def read_legible(
    ctx: Context, params: Sequence[Parameter], typed: Mapping[str, Any]
) -> Legible:
    """Take from a refused line what can be read.

    A value that can't be read is left out; as an argument it stays, since it has to be
    said anew with those around it.
    """
    legible: dict[str, Any] = {}
    unread: set[str] = set()
    for param in params:
        name = str(param.name)
        form, value = form_of(param), _in_utf8(typed.get(name))
        if form is not None:
            value = _texts(param, form, value)
        elif value is not None and not _can_be_read(ctx, param, value):
            unread.add(name)
            value = value if is_argument(param) else None
        if value not in (None, [], ()):
            legible[name] = value
    return Legible(legible, unread)


def say_anew(
    params: Sequence[Parameter],
    typed: Mapping[str, Any],
    wrong: Exception | None,
    unread: Collection[str] = (),
) -> dict[str, list[str]]:
    """Give, by name of parameter, the words that stand in for what was refused."""
    refusal = _refusal(wrong)
    found = ((one, _words_for(one, typed, refusal, unread)) for one in params)
    anew = {str(one.name): words for one, words in found if words is not None}
    several = [name for name in anew if _is_among_others(name, params, typed)]
    if several and any(one.name == "edit" for one in params):
        # said anew it would take the place of the others, so all are shown
        anew = {name: anew[name] for name in anew if name not in several}
        anew["edit"] = [""]
    return anew


def write_anew(
    params: Sequence[Parameter],
    typed: Mapping[str, Any],
    anew: Mapping[str, Sequence[str]],
) -> Iterator[str]:
    """Write the words of the line that says these anew, as a shell takes them."""
    arguments = [one for one in params if is_argument(one)]
    places = [n for n, one in enumerate(arguments) if one.name in anew]
    for one in arguments[: max(places, default=-1) + 1]:
        said = anew.get(str(one.name)) or _names(typed.get(str(one.name)))
        yield from map(_quoted, said or [_placeholder(one)])
    for one in params:
        if not is_argument(one):
            for word in anew.get(str(one.name), ()):
                yield f"{name_of(one)} {_quoted(word)}".strip()


def refused_options(
    params: Sequence[Parameter], anew: Mapping[str, Sequence[str]]
) -> list[str]:
    """Name the options that a draft should not fill in again; no text is among them."""
    return [
        str(one.name)
        for one in params
        if one.name in anew and not is_argument(one) and form_of(one) is None
    ]


def _is_among_others(
    name: str, params: Sequence[Parameter], typed: Mapping[str, Any]
) -> bool:
    """Whether a refused text is one of several that its option was given."""
    is_text = any(one.name == name and form_of(one) is not None for one in params)
    return is_text and len(words_of(typed.get(name))) > 1


def _refusal(wrong: Exception | None) -> GuidelogError | None:
    if isinstance(wrong, typer.TyperException):
        return worded(wrong)
    return wrong if isinstance(wrong, GuidelogError) else None


def _words_for(
    param: Parameter,
    typed: Mapping[str, Any],
    refusal: GuidelogError | None,
    unread: Collection[str],
) -> list[str] | None:
    """Give what a parameter should say anew; None where it was not refused."""
    named = _named_by(refusal)
    if param.name in unread or named & {name_of(param), *param.opts}:
        return _stand_in(param, refusal, named)
    said = words_of(typed.get(str(param.name)))
    likely = str(_likely(refusal) or _placeholder(param).partition(_PAIR)[0])
    anew = [_replaced(one, named, likely) for one in said]
    return anew if anew != said else None


def _named_by(refusal: GuidelogError | None) -> set[str]:
    if refusal is None:
        return set()
    said = [str(refusal.facts.get(one, one)).strip() for one in refusal.anew]
    return {name for one in said for name in (one, *one.split(" and "))}


def _stand_in(
    param: Parameter, refusal: GuidelogError | None, named: set[str]
) -> list[str]:
    if getattr(param, "is_flag", False):
        # which of two was meant nobody knows; one that is asked for stands by itself
        is_wanted = refusal is not None and name_of(param) in refusal.anew
        return [""] if is_wanted else []
    likely = _likely(refusal) if name_of(param) in named else ""
    return [likely or _placeholder(param)]


def _likely(refusal: GuidelogError | None) -> str:
    """What is likely meant for the refused word, where the refusal knows it."""
    return str(refusal.facts.get("instead") or "") if refusal is not None else ""


def _replaced(said: str, words: set[str], likely: str) -> str:
    """Put what is likely meant for a refused word, be it one of several, or a key."""
    parts = said.split(",")
    new = [likely if one.strip() in words else one for one in parts]
    key, pair, value = said.partition(_PAIR)
    if pair and key.strip() in words:
        return f"{likely}{_PAIR}{value}"
    return likely if said.strip() in words else ",".join(new)


def _placeholder(param: Parameter) -> str:
    metavar = getattr(param, "metavar", None)
    return str(metavar or name_of(param).lstrip("-").upper())


def _names(value: Any) -> list[str]:
    """Give words that were typed; none where one may be a note in a wrong place."""
    words = words_of(value)
    return words if words == list(map(show_typed, words)) else []


def _quoted(word: str) -> str:
    return shlex.quote(word) if word else ""


def _texts(param: Parameter, form: TextForm, value: Any) -> Any:
    """Give the texts that were typed; what stands for standard input was not read."""
    words = words_of(value)
    texts = [" ".join(words)] if is_argument(param) else words
    told = [one for one in texts if one != STANDARD_INPUT and not is_blank(one)]
    if not told and form.may_be_empty and words == [""]:
        return value
    return told if not isinstance(value, str) else next(iter(told), None)


def _in_utf8(value: Any) -> Any:
    try:
        "".join(words_of(value)).encode()
    except UnicodeEncodeError:
        return None
    return value


def _can_be_read(ctx: Context, param: Parameter, value: Any) -> bool:
    try:
        param.type_cast_value(ctx, value)
    except (typer.TyperException, GuidelogError):
        return False
    return True
