"""Refusals about people, entries and words that are not known."""

from guidelog.errors.base import WronglyCalled


class UnknownPerson(WronglyCalled):
    """Nobody in the journal is called so."""

    sentence = 'no person "{name}".{near}'
    advice = 'Add them with guidelog person add HANDLE "Full Name".'


class TwoPeople(WronglyCalled):
    """The name fits more than one person."""

    sentence = '"{name}" could be {people}.'
    advice = "Say the handle."


class UnknownId(WronglyCalled):
    """No entry has this id."""

    sentence = 'there is no entry "{id}".'
    advice = "guidelog timeline shows ids, such as s12 or g2."


class WrongKind(WronglyCalled):
    """The id is of another kind than the command is for."""

    sentence = "{id} is a {kind}, not a {wanted}."


class UnknownWord(WronglyCalled):
    """A word is not one of those that fit here."""

    sentence = '{what} "{word}" is not known.{near}'
    advice = "It is one of: {words}."
