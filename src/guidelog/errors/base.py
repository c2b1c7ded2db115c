"""The three roots of every refusal, and how a sentence gets its facts."""

from typing import ClassVar, Final

_TYPED: Final = ("word", "name", "id", "text")
"""The facts that may be words which the leader meant for another place."""
_LONGEST_NAME: Final = 60
_MOST_WORDS: Final = 6


def show_typed(word: str) -> str:
    """What was typed as a sentence shows it: too long for a name, it may be a note."""
    is_name = len(word) <= _LONGEST_NAME and len(word.split()) <= _MOST_WORDS
    return word if is_name else "…"


def _shown(name: str, fact: object) -> object:
    return show_typed(fact) if name in _TYPED and isinstance(fact, str) else fact


__all__ = ["CouldNot", "GuidelogError", "WronglyCalled"]


class GuidelogError(Exception):
    """Anything the leader is told instead of a traceback."""

    code: ClassVar[int] = 1
    sentence: ClassVar[str] = "something went wrong."
    advice: ClassVar[str] = ""
    anew: ClassVar[tuple[str, ...]] = ()
    """What must be said anew: facts that hold a word or an option, or an option."""

    def __init__(self, **facts: object) -> None:
        """Word the sentence with the facts; keep the facts for callers and tests."""
        self.facts = facts
        shown = {name: _shown(name, fact) for name, fact in facts.items()}
        self.says = self.sentence.format(**shown)
        self.helps = self.advice.format(**shown)
        super().__init__(self.says)


class CouldNot(GuidelogError):
    """The wish was clear, but it could not be carried out."""

    code = 1


class WronglyCalled(GuidelogError):
    """The command was typed in a way that can't be carried out."""

    code = 2
