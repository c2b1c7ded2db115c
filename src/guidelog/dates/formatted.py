"""Days as another program writes them, in a format that the leader names."""

from datetime import UTC, date, datetime
from typing import Final

from guidelog.dates.moments import Moment, check_past
from guidelog.dates.said import Said, check_reach
from guidelog.dates.zones import local_offset, say_offset
from guidelog.errors import UnfitDateFormat, UnreadableDate

_SAMPLE: Final = datetime(2026, 11, 20, 15, 4, tzinfo=UTC)


def check_date_format(text: str) -> str:
    """Let a format of strptime through if it tells a whole day.

    Raises UnfitDateFormat.
    """
    if not _tells_year(text) or _read_sample(text).date() != _SAMPLE.date():
        raise UnfitDateFormat(format=text)
    return text


def _tells_year(text: str) -> bool:
    # asked of what is written: Python means to read a day without its year otherwise
    earlier = _SAMPLE.replace(year=_SAMPLE.year - 1)
    return earlier.strftime(text) != _SAMPLE.strftime(text)


def read_formatted(text: str, written: str, now: datetime) -> Moment:
    """When something happened, in a format of strptime; a time only where it has one.

    Raises UnreadableDate, FutureDay, and what a time of local clocks may raise.
    """
    said = Said(text, now.date())
    wall = _read(said, written)
    if _read_sample(written).hour != _SAMPLE.hour:
        return check_past(said, Moment(wall.date()), now)
    offset = wall.utcoffset()
    zone = local_offset(said, wall) if offset is None else say_offset(offset)
    return check_past(said, Moment(wall.date(), f"{wall:%H:%M}", zone), now)


def read_formatted_day(text: str, written: str, now: datetime) -> date:
    """Any plain day, in a format of strptime. Raises UnreadableDate."""
    return _read(Said(text, now.date()), written).date()


def _read(said: Said, written: str) -> datetime:
    try:
        # without a zone in the format it is what local clocks show
        wall = datetime.strptime(said.text.strip(), written)  # noqa: DTZ007
    except ValueError:
        raise UnreadableDate(text=said.text) from None
    check_reach(said, wall.year)
    return wall


def _read_sample(written: str) -> datetime:
    try:
        return datetime.strptime(_SAMPLE.strftime(written), written)  # noqa: DTZ007
    except ValueError:
        raise UnfitDateFormat(format=written) from None
