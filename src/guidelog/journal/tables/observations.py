"""What was seen outside a session."""

from typing import Annotated, ClassVar

from guidelog import words
from guidelog.journal.tables.row import Dated, Names, Visibility, among


class Observation(Dated, table=True):
    """A dated fact seen outside a session."""

    TEXTS: ClassVar[Names] = (
        "text",
        "situation",
        "impact",
        "expected",
        "their_words",
        "told_by",
    )
    LINKS: ClassVar[Names] = ("tags",)
    REQUIRES: ClassVar[Names] = ("person",)

    person: str
    standard: Annotated[str, among(words.STANDARDS)] | None = None
    noticed: Annotated[str, among(words.NOTICERS)] | None = None
    goal: str | None = None
    resistance: str | None = None
    session: str | None = None
    text: str
    situation: str | None = None
    impact: str | None = None
    expected: str | None = None
    their_words: str | None = None
    told_by: str | None = None
    visibility: Visibility
