"""Filing: what every entry has in common, its day, its links and who may see it."""

import re
from collections.abc import Set

from guidelog.dates import Moment
from guidelog.journal.finding import (
    check_actions,
    check_theirs,
    find_theirs,
    id_of,
)
from guidelog.journal.parts import Fields
from guidelog.journal.recording import Recording
from guidelog.words import TAG, TAG_MARK

_MARK = re.compile(f"{TAG_MARK}({TAG})")
_TEXT_WITH_MARKS = {"session": "note", "observation": "text"}
STARTS_PRIVATE = ("session", "topic", "assessment")
"""Kinds that start private also for direct reports."""


def today_of(at: Recording) -> str:
    """The leader's day, as text."""
    return at.mark.now.date().isoformat()


def when_of(at: Recording, moment: Moment | None) -> Fields:
    """The day, time and offset of what happened; today where nothing is said."""
    if moment is None:
        return {"day": today_of(at)}
    return {"day": moment.day.isoformat(), "time": moment.time, "zone": moment.zone}


def marks_in(text: str | None) -> list[str]:
    """The `#tag` and `+tag` marks of a text, in order, each once."""
    return list(dict.fromkeys(_MARK.findall(text or "")))


def with_marks(kind: str, fields: Fields) -> Fields:
    """The fields with the tags that are marked in the text, after those given."""
    text = _TEXT_WITH_MARKS.get(kind)
    if text is None:
        return fields
    tags = [*fields.get("tags", ()), *marks_in(fields.get(text))]
    return {**fields, "tags": list(dict.fromkeys(tags))}


def start_visibility(at: Recording, kind: str, people: list[str]) -> str:
    """How an entry about these people starts: private, or record."""
    asked = "SELECT relation FROM person WHERE uid = ?"
    relations = {at.db.exec_driver_sql(asked, (one,)).scalar_one() for one in people}
    return start_among(at, kind, relations)


def start_among(at: Recording, kind: str, relations: Set[str]) -> str:
    """How an entry about people of these relations starts: private, or record.

    For direct reports session notes, topics and assessments start private and all else
    is record; about anybody else everything starts private.
    """
    if at.settings.visibility:
        return at.settings.visibility
    if relations - {"report"} or kind in STARTS_PRIVATE:
        return "private"
    return "record"


def link_fields(at: Recording, fields: Fields, people: list[str]) -> Fields:
    """The fields with ids turned into uids, checked to be about these people.

    Raises UnknownId, WrongKind, NotTheirs, UnknownWord.
    """
    linked = dict(fields)
    for name in ("goal", "session", "resistance"):
        if linked.get(name):
            linked[name] = find_theirs(at, name, linked[name], people)
    if linked.get("goals"):
        goals = [find_theirs(at, "goal", goal, people) for goal in linked["goals"]]
        linked["goals"] = list(dict.fromkeys(goals))
    if linked.get("actions"):
        linked["actions"] = check_actions(at, linked["actions"])
    return linked


def check_links(at: Recording, fields: Fields, people: list[str]) -> None:
    """Refuse people whom the linked entries are not about. Raises NotTheirs."""
    named = [fields.get(name) for name in ("goal", "session", "resistance")]
    for uid in (*named, *fields.get("goals", [])):
        if uid and at.lives(uid):
            check_theirs(at, uid, id_of(at, uid), people)


def file_entry(
    at: Recording, kind: str, people: list[str], moment: Moment | None, fields: Fields
) -> str:
    """Write an entry with its day, its links and the visibility it starts with."""
    own = when_of(at, moment) | link_fields(at, fields, people)
    own["visibility"] = own.get("visibility") or start_visibility(at, kind, people)
    return at.add(kind, own)
