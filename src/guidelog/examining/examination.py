"""The examination: every check in turn, and none that can fail the others."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from types import MappingProxyType
from typing import Final, TypeAlias

from guidelog.errors import GuidelogError
from guidelog.examining import (
    completion,
    configured,
    copies,
    extras,
    file,
    leftovers,
    permissions,
    retention,
    shell_history,
    space,
    syncing,
)
from guidelog.examining.place import Place
from guidelog.reports.conditions import Condition, unseen

Check: TypeAlias = Callable[[Place], Iterable[Condition]]

CHECKS: Final = MappingProxyType[str, Check](
    {
        "journal": file.examine,
        "permissions": permissions.examine,
        "syncing": syncing.examine,
        "leftovers": leftovers.examine,
        "backups": copies.examine,
        "disk": space.examine,
        "settings": configured.examine,
        "retention": retention.examine,
        "history": shell_history.examine,
        "TAB": completion.examine,
        "extras": extras.examine,
    }
)
"""Every check, by the area it looks at, in the order of what is said."""


def examine(place: Place) -> list[Condition]:
    """Make every check; nothing is written, and what gives no answer is said so."""
    return [one for name, check in CHECKS.items() for one in _made(name, check, place)]


def _made(name: str, check: Check, place: Place) -> Iterator[Condition]:
    try:
        yield from check(place)
    except GuidelogError as refusal:
        yield unseen(name, refusal.says.rstrip("."))
    except OSError as error:
        yield unseen(name, (error.strerror or type(error).__name__).lower())
    except (sqlite3.Error, ValueError, ImportError) as error:
        yield unseen(name, type(error).__name__)
