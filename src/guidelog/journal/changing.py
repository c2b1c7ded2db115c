"""Changing what stands: edit and delete, the same for every kind."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from guidelog.errors import (
    FieldNotHere,
    NobodyNamed,
    NothingChanged,
    OneAtATime,
    OwnerMissing,
    ReasonMissing,
)
from guidelog.journal.amending import (
    check_held,
    check_hold,
    replaces_record,
    why_amendment,
)
from guidelog.journal.filing import check_links, link_fields, marks_in, today_of
from guidelog.journal.finding import find, id_of
from guidelog.journal.goals import fit_scale, read_measure, rewrite_steps
from guidelog.journal.parts import Fields, fact_names, is_missing
from guidelog.journal.recording import Recording
from guidelog.journal.resistance import resettle_result
from guidelog.journal.sessions import check_unwritten
from guidelog.journal.tables import KINDS
from guidelog.words import LETTERS, NOUNS

OWN_TEXT: Mapping[str, str] = MappingProxyType(
    {
        "person": "name",
        "session": "note",
        "observation": "text",
        "goal": "title",
        "step": "text",
        "progress": "evidence",
        "resistance": "observed",
        "attempt": "offered",
        "move": "reason",
        "commitment": "what",
        "topic": "what",
        "assessment": "evidence",
        "handout": "comment",
        "hold": "reason",
        "action": "meaning",
    }
)
"""The field that `text` means, by kind."""
STEPS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"goal": ("milestones", "levels", "expected")}
)
"""What is edited through its parent."""
_FIXED = ("source", "scale", "handle", "items", "heads", "level", "step")


def _aliases_of(kind: str) -> dict[str, str]:
    """What a field of other kinds is called in this one."""
    model = KINDS[kind]
    own = model.model_fields.keys() - {*model.REQUIRES, OWN_TEXT[kind]}
    called = {"goals": "goal", "closing_reason": "reason"}
    return {there: here for there, here in called.items() if here in own}


def fields_of_kind(kind: str) -> tuple[str, ...]:
    """The fields of a kind that can be edited, as `edit` names them."""
    fixed = (*_FIXED, *KINDS[kind].REQUIRES, "people", OWN_TEXT[kind])
    named = (*fact_names(kind), *KINDS[kind].OUTCOME, *KINDS[kind].TEXTS)
    said = {there: here for here, there in _aliases_of(kind).items()}
    who = ["who"] if _names_people(kind) else []
    own = [said.get(name, name) for name in named if name not in fixed]
    return ("text", *who, *own, *STEPS.get(kind, ()))


def _names_people(kind: str) -> bool:
    # a hold that went to somebody else would end without being lifted
    return kind == "session" or ("person" in KINDS[kind].REQUIRES and kind != "hold")


def edit(at: Recording, text: str, changes: Fields, why: str = "") -> str:
    """Replace fields of an entry; an empty value empties one. Returns the uid.

    Raises UnknownId, FieldNotHere, NothingChanged, and ReasonMissing where the entry is
    older than the grace time, or was shared.
    """
    uid = find(at, text)
    kind, before = at.kind_of(uid), at.fields(uid)
    _check_fields(at, uid, changes)
    steps = {name: changes[name] for name in STEPS.get(kind, ()) if name in changes}
    wanted = _name_fields(at, uid, {k: changes[k] for k in changes if k not in steps})
    wanted = _link(at, uid, wanted)
    wanted |= _adjust(at, uid, wanted)
    replaced = bool(steps) or replaces_record(kind, before, wanted)
    amends = why_amendment(at, uid) if replaced else ""
    if amends and not why:
        raise ReasonMissing(id=id_of(at, uid), why=amends)
    operation = "amend" if amends else "change"
    changed = at.change(uid, wanted, operation=operation, why=why)
    changed = bool(steps and rewrite_steps(at, uid, steps)) or changed
    if not changed:
        raise _nothing_changed(at, uid)
    if kind in CONSEQUENCES:
        CONSEQUENCES[kind](at, uid, before)
    return uid


def _nothing_changed(at: Recording, uid: str) -> NothingChanged:
    name = id_of(at, uid)
    # the own text of a person is their name, which nobody should lose to an example
    is_person = at.kind_of(uid) == "person"
    how = f"person edit {name} --team TEAM" if is_person else f"edit {name} --text TEXT"
    return NothingChanged(id=name, example=how)


def _check_fields(at: Recording, uid: str, changes: Fields) -> None:
    kind = at.kind_of(uid)
    known = fields_of_kind(kind)
    if not changes:
        raise _nothing_changed(at, uid)
    for name in changes:
        if name not in known:
            raise FieldNotHere(
                id=id_of(at, uid),
                kind=NOUNS.get(kind, kind),
                field=name,
                fields=", ".join(known),
            )


def _name_fields(at: Recording, uid: str, changes: Fields) -> Fields:
    """Give each change the name its field has in this kind."""
    kind = at.kind_of(uid)
    named = {"text": OWN_TEXT[kind], **_aliases_of(kind)}
    wanted = {named.get(name, name): value for name, value in changes.items()}
    if "goal" in wanted and isinstance(wanted["goal"], list):
        wanted["goal"] = _only("goal", wanted["goal"])
    if "who" in wanted:
        wanted |= _name_people(at, uid, wanted.pop("who"))
    return wanted


def _only(what: str, values: list[str]) -> str | None:
    if len(values) > 1:
        raise OneAtATime(what=what, count=len(values))
    return values[0] if values else None


def _name_people(at: Recording, uid: str, people: list[str]) -> Fields:
    if not people:
        raise NobodyNamed
    if at.kind_of(uid) == "session":
        return {"people": people}
    return {"person": _only("person", people)}


def _link(at: Recording, uid: str, wanted: Fields) -> Fields:
    """Find what is linked, about the people of the entry as it will be.

    Nobody on hold leaves an entry: nothing would keep it any more. Raises OnHold.
    """
    kind = at.kind_of(uid)
    people = [*at.about(kind, uid, at.fields(uid) | wanted)]
    check_held(at, {*at.about(kind, uid, at.fields(uid))} - {*people})
    linked = link_fields(at, wanted, people)
    if {"person", "people"} & wanted.keys():
        check_links(at, at.fields(uid) | linked, people)
    return linked


def _adjust(at: Recording, uid: str, wanted: Fields) -> Fields:
    adjust = ADJUSTMENTS.get(at.kind_of(uid))
    return adjust(at, uid, wanted) if adjust else {}


def _retag(at: Recording, uid: str, wanted: Fields) -> Fields:
    """Let the tags follow the marks of an edited text."""
    own = OWN_TEXT[at.kind_of(uid)]
    if own not in wanted:
        return {}
    before = at.fields(uid)
    gone = set(marks_in(before.get(own)))
    kept = [tag for tag in before.get("tags", []) if tag not in gone]
    tags = wanted["tags"] or [] if "tags" in wanted else kept
    return {"tags": list(dict.fromkeys([*tags, *marks_in(wanted[own])]))}


def _adjust_session(at: Recording, uid: str, wanted: Fields) -> Fields:
    if wanted.keys() & {"note", "unwritten"}:
        check_unwritten(at.fields(uid) | wanted)
    return _retag(at, uid, wanted)


def _fit_goal(at: Recording, uid: str, wanted: Fields) -> Fields:
    return fit_scale(at.fields(uid), wanted)


def _read_value(at: Recording, uid: str, wanted: Fields) -> Fields:
    """Read an edited value as the goal is measured."""
    if "value" not in wanted:
        return {}
    goal = at.fields(uid)["goal"]
    return {"value": None, **read_measure(at, goal, wanted["value"] or "")}


def _date_result(at: Recording, uid: str, wanted: Fields) -> Fields:
    """Give an edited result a day; take all that came with an emptied one."""
    if "result" not in wanted:
        return {}
    if is_missing(wanted["result"]):
        return {"result_on": None, "next_follow_up_on": None, "result_text": None}
    return {"result_on": at.fields(uid).get("result_on") or today_of(at)}


def _check_owner(at: Recording, uid: str, wanted: Fields) -> Fields:
    after = at.fields(uid) | wanted
    if after["owner"] == "them" and not after.get("person"):
        raise OwnerMissing(id=id_of(at, uid))
    return {}


Adjustment = Callable[[Recording, str, Fields], Fields]
ADJUSTMENTS: Mapping[str, Adjustment] = MappingProxyType(
    {
        "session": _adjust_session,
        "observation": _retag,
        "goal": _fit_goal,
        "progress": _read_value,
        "attempt": _date_result,
        "commitment": _check_owner,
    }
)
"""What an edit of some kinds brings along in the same entry."""
CONSEQUENCES: Mapping[str, Callable[[Recording, str, Fields], None]] = MappingProxyType(
    {"attempt": resettle_result}
)
"""What an edit of some kinds brings along in other entries, given what was before."""


def name_dependants(at: Recording, ids: list[str]) -> list[str]:
    """Name what a deletion takes: the entries asked for first, then what hangs on them.

    Raises UnknownId.
    """
    uids = [find(at, text) for text in ids]
    names = [id_of(at, uid) for uid in uids]
    for uid in uids:
        hanging = at.life.dependants(at.kind_of(uid), uid)
        names += [id_of(at, one) for kind, one in hanging if kind in LETTERS]
    return list(dict.fromkeys(names))


def delete_entries(at: Recording, ids: list[str], why: str = "") -> list[str]:
    """Take entries away with what can't be without them; returns the uids named.

    Raises UnknownId and OnHold.
    """
    uids = [find(at, text) for text in ids]
    for uid in uids:
        check_hold(at, uid)
    for uid in uids:
        if at.lives(uid):
            at.delete(uid, why)
    return uids
