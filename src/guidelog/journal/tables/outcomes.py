"""What became of coaching."""

from typing import ClassVar

from sqlmodel import Field

from guidelog.journal.tables.row import Dated, Names, Visibility


class Assessment(Dated, table=True):
    """The three outcomes of effective coaching, each 0…4."""

    TEXTS: ClassVar[Names] = ("area", "evidence")
    REQUIRES: ClassVar[Names] = ("person",)

    person: str
    goal: str | None = None
    excellence: int | None = Field(default=None, ge=0, le=4)
    self_correction: int | None = Field(default=None, ge=0, le=4)
    self_generation: int | None = Field(default=None, ge=0, le=4)
    area: str | None = None
    evidence: str | None = None
    visibility: Visibility
