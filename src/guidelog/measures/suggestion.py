"""A suggestion: what a rule proposes to ask or to decide, and what it stands on."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from guidelog.lookback.facts import PrepFacts

Kind = Literal["ask", "decide"]
Stage = Literal[
    "goal", "reality", "scaling", "options", "will", "review", "affirm", "transfer"
]
"""A stage of a conversation, as GROW, CLEAR and OSKAR name them; transfer is later."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What one rule says about the record of one person.

    `action` is one of the catalogue, `ids` are the entries it stands on, `source` is
    the published work that the rule goes back to. What is to be asked names the stage
    whose questions fit.
    """

    rule: str
    kind: Kind
    action: str
    ids: tuple[str, ...]
    reason: str
    proposal: str
    source: str
    stage: Stage | None = None


Rule: TypeAlias = Callable[[PrepFacts, date], Suggestion | None]
