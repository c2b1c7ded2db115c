"""Handouts: that something was told or given to the person, and how they took it."""

from guidelog.dates import Moment
from guidelog.errors import NothingToShare
from guidelog.journal.filing import when_of
from guidelog.journal.finding import find
from guidelog.journal.log import heads
from guidelog.journal.parts import Fields
from guidelog.journal.recording import Recording


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
    items = [find(at, text) for text in ids]
    about = [at.about(at.kind_of(item), item, at.fields(item)) for item in items]
    for text, people in zip(ids, about, strict=True):
        if not people or (person and person not in people):
            raise NothingToShare(id=text)
    told = (
        [person]
        if person
        else list(dict.fromkeys(p for people in about for p in people))
    )
    return [
        _hand_out(
            at,
            one,
            moment,
            fields
            | {
                "items": [
                    i for i, people in zip(items, about, strict=True) if one in people
                ]
            },
        )
        for one in told
    ]


def share_report(
    at: Recording, person: str, moment: Moment | None, fields: Fields
) -> str:
    """Note that a report was given to its person, with the heads it was made from."""
    return _hand_out(at, person, moment, fields | {"heads": " ".join(heads(at.db))})


def _hand_out(at: Recording, person: str, moment: Moment | None, fields: Fields) -> str:
    own = {"how": "talk", **when_of(at, moment), **fields, "person": person}
    return at.add("handout", own)
