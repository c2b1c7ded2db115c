"""Vocabularies: the leader's own actions, and tags."""

import re
from typing import Any

from sqlmodel import col, select

from guidelog.data.actions import load_catalogue
from guidelog.errors import ActionKnown, NoHandle, TagUnfit, UnknownTag, UnknownWord
from guidelog.journal.parts import Fields
from guidelog.journal.recording import Recording
from guidelog.journal.tables import KINDS
from guidelog.journal.tables.row import Link
from guidelog.journal.tables.vocabulary import Action
from guidelog.journal.uids import uid_from
from guidelog.words import TAG, TAG_MARK

_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")


def add_action(at: Recording, name: str, fields: Fields) -> str:
    """Add an action of the leader's own. Raises NoHandle, ActionKnown."""
    if not _NAME.fullmatch(name):
        raise NoHandle(handle=name, why="")
    uid = _uid_of(name)
    if name in load_catalogue() or _stands(at, name):
        raise ActionKnown(name=name)
    return at.add("action", {**fields, "name": name}, uid=uid)


def hide_action(at: Recording, name: str, *, hidden: bool) -> str:
    """Offer an action no more, or again; old entries keep it. Raises UnknownWord."""
    uid = _uid_of(name)
    if _stands(at, name):
        at.change(uid, {"hidden": hidden})
        return uid
    built_in = load_catalogue().get(name)
    if built_in is None:
        own = at.journal.exec(select(Action.name))
        known = sorted({*load_catalogue(), *own})
        raise UnknownWord.among(what="the action", word=name, known=known)
    facts: dict[str, Any] = {
        "name": name,
        "label": built_in.label,
        "mode": built_in.mode,
        "family": built_in.family,
        "meaning": built_in.meaning,
    }
    return at.add("action", {**facts, "hidden": hidden}, uid=uid)


def _uid_of(name: str) -> str:
    # the same action on two devices is one entry
    return uid_from("action", name)


def _stands(at: Recording, name: str) -> bool:
    return (
        at.journal.exec(select(Action).where(Action.name == name)).first() is not None
    )


def is_used(at: Recording, tag: str) -> bool:
    """Tell whether anything has this tag."""
    used = select(Link.uid).where(Link.role == "tags", Link.word == tag.lstrip("#+"))
    return at.journal.exec(used).first() is not None


def rename_tag(at: Recording, old: str, new: str) -> list[str]:
    """Give a tag another name everywhere, its marks in texts included, as one change.

    Returns the uids of what was changed. Raises UnknownTag, TagUnfit.
    """
    old, new = old.lstrip("#+"), new.lstrip("#+")
    if not re.fullmatch(TAG, new):
        raise TagUnfit(tag=new)
    tags = set(at.journal.exec(select(Link.word).where(Link.role == "tags")))
    if old not in tags:
        raise UnknownTag.among(old, [tag for tag in tags if tag])
    tagged = select(Link.uid).where(Link.role == "tags", Link.word == old)
    uids = sorted(at.journal.exec(tagged.order_by(col(Link.uid))))
    for uid in uids:
        at.change(uid, _renamed(at, uid, old, new), operation="rename")
    return uids


def _renamed(at: Recording, uid: str, old: str, new: str) -> Fields:
    fields = at.fields(uid)
    mark = re.compile(rf"({TAG_MARK}){re.escape(old)}(?![\w-])")
    texts = {
        name: mark.sub(rf"\g<1>{new}", fields[name])
        for name in KINDS[at.kind_of(uid)].TEXTS
        if fields.get(name)
    }
    tags = [new if tag == old else tag for tag in fields["tags"]]
    return {**texts, "tags": list(dict.fromkeys(tags))}
