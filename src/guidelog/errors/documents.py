"""Refusals about reports and their media."""

from guidelog.errors.base import CouldNot, WronglyCalled


class MissingExtra(CouldNot):
    """A format needs a package that is not installed with the program itself."""

    sentence = "{what} needs a part of guidelog that is not installed."
    advice = 'Install it with: pip install "guidelog[{extra}]"'


class NotTypeset(CouldNot):
    """The typesetter refused a document; its words name no text of the record."""

    sentence = "the PDF could not be made: {why}."
    advice = "The same document can be had as HTML: --format html."


class UnknownSuffix(WronglyCalled):
    """A file's name does not tell in which format to write it."""

    sentence = "the name {file} does not say in which format to write."
    advice = "Say --format {formats}."


class FormatsApart(WronglyCalled):
    """A format was said, and the file's name says another one."""

    sentence = "{format} is asked for, but the name {file} says another format."
    advice = "Leave out --format, or give the file another name."


class NotForScreens(WronglyCalled):
    """A format that a terminal can't show."""

    sentence = "a terminal can't show {format}."
    advice = "Say where to write it: -o FILE."


class FolderMissing(WronglyCalled):
    """Several files need a folder."""

    sentence = "{what} writes several files."
    advice = "Say into which folder: -o FOLDER."


class FolderTaken(WronglyCalled):
    """A folder holds what no earlier export of everything wrote."""

    sentence = "{folder} holds other things, and a whole export takes a whole folder."
    advice = "Name a new folder, an empty one, or one of an earlier export all."


class TalkInConfidence(WronglyCalled):
    """A document for others about somebody who is no direct report."""

    sentence = (
        "talks with {name} are in confidence: a document that others read needs --yes."
    )
    advice = "For your own eyes: guidelog report {handle} --for me"
