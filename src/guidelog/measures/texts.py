"""Texts: the leader's own words in each kind of entry; quotes of others are not his."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from guidelog.lookback import rows

FIELDS: Final[dict[type, tuple[str, ...]]] = {
    rows.SessionRow: ("about", "note", "agreed"),
    rows.ObservationRow: ("text", "situation", "impact", "expected"),
    rows.GoalRow: ("title", "closing_reason"),
    rows.ProgressRow: ("evidence",),
    rows.ResistanceRow: (
        "observed",
        "expected",
        "impact",
        "other_causes",
        "my_part",
        "closing_reason",
    ),
    rows.AttemptRow: ("offered", "result_text"),
    rows.CommitmentRow: ("what", "reason"),
    rows.TopicRow: ("what", "reason"),
    rows.AssessmentRow: ("evidence",),
}
"""The fields that hold texts of the leader, by the class of the row."""


class OwnText(NamedTuple):
    """One text, the field it stands in, and whether it may stand in a document."""

    field: str
    text: str
    is_record: bool


def texts_of(row: rows.Row) -> Iterator[OwnText]:
    """The texts of one entry that are not empty."""
    visibility = getattr(row, "visibility", "record")
    for name in FIELDS.get(type(row), ()):
        if text := getattr(row, name):
            seen = getattr(row, f"{name}_visibility", visibility)
            yield OwnText(name, text, seen == "record")


def subjects_of(row: rows.Row) -> frozenset[str]:
    """The handles of those whom an entry is about."""
    said = getattr(row, "people", None) or getattr(row, "person", None) or ""
    return frozenset(said.split())
