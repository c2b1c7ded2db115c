"""Options that belong together, and values of our own kinds.

A bundle is a frozen dataclass whose fields carry their own ``typer.Option``. A command
takes it as one parameter; the leader sees the options one by one.
"""

import copy
import dataclasses
import functools
import inspect
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import (
    Annotated,
    Any,
    NamedTuple,
    TypeVar,
    get_args,
    get_origin,
    get_type_hints,
)

import typer

from guidelog.cleaning import is_blank
from guidelog.cli.texts import Told
from guidelog.errors import FilterNotTaken, GuidelogError, NothingBetweenCommas
from guidelog.numbers import MOST, whole_between

Value = TypeVar("Value")
Function = Callable[..., None]


class Unfit(typer.BadParameter):
    """A value was refused; Typer adds whose value it was."""

    def __init__(self, refusal: GuidelogError) -> None:
        """Carry the refusal, whose advice a plain message would lose."""
        super().__init__(refusal.says)
        self.refusal = refusal


class Takes(NamedTuple):
    """Which options of a bundle of filters a command takes; stands in an annotation.

    The others are in no help, and refused by name.
    """

    command: str
    names: tuple[str, ...]

    def hide_others(self, option: Any) -> Any:
        """Give the option, hidden where it is none of these."""
        if _name_of(option) in self.names:
            return option
        hidden = copy.copy(option)
        hidden.hidden = True
        return hidden

    def refuse_others(self, bundle: Any) -> None:
        """Refuse what was said though it is none of these. Raises FilterNotTaken."""
        hints = _hints_of(bundle.__class__)
        for field in dataclasses.fields(bundle):
            name = _name_of(get_args(hints[field.name])[1])
            is_said = getattr(bundle, field.name) != _default(field)
            if is_said and name not in self.names:
                takes = ", ".join(self.names)
                raise FilterNotTaken(view=self.command, filter=name, takes=takes)


def parsed(reader: Callable[[str], Value]) -> Callable[[str | Value], Value]:
    """Make a parser for ``typer.Option(parser=…)`` from a reader that refuses.

    The reader may not print or open anything: names and ids are looked up afterwards.
    """

    def parse(text: str | Value) -> Value:
        if not isinstance(text, str):
            return text  # Typer sends defaults through here, too
        try:
            return reader(text)
        except GuidelogError as refusal:
            raise Unfit(refusal) from refusal

    return parse


def whole_number(
    *names: str, says: str, metavar: str = "N", first: int = 1, last: int = MOST
) -> Any:
    """Declare the option, or without names the argument, that is a whole number."""
    parser = parsed(whole_between(first, last))
    if not names:
        return typer.Argument(metavar=metavar, parser=parser, help=says)
    return typer.Option(*names, metavar=metavar, parser=parser, help=says)


def each_of(values: Iterable[str] | None) -> list[str]:
    """Give the values of a repeatable option singly, those joined by commas apart.

    An empty value, where there may be one, is none. Raises NothingBetweenCommas where
    a value is commas alone: as a filter it would leave everything in.
    """
    said = [value for value in values or () if not is_blank(value)]
    return [part for value in said for part in _beside_commas(value)]


def _beside_commas(value: str) -> list[str]:
    parts = [part.strip() for part in value.split(",") if not is_blank(part)]
    if not parts:
        raise NothingBetweenCommas(value=value)
    return parts


def needed_by(function: Function) -> tuple[str, ...]:
    """The parameters without a default: what the function can't do without."""
    written = inspect.signature(function).parameters.values()
    hints = get_type_hints(function)
    return tuple(
        one.name
        for one in written
        if one.default is inspect.Parameter.empty and not _is_bundle(hints[one.name])
    )


def spread(function: Function, may_miss: Collection[str] = ()) -> Function:
    """Give the function with its bundles as single options, its texts as words.

    ``may_miss`` are parameters that the line may leave out, though the function needs
    them: they are seen to before it is called.
    """
    hints = get_type_hints(function, include_extras=True)
    written = inspect.signature(function).parameters.values()
    bundles = {n: kind for n, kind in hints.items() if _is_bundle(_plain(kind))}
    texts = [name for name, hint in hints.items() if _is_words(hint)]

    def command(**given: Any) -> None:
        for name, kind in bundles.items():
            given[name] = _gather(kind, given)
        for name in texts:
            given[name] = given[name][0] if given[name] else None
        function(**given)

    shown = [one for each in written for one in _shown(each, hints, bundles)]
    shown = [_optional(one) if one.name in may_miss else one for one in shown]
    command.__name__, command.__doc__ = function.__name__, function.__doc__
    # Typer asks for both.
    command.__signature__ = inspect.Signature(shown)  # type: ignore[attr-defined]
    command.__annotations__ = {one.name: one.annotation for one in shown}
    return command


def _optional(one: inspect.Parameter) -> inspect.Parameter:
    hint, *more = get_args(one.annotation)
    return one.replace(annotation=Annotated[hint | None, *more], default=None)


def _plain(hint: Any) -> Any:
    return get_args(hint)[0] if get_origin(hint) is Annotated else hint


def _is_bundle(kind: Any) -> bool:
    return isinstance(kind, type) and dataclasses.is_dataclass(kind)


def _is_words(hint: Any) -> bool:
    """Say whether this is a text told by the last words of the line."""
    parts = get_args(hint) if get_origin(hint) is Annotated else ()
    return any(_is_argument(part) for part in parts) and Told in _kinds(parts[0])


def _is_argument(part: Any) -> bool:
    return isinstance(part, type(typer.Argument()))


def _kinds(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) or (hint,)


def _gather(hint: Any, given: dict[str, Any]) -> Any:
    kind = _plain(hint)
    fields = dataclasses.fields(kind)
    bundle = kind(**{field.name: given.pop(field.name) for field in fields})
    if takes := _takes_of(hint):
        takes.refuse_others(bundle)
    return bundle


def _name_of(option: Any) -> str:
    # Typer keeps the first name where an option without annotation has its default
    return str(option.default)


def _takes_of(hint: Any) -> Takes | None:
    return next((one for one in get_args(hint) if isinstance(one, Takes)), None)


def _shown(
    one: inspect.Parameter, hints: dict[str, Any], bundles: dict[str, Any]
) -> Iterator[inspect.Parameter]:
    hint = hints[one.name]
    if one.name in bundles:
        yield from _fields_shown(_plain(hint), _takes_of(hint))
    elif _is_words(hint):
        words = Annotated[list[Told] | None, get_args(hint)[1]]
        yield _keyword(one.name, words, None)
    else:
        yield _keyword(one.name, hint, one.default)


@functools.cache
def _hints_of(kind: type) -> dict[str, Any]:
    return get_type_hints(kind, include_extras=True)


def _fields_shown(kind: Any, takes: Takes | None) -> Iterator[inspect.Parameter]:
    hints = _hints_of(kind)
    for field in dataclasses.fields(kind):
        hint, *more = get_args(hints[field.name])
        shown = [takes.hide_others(one) for one in more] if takes else more
        yield _keyword(field.name, Annotated[hint, *shown], _default(field))


def _default(field: "dataclasses.Field[Any]") -> Any:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    missing = field.default is dataclasses.MISSING
    return inspect.Parameter.empty if missing else field.default


def _keyword(name: str, hint: Any, default: Any) -> inspect.Parameter:
    kind = inspect.Parameter.KEYWORD_ONLY
    return inspect.Parameter(name, kind, default=default, annotation=hint)
