"""Arrivals: people met while writing about them, added in the same change."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from guidelog.journal.recording import Recording


class Newcomer(NamedTuple):
    """Somebody who is to be added."""

    handle: str
    name: str
    relation: str


@dataclass
class Door:
    """Who waits to be added by the running command, and who was."""

    waiting: list[Newcomer] = field(default_factory=list)
    uids: list[str] = field(default_factory=list)


_DOOR: ContextVar[Door | None] = ContextVar("door", default=None)


@contextmanager
def open_door() -> Iterator[None]:
    """Let newcomers in while one command runs."""
    before = _DOOR.set(Door())
    try:
        yield
    finally:
        _DOOR.reset(before)


def expect(newcomer: Newcomer) -> None:
    """Let somebody wait for the transaction of the running command."""
    door = _DOOR.get()
    if door is not None:
        door.waiting.append(newcomer)


def welcome(at: "Recording") -> None:
    """Add those who wait, first thing in the transaction."""
    door = _DOOR.get()
    if door is None or not door.waiting:
        return
    from guidelog.journal.people import add_person

    door.uids = [
        add_person(at, one.handle, {"name": one.name, "relation": one.relation})
        for one in door.waiting
    ]


def arrived() -> list[str]:
    """The uids of those who were added by the running command."""
    door = _DOOR.get()
    return door.uids if door else []
