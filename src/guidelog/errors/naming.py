"""Refusals about people, entries and words that are not known."""

from collections.abc import Iterable
from typing import Self

from guidelog.errors.base import WronglyCalled
from guidelog.near import ask_meant, nearest


class UnknownPerson(WronglyCalled):
    """Nobody in the journal is called so."""

    sentence = 'no person "{name}".{near}'
    advice = 'Add them with guidelog person add HANDLE "Full Name".'
    anew = ("name",)


class ArchivedPerson(UnknownPerson):
    """The name is that of somebody who was put away."""

    sentence = '"{name}" is {full}, who is archived.'
    advice = "Only the exact handle means somebody archived: {handle}."
    anew = ("name",)


class SeveralNamed(UnknownPerson):
    """A list of names stands where one person is meant."""

    sentence = "this is about one person, not {count}."
    advice = "Name them one at a time."
    anew = ("name",)


class TwoPeople(WronglyCalled):
    """The name fits more than one person."""

    sentence = '"{name}" could be {people}.'
    advice = "Say the handle."
    anew = ("name",)


class UnknownId(WronglyCalled):
    """No entry has this id."""

    sentence = 'there is no entry "{id}".{near}'
    advice = "guidelog timeline shows ids, such as s12 or g2."
    anew = ("id",)

    @classmethod
    def like(cls, text: str, instead: str = "") -> Self:
        """Refuse an id, naming the entry that is likely meant."""
        near = ask_meant(instead)
        return cls(id=text, near=near, instead=instead)


def _one(noun: str) -> str:
    return f"an {noun}" if noun.startswith(tuple("aeiou")) else f"a {noun}"


class WrongKind(WronglyCalled):
    """The id is of another kind than the command is for."""

    sentence = "{id} is {kind}, not {wanted}."
    anew = ("id",)

    @classmethod
    def of(cls, text: str, kind: str, *wanted: str) -> Self:
        """Refuse an id, with the nouns of what it is and of what was wanted."""
        nouns = " or ".join(wanted)
        return cls(id=text, kind=_one(kind), wanted=_one(nouns))


class UnknownWord(WronglyCalled):
    """A word is not one of those that fit here."""

    sentence = '{what} "{word}" is not known.{near}'
    advice = "It is one of: {words}."
    anew = ("word",)

    @classmethod
    def among(cls, what: str, word: str, known: Iterable[str]) -> Self:
        """Refuse a word that is none of these, naming the nearest and all of them.

        Where only one of them begins so, that one is meant.
        """
        words = list(known)
        begun = [one for one in words if len(word) > 2 and one.startswith(word)]
        instead = "".join(begun if len(begun) == 1 else nearest(word, words))
        near = ask_meant(instead)
        listed = ", ".join(words)
        return cls(what=what, word=word, near=near, words=listed, instead=instead)


class NotAmong(UnknownWord):
    """The value of an option, which the sentence begins with, is none of its words."""

    sentence = '"{word}" is not known.{near}'
