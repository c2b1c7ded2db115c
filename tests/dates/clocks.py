"""Clocks for the tests: a set one, and the real one in any zone."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

MONDAY = "2026-11-23T16:30+01:00"
NOW = datetime.fromisoformat(MONDAY)
TODAY = date(2026, 11, 23)

SIX_ZONES = (
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kolkata",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
)


@contextmanager
def a_clock(*, zone: str | None = None, at: str | None = None) -> Iterator[None]:
    """Clocks in this zone (the machine's, if none), set to this moment (if one)."""
    before = {name: os.environ.pop(name, None) for name in ("TZ", "GUIDELOG_NOW")}
    _set_variables({"TZ": zone, "GUIDELOG_NOW": at})
    try:
        yield
    finally:
        _set_variables(before)


def _set_variables(values: dict[str, str | None]) -> None:
    for name, value in values.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
    time.tzset()
