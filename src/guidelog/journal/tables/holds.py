"""Whose record must not be taken away."""

from typing import ClassVar

from guidelog.journal.tables.row import Dated, Names


class Hold(Dated, table=True):
    """A person whose record must not be taken away; lifting it deletes this."""

    TEXTS: ClassVar[Names] = ("reason",)
    REQUIRES: ClassVar[Names] = ("person",)

    person: str
    reason: str
