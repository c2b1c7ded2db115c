"""Lack of progress, found by itself."""

from typing import Any

import pytest

from guidelog.lookback.facts import PersonFacts
from guidelog.measures.standstill import Standing, standstills_of
from reports.bo import FACTS, TODAY
from reports.inventing import commitment, goal

HALF_WAY = {
    "scale": "numeric",
    "baseline": "0",
    "target": "10",
    "current": "3",
    "target_on": "2026-12-31",
}


def found(**rows: Any) -> list[Standing]:
    return list(standstills_of(PersonFacts(FACTS.person)._replace(**rows), TODAY))


def test_a_goal_behind_an_even_pace_stands_still() -> None:
    row = goal("g1", "2026-01-01", "the review", progress=0.3, **HALF_WAY)
    (one,) = found(goals=(row,))
    assert (one.sign, one.id, one.figure) == ("behind", "g1", 0.3)
    assert one.even == pytest.approx(326 / 364)


def test_an_unknown_value_is_no_standstill() -> None:
    said = {**HALF_WAY, "current": None}
    row = goal("g1", "2026-01-01", "the review", progress=None, **said)
    assert found(goals=(row,)) == []


def test_a_goal_past_its_date_is_told_once() -> None:
    said = {**HALF_WAY, "target_on": "2026-11-20"}
    row = goal("g1", "2026-01-01", "the review", progress=0.3, **said)
    (one,) = found(goals=(row,))
    assert (one.sign, one.figure) == ("past its date", 3)
    assert found(goals=(row._replace(state="achieved"),)) == []


def test_commitments_of_both_sides_are_told_once_they_are_overdue() -> None:
    rows = (
        commitment("c1", "bo", "the list", due_on="2026-11-20"),
        commitment("c2", "me", "the export", due_on="2026-11-22"),
        commitment("c3", "bo", "the plan", due_on="2026-11-23"),
        commitment("c4", "bo", "done late", due_on="2026-11-01", state="done",
                   done_on="2026-11-20"),
    )  # fmt: skip
    assert [(one.id, one.figure) for one in found(commitments=rows)] == [
        ("c1", 3),
        ("c2", 1),
    ]
