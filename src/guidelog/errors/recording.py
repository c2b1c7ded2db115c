"""Refusals about what is written down."""

from collections.abc import Iterable
from typing import Self

from guidelog.errors.base import CouldNot, WronglyCalled
from guidelog.near import ask_meant, nearest


class UnfitField(WronglyCalled):
    """A field holds something it may not."""

    sentence = "{field} does not fit a {kind}."


class ClockMixed(CouldNot):
    """A journal of real days must not get entries of an invented day."""

    sentence = "GUIDELOG_NOW is set, but this journal was kept with the real clock."
    advice = "Use another --journal FILE for demonstrations, or unset GUIDELOG_NOW."


class UnreadableNumber(WronglyCalled):
    """The words are not a plain decimal number."""

    sentence = '"{text}" is not a number I can read.'
    advice = "Say 4, 3.5 or -2, with a point and without separators."
    anew = ("text",)


class NotBetween(WronglyCalled):
    """The words are not a whole number, or one that is too small or too great."""

    sentence = '"{text}" is not a whole number from {first} to {last}.'
    anew = ("text",)


class NoLevel(WronglyCalled):
    """The words are not a level of goal attainment."""

    sentence = '"{text}" is not a level.'
    advice = "Levels are -2, -1, 0 (as expected), 1 and 2."
    anew = ("text",)


class NotTheirs(WronglyCalled):
    """An entry is about somebody else than the command."""

    sentence = "{id} is not about {people}."
    anew = ("id",)


class HandleTaken(WronglyCalled):
    """Somebody has this handle already, or had it."""

    sentence = 'the handle "{handle}" is taken{by}.'
    advice = "{help}"
    anew = ("handle",)


class NoHandle(WronglyCalled):
    """The word can't be a handle."""

    sentence = '"{handle}" can\'t be a handle{why}.'
    advice = "A handle is made of a-z, 0-9, dot, dash and underscore, as ada or li-2."
    anew = ("handle",)


class NobodyNamed(WronglyCalled):
    """A list of people is empty."""

    sentence = "nobody is named."
    anew = ("WHO",)


class OneAtATime(WronglyCalled):
    """The entry is about one person, or one goal, but several were named."""

    sentence = "this is about one {what}, not {count}."


class NothingRated(WronglyCalled):
    """An assessment needs at least one outcome."""

    sentence = "nothing is assessed."
    advice = "Say --excellence, --self-correction or --self-generation, each 0 to 4."


class NoTransition(WronglyCalled):
    """A resistance note can't go from its status to the wanted one."""

    sentence = "{note} is {status} and can't become {wanted}."
    advice = "From {status} it can become: {allowed}.{way}"


class TransitionNeeds(WronglyCalled):
    """A change of status needs something said with it."""

    sentence = "{note} can't become {wanted} yet: {why}."
    advice = "{help}"


class NoteClosed(WronglyCalled):
    """A note that is over takes no new attempt."""

    sentence = "{note} is {status}."
    advice = "Reopen it first: guidelog resistance status {note} working REASON."


class NotOpen(WronglyCalled):
    """A commitment or topic is settled already."""

    sentence = "{id} is {state} already."
    anew = ("id",)


class OwnerUnclear(WronglyCalled):
    """Among several people "them" names nobody."""

    sentence = 'with several people "them" is nobody in particular.'
    advice = "Say whose it is: {people} or me, as in --next {example!r}."


class StepUnclear(WronglyCalled):
    """A next step ends with what seems to be a day, but can't be read."""

    sentence = "by when: {why}"
    advice = "{how}"
    anew = ("--next", "TEXT")


class OwnerMissing(WronglyCalled):
    """A commitment that is somebody's names them."""

    sentence = "{id} is about nobody, so it can't be theirs."
    advice = "Say whose it is with --who."


class NothingToUndo(WronglyCalled):
    """There is no change made here that could be taken back."""

    sentence = "there is nothing to undo."


class UndoRefused(WronglyCalled):
    """The newest change can't be taken back."""

    sentence = "the last {command} can't be undone: {why}."


class ReasonMissing(WronglyCalled):
    """An amendment of an older or shared entry needs a reason."""

    sentence = "{id} was {why}: changing it is an amendment, which needs --reason."
    anew = ("--reason",)


class FieldNotHere(WronglyCalled):
    """An entry has no such field."""

    sentence = "the {kind} {id} has no {field}."
    advice = "It has: {fields}."


class NothingChanged(WronglyCalled):
    """An edit without a change."""

    sentence = "nothing to change in {id} was named."
    advice = "Say what, for example guidelog {example}."


class StillThere(WronglyCalled):
    """What lives can't be brought back."""

    sentence = "{id} is not deleted."


class GoneForGood(WronglyCalled):
    """What was only about people who were erased can't be brought back."""

    sentence = "{id} was about somebody who was erased; nothing of it is left."


class OnHold(CouldNot):
    """A record on hold is not taken away."""

    sentence = "{person} is on hold since {day}: nothing may be taken away."
    advice = "guidelog person hold {person} --lift ends it."


class ResultKnown(WronglyCalled):
    """What came of an attempt was written down before."""

    sentence = "{attempt} has a result: {result}, on {day}."
    advice = "To change it: guidelog edit {attempt} --result {wanted}"
    anew = ("attempt",)


class NotTheirName(WronglyCalled):
    """The text begins with the rest of the name that was said before it."""

    sentence = '"{follows}" goes on with the name of {name}.'
    advice = 'Put the name in quotes, as "{name}", or the text.'
    anew = ("--edit",)


class ActionKnown(WronglyCalled):
    """An action's name is taken."""

    sentence = 'the action "{name}" is there already.'


class UnknownTag(WronglyCalled):
    """No entry has this tag."""

    sentence = 'no entry has the tag "{tag}".{near}'
    anew = ("tag",)

    @classmethod
    def among(cls, tag: str, known: Iterable[str]) -> Self:
        """Refuse a tag that is none of those in use, naming the nearest."""
        instead = "".join(nearest(tag, known))
        near = ask_meant(instead)
        return cls(tag=tag, near=near, instead=instead)


class TagUnfit(WronglyCalled):
    """A word can't be a tag."""

    sentence = '"{tag}" can\'t be a tag: a tag is one word that begins with a letter.'
    anew = ("tag",)


class NothingToShare(WronglyCalled):
    """A handout holds entries, or a report."""

    sentence = "{id} can't be shared on its own."


class NotAPair(WronglyCalled):
    """An option that takes a name and a value got something else."""

    sentence = '{option}: "{text}" is not a name and a value.'
    advice = "Say it as {example}."
    anew = ("text",)


class OptionAlone(WronglyCalled):
    """Options that only make sense together."""

    sentence = "{given} needs {missing} too."
    anew = ("missing",)


class OptionsApart(WronglyCalled):
    """Options that exclude each other."""

    sentence = "{first} and {second} don't go together."
    anew = ("first", "second")


class UnwrittenTold(WronglyCalled):
    """A talk that was deliberately not written down has no note."""

    sentence = "a talk that is --unwritten has no note."
    advice = "Leave one of them out; --agreed TEXT may stand beside --unwritten."


class NoSuchHead(CouldNot):
    """A head that was once printed is not in the log."""

    sentence = "no change {head} stands in this journal."
    advice = "Say 16 or more characters of a head that was printed."
