"""Conversations."""

from typing import Annotated, ClassVar

from sqlmodel import Field

from guidelog import words
from guidelog.journal.tables.row import Dated, Names, Visibility, among


class Session(Dated, table=True):
    """One conversation."""

    TEXTS: ClassVar[Names] = ("note", "agreed", "about", "place", "present")
    LINKS: ClassVar[Names] = ("people", "goals", "actions", "tags")

    mode: Annotated[str, among(words.MODES)]
    setting: Annotated[str, among(words.SETTINGS)]
    minutes: int | None = Field(default=None, ge=1, le=1440)
    unwritten: bool = False
    paid: Annotated[str, among(words.PAID)] | None = None
    group_size: int | None = Field(default=None, gt=0)
    note: str | None = None
    agreed: str | None = None
    about: str | None = None
    place: str | None = None
    present: str | None = None
    visibility: Visibility
    agreed_visibility: Visibility
