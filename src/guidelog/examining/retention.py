"""Retention: what is past the time the leader means to keep it; nothing is deleted."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date

from guidelog.dates import clock, say_day
from guidelog.examining.place import Place
from guidelog.lookback.retention import Past, past_entries
from guidelog.measures.days import months_before
from guidelog.reports.conditions import Condition, fact, finding
from guidelog.reports.phrases import count
from guidelog.settings import read_settings
from guidelog.storage.condition import look_at
from guidelog.storage.glimpse import glimpse


def examine(place: Place) -> Iterator[Condition]:
    """Name the people with entries past their time, where a time is set."""
    months = read_settings().retention_months
    if months:
        for one in look(place, months_before(clock.today(), months)):
            yield judge(one, months, place)


def look(place: Place, before: date) -> list[Past]:
    """Count what happened before a day. Raises NotAJournal, sqlite3.Error, OSError."""
    if look_at(place.journal).state != "sound":
        # what that means is said by who looks at the file
        return []
    with closing(glimpse(place.journal)) as db:
        return past_entries(db, before)


def judge(one: Past, months: int, place: Place) -> Condition:
    """Say what may go, and how; who is on hold stays."""
    entries = count(one.number, "entry", "entries")
    since = say_day(one.since, clock.today())
    says = f"{entries} older than {count(months, 'month')}, from {since} on"
    if one.hold_since:
        held = say_day(one.hold_since, clock.today())
        return fact(one.handle, f"{says}; kept, since on hold since {held}")
    if one.is_all:
        erase = f"{place.program} person erase {one.handle}"
        return finding(one.handle, f"{says}, and nothing later", erase)
    redact = f'{place.program} redact {one.oldest} --reason "past its time"'
    return finding(one.handle, f"{says}; {one.oldest} is the oldest", redact)
