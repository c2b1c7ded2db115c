"""Refusals about merging, restoring and taking back."""

from guidelog.errors.base import CouldNot, WronglyCalled


class MergeRefused(CouldNot):
    """Another journal can't be taken in."""

    sentence = "the other journal can't be merged: {why}."
    advice = "Nothing was changed."


class MergeOnHold(CouldNot):
    """The other journal takes back words of somebody on hold here."""

    sentence = "the other journal takes back words about {person}, who is on hold here."
    advice = "guidelog person hold {person} --lift ends the hold; then merge again."


class NothingToRedact(WronglyCalled):
    """An entry has no such words, or no more."""

    sentence = "{id} has no such text to take back."
    advice = "It has: {fields}."
    anew = ("--field",)


class NotOnHold(WronglyCalled):
    """A hold can only be lifted where there is one."""

    sentence = "{person} is not on hold."


class JoinedWithSelf(WronglyCalled):
    """Somebody can't be joined with themselves."""

    sentence = "{person} is one person already."


class UnsoundBackup(CouldNot):
    """A file that would take the journal's place is not as it was written."""

    sentence = "{file} can't be restored: {what}: {wrong}."
    advice = "Nothing was changed. guidelog backup --list names what else there is."


class NotItsCopy(CouldNot):
    """A backup would replace something that the journal does not hold."""

    sentence = "{file} is there already, and holds what this journal does not."
    advice = "It was left as it is. Name a file that is not there yet."


class OntoItself(CouldNot):
    """A backup would be written over the journal that it is a copy of."""

    sentence = "{file} is the journal itself."
    advice = "It was left as it is. Name a file that is not there yet."


class NothingToRestore(CouldNot):
    """There is no backup to restore from."""

    sentence = "there is no backup beside {path}."
    advice = "Name a file: guidelog restore FILE."


class NoBackup(WronglyCalled):
    """What is to be restored is an entry, and no file."""

    sentence = "{id} is no backup: there is no such file."
    advice = "guidelog edit {id} --restore brings a deleted entry back."
