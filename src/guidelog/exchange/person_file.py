"""A person's file as JSON: everything on record about one person, for them or a lawyer.

One object: `format` (1; keys are only ever added), `entity` (person-file),
`prepared_on`, `prepared_by` (name, role, organisation), `searched` (kinds, entries in
the journal, first and last day, written_until), `heads` (the seal of the log),
`demonstration`, `redacted`, `others` (how many people stand as P1, P2 …), `withheld`
and `not_in_here` (sentences), `person` (as in the view people; null once erased), and

- `entries`: kind, id, uid, `private`, `deleted`, `now` (as in its view; null where it
  is deleted, or about somebody else now) and `versions`, oldest first: at, device,
  clock, command, operation, reason, `set` (facts and outcome as objects, texts as they
  were typed, null where emptied) and `taken_back` (parts whose words are gone for good)
- `named_elsewhere`: id and field of texts about others, and the name of this person
  that they hold
- `to_check`: entry, field, who and doubt of places to read before it is handed over
"""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, Final

from guidelog.lookback.kept import KeptEntry, KeptVersion
from guidelog.reports.file_for_person import FileForPerson
from guidelog.reports.person_file_cover import (
    ELSEWHERE,
    HEADINGS,
    Maker,
    is_private,
    withheld_from,
)

FORMAT: Final = 1


def render(made: FileForPerson, maker: Maker) -> str:
    """Give the file as one JSON object."""
    file = made.file
    whole = {
        "format": FORMAT,
        "entity": "person-file",
        **origin_of(made, maker),
        "person": file.person._asdict() if file.person else None,
        "entries": [write_entry(one) for one in file.entries],
        "named_elsewhere": [asdict(one) for one in file.mentions],
        "to_check": [one._asdict() for one in made.to_check],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1, default=dict) + "\n"


def origin_of(made: FileForPerson, maker: Maker) -> Mapping[str, Any]:
    """Say what the cover says: who, when, what was searched, what is not in it."""
    file = made.file
    searched = asdict(file.extent) | {"kinds": list(HEADINGS)}
    searched["written_until"] = searched.pop("written_at")
    return {
        "prepared_on": maker.prepared_on.isoformat() if maker.prepared_on else None,
        "prepared_by": maker.leader._asdict(),
        "searched": searched,
        "heads": list(file.standing.heads),
        "demonstration": file.standing.demonstration,
        "redacted": made.is_redacted,
        "others": len(made.numbered),
        "withheld": list(withheld_from(made)),
        "not_in_here": ELSEWHERE,
    }


def write_entry(entry: KeptEntry) -> dict[str, Any]:
    """One entry, as it stands now and in every version."""
    return {
        "kind": entry.kind,
        "id": entry.id,
        "uid": entry.uid,
        "private": is_private(entry),
        "deleted": entry.deletion is not None,
        "now": entry.row._asdict() if entry.row else None,
        "versions": [write_version(one) for one in entry.versions],
    }


def write_version(version: KeptVersion) -> dict[str, Any]:
    """One version: when, where and by what, and what it set."""
    return {
        "at": version.at,
        "device": version.device,
        "clock": version.clock,
        "command": version.command,
        "operation": version.operation,
        "reason": version.reason,
        "set": dict(version.parts),
        "taken_back": list(version.taken_back),
    }
