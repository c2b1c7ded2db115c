"""What a document is asked to be: of which period, for whom, by whom."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Literal, NamedTuple

from guidelog.dates import Period
from guidelog.lookback.rows import SessionRow

Audience = Literal["me", "others"]


class Leader(NamedTuple):
    """Who keeps the record, as it stands on documents."""

    name: str = ""
    role: str = ""
    organisation: str = ""


class Brief(NamedTuple):
    """The period of a report, its reader, and what it leaves out for others.

    `untold` puts in what the person has not been told, each marked; notes resolved
    longer ago than `resolved_months` are only counted; `families` gives the family of
    each action by its name; `agreement` is the talk that a document about somebody who
    is no direct report rests on. `on_screen` is a page read now and not kept.
    """

    period: Period
    today: date
    audience: Audience = "me"
    untold: bool = False
    resolved_months: int = 12
    leader: Leader = Leader()
    families: Mapping[str, str] = MappingProxyType({})
    agreement: SessionRow | None = None
    on_screen: bool = False

    @property
    def is_for_me(self) -> bool:
        """Whether only the leader will read it."""
        return self.audience == "me"

    @property
    def counts_from_today(self) -> bool:
        """Whether a day may be said as a distance: a document is read on other days."""
        return self.is_for_me and self.on_screen
