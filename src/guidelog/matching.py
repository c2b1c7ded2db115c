"""Who is meant: a handle, a first name, a full name, or for looking a beginning."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from guidelog.errors import (
    ArchivedPerson,
    NotTheirName,
    SeveralNamed,
    TwoPeople,
    UnknownPerson,
)
from guidelog.near import ask_meant, nearest
from guidelog.words import KIND_OF_LETTER, LONGEST_HANDLE, RESERVED_HANDLES

_HANDLE = re.compile(r"[a-z0-9][a-z0-9._-]*")
_ID = re.compile(f"[{''.join(KIND_OF_LETTER)}][0-9]+")
SHORTEST_BEGINNING = 3
"""Letters a beginning needs, so that a forgotten name is not read as somebody."""


class Known(NamedTuple):
    """Somebody in the journal, as far as telling people apart goes."""

    handle: str
    name: str
    archived: bool = False


class Name(str):
    """Whom a line names, and the word after it, which may be the rest of the name."""

    follows: str = ""


def named_before(who: str, follows: str) -> Name:
    """Give a name that knows the word that follows it on the line."""
    name = Name(who)
    name.follows = follows
    return name


def split_names(text: str) -> list[Name]:
    """The names in a list with commas; only the last one knows what follows."""
    names = [Name(name) for name in text.split(",") if name.strip()]
    if names and isinstance(text, Name):
        names[-1].follows = text.follows
    return names


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
    UnknownPerson, naming near ones, or as ArchivedPerson or SeveralNamed; TwoPeople,
    naming both; and NotTheirName where the word that follows is the rest of the name.
    """
    known = list(people)
    handle = _match(text, known, beginnings=beginnings)
    if isinstance(text, Name) and text.follows:
        _refuse_going_on(text, next(one for one in known if one.handle == handle))
    return handle


def _refuse_going_on(text: Name, found: Known) -> None:
    """Refuse a text that begins with the next word of the name: whose is it?"""
    said, full = plain(text).split(" "), plain(found.name).split(" ")
    begins = said == full[: len(said)] and len(said) < len(full)
    if begins and plain(text.follows) == full[len(said)]:
        raise NotTheirName(follows=text.follows, name=found.name)


def _match(text: str, known: list[Known], *, beginnings: bool) -> str:
    wanted = plain(text)
    for one in known:
        if one.handle == text.strip():
            return one.handle
    found = _named(wanted, known) or (_beginning(wanted, known) if beginnings else [])
    if len(found) > 1:
        raise TwoPeople(name=text, people=" or ".join(sorted(found)))
    if not found:
        raise _unknown(text, wanted, known)
    return found[0]


def likely_ids(text: str) -> list[str]:
    """The ids that a text which is none may stand for: ss1, s-1 and "session 1"."""
    found = re.fullmatch(r"([a-z]+)[^a-z0-9]*0*([0-9]{1,9})", text.strip().casefold())
    if found is None:
        return []
    letters = dict.fromkeys(one for one in found[1] if one in KIND_OF_LETTER)
    return [f"{letter}{found[2]}" for letter in letters]


def _unknown(text: str, wanted: str, known: list[Known]) -> UnknownPerson:
    names = split_names(text)
    if len(names) > 1:
        return SeveralNamed(name=text, count=len(names))
    away = [one for one in known if one.archived and wanted in _names(one)]
    if away:
        # "instead" in the hint would write about somebody who was put away
        return ArchivedPerson(name=text, full=away[0].name, handle=away[0].handle)
    near = _nearest(wanted, [one for one in known if not one.archived])
    unknown = UnknownPerson(name=text, near=ask_meant(" or ".join(near)))
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
