"""Amendments and holds: what may no longer be changed freely, or not at all."""

from collections.abc import Iterable
from datetime import timedelta

from guidelog.errors import OnHold
from guidelog.journal.finding import id_of
from guidelog.journal.parts import Fields, is_missing
from guidelog.journal.reading_log import versions_of
from guidelog.journal.recording import Recording
from guidelog.journal.tables import KINDS
from guidelog.journal.tables.row import Dated

ON_RECORD = ("day", "time", "response", "result")
"""Fields besides texts and days whose replacing changes what was on record."""


def replaces_record(kind: str, before: Fields, wanted: Fields) -> bool:
    """Tell whether an edit replaces a text, a date, a response or a result.

    Filling what was empty is none, nor are tags, links and labels.
    """
    return any(
        not is_missing(before.get(name)) and (value or None) != before[name]
        for name, value in wanted.items()
        if name in (*KINDS[kind].TEXTS, *ON_RECORD) or name.endswith("_on")
    )


def why_amendment(at: Recording, uid: str) -> str:
    """Why changing what is on record in an entry is an amendment; empty if it is not.

    An entry can be changed freely for the grace time, counted in stamps so that a clock
    set back does not reopen it, until it was shared or its person is on hold.
    """
    kind = at.kind_of(uid)
    if not issubclass(KINDS[kind], Dated):
        return ""
    shared = "SELECT 1 FROM link WHERE role = 'items' AND target = ? LIMIT 1"
    if at.db.exec_driver_sql(shared, (uid,)).first():
        return "shared"
    if any(_held_since(at, one) for one in at.about(kind, uid, at.fields(uid))):
        return "put on hold"
    hours = at.settings.grace_hours
    is_old = _age(at, uid) > timedelta(hours=hours)
    return f"written more than {hours} hours ago" if is_old else ""


def _age(at: Recording, uid: str) -> timedelta:
    first = min(version.stamp for version in versions_of(at.db, uid))
    return timedelta(milliseconds=at.mark.stamp - first)


def _held_since(at: Recording, person: str) -> str | None:
    asked = "SELECT day FROM hold WHERE person = ? ORDER BY day, uid LIMIT 1"
    day = at.db.exec_driver_sql(asked, (person,)).scalar()
    return str(day) if day else None


def check_hold(at: Recording, uid: str) -> None:
    """Refuse to take away what is about somebody on hold. Raises OnHold."""
    kind = at.kind_of(uid)
    if kind != "hold":
        check_held(at, at.about(kind, uid, at.fields(uid)))


def check_held(at: Recording, people: Iterable[str]) -> None:
    """Refuse where one of these people is on hold. Raises OnHold."""
    for person in people:
        if day := _held_since(at, person):
            raise OnHold(person=id_of(at, person), day=at.mark.say(day))
