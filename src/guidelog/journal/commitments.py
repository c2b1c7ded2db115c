"""Commitments and topics: what someone will do, and what to raise next time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from guidelog.dates import Moment, split_due
from guidelog.errors import (
    EmptyText,
    GuidelogError,
    NotOpen,
    OwnerUnclear,
    StepUnclear,
    UnknownWord,
)
from guidelog.journal.filing import file_entry, today_of
from guidelog.journal.finding import find, id_of
from guidelog.journal.parts import Fields
from guidelog.journal.recording import Recording


@dataclass(frozen=True, slots=True)
class Promise:
    """A next step as it was typed, with what is understood where it says nothing."""

    text: str
    owner: str = "them"
    due_on: date | None = None


def promise(
    at: Recording,
    people: list[str],
    step: Promise,
    moment: Moment | None,
    fields: Fields,
) -> str:
    """Write down who does what by when, as in "me: send the list by friday".

    A prefix counts only if it is me, them or the handle of somebody in the talk, the
    last " by " only if a date follows. Raises OwnerUnclear, UnknownWord, EmptyText,
    and StepUnclear where what follows seems a date but can't be read.
    """
    owner, rest = _split_owner(at, people, step)
    what, due_on = _split_due(at, rest, step.due_on)
    if not what:
        raise EmptyText(what="--next")
    person = (
        people[0] if owner == "me" and len(people) == 1 else _owner(at, people, owner)
    )
    own = {
        **fields,
        "what": what,
        "owner": "me" if owner == "me" else "them",
        "person": person,
        "due_on": due_on.isoformat() if due_on else None,
    }
    return file_entry(at, "commitment", people, moment, own)


def promise_each(
    at: Recording,
    people: list[str],
    steps: Iterable[Promise],
    moment: Moment | None,
    fields: Fields,
) -> list[str]:
    """Write down several next steps, as `promise` does; returns their uids."""
    return [promise(at, people, step, moment, fields) for step in steps]


def _split_owner(at: Recording, people: list[str], step: Promise) -> tuple[str, str]:
    prefix, colon, rest = step.text.partition(":")
    known = {"me", "them", *(id_of(at, person) for person in people)}
    if colon and prefix.strip() in known:
        return prefix.strip(), rest.strip()
    return step.owner, step.text.strip()


def _split_due(
    at: Recording, text: str, otherwise: date | None
) -> tuple[str, date | None]:
    try:
        what, due_on = split_due(text, at.mark.now)
    except GuidelogError as refusal:
        raise StepUnclear(why=refusal.says, how=refusal.helps) from refusal
    return what, due_on or otherwise


def _owner(at: Recording, people: list[str], owner: str) -> str | None:
    handles = {id_of(at, person): person for person in people}
    if owner in handles:
        return handles[owner]
    if owner == "me":
        return None
    if len(people) != 1:
        names = " or ".join(handles)
        example = f"{next(iter(handles), 'ada')}: ..."
        raise OwnerUnclear(people=names, example=example)
    if owner != "them":
        known = ("me", "them", *handles)
        raise UnknownWord.among(what="the owner", word=owner, known=known)
    return people[0]


def raise_topic(
    at: Recording, person: str, what: str, moment: Moment | None, fields: Fields
) -> str:
    """Put a topic on the list for the next talk; returns its uid."""
    own = {**fields, "what": what, "person": person}
    return file_entry(at, "topic", [person], moment, own)


def settle(at: Recording, text: str, *, day: str | None, drop: str | None) -> str:
    """Close a commitment or topic: done on a day, or dropped for a reason.

    Raises UnknownId, WrongKind, NotOpen.
    """
    uid = find(at, text, "commitment", "topic")
    fields = at.fields(uid)
    state = _state_of(fields)
    if state:
        raise NotOpen(id=text, state=state)
    on = day or today_of(at)
    reason = {"reason": drop} if drop is not None else {}
    if at.kind_of(uid) == "topic":
        ended = {"state": "done" if drop is None else "dropped", "closed_on": on}
    else:
        ended = {"done_on" if drop is None else "dropped_on": on}
    at.change(uid, {**ended, **reason})
    return uid


def _state_of(fields: Fields) -> str:
    if fields.get("done_on") or fields.get("state") == "done":
        return "done"
    return "dropped" if fields.get("dropped_on") or fields.get("state") else ""
