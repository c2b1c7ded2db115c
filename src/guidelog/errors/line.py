"""Refusals about the line as it was typed."""

from guidelog.errors.base import GuidelogError, WronglyCalled


class UnknownCommand(WronglyCalled):
    """There is no such command, or no such command in this group."""

    sentence = 'no command "{name}".{near}'
    advice = "{help} shows those there are."


class UnknownOption(WronglyCalled):
    """The command has no such option."""

    sentence = "no option {option} here.{near}"
    advice = "{help} shows those there are."
    anew = ("meant",)


class OptionNeedsValue(WronglyCalled):
    """An option stands without its value."""

    sentence = "{option} needs a value{before}."
    advice = "A value that looks like an option is said as {option}=VALUE."
    anew = ("option",)


class OptionTakesNoValue(WronglyCalled):
    """A value was given to an option that is only there or not."""

    sentence = "{option} takes no value."
    anew = ("option",)


class UnfitValue(WronglyCalled):
    """The value of an option or argument can't be read as what it should be."""

    sentence = "{what}: {reason}"
    advice = "{how}"
    anew = ("what",)


class ArgumentMissing(WronglyCalled):
    """Something the command can't do without was not said."""

    sentence = "{what} is missing{means}."
    advice = "Say {usage}"
    anew = ("what",)


class TooManyWords(WronglyCalled):
    """More words than the command has places for.

    What stands there may be a note: its place is told, and never the word.
    """

    sentence = "the {place} word after {command} is one too many."
    advice = "Words that belong together stand in quotes: {usage}"


class ScatteredText(WronglyCalled):
    """The words of one text stand in two places of the line."""

    sentence = "the words of the text stand in two places."
    advice = "Put the text in quotes; an option takes several values joined by commas."
    anew = ("--edit",)


class WordsAfterQuotes(WronglyCalled):
    """Further words follow a text that came in quotes."""

    sentence = "more words follow the quoted text."
    advice = "Put the whole text in quotes; an option takes several joined by commas."
    anew = ("--edit",)


class EmptyText(WronglyCalled):
    """A text was given, but it holds nothing."""

    sentence = "{what}: the text is empty."
    anew = ("what",)


class NothingSaid(WronglyCalled):
    """An id, a name, a word or a place was given, but nothing stands in it."""

    sentence = "{what} is empty."
    advice = "Leave it out, or say what is meant."


class NothingBetweenCommas(WronglyCalled):
    """Of values that could be joined by commas there is none."""

    sentence = "a value is nothing but commas or marks."
    advice = "Leave it out, or say what is meant."
    anew = ("value",)


class NotUtf8(WronglyCalled):
    """What was typed or piped in is not text."""

    sentence = "{what} is not valid UTF-8."
    advice = "Convert it first, for example with iconv -f latin1 -t utf-8."
    anew = ("what",)


class InputReadTwice(WronglyCalled):
    """Two texts of one line ask for standard input."""

    sentence = "standard input can be read only once, but two texts ask for it."


class NotAsJson(WronglyCalled):
    """JSON was asked of a command that neither lists nor shows."""

    sentence = "--json goes with what lists or shows: {command} {does}."


class NoDraft(WronglyCalled):
    """--draft was said, but nothing waits."""

    sentence = "no draft of {command} waits."


class NoSuchDraft(WronglyCalled):
    """No draft has this number."""

    sentence = "there is no draft {number}: {count} wait."
    advice = "guidelog draft list shows them."


class SecondText(WronglyCalled):
    """--draft stands beside a text, where the draft has one of its own."""

    sentence = "{what}: the draft has a text of its own, which would be lost."
    advice = (
        "Save this one first; {command} --draft then takes up the older one. "
        "Or drop this one: guidelog draft drop."
    )


class NeedsYes(WronglyCalled):
    """What can't be taken back needs a yes, and there is no terminal to ask on."""

    sentence = "nothing was done: there is no terminal to ask on."
    advice = "Add --yes to do it without being asked."


class Interrupted(GuidelogError):
    """The leader pressed Ctrl-C."""

    code = 130
    sentence = "stopped, nothing was written."
