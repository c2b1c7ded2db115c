"""Acquainting: what a file says about somebody who is in the journal already. Pure."""

from collections.abc import Set
from typing import Final

from guidelog.journal.parts import Fields, is_missing
from guidelog.matching import plain

_DETAILS: Final = (
    *("name", "relation", "role", "team", "contact", "rhythm_days"),
    *("since", "log_consent_on", "archived_on"),
)


def compare_details(
    here: Fields, there: Fields, ever_said: Set[str]
) -> tuple[Fields, tuple[str, ...]]:
    """What a file adds to somebody, and the names of what it says otherwise.

    Only what was never said is added, and nothing where the file calls them otherwise:
    it may mean somebody else. A name that only repeats the handle is none.
    """
    others = {
        name: there[name]
        for name in _DETAILS
        if not is_missing(there.get(name)) and there[name] != here.get(name)
    }
    handle, name = here["handle"], plain(here["name"])
    if plain(others.get("name", "")) in (handle, name):
        del others["name"]
    if "name" in others and name != handle:
        return {}, tuple(others)
    # who is not in the archive lacks nothing
    settled = (ever_said | {"archived_on"}) - {"name"}
    added = {name: one for name, one in others.items() if name not in settled}
    return added, tuple(name for name in others if name in settled)
