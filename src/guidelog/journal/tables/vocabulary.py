"""Actions of the leader's own."""

from typing import Annotated, ClassVar

from sqlmodel import Field

from guidelog import words
from guidelog.journal.tables.row import Names, Row, among


class Action(Row, table=True):
    """An action of the leader's own, or a built-in one that is hidden."""

    TEXTS: ClassVar[Names] = ("label", "meaning")

    name: str = Field(regex=r"^[a-z0-9][a-z0-9-]*$")
    mode: Annotated[str, among(words.ACTION_MODES)]
    family: Annotated[str, among(words.FAMILIES)]
    hidden: bool = False
    label: str
    meaning: str | None = None
