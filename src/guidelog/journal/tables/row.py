"""What all tables share, and the links between them.

Rows are made by `model_validate` only: the bare constructor of a table class checks
nothing.
"""

from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import AfterValidator
from sqlmodel import Field, SQLModel

from guidelog import words


def among(known: tuple[str, ...]) -> AfterValidator:
    """A rule: one of these words."""

    def check(word: str) -> str:
        if word not in known:
            raise ValueError
        return word

    return AfterValidator(check)


def _check_day(text: str) -> str:
    return date.fromisoformat(text).isoformat()


def _check_number(text: str) -> str:
    if not Decimal(text).is_finite():
        raise ValueError
    return text


Day = Annotated[str, AfterValidator(_check_day)]
Number = Annotated[str, AfterValidator(_check_number)]
Visibility = Annotated[str, among(words.VISIBILITIES)]
Names = tuple[str, ...]


class Row(SQLModel):
    """What every table has, and what the log needs to know of it."""

    model_config = {"defer_build": True}

    TEXTS: ClassVar[Names] = ()
    OUTCOME: ClassVar[Names] = ()
    LINKS: ClassVar[Names] = ()
    REQUIRES: ClassVar[Names] = ()
    """The columns that name what must live for this to live."""

    uid: str = Field(primary_key=True)
    recorded_at: str
    source: str | None = None


class Dated(Row):
    """Something that has a day, and a time where one was said."""

    day: Day
    time: str | None = None
    zone: str | None = None


class Link(SQLModel, table=True):
    """What a thing points at, in order: another thing, or a word."""

    uid: str = Field(primary_key=True)
    role: str = Field(primary_key=True)
    n: int = Field(primary_key=True)
    target: str | None = None
    word: str | None = None
