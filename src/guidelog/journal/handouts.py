"""Handouts: that something was told or given to the person, and how they took it."""

from guidelog.dates import Moment
from guidelog.errors import NothingToShare
from guidelog.journal.filing import when_of
from guidelog.journal.finding import find
from guidelog.journal.log import heads
from guidelog.journal.parts import Fields
from guidelog.journal.recording import Recording

_BEFORE = """
SELECT DISTINCT entry.id
FROM handout JOIN link AS mine ON mine.uid = handout.uid AND mine.role = 'items'
JOIN link AS theirs ON theirs.target = mine.target AND theirs.role = 'items'
JOIN handout AS other ON other.uid = theirs.uid AND other.person = handout.person
JOIN entry ON entry.uid = other.uid
WHERE handout.uid = ? AND other.uid <> handout.uid
ORDER BY entry.number
"""


def share_entries(
    at: Recording,
    ids: list[str],
    person: str | None,
    moment: Moment | None,
    fields: Fields,
) -> list[str]:
    """Note that entries were told to those they are about; returns the handouts.

    With a person, only they were told. Raises NothingToShare, UnknownId.
    """
    told: dict[str, list[str]] = {}
    for text in ids:
        item = find(at, text)
        for one in _people_told(at, text, item, person):
            told.setdefault(one, []).append(item)
    return [
        _hand_out(at, one, moment, fields | {"items": items})
        for one, items in told.items()
    ]


def handed_out_before(at: Recording, handout: str) -> list[str]:
    """The ids of earlier handouts of the same things to the same person."""
    return list(at.db.exec_driver_sql(_BEFORE, (handout,)).scalars())


def _people_told(
    at: Recording, text: str, item: str, person: str | None
) -> tuple[str, ...]:
    about = at.about(at.kind_of(item), item, at.fields(item))
    people = tuple(one for one in about if at.lives(one))
    if not people or (person and person not in people):
        raise NothingToShare(id=text)
    return (person,) if person else people


def share_report(
    at: Recording, person: str, moment: Moment | None, fields: Fields
) -> str:
    """Note that a report was given to its person, with the heads it was made from."""
    return _hand_out(at, person, moment, fields | {"heads": " ".join(heads(at.db))})


def _hand_out(at: Recording, person: str, moment: Moment | None, fields: Fields) -> str:
    own = {"how": "talk", **when_of(at, moment), **fields, "person": person}
    return at.add("handout", own)
