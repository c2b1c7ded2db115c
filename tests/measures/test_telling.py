"""What counts as told."""

from typing import Any

import pytest

from guidelog.lookback.facts import PersonFacts
from guidelog.measures.telling import telling_of
from reports.bo import FACTS
from reports.inventing import attempt, handout, note, observation, session

NOBODY = PersonFacts(FACTS.person)


def knows(facts: PersonFacts, **said: Any) -> bool:
    row = observation("o1", "2026-07-27", "2 of 5", standard="off-track", **said)
    return telling_of(facts).knows_of(row)


def knows_of_note(facts: PersonFacts, **said: Any) -> bool:
    row = note("r1", "2026-07-27", "2 of 5", "the checklist", **said)
    return telling_of(facts).knows_of_note(row)


def test_nothing_is_told_by_itself() -> None:
    assert not knows(NOBODY)
    assert not knows(NOBODY, noticed="leader")
    assert not knows_of_note(NOBODY)


def test_what_the_person_noticed_first_needs_no_telling() -> None:
    assert knows(NOBODY, noticed="self")


def test_what_was_handed_out_is_told() -> None:
    facts = NOBODY._replace(handouts=(handout("h1", "2026-07-28", "o1 r1"),))
    assert knows(facts)
    assert knows_of_note(facts)
    assert knows(NOBODY, shared_on="2026-07-28")
    elsewhere = NOBODY._replace(handouts=(handout("h1", "2026-07-28", "o11"),))
    assert not knows(elsewhere)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"visibility": "record"}, True),
        ({"visibility": "private", "shared_on": "2026-08-01"}, True),
        ({"visibility": "private"}, False),
    ],
)
def test_a_linked_talk_tells_if_it_is_record_or_shared(
    said: dict[str, Any], told: bool
) -> None:
    facts = NOBODY._replace(sessions=(session("s1", "2026-07-27", **said),))
    assert knows(facts, session="s1") == told
    assert knows_of_note(facts, session="s1") == told
    assert not knows_of_note(facts, session="s2")


@pytest.mark.parametrize(
    ("response", "day", "told"),
    [
        ("accepted", "2026-07-30", True),
        ("partly", "2026-07-27", True),
        ("declined", "2026-07-30", True),
        ("no-answer", "2026-07-30", False),
        ("absent", "2026-07-30", False),
        ("accepted", "2026-07-26", False),
    ],
)
def test_an_answered_attempt_tells_of_what_was_before_it(
    response: str, day: str, told: bool
) -> None:
    tried = attempt("a1", day, "r1", "asked", response=response)
    facts = NOBODY._replace(attempts=(tried,))
    assert knows_of_note(facts) == told
    assert knows(facts, resistance="r1") == told
    assert not knows(facts, resistance="r2")
