"""The three roots of every refusal, and how a sentence gets its facts."""

from typing import ClassVar

__all__ = ["CouldNot", "GuidelogError", "WronglyCalled"]


class GuidelogError(Exception):
    """Anything the leader is told instead of a traceback."""

    code: ClassVar[int] = 1
    sentence: ClassVar[str] = "something went wrong."
    advice: ClassVar[str] = ""

    def __init__(self, **facts: object) -> None:
        """Word the sentence with the facts; keep the facts for callers and tests."""
        self.facts = facts
        self.says = self.sentence.format(**facts)
        self.helps = self.advice.format(**facts)
        super().__init__(self.says)


class CouldNot(GuidelogError):
    """The wish was clear, but it could not be carried out."""

    code = 1


class WronglyCalled(GuidelogError):
    """The command was typed in a way that can't be carried out."""

    code = 2
