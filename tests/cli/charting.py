"""The chart that TAB reads, made from the program itself."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from guidelog.cli.app import Root
from guidelog.cli.common import COMMON
from guidelog.cli.completing import calm
from guidelog.cli.grammar import Branch, Plain, Table
from guidelog.cli.inside_typer import Context, Parameter
from guidelog.cli.table import ALIASES, TABLE
from guidelog.cli.texts import form_of
from guidelog.data.actions import load_catalogue
from guidelog.lookback.filters import KINDS, TAKEN
from guidelog.settings import MEANINGS
from guidelog.words import RELATION_LABELS

Told = dict[str, Any]
OWNERS = {"me": "yours", "them": "theirs"}
ALWAYS: Mapping[str, Mapping[str, str]] = {
    "me|them": OWNERS,
    "KIND": dict.fromkeys(KINDS["timeline"], ""),
    "VIEW": dict.fromkeys((*TAKEN, "log", "all"), ""),
    "RELATION": RELATION_LABELS,
    "SETTING": MEANINGS,
}
"""What is the same in every journal, by the word that help shows for the value."""


def chart_of(
    root: Root, sections: Mapping[str, Table] = TABLE, aliases: Told | None = None
) -> Told:
    """Tell everything that may stand on a line of a program."""
    table = {name: one for part in sections.values() for name, one in part.items()}
    everywhere = [told_of(one) for one in common_to_all(root)]
    return {
        "aliases": ALIASES if aliases is None else aliases,
        "actions": {name: calm(one.label) for name, one in load_catalogue().items()},
        "offers": {word: calm_all(words) for word, words in ALWAYS.items()},
        "everywhere": everywhere,
        "places": dict(places_of(root, table, everywhere)),
    }


def calm_all(words: Mapping[str, str]) -> dict[str, str]:
    """Shorten what is said of words."""
    return {word: calm(says) for word, says in words.items()}


def common_to_all(root: Root) -> list[Parameter]:
    """The options that stand on every line."""
    asks_help = root.get_help_option(context_of(root))
    return [*([asks_help] if asks_help else []), *COMMON]


def context_of(command: Any) -> Context:
    """Where a command stands while its options are asked for."""
    return Context(command, help_option_names=["--help", "-h"])


def places_of(
    command: Any, table: Table | None, everywhere: list[Told], *path: str
) -> Iterator[tuple[str, Told]]:
    """Tell of a command, or of a group and all that is in it."""
    assert isinstance(command, Plain)
    ctx = context_of(command)
    params = [told_of(one) for one in command.get_params(ctx) if not is_hidden(one)]
    own: Told = {"params": [one for one in params if one not in everywhere]}
    if table:
        own["commands"] = calm_all({name: one.says for name, one in table.items()})
    yield " ".join(path), own
    for name, one in (table or {}).items():
        below = command.get_command(ctx, name)  # type: ignore[attr-defined]
        inner = one.table if isinstance(one, Branch) else None
        yield from places_of(below, inner, everywhere, *path, name)


def is_hidden(param: Any) -> bool:
    """Whether help is silent about an option."""
    return bool(param.hidden)


def told_of(param: Any) -> Told:
    """Tell of one option or argument, leaving out what is as with most."""
    is_option = param.param_type_name == "option"
    takes_value = not (is_option and param.is_flag)
    assert param.nargs == 1 or (not is_option and param.nargs == -1)
    told = {
        "names": [*sorted(param.opts), *param.secondary_opts] if is_option else [],
        "says": calm(param.help or "") if is_option else "",
        "word": word_of(param) if takes_value else "",
        "choices": [str(one) for one in getattr(param.type, "choices", ())],
        "is_many": param.nargs == -1 or (is_option and param.multiple),
    }
    return {key: value for key, value in told.items() if value}


def word_of(param: Any) -> str:
    """What help shows for a value; nothing can be offered for a text, whose word may
    be that of something else, too."""
    return "TEXT" if form_of(param) else str(param.metavar or param.name).strip("[]")


def write(chart: Told) -> str:
    """Write a chart, a line for each option and argument."""
    places = {path: write_place(place) for path, place in chart["places"].items()}
    parts = {key: line(chart[key]) for key in ("aliases", "actions", "offers")}
    parts["everywhere"] = rows(chart["everywhere"])
    inner = ",\n".join(f"{line(path)}: {told}" for path, told in places.items())
    parts["places"] = f"{{\n{inner}\n}}"
    told = ",\n".join(f"{line(key)}: {value}" for key, value in parts.items())
    return f"{{\n{told}\n}}\n"


def write_place(place: Told) -> str:
    """Write one command or group."""
    parts = [f'"params": {rows(place["params"])}']
    if "commands" in place:
        parts.append(f'"commands": {line(place["commands"])}')
    return "{" + ", ".join(parts) + "}"


def rows(told: list[Told]) -> str:
    """Write a list with each of its things on a line."""
    return "[\n" + ",\n".join(f"  {line(one)}" for one in told) + "]" if told else "[]"


def line(told: object) -> str:
    """Write something on one line."""
    return json.dumps(told, ensure_ascii=False)
