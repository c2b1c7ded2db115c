"""The clock: the only place that asks what time it is, and what local clocks show.

GUIDELOG_NOW sets it for tests and demonstrations. Its offset is then the local one on
every day, unless TZ is set and gives that same offset at that moment: TZ then knows the
other seasons, and a day in summer takes its own.
"""

import os
from datetime import UTC, date, datetime, timedelta, timezone

from guidelog.dates.said import FIRST_YEAR, LAST_YEAR
from guidelog.errors import UnreadableClock

VARIABLE = "GUIDELOG_NOW"


def now() -> datetime:
    """The present moment in local time, aware; as GUIDELOG_NOW says where it is set.

    Raises UnreadableClock if GUIDELOG_NOW is not ISO 8601 with an offset.
    """
    text = os.environ.get(VARIABLE)
    return _read_moment(text) if text else datetime.now(UTC).astimezone()


def today() -> date:
    """The present day in local time."""
    return now().date()


def real_now() -> datetime:
    """The moment by the machine's own clock, whatever GUIDELOG_NOW says; aware."""
    return datetime.now(UTC).astimezone()


def real_today() -> date:
    """The day by the machine's own clock, whatever GUIDELOG_NOW says."""
    return real_now().date()


def moment_of(seconds: float) -> datetime:
    """The local time of what the system says in seconds, such as a file's; aware."""
    return datetime.fromtimestamp(seconds, UTC).astimezone()


def is_set() -> bool:
    """Whether GUIDELOG_NOW sets the clock; a variable set to nothing does not."""
    return bool(os.environ.get(VARIABLE))


def offsets_around(wall: datetime) -> tuple[timedelta, timedelta]:
    """The local UTC offsets well before and well after this wall time.

    They differ only where the clocks are changed within a day or so of it.
    """
    fixed = _fixed_offset()
    if fixed is not None:
        return fixed, fixed
    # no zone is a day away from UTC, so a day to each side clears any change near by
    labelled, a_day = wall.replace(tzinfo=UTC), timedelta(days=1)
    before, after = labelled - a_day, labelled + a_day
    return offset_of(before.astimezone()), offset_of(after.astimezone())


def has_shown(wall: datetime, offset: timedelta) -> bool:
    """Whether local clocks show this wall time while they are at this offset."""
    if _fixed_offset() is not None:
        return True
    shown = wall.replace(tzinfo=timezone(offset)).astimezone()
    return shown.replace(tzinfo=None) == wall


def offset_of(moment: datetime) -> timedelta:
    """The UTC offset of an aware moment."""
    return moment.utcoffset() or timedelta()


def _fixed_offset() -> timedelta | None:
    if not is_set():
        return None
    told = offset_of(now())
    if "TZ" in os.environ and offset_of(now().astimezone()) == told:
        return None
    return told


def _read_moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise UnreadableClock(text=text) from None
    if moment.tzinfo is None or not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise UnreadableClock(text=text)
    return moment
