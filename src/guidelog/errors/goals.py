"""What may be wrong with a goal and its scale."""

from guidelog.errors.base import WronglyCalled


class TwoScales(WronglyCalled):
    """A goal has one scale."""

    sentence = "a goal has one scale, not {count}."
    advice = "Use --target (a number), --milestone or --levels."


class NoDistance(WronglyCalled):
    """A numeric goal that starts where it ends can't be measured."""

    sentence = "the goal starts at {value}, where it should end."


class TargetMissing(WronglyCalled):
    """A numeric goal needs the number to reach."""

    sentence = "--{given} needs --target too."


class ExpectedMissing(WronglyCalled):
    """A goal in levels needs words for level 0."""

    sentence = "--levels needs --expected, the words for level 0."


class WrongScale(WronglyCalled):
    """An entry does not fit the scale of its goal."""

    sentence = "{goal} is measured {scale}."
    advice = "{help}"


class UnknownStep(WronglyCalled):
    """A goal has no such milestone."""

    sentence = "{goal} has no milestone {step}."
    advice = "It has {count}: guidelog show {goal}."
    anew = ("step",)


class StepDone(WronglyCalled):
    """A milestone was reached before."""

    sentence = "milestone {step} of {goal} was reached on {day}."


class GoalClosed(WronglyCalled):
    """A closed goal takes nothing that happened after it was closed."""

    sentence = "{goal} was {state} on {day}."
    advice = "guidelog goal reopen {goal} opens it again."


class GoalOpen(WronglyCalled):
    """An open goal can't be opened."""

    sentence = "{goal} is open."
