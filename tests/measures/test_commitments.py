"""Whether what was promised was kept."""

from datetime import date
from typing import Any

import pytest

from guidelog.measures.commitments import Tally, days_late, keeping_of, tally
from reports.inventing import commitment

TODAY = date(2026, 11, 23)

CASES: list[tuple[dict[str, Any], str, int]] = [
    ({"state": "done", "due_on": "2026-11-20", "done_on": "2026-11-20"}, "kept", 0),
    ({"state": "done", "due_on": "2026-11-20", "done_on": "2026-11-22"}, "late", 2),
    ({"state": "done", "done_on": "2026-11-22"}, "kept", 0),
    ({"due_on": "2026-11-23"}, "open", 0),
    ({"due_on": "2026-11-19"}, "overdue", 4),
    ({}, "open", 0),
    ({"state": "dropped", "due_on": "2026-11-01"}, "dropped", 0),
]


@pytest.mark.parametrize(("said", "keeping", "days"), CASES)
def test_a_commitment_is_kept_late_overdue_or_open(
    said: dict[str, Any], keeping: str, days: int
) -> None:
    row = commitment("c1", "bo", "the checklist", **said)
    assert keeping_of(row, TODAY) == keeping
    assert days_late(row, TODAY) == days


def test_each_commitment_counts_once() -> None:
    rows = [commitment("c1", "bo", "the checklist", **said) for said, _, _ in CASES]
    assert tally(rows, TODAY) == Tally(kept=2, late=1, overdue=1, open=2, dropped=1)
