"""What was told or given."""

from typing import Annotated, ClassVar

from guidelog import words
from guidelog.journal.tables.row import Dated, Names, among


class Handout(Dated, table=True):
    """What was told or given to the person; without items it was a report."""

    TEXTS: ClassVar[Names] = ("comment",)
    OUTCOME: ClassVar[Names] = ("acknowledged",)
    LINKS: ClassVar[Names] = ("items",)
    REQUIRES: ClassVar[Names] = ("person",)

    person: str
    how: Annotated[str, among(words.HANDOUT_WAYS)]
    acknowledged: Annotated[str, among(words.ACKNOWLEDGED)] | None = None
    heads: str | None = None
    comment: str | None = None
