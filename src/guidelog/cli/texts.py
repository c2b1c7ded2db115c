"""Texts: how a leader tells them, and how a command says that it takes one.

A text is told by the last words of the line, by ``-``, by what is piped in, or as the
value of an option.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

import typer

from guidelog.cleaning import clean, is_blank
from guidelog.cli import fitting
from guidelog.errors import (
    ArgumentMissing,
    EmptyText,
    InputReadTwice,
    NothingSaid,
    NotUtf8,
    ScatteredText,
    WordsAfterQuotes,
)

Source = Literal["line", "input", "draft"]
STANDARD_INPUT: Final = "-"
ECHOED_WORDS: Final = 4


class Told(str):
    """A text of the leader, and where it came from."""

    source: Source = "line"
    unquoted: bool = False

    @property
    def echo(self) -> str:
        """Say what the leader should see again: the source, or the last words.

        Empty where the text came in quotes: the line itself shows it.
        """
        if self.source == "input":
            lines = self.count("\n") + 1
            return f"from standard input, {lines} {'line' if lines == 1 else 'lines'}"
        if self.source == "draft":
            return "from the draft"
        return self._last_words() if self.unquoted else ""

    def _last_words(self) -> str:
        words = self.split(" ")
        shown = " ".join(words[-ECHOED_WORDS:])
        return f'"… {shown}"' if len(words) > ECHOED_WORDS else f'"{shown}"'


def told(text: str, source: Source, *, unquoted: bool = False) -> Told:
    """Make a clean text that knows its source."""
    one = Told(clean(text))
    one.source, one.unquoted = source, unquoted
    return one


@dataclass(frozen=True)
class TextForm:
    """How one text may be told; it is the parser of its option or argument."""

    needed: bool = False
    asked: bool = False
    may_be_empty: bool = False
    kept: bool = True
    unless: tuple[str, ...] = ()

    def __call__(self, word: str) -> Told:
        """Take one word or value as it was typed."""
        return told(word, "line")


@dataclass(frozen=True)
class Emptied:
    """How an option is read whose empty value empties a field; it is the parser."""

    read: Callable[[str], Any] = str

    def __call__(self, text: Any) -> Any:
        """Read a value as ever, an empty one as empty."""
        return "" if isinstance(text, str) and is_blank(text) else self.read(text)


def text_argument(
    metavar: str = "TEXT",
    says: str | None = None,
    *,
    needed: bool = True,
    asked: bool = False,
    unless: tuple[str, ...] = (),
    kept: bool = True,
) -> Any:
    """Declare the text told by the last words: ``Annotated[Told, text_argument()]``.

    ``needed``: without words standard input is read, and without both the line is
    refused. ``asked``: on a terminal the command gets None and asks. ``unless``: names
    of parameters that stand for the text, such as ``edit``. ``kept``: a draft is kept.
    """
    form = TextForm(needed, asked, unless=unless, kept=kept)
    return typer.Argument(parser=form, metavar=metavar, help=says)


def text_option(
    *names: str,
    says: str | None = None,
    metavar: str = "TEXT",
    may_be_empty: bool = False,
) -> Any:
    """Declare an option that is a text: ``Annotated[Told | None, text_option("--x")]``.

    Lists of Told make it repeatable. ``-`` reads standard input. ``may_be_empty``: an
    empty text is taken (to empty a field) and not refused.
    """
    form = TextForm(may_be_empty=may_be_empty)
    return typer.Option(*names, parser=form, metavar=metavar, help=says)


def form_of(param: Any) -> TextForm | None:
    """Give the form of a parameter that is a text, None of any other."""
    form = getattr(param.type, "func", None)
    return form if isinstance(form, TextForm) else None


def refuse_blank(params: Sequence[Any], typed: Mapping[str, Any]) -> None:
    """Refuse what was given though nothing stands in it. Raises NothingSaid.

    Texts are seen to when they are told, and some values empty a field.
    """
    for param in params:
        value = typed.get(param.name)
        if not isinstance(getattr(param.type, "func", None), TextForm | Emptied):
            words = value if isinstance(value, list | tuple) else [value]
            if any(isinstance(one, str) and is_blank(one) for one in words):
                raise NothingSaid(what=name_of(param))


def refuse_scattered(words: tuple[str, ...], first: int, breaks: set[int]) -> None:
    """Refuse words in two places, or more words after a quoted text.

    ``first`` is the place of the first word among all arguments; ``breaks`` are the
    places before which an option stood.
    """
    if any(first < place < first + len(words) for place in breaks):
        raise ScatteredText
    if len(words) > 1 and any(any(map(str.isspace, word)) for word in words):
        raise WordsAfterQuotes


@dataclass
class Telling:
    """The texts of one line, as they are being told."""

    values: dict[str, Any]
    """What was typed, converted, by name of parameter."""
    from_draft: set[str]
    """The names whose value a draft filled in."""
    usage: str
    may_read: bool = True
    """Whether standard input stands in for a needed text that was not typed."""
    is_edited: bool = False
    """Whether the words of the argument come from the editor, where there are none."""

    def read_all(self, texts: Mapping[str, Any]) -> None:
        """Turn the typed values of these parameters into texts, in place.

        Raises ArgumentMissing, EmptyText, InputReadTwice, NotUtf8.
        """
        dashes = sum(self._dashes(name, param) for name, param in texts.items())
        if dashes > 1:
            raise InputReadTwice
        self.may_read = self.may_read and not dashes
        # Before anything is read: a line that is refused leaves standard input alone.
        for name, param in texts.items():
            self._refuse_empty(self._typed(name, param), param)
        for name, param in texts.items():
            if is_argument(param):
                text = self._told_by_words(name, param)
                self.values[name] = () if text is None else (text,)
            elif self.values[name] is not None:
                self.values[name] = self._told_by_option(name, param)

    def _typed(self, name: str, param: Any) -> list[str]:
        """Give what was typed, text by text: the words of an argument are one."""
        words = _listed(self.values[name])
        is_one = words and is_argument(param)
        return [" ".join(words)] if is_one else words

    def _dashes(self, name: str, param: Any) -> int:
        if name in self.from_draft:
            return 0
        return self._typed(name, param).count(STANDARD_INPUT)

    def _told_by_words(self, name: str, param: Any) -> Told | None:
        form, words = form_of(param) or TextForm(), _listed(self.values[name])
        if words:
            return self._told(" ".join(words), name, param, unquoted=len(words) > 1)
        if self.is_edited or any(self.values.get(other) for other in form.unless):
            return None
        if form.needed and self.may_read and is_piped():
            text = read_input(name_of(param))
            return self._miss(param) if is_blank(text) else text
        if form.asked and is_conversation():
            return None
        return self._miss(param) if form.needed else None

    def _told_by_option(self, name: str, param: Any) -> Any:
        value = self.values[name]
        if isinstance(value, str):
            return self._told(value, name, param)
        return tuple(self._told(one, name, param) for one in value)

    def _told(
        self, text: str, name: str, param: Any, *, unquoted: bool = False
    ) -> Told:
        if name in self.from_draft:
            return told(text, "draft")
        if text != STANDARD_INPUT:
            return told(text, "line", unquoted=unquoted)
        piped = read_input(name_of(param))
        self._refuse_empty([piped], param)
        return piped

    def _refuse_empty(self, typed: list[str], param: Any) -> None:
        form = form_of(param)
        may_be = form is not None and form.may_be_empty
        if not may_be and any(map(is_blank, typed)):
            raise EmptyText(what=name_of(param))

    def _miss(self, param: Any) -> Told:
        raise missing(param, self.usage)


def missing(param: Any, usage: str) -> ArgumentMissing:
    """Give the refusal that says what is missing, and how the command is said."""
    what, help_ = name_of(param), str(getattr(param, "help", None) or "").rstrip(".")
    means = f": {help_[:1].lower()}{help_[1:]}" if help_ else ""
    if param.param_type_name == "option":
        said = f"{what} {param.metavar or what.lstrip('-').upper()}"
        usage = usage.replace("[OPTIONS]", f"{said} [OPTIONS]")
    return ArgumentMissing(what=what, means=means, usage=usage)


def is_argument(param: Any) -> bool:
    """Say whether a parameter is words without a name of their own on the line."""
    return bool(param.param_type_name == "argument")


def name_of(param: Any) -> str:
    """Name a parameter as the leader types it: ``--when``, ``WHO``."""
    if param.param_type_name == "option":
        return str(max(param.opts, key=len))
    return str(param.metavar or param.name.upper())


def is_piped() -> bool:
    """Say whether standard input is something else than a terminal."""
    return sys.stdin is None or not sys.stdin.isatty()


def is_conversation() -> bool:
    """Say whether questions can be asked: input and output are both terminals."""
    return not is_piped() and fitting.is_on_terminal()


def read_input(what: str) -> Told:
    """Read standard input to its end; closed, it is empty. Raises NotUtf8."""
    if sys.stdin is None:
        return told("", "input")
    try:
        text = sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise NotUtf8(what=f"standard input for {what}") from wrong
    return told(clean(text).rstrip("\n"), "input")


def words_of(value: Any) -> list[str]:
    """The words typed for one parameter, as they are kept; a switch has none."""
    if value is None or isinstance(value, bool):
        return []
    return list(map(str, value)) if isinstance(value, list | tuple) else [str(value)]


def _listed(value: Any) -> list[str]:
    if value is None:
        return []
    return [value] if isinstance(value, str) else list(value)
