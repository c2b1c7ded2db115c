"""Refusals about questions, the editor and templates."""

from guidelog.errors.base import CouldNot, GuidelogError, WronglyCalled


class NothingSaved(GuidelogError):
    """The leader left a text empty, or closed the editor without a change."""

    code = 0
    sentence = "nothing changed, nothing saved."


class Unanswered(WronglyCalled):
    """A question that needs an answer was left open."""

    sentence = '"{question}" was left open, and nothing can be written without it.'


class NoOpenNote(WronglyCalled):
    """No resistance note is open that a try could be for."""

    sentence = "no resistance note is open."
    advice = "guidelog resistance add WHO writes one down."


class BelongsElsewhere(WronglyCalled):
    """An answer fits another question."""

    sentence = "that is something to be done."
    advice = 'It belongs under "{question}", where it stands ready.'


class EditorFailed(CouldNot):
    """The editor was killed, or ended with an error."""

    sentence = "{editor} {ended}: nothing changed, nothing saved."


class NoEditor(CouldNot):
    """There is no editor to open."""

    sentence = "{editor}."
    advice = "Name one in VISUAL or EDITOR, such as nano."


class NoTerminal(WronglyCalled):
    """An editor is wanted where there is no terminal."""

    sentence = "there is no terminal to open an editor on."
    advice = "Say the text on the line, or pipe it in."


class OpenFrontMatter(WronglyCalled):
    """The lines above a text begin with --- but don't end."""

    sentence = "the lines above the text have no end."
    advice = "Put a line of three dashes (---) between them and the text."


class StrangeLine(WronglyCalled):
    """A line above a text is no key with a value."""

    sentence = "line {line} above the text is not a key, a colon and a value."
    advice = "Say it as in took: 45."


class UnknownKey(WronglyCalled):
    """A line above a text names something that does not fit here."""

    sentence = 'line {line} above the text: "{key}" is nothing that fits here.{near}'
    advice = "There may stand: {keys}."


class TwiceSaid(WronglyCalled):
    """A key that takes one value stands twice above a text."""

    sentence = 'line {line} above the text: "{key}" was said before.'


class UnfitLine(WronglyCalled):
    """The value of a line above a text can't be read."""

    sentence = "line {line} above the text, {key}: {reason}"
    advice = "{how}"


class NotInTalk(WronglyCalled):
    """A commitment in a text is marked with somebody who was not in the talk."""

    sentence = "@{handle} was not in this talk."
    advice = "A commitment is marked @me, or with one of: {people}."


class UnknownTemplate(WronglyCalled):
    """There is no template of this name."""

    sentence = 'there is no template "{name}".{near}'
    advice = "There are: {names}. Your own lie in {folder}."


class CouldNotWrite(CouldNot):
    """The output can't be written: a full disk, a closed stream."""

    sentence = "could not write: {reason}."


class LineNotSaid(CouldNot):
    """What was asked for is written, but the line that tells of it can't be."""

    sentence = "{what} is written; only its line could not be printed: {reason}."
    advice = "Don't type it again: it would stand there twice."


class SystemRefused(CouldNot):
    """The system said no to something the program asked for."""

    sentence = "the system refused: {reason}."


class InnerFault(CouldNot):
    """A fault of the program itself, told without any text of the leader."""

    sentence = "something went wrong inside guidelog ({kind}, {where})."
    advice = "Please report this line. It holds none of your text."
