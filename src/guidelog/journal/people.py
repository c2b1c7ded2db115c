"""People: who is guided, and the handles they are called by."""

from guidelog.dates import read_rhythm
from guidelog.errors import HandleTaken, JoinedWithSelf, NoHandle
from guidelog.journal.filing import today_of
from guidelog.journal.parts import Fields
from guidelog.journal.recording import Recording
from guidelog.matching import handle_for, why_no_handle


def add_person(at: Recording, handle: str, fields: Fields) -> str:
    """Write down a person under a handle; returns the uid.

    Where nothing is said of a rhythm, it is the leader's default. Raises NoHandle and
    HandleTaken: somebody deleted keeps the handle.
    """
    why = why_no_handle(handle)
    if why is not None:
        likely = handle_for(handle)
        instead = likely if why_no_handle(likely) is None else ""
        raise NoHandle(handle=handle, why=why, instead=instead)
    for uid, taken in at.life.handles().items():
        if taken == handle:
            _refuse_taken(at, handle, uid)
    usual = {"relation": "report", "rhythm_days": _usual_rhythm(at)}
    return at.add("person", {**usual, **fields, "handle": handle})


def _usual_rhythm(at: Recording) -> int | None:
    said = at.settings.default_rhythm
    return read_rhythm(said) if said else None


def join_people(at: Recording, keep: str, other: str) -> list[str]:
    """Give each of another person's entries to the one to keep, and archive the other.

    A hold on the other holds both from then on: what was written before stays about
    the other. Returns the uids of the entries. Raises JoinedWithSelf.
    """
    if keep == other:
        raise JoinedWithSelf(person=at.fields(keep)["handle"])
    if not at.fields(other).get("archived_on"):
        # who is still guided is so under the handle that stays
        at.change(keep, {"archived_on": None})
    # first, or somebody who lives by these entries alone would be gone with the last
    at.change(other, {"archived_on": today_of(at)})
    hanging = list(at.life.strict_dependants("person", other))
    for uid in [uid for kind, uid in hanging if kind == "hold"]:
        at.add("hold", {**at.fields(uid), "person": keep})
    given = [uid for kind, uid in hanging if kind != "hold"]
    for uid in given:
        at.change(uid, {"person": keep})
    sessions = at.life.sessions_with(other)
    for uid in sessions:
        people = [keep if one == other else one for one in at.fields(uid)["people"]]
        at.change(uid, {"people": list(dict.fromkeys(people))})
    return [*sessions, *given]


def archive_person(at: Recording, uid: str, day: str | None) -> None:
    """Put a person away on a day, or with None take them out again."""
    at.change(uid, {"archived_on": day})


def _refuse_taken(at: Recording, handle: str, uid: str) -> None:
    if at.lives(uid):
        raise HandleTaken(handle=handle, by="", help="Choose another, such as ada-2.")
    back = f"guidelog edit {uid[-6:]} --restore brings them back; else choose another."
    raise HandleTaken(handle=handle, by=" by somebody who was deleted", help=back)
