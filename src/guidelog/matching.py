"""Who is meant: a handle, a first name, a full name, or for looking a beginning."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from guidelog.errors import TwoPeople, UnknownPerson
from guidelog.near import nearest
from guidelog.words import KIND_OF_LETTER, LONGEST_HANDLE, RESERVED_HANDLES

_HANDLE = re.compile(r"[a-z0-9][a-z0-9._-]*")
_ID = re.compile(f"[{''.join(KIND_OF_LETTER)}][0-9]+")
SHORTEST_BEGINNING = 3
"""Letters a beginning needs, so that a forgotten name is not read as somebody."""


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody in the journal, as far as telling people apart goes."""

    handle: str
    name: str
    archived: bool = False


def is_handle(text: str) -> bool:
    """Tell whether a text has the form of a handle."""
    return _HANDLE.fullmatch(text) is not None


def why_no_handle(text: str) -> str | None:
    """Say why nobody new can have this handle, as a sentence's end; None if they can.

    Who had it before there was a reason keeps it.
    """
    if text in RESERVED_HANDLES:
        return ": the word has a meaning of its own"
    if _ID.fullmatch(text):
        return ": it reads like the id of an entry"
    if len(text) > LONGEST_HANDLE:
        return f": it has more than {LONGEST_HANDLE} characters"
    return None if is_handle(text) else ""


def handle_for(name: str) -> str:
    """Make a handle of a name, of a-z and 0-9 alone; empty where no letter fits."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return re.sub(r"[^a-z0-9]", "", letters)


def match_person(
    text: str, people: Iterable[Known], *, beginnings: bool = False
) -> str:
    """The handle of the one person who is meant.

    The exact handle comes first, and is the only way to somebody archived. Raises
    UnknownPerson, naming near ones, and TwoPeople, naming both.
    """
    known = list(people)
    wanted = plain(text)
    for one in known:
        if one.handle == text.strip():
            return one.handle
    found = _named(wanted, known) or (_beginning(wanted, known) if beginnings else [])
    if len(found) > 1:
        raise TwoPeople(name=text, people=" or ".join(sorted(found)))
    if not found:
        raise _unknown(text, wanted, [one for one in known if not one.archived])
    return found[0]


def _unknown(text: str, wanted: str, known: list[Known]) -> UnknownPerson:
    near = _nearest(wanted, known)
    said = f" Did you mean {' or '.join(near)}?" if near else ""
    unknown = UnknownPerson(name=text, near=said)
    if len(near) == 1:
        # the hint to take up the draft can name the one who is likely meant
        unknown.facts["instead"] = near[0]
    return unknown


@lru_cache(1024)
def plain(text: str) -> str:
    """Give a name as names are compared: case and spaces make no difference."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _names(one: Known) -> tuple[str, ...]:
    full = plain(one.name)
    return (one.handle, full.split(" ")[0], full)


def _named(wanted: str, known: list[Known]) -> list[str]:
    return [one.handle for one in known if not one.archived and wanted in _names(one)]


def _beginning(wanted: str, known: list[Known]) -> list[str]:
    if len(wanted) < SHORTEST_BEGINNING:
        return []
    return [
        one.handle
        for one in known
        if not one.archived and any(name.startswith(wanted) for name in _names(one))
    ]


def _nearest(wanted: str, known: list[Known]) -> list[str]:
    words = [(word, one.handle) for one in known for word in _words(one)]
    likest = nearest(wanted, {word for word, _ in words})
    return list(dict.fromkeys(handle for word, handle in words if word in likest))


def _words(one: Known) -> set[str]:
    return {*_names(one), *plain(one.name).split()}
