"""Meetings of a calendar file: those that were talks with somebody of the journal.

A talk has somebody who is known, by name or address, and nobody else but the leader; or
its title is one of a one-to-one. Series are taken apart within a window. A time is that
on the clocks where the meeting was planned; one in UTC is put on local clocks. What is
left out (whole days, cancelled, declined, to come, with others) is counted and told.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

from guidelog.dates import Moment, Period, read_past
from guidelog.dates.clock import offset_of
from guidelog.dates.zones import say_offset
from guidelog.errors import GuidelogError, MissingExtra
from guidelog.exchange.found import Found, Place, Someone, Unread, Wishes
from guidelog.exchange.one_to_ones.headings import read_heading
from guidelog.exchange.one_to_ones.naming import (
    Circle,
    is_called,
    plain_name,
    take_names,
)
from guidelog.exchange.opening import Opened
from guidelog.exchange.series import leave_out_endless

WINDOW: Final = timedelta(days=366)
"""How far back meetings are looked for where no period is said."""
_ROOMS: Final = ("RESOURCE", "ROOM")
_INVITES: Final = re.compile(r"https?://|tel:|\bmailto:", re.IGNORECASE)
_NO_WORD: Final = re.compile(r"[^\w@.-]+")
_LONGEST: Final = 24 * 60
_ENDLESS: Final = (
    "of a series that can't be read: too often, or on days that never come"
)


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting, an occurrence of a series taken by itself."""

    key: str
    start: Any
    end: Any
    title: str
    text: str
    place: str
    status: str
    guests: tuple[tuple[str, str, str], ...]
    """Everybody invited but rooms: name, address, answer."""


def is_calendar(opened: Opened) -> bool:
    """Tell a calendar by its first line."""
    return opened.beginning.lstrip("\ufeff \n").upper().startswith("BEGIN:VCALENDAR")


def read_calendar(opened: Opened, wishes: Wishes) -> Iterator[Found | Unread]:
    """Read the meetings of the period asked for, else of the last year.

    Raises MissingExtra without the libraries that read calendars.
    """
    first = Place(opened.name, 1)
    left: Counter[str] = Counter()
    try:
        meetings = list(_meetings(opened, _window(wishes), left))
    except (KeyError, ValueError, OverflowError):
        # what the libraries say of it may hold a text of the calendar
        yield Unread(
            first, "breaks off, or holds a meeting that can't be read", stops=True
        )
        return
    for meeting in meetings:
        found = _talk(meeting, first, wishes)
        if isinstance(found, str):
            left[found] += 1
        else:
            yield found
    for why, count in (+left).items():
        many = "1 meeting" if count == 1 else f"{count} meetings"
        yield Unread(first, f"{many} left out: {why}")


def _window(wishes: Wishes) -> Period:
    after = wishes.now.date() + timedelta(days=1)
    return wishes.period or Period(after - WINDOW, after)


def _meetings(opened: Opened, window: Period, left: Counter[str]) -> Iterator[Meeting]:
    """All meetings within the window, in the order of their start."""
    try:
        import icalendar
        import recurring_ical_events
    except ImportError as error:
        raise MissingExtra(what="a calendar", extra="ics") from error
    with opened.text(newline="") as file:
        text = file.read()
    if not text.rstrip().upper().endswith("END:VCALENDAR"):
        # the libraries would take a file that breaks off for an empty one
        raise ValueError
    for calendar in icalendar.Calendar.from_ical(text, multiple=True):
        left[_ENDLESS] += leave_out_endless(calendar)
        series = {
            str(event.get("UID"))
            for event in calendar.walk("VEVENT")
            if "RRULE" in event or "RDATE" in event or "RECURRENCE-ID" in event
        }
        query = recurring_ical_events.of(calendar)
        found = query.between(window.first, window.after)
        days = [(_day(event["DTSTART"].dt), event) for event in found]
        for day, event in sorted(days, key=lambda one: one[0]):
            # one that began the day before the window reaches into it
            if day in window:
                yield _meeting(event, series)


def _day(start: Any) -> date:
    return start.date() if isinstance(start, datetime) else start


def _meeting(event: Mapping[str, Any], series: set[str]) -> Meeting:
    uid = str(event.get("UID", ""))
    original = event["RECURRENCE-ID"] if "RECURRENCE-ID" in event else event["DTSTART"]
    begun = original.dt
    if isinstance(begun, datetime) and begun.tzinfo:
        begun = begun.astimezone(UTC)
    start = event["DTSTART"].dt
    return Meeting(
        f"{uid} {begun.isoformat()}" if uid in series or not uid else uid,
        start,
        event["DTEND"].dt if "DTEND" in event else start,
        str(event.get("SUMMARY", "")).strip(),
        str(event.get("DESCRIPTION", "")).strip(),
        str(event.get("LOCATION", "")).strip(),
        str(event.get("STATUS", "")).upper(),
        tuple(_guests(event)),
    )


