"""Calendars: deadlines as iCalendar (RFC 5545), to be imported again and again.

Each is an event of a whole day, since Google's and Outlook's calendars show no tasks.
It blocks no time, and reminds at nine on its day. Whoever looks at a shared calendar
sees ids and names; only where the leader says so, the words. Nothing follows from the
clock: uid, number and time of the version are those of the entry, so that a second
import changes what the first one brought, and what was settled meanwhile is cancelled.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from guidelog.errors import MissingExtra
from guidelog.exchange.deadlines import Deadline, deadlines_of
from guidelog.exchange.writers import Sink
from guidelog.lookback.filters import Filters, Where
from guidelog.lookback.reading import hold_still, pick, rows_of
from guidelog.lookback.rows import AttemptRow, HistoryRow, MoveRow, PersonRow
from guidelog.reports.phrases import name_shortly

if TYPE_CHECKING:
    from icalendar import Event

AT_NINE: Final = timedelta(hours=9)
"""When on the day to remind, counted from its beginning."""
A_DAY: Final = timedelta(days=1)


def export_calendar(
    db: sqlite3.Connection, filters: Filters, stream: Sink, *, with_words: bool
) -> None:
    """Write what is due as a calendar, with its words or with ids and names alone.

    Raises FilterNotTaken, and MissingExtra without the package for it.
    """
    icalendar = _icalendar()
    calendar = icalendar.Calendar()
    calendar.add("PRODID", "-//guidelog//what is due//EN")
    calendar.add("VERSION", "2.0")
    calendar.add("METHOD", "PUBLISH")
    calendar.add("X-WR-CALNAME", "guidelog")
    with hold_still(db):
        names = name_shortly({one.handle: one.name for one in rows_of(db, PersonRow)})
        items = [(one, versions_of(db, one)) for one in deadlines_of(db, filters)]
    for item, versions in items:
        title = say_item(item, names) if with_words else name_item(item, names)
        calendar.add_component(_event(item, title, versions))
    stream.write(calendar.to_ical().decode())


def name_item(item: Deadline, names: Mapping[str, str]) -> str:
    """What others may see of it: guidelog: c7 due, Ada."""
    name = f", {names.get(item.person, item.person)}" if item.person else ""
    return f"guidelog: {item.id} due{name}"


def say_item(item: Deadline, names: Mapping[str, str]) -> str:
    """What it is: Ada: draft the runbook (c7)."""
    name = f"{names.get(item.person, item.person)}: " if item.person else ""
    look = "look again: " if item.kind == "follow-up" else ""
    return f"{name}{look}{' '.join(item.what.split())} ({item.id})"


def versions_of(db: sqlite3.Connection, item: Deadline) -> list[datetime]:
    """When each version was written: of a note, with its attempts and its moves."""
    rows = [
        row
        for uid in _uids_behind(db, item)
        for row in pick(db, HistoryRow, Where("uid = ?", (uid,)))
    ]
    return sorted(datetime.fromisoformat(row.at).astimezone(UTC) for row in rows)


def _uids_behind(db: sqlite3.Connection, item: Deadline) -> Iterator[str]:
    yield item.uid
    if item.kind == "follow-up":
        # named with the person, since only that is answered by an index
        of_note = Where("person = ? AND resistance = ?", (item.person, item.id))
        yield from (one.uid for one in pick(db, AttemptRow, of_note))
        moves = pick(db, MoveRow, Where("resistance = ?", (item.id,)))
        yield from (one.uid for one in moves)


def _event(item: Deadline, title: str, versions: list[datetime]) -> "Event":
    icalendar = _icalendar()
    day = date.fromisoformat(item.due_on[:10])
    event: Any = icalendar.Event()
    event.add("UID", f"{item.uid}@guidelog")
    event.add("SEQUENCE", len(versions) - 1)
    for name in ("DTSTAMP", "LAST-MODIFIED"):
        event.add(name, versions[-1])
    event.add("DTSTART", day)
    event.add("DTEND", day + A_DAY)
    event.add("SUMMARY", title)
    event.add("DESCRIPTION", f"guidelog show {item.id}")
    event.add("STATUS", "CANCELLED" if item.is_over else "CONFIRMED")
    event.add("TRANSP", "TRANSPARENT")
    event.add("CLASS", "PRIVATE")
    if not item.is_over:
        event.add_component(_alarm(title))
    return event  # type: ignore[no-any-return]


def _alarm(title: str) -> Any:
    alarm = _icalendar().Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("DESCRIPTION", title)
    alarm.add("TRIGGER", AT_NINE)
    return alarm


def _icalendar() -> Any:
    try:
        import icalendar
    except ImportError as error:
        raise MissingExtra(what="A calendar", extra="ics") from error
    return icalendar
