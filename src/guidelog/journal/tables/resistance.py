"""Patterns of resistance, the tries to resolve them, and how they moved."""

from typing import Annotated, ClassVar

from guidelog import words
from guidelog.journal.tables import table_name
from guidelog.journal.tables.row import Dated, Day, Names, Visibility, among


class Resistance(Dated, table=True):
    """One documented pattern of resistance; its status stands in its moves."""

    __tablename__ = table_name("resistance")
    TEXTS: ClassVar[Names] = (
        "observed",
        "expected",
        "impact",
        "their_words",
        "told_by",
        "other_causes",
        "my_part",
    )
    REQUIRES: ClassVar[Names] = ("person",)

    person: str
    kind: Annotated[str, among(words.RESISTANCE_KINDS)]
    follow_up_on: Day | None = None
    goal: str | None = None
    session: str | None = None
    observed: str
    expected: str
    impact: str | None = None
    their_words: str | None = None
    told_by: str | None = None
    other_causes: str | None = None
    my_part: str | None = None
    visibility: Visibility


class Attempt(Dated, table=True):
    """One try to resolve a pattern of resistance."""

    TEXTS: ClassVar[Names] = ("offered", "their_words", "result_text")
    OUTCOME: ClassVar[Names] = ("result", "result_on", "next_follow_up_on")
    LINKS: ClassVar[Names] = ("actions",)
    REQUIRES: ClassVar[Names] = ("resistance",)

    resistance: str
    response: Annotated[str, among(words.RESPONSES)]
    follow_up_on: Day | None = None
    session: str | None = None
    result: Annotated[str, among(words.RESULTS)] | None = None
    result_on: Day | None = None
    next_follow_up_on: Day | None = None
    offered: str
    their_words: str | None = None
    result_text: str | None = None
    visibility: Visibility


class Move(Dated, table=True):
    """One change of a note's status; an automatic one names its attempt."""

    TEXTS: ClassVar[Names] = ("reason", "to_whom")
    REQUIRES: ClassVar[Names] = ("resistance", "attempt")

    resistance: str
    to_status: Annotated[str, among(words.STATUSES)]
    follow_up_on: Day | None = None
    stage: Annotated[str, among(words.STAGES)] | None = None
    attempt: str | None = None
    reason: str | None = None
    to_whom: str | None = None
