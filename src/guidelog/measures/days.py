"""The days of rows: every view keeps a moment as text that begins with its day."""

from datetime import date

from guidelog.dates import Period, month_start


def day_of(moment: str) -> date:
    """The day of `2026-11-20` or of `2026-11-20T15:00+01:00`, as it was said."""
    return date.fromisoformat(moment[:10])


def day_if_known(moment: str | None) -> date | None:
    """The day of a moment, or None where none was said."""
    return day_of(moment) if moment else None


def is_within(moment: str | None, period: Period) -> bool:
    """Whether this happened in the period; what has no day did not."""
    day = day_if_known(moment)
    return day is not None and day in period


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier, or the last day of a shorter month."""
    first = month_start(day.year, day.month - months)
    after = month_start(day.year, day.month - months + 1)
    return first.replace(day=min(day.day, (after - first).days))


def months_between(first: date, last: date) -> list[date]:
    """The first day of each month that these days touch."""
    months = 12 * (last.year - first.year) + last.month - first.month
    return [month_start(first.year, first.month + n) for n in range(months + 1)]
