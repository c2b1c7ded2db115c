"""Taking words back: redact a text, erase a person, hold a person's record."""

from collections.abc import Iterable, Iterator, Set
from typing import Any

from guidelog.errors import NothingToRedact, NotOnHold
from guidelog.journal.amending import check_held
from guidelog.journal.changing import OWN_TEXT
from guidelog.journal.filing import marks_in, today_of
from guidelog.journal.finding import find_ever, id_of
from guidelog.journal.log import Revision, heads_of
from guidelog.journal.parts import EMPTY, Parts, canonical, cut, read_canonical
from guidelog.journal.reading_log import erased_in, ever_about, stream, versions_of
from guidelog.journal.recording import Recording
from guidelog.journal.tables import KINDS
from guidelog.words import WHY

_FACTS = """
SELECT revision.kind, revision.uid, told.payload
FROM revision JOIN revision_text AS told ON told.revision = revision.id
WHERE told.part = 'facts'
"""


def redact(at: Recording, text: str, field: str | None, why: str) -> list[str]:
    """Take back the words of an entry, all its texts or one; returns what went.

    Every kept version loses them, the reasons of those versions and the tags that were
    marks of the text; a dated stub and the reason for this stay. Raises UnknownId,
    OnHold and NothingToRedact.
    """
    uid = find_ever(at, text)
    kind = at.kind_of(uid)
    parts = _parts_to_redact(at, uid, kind, field)
    about = _about_now(at, uid)
    check_held(at, {*about, *ever_about(at.db, uid)})
    revision = Revision(
        kind=kind,
        uid=uid,
        operation="redact",
        about=about,
        replaces=heads_of(at.db, uid),
        parts=emptied(at, kind, uid, parts) | {WHY: canonical(why)},
    )
    at.revisions[uid] = revision
    return [*parts, "tags"] if "facts" in revision.parts else parts


def emptied(at: Recording, kind: str, uid: str, texts: Iterable[str]) -> Parts:
    """What a redaction sets: texts to nothing, and facts anew where a mark was a tag.

    A mark such as `#rota` is a word of the text, and stands among the tags in the facts
    of every version.
    """
    parts = dict.fromkeys(texts, EMPTY)
    marks = {
        mark
        for text in _ever(at, uid, parts.keys() & {OWN_TEXT[kind]})
        for mark in marks_in(text)
    }
    tagged = {
        tag for facts in _ever(at, uid, {"facts"}) for tag in facts.get("tags", ())
    }
    if marks & tagged:
        fields = at.life.fold(uid).fields()
        kept = [tag for tag in fields.get("tags", ()) if tag not in marks]
        parts["facts"] = cut(kind, {**fields, "tags": kept})["facts"]
    return parts


def _ever(at: Recording, uid: str, parts: Set[str]) -> Iterator[Any]:
    """What these parts ever said, as far as it is kept."""
    for version in versions_of(at.db, uid):
        for part in parts & version.parts.keys():
            if said := read_canonical(version.parts[part] or EMPTY):
                yield said


def texts_of(at: Recording, text: str) -> dict[str, str]:
    """The texts of an entry as they stand, by field, to be looked for elsewhere."""
    uid = find_ever(at, text)
    fields, names = at.life.fold(uid).fields(), KINDS[at.kind_of(uid)].TEXTS
    return {name: fields[name] for name in names if fields.get(name)}


def _parts_to_redact(
    at: Recording, uid: str, kind: str, field: str | None
) -> list[str]:
    wanted = OWN_TEXT[kind] if field == "text" else field
    asked = """
        SELECT DISTINCT part FROM revision_text
        JOIN revision ON revision.id = revision_text.revision
        WHERE revision.uid = ? AND revision_text.payload <> 'null'
    """
    kept = set(at.db.exec_driver_sql(asked, (uid,)).scalars())
    texts = [name for name in KINDS[kind].TEXTS if name in kept]
    parts = [name for name in texts if wanted in (None, name)]
    if not parts:
        fields = ", ".join(texts) or "none"
        raise NothingToRedact(id=id_of(at, uid), fields=fields)
    return parts


def erase_person(at: Recording, person: str, why: str) -> None:
    """Take back everything that is about one person alone, and their name for good.

    So are the versions that were once about others, of what is about this person now.
    Raises OnHold. The words of group talks stay for the others.
    """
    gone = erased_in(at.db) | {person}
    lent = [uid for uid in _touching(at, person) if _is_lent(at, uid, gone)]
    check_held(at, [person, *(one for uid in lent for one in ever_about(at.db, uid))])
    at.revisions[person] = Revision(
        kind="person",
        uid=person,
        operation="erase",
        about=(person,),
        replaces=heads_of(at.db, person),
        parts={WHY: canonical(why)} if why else {},
    )
    for uid in lent:
        at.revisions[uid] = _taking_all(at, uid)


def _touching(at: Recording, person: str) -> list[str]:
    """All that was ever about a person, and what ever hung on it."""
    asked = "SELECT DISTINCT uid FROM revision WHERE instr(about, ?)"
    about = set(at.db.exec_driver_sql(asked, (person,)).scalars())
    hanging = {
        uid
        for kind, uid, facts in stream(at.db, _FACTS)
        for one in _required(kind, facts)
        if one in about
    }
    return sorted((about | hanging) - {person})


def _required(kind: str, facts: str) -> Iterator[str]:
    said = read_canonical(facts) or {}
    return (said[name] for name in KINDS[kind].REQUIRES if said.get(name))


def _is_lent(at: Recording, uid: str, gone: frozenset[str]) -> bool:
    """Whether a thing is about nobody but these now, and once was about others."""
    about = _about_now(at, uid)
    is_theirs = bool(about) and gone.issuperset(about)
    return is_theirs and not gone.issuperset(ever_about(at.db, uid))


def _about_now(at: Recording, uid: str) -> tuple[str, ...]:
    return at.about(at.kind_of(uid), uid, at.life.fold(uid).fields())


def _taking_all(at: Recording, uid: str) -> Revision:
    """A redaction of all that a thing ever said, whoever it was about then."""
    said = {part for one in versions_of(at.db, uid) for part in one.parts} - {WHY}
    return Revision(
        kind=at.kind_of(uid),
        uid=uid,
        operation="redact",
        about=_about_now(at, uid),
        replaces=heads_of(at.db, uid),
        parts=dict.fromkeys(sorted(said), EMPTY),
    )


def hold_person(at: Recording, person: str, why: str) -> str:
    """Keep a person's record from being taken away; returns the hold's uid.

    Raises OnHold where there is one already.
    """
    check_held(at, [person])
    return at.add("hold", {"day": today_of(at), "person": person, "reason": why})


def lift_hold(at: Recording, person: str) -> None:
    """End every hold on a person. Raises NotOnHold."""
    asked = "SELECT uid FROM hold WHERE person = ?"
    holds = list(at.db.exec_driver_sql(asked, (person,)).scalars())
    if not holds:
        raise NotOnHold(person=id_of(at, person))
    for hold in holds:
        at.delete(hold)
