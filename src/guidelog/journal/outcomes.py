"""Observations and assessments: what was seen, and what coaching has come to."""

from guidelog.dates import Moment
from guidelog.errors import NothingRated
from guidelog.journal.filing import file_entry, with_marks
from guidelog.journal.parts import Fields
from guidelog.journal.recording import Recording

OUTCOMES = ("excellence", "self_correction", "self_generation")


def note_observation(
    at: Recording, person: str, moment: Moment | None, fields: Fields
) -> str:
    """Write down a dated fact seen outside a session; returns its uid."""
    own = {**with_marks("observation", fields), "person": person}
    return file_entry(at, "observation", [person], moment, own)


def assess(at: Recording, person: str, moment: Moment | None, fields: Fields) -> str:
    """Judge the outcomes of coaching, each 0…4; returns the uid.

    Raises NothingRated.
    """
    if all(fields.get(name) is None for name in OUTCOMES):
        raise NothingRated
    return file_entry(at, "assessment", [person], moment, {**fields, "person": person})
