"""The cursor: what the words before it leave open, as the program will read them."""

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import Final, NamedTuple

from guidelog.cli.chart import Chart, Param
from guidelog.cli.dashes import TEXT_AFTER_DASH

JOURNAL: Final = "--journal"
Offer = tuple[str, str]
"""A word to type, and what it means."""


class Asked(NamedTuple):
    """A value that may be typed next."""

    param: Param
    begun: str
    """How it begins."""
    path: tuple[str, ...]
    """The command."""
    words: tuple[str, ...]
    """What stands before it, without options."""
    journal: str | None
    """The journal that the line names."""
    chart: Chart


class Cursor:
    """Reads a line up to where TAB is pressed, by the rules of ``cli.line``.

    Raises LookupError wherever the program would refuse the line.
    """

    def __init__(self, chart: Chart, words: Iterable[str]) -> None:
        """Go through the words before the one that is being typed."""
        self.chart = chart
        self.journal: str | None = None
        self._go_to()
        for word in words:
            self._read(word)

    def offer(self, typed: str) -> Iterator[Offer]:
        """Give what may stand there, from how it begins."""
        name, is_joined, value = typed.partition("=")
        if self.awaited:
            yield from self._values(self.awaited, typed)
        elif not self._may_be_option(typed):
            yield from self._words(typed)
        elif is_joined:
            found = self._values(self._place.options[name], value)
            yield from ((f"{name}={word}", says) for word, says in found)
        else:
            yield from self._options(typed)

    def _words(self, typed: str) -> Iterator[Offer]:
        names = self._place.commands.items()
        yield from ((name, says) for name, says in names if name.startswith(typed))
        for number, param in enumerate(self._place.arguments):
            if param.is_many or number == len(self.said):
                yield from self._values(param, typed)
                return

    def _options(self, typed: str) -> Iterator[Offer]:
        for name, param in self._place.options.items():
            if name.startswith(typed) and (param.is_many or param not in self._given):
                yield name, param.says

    def _values(self, param: Param, typed: str) -> Iterable[Offer]:
        asked = Asked(
            param, typed, self._path, tuple(self.said), self.journal, self.chart
        )
        # names of commands and options do without all that values need
        offer: Callable[[Asked], Iterable[Offer]]
        offer = import_module("guidelog.cli.offering").offer
        return offer(asked)

    def _go_to(self, *path: str) -> None:
        self._place = self.chart.place(*path)
        self._path = path
        self.said: list[str] = []
        self._given: list[Param] = []
        self.awaited: Param | None = None
        self._is_plain = False

    def _read(self, word: str) -> None:
        if self.awaited:
            self._take_value(self.awaited, word)
        elif word == "-" or not self._may_be_option(word):
            self._take_word(word)
        elif word == "--":
            self._is_plain = True
        elif word.startswith("--"):
            self._take_long(word)
        else:
            self._take_short(word)

    def _may_be_option(self, word: str) -> bool:
        is_dashed = word.startswith("-") and not TEXT_AFTER_DASH.match(word)
        return is_dashed and not self._is_plain

    def _take_word(self, word: str) -> None:
        if self._place.commands:
            self._go_to(*self._path, word)
        else:
            self.said.append(word)

    def _take_long(self, word: str) -> None:
        name, is_joined, value = word.partition("=")
        param = self._place.options[name]
        self._given.append(param)
        if is_joined:
            self._keep(param, value)
        elif param.word:
            self.awaited = param

    def _take_short(self, word: str) -> None:
        for number, letter in enumerate(word[1:], 2):
            param = self._place.options[f"-{letter}"]
            self._given.append(param)
            if param.word:
                self.awaited = param
                if word[number:]:
                    self._keep(param, word[number:])
                return

    def _take_value(self, param: Param, word: str) -> None:
        if word.partition("=")[0] in self._place.options:
            raise LookupError(word)
        self._keep(param, word)

    def _keep(self, param: Param, value: str) -> None:
        if not param.word:
            raise LookupError(value)
        self.awaited = None
        if param.names[0] == JOURNAL:
            self.journal = value
