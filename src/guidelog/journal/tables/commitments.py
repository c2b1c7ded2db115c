"""What was promised, and what is to be raised."""

from typing import Annotated, ClassVar

from guidelog import words
from guidelog.journal.tables.row import Dated, Day, Names, Visibility, among


class Commitment(Dated, table=True):
    """What someone will do; day is the day it was agreed."""

    TEXTS: ClassVar[Names] = ("what", "reason")
    OUTCOME: ClassVar[Names] = ("done_on", "dropped_on")
    REQUIRES: ClassVar[Names] = ("person",)

    owner: Annotated[str, among(words.OWNERS)]
    person: str | None = None
    due_on: Day | None = None
    session: str | None = None
    goal: str | None = None
    resistance: str | None = None
    attempt: str | None = None
    done_on: Day | None = None
    dropped_on: Day | None = None
    what: str
    reason: str | None = None
    visibility: Visibility


class Topic(Dated, table=True):
    """Something to raise next time; day is the day it was put on the list."""

    TEXTS: ClassVar[Names] = ("what", "reason")
    OUTCOME: ClassVar[Names] = ("state", "closed_on")
    REQUIRES: ClassVar[Names] = ("person",)

    person: str
    session: str | None = None
    state: Annotated[str, among(words.CLOSED_TOPIC_STATES)] | None = None
    closed_on: Day | None = None
    what: str
    reason: str | None = None
    visibility: Visibility
