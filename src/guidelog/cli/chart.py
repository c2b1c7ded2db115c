"""The chart: every command with what may stand on its line, read from one file.

TAB reads it instead of the commands themselves, which would take ten times as long. The
file is written from the program by its test: ``pytest tests/cli/test_chart.py
--update-golden``.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

FILE: Final = Path(__file__).parents[1] / "data" / "chart.json"
"""By path, since importlib.resources would cost more than the reading."""


class Param(NamedTuple):
    """An option, or an argument, which has no names."""

    names: Sequence[str] = ()
    says: str = ""
    word: str = ""
    """What help shows for its value; an option without it takes no value."""
    choices: Sequence[str] = ()
    is_many: bool = False
    """Whether it may be said again: a repeatable option, or all words to the end."""


class Place(NamedTuple):
    """A command, or a group and the commands in it, with what they do."""

    commands: Mapping[str, str]
    params: tuple[Param, ...]

    @property
    def options(self) -> dict[str, Param]:
        """The options by each of their names, in the order of the help."""
        return {name: param for param in self.params for name in param.names}

    @property
    def arguments(self) -> list[Param]:
        """The arguments in their order."""
        return [param for param in self.params if not param.names]


class Chart:
    """The whole command line, place by place."""

    def __init__(self, told: Mapping[str, Any]) -> None:
        """Hold what the file tells."""
        self.aliases: Mapping[str, str] = told["aliases"]
        self.actions: Mapping[str, str] = told["actions"]
        """The built-in actions, with their labels."""
        self.offers: Mapping[str, Mapping[str, str]] = told["offers"]
        """What may stand for a value and never changes, by its word in the help."""
        self._everywhere = told["everywhere"]
        self._places = told["places"]

    def place(self, *path: str) -> Place:
        """The place to which these words lead. Raises LookupError for any other."""
        first, *more = path or ("",)
        known = " ".join([self.aliases.get(first, first), *more])
        if len(known.split()) != len(path):
            raise LookupError(known)
        told = self._places[known]
        params = params_of([*told.get("params", ()), *self._everywhere])
        return Place(told.get("commands", {}), params)


def params_of(told: Iterable[Mapping[str, Any]]) -> tuple[Param, ...]:
    """The options and arguments that the file tells."""
    return tuple(Param(**one) for one in told)


def read_chart() -> Chart:
    """The chart of this program."""
    return Chart(json.loads(FILE.read_text("utf-8")))
