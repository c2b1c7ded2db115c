"""Hearing: who waits for long work is told how far it is."""

from collections.abc import Callable

Tell = Callable[[str, float | None], None]
"""Told what is being done, and the share of it that is, 0…1, where that is known."""


def hear_nothing(_what: str, _share: float | None) -> None:
    """Hear how far a work is, where nobody waits for it."""
