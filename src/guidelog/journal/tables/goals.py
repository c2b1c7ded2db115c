"""Aims of one person, their steps, and what was reached."""

from typing import Annotated, ClassVar

from sqlmodel import Field

from guidelog import words
from guidelog.journal.tables import table_name
from guidelog.journal.tables.row import (
    Dated,
    Day,
    Names,
    Number,
    Row,
    Visibility,
    among,
)


class Goal(Dated, table=True):
    """An aim of one person on one scale; day is the day it was opened."""

    TEXTS: ClassVar[Names] = ("title", "unit", "closing_reason")
    OUTCOME: ClassVar[Names] = ("state", "closed_on")
    REQUIRES: ClassVar[Names] = ("person",)

    person: str
    scale: Annotated[str, among(words.SCALES)] | None = None
    baseline: Number | None = None
    target: Number | None = None
    origin: Annotated[str, among(words.ORIGINS)] | None = None
    target_on: Day | None = None
    state: Annotated[str, among(words.CLOSED_GOAL_STATES)] | None = None
    closed_on: Day | None = None
    title: str
    unit: str | None = None
    closing_reason: str | None = None
    visibility: Visibility


class Step(Row, table=True):
    """A milestone 1…n of a goal, or the text of a level -2…+2."""

    TEXTS: ClassVar[Names] = ("text",)
    REQUIRES: ClassVar[Names] = ("goal",)

    goal: str
    step: int
    text: str


class Progress(Dated, table=True):
    """A dated entry on a goal: a value, a level or a step."""

    __tablename__ = table_name("progress")
    TEXTS: ClassVar[Names] = ("evidence",)
    REQUIRES: ClassVar[Names] = ("goal",)

    goal: str
    value: Number | None = None
    level: int | None = Field(default=None, ge=-2, le=2)
    step: int | None = Field(default=None, gt=0)
    rater: Annotated[str, among(words.RATERS)]
    session: str | None = None
    evidence: str | None = None
    visibility: Visibility
