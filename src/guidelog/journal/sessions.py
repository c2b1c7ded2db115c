"""Sessions: conversations with one or several people."""

from guidelog.data.actions import load_catalogue
from guidelog.dates import Moment
from guidelog.errors import NobodyNamed, UnwrittenTold
from guidelog.journal.filing import file_entry, start_visibility, with_marks
from guidelog.journal.parts import Fields
from guidelog.journal.recording import Recording


def record_session(
    at: Recording, people: list[str], moment: Moment | None, fields: Fields
) -> str:
    """Write down a conversation with these people; returns its uid.

    Tags are those given and the marks of the note. A mode that is not given follows
    from the actions. Raises NobodyNamed, UnwrittenTold and what `file_entry` raises.
    """
    if not people:
        raise NobodyNamed
    own = complete_session(at, people, with_marks("session", fields))
    return file_entry(at, "session", people, moment, own)


def complete_session(at: Recording, people: list[str], fields: Fields) -> Fields:
    """Say of a conversation what follows from the rest: mode, setting, visibility."""
    check_unwritten(fields)
    asked = fields.get("agreed_visibility") or fields.get("visibility")
    return {
        **fields,
        "people": people,
        "mode": fields.get("mode") or _mode_of(at, fields.get("actions", [])),
        "setting": fields.get("setting") or "daily",
        "agreed_visibility": asked or start_visibility(at, "agreed", people),
    }


def check_unwritten(fields: Fields) -> None:
    """Refuse a note of a talk that was deliberately not written down.

    Raises UnwrittenTold.
    """
    if fields.get("unwritten") and fields.get("note"):
        raise UnwrittenTold


def _mode_of(at: Recording, actions: list[str]) -> str:
    """Read the mode off the actions: both kinds make it blended, none the default."""
    modes = {_mode_of_action(at, name) for name in actions} - {"both"}
    if not actions:
        return at.settings.default_mode
    if len(modes) > 1:
        return "blended"
    return modes.pop() if modes else "coaching"


def _mode_of_action(at: Recording, name: str) -> str:
    built_in = load_catalogue().get(name)
    if built_in:
        return built_in.mode
    asked = "SELECT mode FROM action WHERE name = ?"
    return at.db.exec_driver_sql(asked, (name,)).scalar() or "both"
