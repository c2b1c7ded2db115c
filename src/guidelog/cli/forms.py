"""Forms: what a command asks on a terminal, and what stands above a text in the editor.

A form speaks of the parameters of its command by their names. The tables of questions
are in ``guidelog.cli.questions``, and only loaded where something is asked.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, TypeVar

if TYPE_CHECKING:
    from guidelog.cli.desk import Desk
    from guidelog.cli.sheet import Sheet

Words = Mapping[str, str]
"""Words that an answer may use, each with what it means."""
Command = TypeVar("Command", bound=Callable[..., None])
_ASKED: Final = "guidelog_asked"


def offer_nothing(_desk: "Desk") -> Words:
    """Offer no words: the answer is free."""
    return {}


def offer_no_default(_desk: "Desk") -> str:
    """Offer nothing that Enter could take."""
    return ""


def accept(_answer: str, _desk: "Desk") -> None:
    """Take any answer that its parameter can read."""


def always(_said: Mapping[str, Any], _desk: "Desk") -> bool:
    """Ask in any case."""
    return True


class Wanted(NamedTuple):
    """How the leader wants to write: with -e, after a template, from a draft."""

    edit: bool = False
    template: str | None = None
    buffer: str | None = None

    @property
    def is_editor(self) -> bool:
        """Whether the editor is opened."""
        return self.edit or self.template is not None or self.buffer is not None


class Question(NamedTuple):
    """One question: the parameter it fills, its words, and what Enter means."""

    name: str
    asks: str
    nothing: str = "none"
    """What stands in the brackets; empty where an answer is needed."""
    default: Callable[["Desk"], str] = offer_no_default
    """What Enter answers instead of nothing."""
    hint: str = ""
    words: Callable[["Desk"], Words] = offer_nothing
    check: Callable[[str, "Desk"], None] = accept
    """Refuses an answer that can be read but not meant."""
    when: Callable[[Mapping[str, Any], "Desk"], bool] = always
    is_long: bool = False
    """Whether the answer is a text of several lines."""
    repeats: bool = False


class Form(NamedTuple):
    """What one command asks, in order; ``text`` is its own text, ``whom`` its start."""

    text: str
    whom: Question
    questions: tuple[Question, ...] = ()
    keys: tuple[str, ...] = ()
    """The parameters that stand above the text in the editor, said or not."""
    about: Literal["people", "person", "note"] = "person"
    """What ``whom`` names: several people, one, or a resistance note."""


class Asked(NamedTuple):
    """Where the form of a command is found, without loading it."""

    form: str
    templates: bool = False
    """Whether its text may begin with a template."""


def asks(form: str, *, templates: bool = False) -> Callable[[Command], Command]:
    """Give a command the form of this name in the table of questions."""

    def give(function: Command) -> Command:
        setattr(function, _ASKED, Asked(form, templates))
        return function

    return give


def asked_by(function: Callable[..., None]) -> Asked | None:
    """Say which form a command has, if any."""
    return getattr(function, _ASKED, None)


def fill_in(asked: Asked, sheet: "Sheet", wanted: Wanted) -> None:
    """Complete a sheet in the editor, or by asking on a terminal.

    Raises NothingSaved, Unanswered, and whatever an answer is refused with.
    """
    # Questions and editor are loaded where they are wanted: most lines say all.
    form: Form = getattr(import_module("guidelog.cli.questions"), asked.form)
    fill: Callable[..., None] = import_module("guidelog.cli.filling").fill
    fill(form, sheet, wanted)
