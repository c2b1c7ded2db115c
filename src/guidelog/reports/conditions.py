"""What doctor has to say: what is wrong, what merely is, what could not be seen."""

from typing import Literal, NamedTuple

Kind = Literal["finding", "fact", "unseen"]
"""A finding is to be mended; a fact is good to know; unseen is what gave no answer."""


class Condition(NamedTuple):
    """One line of doctor, and the commands that mend it or change it.

    `about` is a file or an area. Commands can be copied as they are.
    """

    kind: Kind
    about: str
    says: str
    mends: tuple[str, ...] = ()


def finding(about: str, says: str, *mends: str) -> Condition:
    """Something that is to be mended."""
    return Condition("finding", about, says, mends)


def fact(about: str, says: str, *mends: str) -> Condition:
    """Something that is good to know, and what would change it."""
    return Condition("fact", about, says, mends)


def unseen(about: str, why: str) -> Condition:
    """Something that could not be looked at."""
    return Condition("unseen", about, f"could not be looked at: {why}")
