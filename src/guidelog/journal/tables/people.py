"""Who is guided."""

from typing import Annotated, ClassVar

from sqlmodel import Field

from guidelog import words
from guidelog.journal.tables.row import Day, Names, Row, among


class Person(Row, table=True):
    """Who is guided."""

    TEXTS: ClassVar[Names] = ("name", "role", "team", "contact")
    OUTCOME: ClassVar[Names] = ("archived_on",)

    handle: str = Field(regex=r"^[a-z0-9][a-z0-9._-]*$")
    name: str
    relation: Annotated[str, among(words.RELATIONS)]
    role: str | None = None
    team: str | None = None
    contact: str | None = None
    rhythm_days: int | None = Field(default=None, gt=0)
    since: Day | None = None
    log_consent_on: Day | None = None
    archived_on: Day | None = None
