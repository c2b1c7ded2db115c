"""How long after it happened an entry was written down."""

import pytest

from guidelog.measures.lateness import (
    Lateness,
    days_later,
    lateness_of,
    promptness_of,
)
from reports.inventing import observation


@pytest.mark.parametrize(
    ("recorded_at", "days", "promptness"),
    [
        ("2026-08-17T23:59:00+02:00", 0, "prompt"),
        ("2026-08-18T00:01:00+02:00", 1, "prompt"),
        ("2026-08-19T09:00:00+02:00", 2, "soon"),
        ("2026-08-20T09:00:00+02:00", 3, "late"),
        ("2026-09-06T09:00:00+02:00", 20, "late"),
        ("2026-09-07T09:00:00+02:00", 21, "very late"),
        ("2026-08-16T09:00:00+02:00", 0, "prompt"),
    ],
)
def test_the_lag_is_counted_in_days(
    recorded_at: str, days: int, promptness: str
) -> None:
    row = observation("o1", "2026-08-17T23:30+02:00", "it", recorded_at=recorded_at)
    assert days_later(row) == days
    assert promptness_of(row) == promptness


def test_what_was_taken_over_is_not_called_late() -> None:
    late = "2026-09-30T09:00:00+02:00"
    rows = [
        observation("o1", "2026-08-17", "it", recorded_at=late),
        observation("o2", "2026-08-17", "it", recorded_at=late, source="csv:old:1"),
        observation("o3", "2026-08-17", "it"),
    ]
    found = lateness_of(rows)
    assert found == Lateness(prompt=1, very_late=1, taken_over=1)
    assert found.written == 2