def _guests(event: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    invited = event.get("ATTENDEE", [])
    all_invited = invited if isinstance(invited, list) else [invited]
    organizer = [event["ORGANIZER"]] if "ORGANIZER" in event else []
    for one in (*all_invited, *organizer):
        says = one.params
        if str(says.get("CUTYPE", "")).upper() not in _ROOMS:
            address = re.sub("^mailto:", "", str(one), flags=re.IGNORECASE)
            yield (
                str(says.get("CN", "")),
                address,
                str(says.get("PARTSTAT", "")).upper(),
            )


def _talk(meeting: Meeting, place: Place, wishes: Wishes) -> Found | str:
    """The session that a meeting was; why it is left out."""
    why = _left_out(meeting, wishes)
    moment = why or _moment(meeting, wishes)
    if isinstance(moment, str):
        return moment
    people = _people(meeting, wishes)
    if isinstance(people, str):
        return people
    minutes = _minutes(meeting)
    has_note = bool(meeting.text) and not _INVITES.search(meeting.text)
    fields = {
        "about": meeting.title,
        "minutes": minutes if 0 < minutes <= _LONGEST else None,
        "place": "" if _INVITES.search(meeting.place) else meeting.place,
        "note": meeting.text if has_note else "",
    }
    is_cut = bool(meeting.text) and not has_note
    remark = "the text of the invitation is left out" if is_cut else ""
    said = {name: value for name, value in fields.items() if value}
    return Found("session", meeting.key, place, people, moment, said, remark=remark)


def _left_out(meeting: Meeting, wishes: Wishes) -> str:
    if not isinstance(meeting.start, datetime):
        return "of whole days"
    if meeting.status == "CANCELLED":
        return "cancelled"
    circle = Circle(wishes.leader)
    declined = (guest for guest in meeting.guests if guest[2] == "DECLINED")
    if any(_leads(guest, circle) for guest in declined):
        return "declined by you"
    return ""


def _moment(meeting: Meeting, wishes: Wishes) -> Moment | str:
    """When a meeting was, on the clocks it was planned by; why that can't be told."""
    start = meeting.start
    if start.tzinfo is None:
        try:
            return read_past(f"{start:%Y-%m-%d %H:%M}", wishes.now)
        except GuidelogError:
            return "still to come, or at a time that clocks skip or show twice"
    if start > wishes.now:
        return "still to come"
    if str(start.tzinfo) == "UTC":
        start = start.astimezone()
    return Moment(start.date(), f"{start:%H:%M}", say_offset(offset_of(start)))


def _minutes(meeting: Meeting) -> int:
    length = meeting.end - meeting.start
    return int(length.total_seconds()) // 60


def _people(meeting: Meeting, wishes: Wishes) -> tuple[str, ...] | str:
    """Whom a meeting was with, nobody where it doesn't say; why it was no talk."""
    circle = Circle(wishes.leader, wishes.known)
    if titled := _in_one_to_one(meeting.title, circle):
        return titled
    here = [guest for guest in meeting.guests if guest[2] != "DECLINED"]
    known = {guest: _known(guest, wishes.known) for guest in here}
    strangers = [g for g in here if not known[g] and not _leads(g, circle)]
    if not circle.leader and len({address for _, address, _ in strangers}) == 1:
        # somebody must be the leader, whose calendar it is
        strangers = []
    if strangers:
        return "with somebody who is not in the journal"
    handles = tuple(dict.fromkeys(handle for handle in known.values() if handle))
    if not handles and len(here) < len(meeting.guests):
        return "declined"
    return handles or _in_title(meeting.title, circle)


def _leads(guest: tuple[str, str, str], circle: Circle) -> bool:
    name, address, _ = guest
    return circle.is_leader(name) or circle.is_leader(address.partition("@")[0])


def _known(guest: tuple[str, str, str], known: Iterable[Someone]) -> str:
    """The handle of a guest, by address first, then by name."""
    name, address, _ = guest
    for one in known:
        if address and address.casefold() in one.contact.casefold().split():
            return one.handle
    found = [one.handle for one in known if name and is_called(one, name)]
    return found[0] if len(found) == 1 else ""


def _in_one_to_one(title: str, circle: Circle) -> tuple[str, ...]:
    """The one whom the title of a one-to-one names beside the leader, or nobody."""
    said = read_heading(title)
    names, _ = take_names(said.rest) if said.is_one_to_one else ((), "")
    others = tuple(name for name in names if not circle.is_leader(name))
    return others if len(others) == 1 else ()


def _in_title(title: str, circle: Circle) -> tuple[str, ...]:
    """The one of the journal whose full or first name stands in a title, or nobody."""
    words = plain_name(_NO_WORD.sub(" ", title))
    for is_first in (False, True):
        names = {
            one.handle: plain_name(one.name).split(" ")[: 1 if is_first else None]
            for one in circle.known
        }
        found = [
            who for who, name in names.items() if f" {' '.join(name)} " in f" {words} "
        ]
        if found:
            return (found[0],) if len(found) == 1 else ()
    return ()
