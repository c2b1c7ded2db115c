"""Remarks: phrases that several pages share, with the parts that stand out."""

from datetime import date

from guidelog.dates import say_day
from guidelog.lookback.rows import AttemptRow
from guidelog.measures.days import day_if_known
from guidelog.reports.blocks import (
    Document,
    Span,
    Spans,
    dim,
    identity,
    late,
    plain,
    strong,
)
from guidelog.reports.phrases import count, say_known_day


def remark_demonstration(is_one: bool) -> tuple[Spans, ...]:
    """What closes every page of a journal whose clock was set; nothing elsewhere."""
    return ((dim("demonstration, clock set"),),) if is_one else ()


def mark_demonstration(page: Document, is_one: bool) -> Document:
    """A page that says at its end where the clock of the journal was set."""
    return page._replace(closing=(*page.closing, *remark_demonstration(is_one)))


def say_due(day: date, today: date) -> Span:
    """A due day as it stands: late in red, else today, tomorrow or the day."""
    days = (day - today).days
    if days < 0:
        return late(f"{count(-days, 'day')} late")
    return plain({0: "today", 1: "tomorrow"}.get(days, say_day(day, today)))


def cite(text: str, *ids: str | None) -> Spans:
    """A text, and the ids it stands on behind it."""
    named = [identity(each) for each in ids if each]
    spaced = [span for each in named for span in (plain(" "), each)]
    return (plain(text), *spaced)


def remark_private(visibility: str) -> Spans:
    """A hint that something is the leader's own."""
    return (dim(" · private"),) if visibility == "private" else ()


def say_result(attempt: AttemptRow, today: date) -> Spans:
    """What came of a try, and by when it was looked at; nothing where nobody came."""
    if attempt.result is None:
        return say_pending(attempt, today)
    result_on = day_if_known(attempt.result_on)
    when = f" by {say_day(result_on, today)}" if result_on else ""
    told = f", {attempt.result_text}" if attempt.result_text else ""
    return (plain(f"result{when}: "), strong(attempt.result), plain(told))


def say_pending(attempt: AttemptRow, today: date) -> Spans:
    """That a try has no result yet, and when it is to be looked at."""
    if attempt.response == "absent":
        return ()
    look_again = say_known_day(attempt.follow_up_on, today)
    when = f", to be looked at {look_again}" if look_again else ""
    return (dim(f"no result yet{when}"),)
