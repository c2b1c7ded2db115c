"""Near words: what is likely meant by a word that is not known."""

from collections.abc import Iterable
from importlib import import_module


def nearest(word: str, known: Iterable[str], likeness: float = 0.6) -> list[str]:
    """The known word that is nearest, if one is as near as the likeness, 0 to 1."""
    # only a refusal needs it, and every command would pay for it
    difflib = import_module("difflib")
    found: list[str] = difflib.get_close_matches(word, list(known), 1, likeness)
    return found


def ask_meant(likely: str) -> str:
    """Ask whether this was meant, as the end of a sentence; nothing where none is."""
    return f" Did you mean {likely}?" if likely else ""


def say_near(word: str, known: Iterable[str]) -> str:
    """Ask whether the nearest known word was meant, as the end of a sentence."""
    return ask_meant("".join(nearest(word, known)))
