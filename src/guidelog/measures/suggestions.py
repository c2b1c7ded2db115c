"""What to ask and what to decide: the rules in their order, and the question that fits.

The order is the same for everybody and every day. To decide: what a third party would
look for first (fair notice, its result, its follow-up), then the rhythm. To ask: causes
before anything is held against anybody, then what is only fresh until the next talk,
then what was agreed and not reached, then what helps to grow.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from guidelog.lookback.facts import PrepFacts
from guidelog.measures import rules_to_ask, rules_to_decide
from guidelog.measures.suggestion import Kind, Rule, Suggestion

RULES: Final[Sequence[Rule]] = (
    rules_to_decide.settle_or_hand_on,
    rules_to_decide.look_again,
    rules_to_decide.talk_about_it,
    rules_to_decide.keep_the_rhythm,
    rules_to_ask.ask_for_causes,
    rules_to_ask.affirm_what_they_saw,
    rules_to_ask.ask_about_missed_steps,
    rules_to_ask.ask_for_their_picture,
    rules_to_ask.ask_for_ways_forward,
    rules_to_ask.ask_for_the_good,
    rules_to_ask.ask_for_their_own_goal,
    rules_to_ask.ask_where_else,
)
"""Every rule, the most urgent first within what is asked and what is decided."""

Bank: TypeAlias = Mapping[str, Mapping[str, Sequence[str]]]
"""Questions by the mode they fit (mentoring, coaching, both) and by stage."""

FITTING: Final = {
    "mentoring": ("both", "mentoring"),
    "coaching": ("both", "coaching"),
    "blended": ("both", "mentoring", "coaching"),
}
"""The modes whose questions fit a talk of each mode."""


@dataclass(frozen=True, slots=True)
class Preparation:
    """What is known before a talk, what every rule says to it, and the one question.

    The suggestions are in the order of the rules; of each kind the first is shown.
    """

    facts: PrepFacts
    suggestions: tuple[Suggestion, ...] = ()
    question: str | None = None


def prepare(facts: PrepFacts, bank: Bank, today: date) -> Preparation:
    """Ask every rule, and take the question that fits the first thing to ask."""
    said = (rule(facts, today) for rule in RULES)
    suggestions = tuple(one for one in said if one)
    asked = first_of("ask", suggestions)
    stage = asked.stage if asked else None
    return Preparation(facts, suggestions, question_for(stage, facts, bank))


def first_of(kind: Kind, suggestions: Sequence[Suggestion]) -> Suggestion | None:
    """The most urgent suggestion of a kind."""
    return next((one for one in suggestions if one.kind == kind), None)


def question_for(stage: str | None, facts: PrepFacts, bank: Bank) -> str | None:
    """The question whose turn it is: the next one after each talk, round and round."""
    if stage is None:
        return None
    modes = FITTING[facts.last.mode if facts.last else "blended"]
    fitting = [
        question for mode in modes for question in bank.get(mode, {}).get(stage, ())
    ]
    return fitting[len(facts.talk_days) % len(fitting)] if fitting else None
