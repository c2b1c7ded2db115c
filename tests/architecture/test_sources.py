"""What all sources share: how they begin, who prints, which commands they name."""

import ast
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from architecture.sources import MODULES, docstrings_of, nodes, said_in, tree_of
from guidelog.cli.app import make_root
from guidelog.cli.grammar import Group
from guidelog.cli.inside_typer import AnyCommand, Context
from guidelog.cli.table import ALIASES
from journal.commands import commands

NAMED = re.compile(r"\bguidelog ((?:[a-z][a-z-]* ?)+)")
PROSE = {"journal", "knows", "that"}
"""Words that go on with the program's name where it is no command."""
SHARED = ("goal show", "resistance show", "today")
"""Commands without a page of their own: they are `show`, and the bare program."""
LONGEST_LINE = 88


def test_a_module_begins_with_what_it_is_for() -> None:
    assert [str(module) for module in MODULES if not begins_well(module)] == []


def begins_well(module: Path) -> bool:
    """Whether a module's first line is a sentence, and stands alone."""
    first, *more = (ast.get_docstring(tree_of(module)) or "").splitlines() or [""]
    return first.endswith((".", ":")) and more[:1] in ([], [""])


def test_one_module_prints() -> None:
    printing = {
        str(module)
        for module, node in nodes()
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print"
    }

    assert printing <= {"cli/output.py"}


def test_hints_name_commands_that_are_there() -> None:
    known = {*commands(), *(path.split()[0] for path in commands()), *ALIASES, *PROSE}
    named = [
        (str(module), words)
        for module in MODULES
        for text in said_in(module)
        for words in NAMED.findall(text)
    ]

    assert [one for one in named if not begins_with_one(one[1], known)] == []


def begins_with_one(words: str, known: set[str]) -> bool:
    """Whether a hint begins with a command, in a group with one that the group has."""
    first, *rest = words.split()
    in_group = rest and any(path.startswith(f"{first} ") for path in known)
    return f"{first} {rest[0]}" in known if in_group else first in known


def examples() -> Iterator[str]:
    """Every example that a command's help shows."""
    for room in sorted({one.room for one in commands().values()}):
        for text in docstrings_of(Path("cli") / f"{room}.py"):
            yield from (
                line for line in text.splitlines() if line.startswith("guidelog ")
            )


def parse(command: AnyCommand, words: list[str], above: Context | None = None) -> None:
    """Read a line as far as its form goes. Raises what refuses it."""
    context = Context(command, parent=above, info_name=command.name)
    below = None
    if isinstance(command, Group) and words:
        below = command.get_command(context, words[0])
    if below:
        parse(below, words[1:], context)
    else:
        command.make_context(command.name, words, parent=above)


@pytest.mark.parametrize("line", sorted(set(examples())))
def test_an_example_of_the_help_can_be_typed(line: str) -> None:
    parse(make_root(), shlex.split(line.partition(" > ")[0])[1:])


@pytest.mark.parametrize("path", sorted(commands()))
def test_every_command_shows_an_example(path: str) -> None:
    one = commands()[path]
    says = next(
        ast.get_docstring(node) or ""
        for node in ast.walk(tree_of(Path("cli") / f"{one.room}.py"))
        if isinstance(node, ast.FunctionDef) and node.name == one.function
    )

    assert f"guidelog {path.removesuffix(' list')}" in says or path in SHARED
    assert max(map(len, says.splitlines())) <= LONGEST_LINE
