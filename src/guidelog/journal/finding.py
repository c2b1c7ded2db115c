"""Finding what a command names: persons by WHO, entries by id, actions by name."""

from guidelog.data.actions import load_catalogue
from guidelog.errors import NobodyNamed, NotTheirs, UnknownId, UnknownWord, WrongKind
from guidelog.journal.recording import Recording
from guidelog.journal.rows import lives
from guidelog.matching import Known, likely_ids, match_person, split_names
from guidelog.near import nearest
from guidelog.words import NOUNS

SHORTEST_ENDING = 6
"""Characters of a uid's ending that name an entry."""


def find_person(at: Recording, text: str) -> str:
    """The uid of the one person who is meant. Raises UnknownPerson, TwoPeople."""
    asked = "SELECT handle, name, archived_on IS NOT NULL, uid FROM person"
    people = at.db.exec_driver_sql(asked).all()
    handle = match_person(text, (Known(*known) for *known, _ in people))
    return next(str(uid) for one, *_, uid in people if one == handle)


def find_people(at: Recording, text: str) -> list[str]:
    """The uids of several people, joined by commas, each once. Raises NobodyNamed."""
    names = split_names(text)
    if not names:
        raise NobodyNamed
    return list(dict.fromkeys(find_person(at, name) for name in names))


def find(at: Recording, text: str, *wanted: str) -> str:
    """The uid of the living entry with this id, of one of the wanted kinds.

    Raises UnknownId and WrongKind.
    """
    uid = find_ever(at, text)
    kind = at.kind_of(uid)
    if wanted and kind not in wanted:
        nouns = (NOUNS.get(one, one) for one in wanted)
        raise WrongKind.of(text, NOUNS.get(kind, kind), *nouns)
    if not lives(at.journal, kind, uid):
        raise UnknownId.like(text)
    return uid


def find_theirs(at: Recording, kind: str, text: str, people: list[str]) -> str:
    """The uid of a living entry of this kind that is about one of these people.

    Raises UnknownId, WrongKind, NotTheirs.
    """
    uid = find(at, text, kind)
    check_theirs(at, uid, text, people)
    return uid


def check_theirs(at: Recording, uid: str, name: str, people: list[str]) -> None:
    """Refuse a living entry that is about none of these people. Raises NotTheirs."""
    about = at.about(at.kind_of(uid), uid, at.fields(uid))
    if people and not set(about) & set(people):
        names = " or ".join(id_of(at, person) for person in people)
        raise NotTheirs(id=name, people=names)


def find_ever(at: Recording, text: str) -> str:
    """The uid of an entry with this id, deleted ones included. Raises UnknownId."""
    wanted = text.strip().lower()
    if wanted == "last":
        return _last_session(at)
    # both by index; the ending of a uid would walk every entry there ever was
    named = "SELECT uid FROM entry WHERE id = ? OR uid = ?"
    uid = at.db.exec_driver_sql(named, (wanted, wanted)).scalar()
    uid = uid or _by_handle(at, wanted) or _by_ending(at, wanted)
    if uid is None:
        raise UnknownId.like(text, _likely_id(at, wanted))
    return str(uid)


def id_of(at: Recording, uid: str) -> str:
    """How an entry is called by the leader: its id, or a person's handle."""
    if at.kind_of(uid) == "person":
        return str(at.fields(uid)["handle"]) if at.lives(uid) else uid[-6:]
    asked = "SELECT coalesce(id, kind) FROM entry WHERE uid = ?"
    return str(at.db.exec_driver_sql(asked, (uid,)).scalar_one())


def check_actions(at: Recording, names: list[str]) -> list[str]:
    """Let through actions that are in the catalogue, each once. Raises UnknownWord."""
    own = at.db.exec_driver_sql("SELECT name FROM action WHERE NOT hidden").scalars()
    known = {*load_catalogue(), *own}
    for name in names:
        if name not in known:
            raise UnknownWord.among(what="the action", word=name, known=sorted(known))
    return list(dict.fromkeys(names))


def _likely_id(at: Recording, wanted: str) -> str:
    asked = "SELECT id FROM entry WHERE id = ?"
    ids = (
        at.db.exec_driver_sql(asked, (near,)).scalar() for near in likely_ids(wanted)
    )
    handles = at.db.exec_driver_sql("SELECT handle FROM person").scalars()
    return next(filter(None, ids), None) or "".join(nearest(wanted, handles))


def _by_handle(at: Recording, handle: str) -> str | None:
    asked = "SELECT uid FROM person WHERE handle = ?"
    return at.db.exec_driver_sql(asked, (handle,)).scalar()


def _by_ending(at: Recording, ending: str) -> str | None:
    if len(ending) < SHORTEST_ENDING or not ending.replace("-", "").isalnum():
        return None
    asked = "SELECT uid FROM entry WHERE substr(uid, ?) = ?"
    found = at.db.exec_driver_sql(asked, (-len(ending), ending)).scalars().all()
    return found[0] if len(found) == 1 else None


def _last_session(at: Recording) -> str:
    asked = (
        "SELECT entry.uid FROM entry JOIN session ON session.uid = entry.uid "
        "ORDER BY entry.number DESC LIMIT 1"
    )
    uid = at.db.exec_driver_sql(asked).scalar()
    if uid is None:
        raise UnknownId.like("last")
    return str(uid)
