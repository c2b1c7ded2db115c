"""The commands that write, read off the table of all commands."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from types import CodeType, FunctionType

from guidelog.cli.grammar import Branch, Entry, Table, build
from guidelog.cli.table import TABLE


def all_commands(table: Table, path: str = "") -> Iterator[tuple[str, Entry]]:
    """Every command of a table with the words it is called by."""
    for name, one in table.items():
        if isinstance(one, Branch):
            yield from all_commands(one.table, f"{path}{name} ")
        else:
            yield path + name, one


def commands() -> dict[str, Entry]:
    """Every command there is, by the words it is called by."""
    return {path: one for part in TABLE.values() for path, one in all_commands(part)}


def _names_in(function: FunctionType) -> set[str]:
    """Every name a function uses, those used by functions of its room included."""
    waiting, known = [function.__code__], set[str]()
    while waiting:
        code = waiting.pop()
        new = set(code.co_names) - known
        known |= new
        room = (function.__globals__.get(name) for name in new)
        mine = (
            one for one in room if getattr(one, "__module__", "") == function.__module__
        )
        waiting += [one.__code__ for one in mine if isinstance(one, FunctionType)]
        waiting += [one for one in code.co_consts if isinstance(one, CodeType)]
    return known


def _writes(one: Entry) -> bool:
    """Whether a command takes part in writing: there is one way to write."""
    function = getattr(import_module(f"guidelog.cli.{one.room}"), one.function)
    return "writing" in _names_in(function)


OF_FILES = ("merge", "import", "restore", "backup", "demo")
"""Commands that take in or give out whole files: their histories are told elsewhere."""

WRITING: Mapping[str, Entry] = {
    path: one
    for path, one in commands().items()
    if path not in OF_FILES and _writes(one)
}
"""The commands that write into the leader's journal."""


def options_of(path: str) -> set[str]:
    """The options of a command as they are typed in full, of both ends of a switch."""
    command = build(path.split()[-1], WRITING[path])
    options = [one for one in command.params if one.param_type_name == "option"]
    names = [name for one in options for name in (*one.opts, *one.secondary_opts)]
    return {name for name in names if name.startswith("--")}
