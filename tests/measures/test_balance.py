"""Good and bad, and everybody: a record of one side serves nobody."""

import pytest

from guidelog.lookback.facts import PersonFacts
from guidelog.lookback.rows import ObservationRow
from guidelog.measures.balance import Side, Sides, count_sides, side_of
from reports.bo import FACTS, YEAR
from reports.inventing import note, observation, session

TALKED = PersonFacts(FACTS.person, sessions=(session("s1", "2026-11-01", note="hi"),))
GOOD = tuple(
    observation(f"o{n}", f"2026-10-0{n}", "helped", standard="met") for n in range(1, 4)
)
BAD = tuple(row._replace(id=f"b{row.id}", standard="off-track") for row in GOOD)


@pytest.mark.parametrize(
    ("rows", "side"),
    [
        ((), None),
        (GOOD, "only good"),
        (GOOD[:2], None),
        (BAD, "only off track"),
        (BAD[:2], None),
        ((*GOOD, BAD[0]), None),
        ((*BAD, GOOD[0]), None),
    ],
)
def test_three_of_one_side_ask_for_the_other(
    rows: tuple[ObservationRow, ...], side: Side | None
) -> None:
    facts = TALKED._replace(observations=rows)
    assert side_of(facts, YEAR) == side


def test_a_resistance_note_counts_as_off_track() -> None:
    row = note("r1", "2026-10-08", "2 of 5", "all")
    facts = TALKED._replace(observations=BAD[:2], resistance=(row,))
    assert count_sides(facts, YEAR) == Sides(0, 3)
    assert side_of(facts, YEAR) == "only off track"


def test_what_lies_outside_the_period_does_not_count() -> None:
    old = tuple(row._replace(occurred_at="2020-01-01") for row in BAD)
    assert side_of(TALKED._replace(observations=old), YEAR) is None
    assert side_of(PersonFacts(FACTS.person, observations=old), YEAR) == (
        "never written about"
    )
