"""What credentials ask for in hours and clients, with the day it was looked up."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from guidelog.data import read_toml


@dataclass(frozen=True, slots=True)
class Level:
    """One credential: hours of coaching alone, or of coaching and mentoring both.

    `recent` are hours in the last 18 months; None where nothing is asked.
    """

    name: str
    counts: Literal["coaching", "both"]
    hours: int
    clients: int
    paid: int | None = None
    recent: int | None = None


@dataclass(frozen=True, slots=True)
class HourLevels:
    """The credentials, and the day on which their rules were looked up."""

    as_of: date
    levels: tuple[Level, ...]


def load_hour_levels() -> HourLevels:
    """The table of credentials."""
    said = read_toml("hour_levels.toml")
    return HourLevels(said["as_of"], tuple(Level(**one) for one in said["levels"]))
