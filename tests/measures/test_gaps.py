"""What a reviewer would miss."""

from datetime import date
from typing import Any

import pytest

from guidelog.lookback.facts import PersonFacts
from guidelog.measures.gaps import (
    gaps_of,
    is_bare,
    is_stale,
    lacks_baseline,
    lacks_result,
)
from reports.bo import FACTS, TODAY, YEAR
from reports.inventing import attempt, goal, note, observation, session

NOBODY = PersonFacts(FACTS.person)


def missing(**rows: Any) -> list[tuple[str, str]]:
    facts = NOBODY._replace(**rows)
    return [(gap.kind, gap.id) for gap in gaps_of(facts, YEAR, TODAY)]


def test_an_untold_off_track_event_is_missing_its_telling() -> None:
    rows = (
        observation("o1", "2026-11-12", "left blank", standard="off-track"),
        observation("o2", "2026-11-12", "helped out", standard="met"),
        observation("o3", "2024-11-12", "long ago", standard="off-track"),
    )
    assert missing(observations=rows) == [("untold", "o1")]


def test_a_note_without_attempt_is_incomplete() -> None:
    row = note("r1", "2026-11-01", "2 of 5", "all", shared_on="2026-11-02")
    assert missing(resistance=(row,)) == [("no attempt", "r1")]
    assert missing(resistance=(row._replace(status="closed"),)) == []
    in_error = row._replace(status="withdrawn", shared_on=None)
    assert missing(resistance=(in_error,)) == []


@pytest.mark.parametrize(
    ("said", "lacks"),
    [
        ({"follow_up_on": "2026-11-20"}, True),
        ({"follow_up_on": "2026-11-24"}, False),
        ({}, True),
        ({"response": "absent"}, False),
        ({"result": "some", "follow_up_on": "2026-11-20"}, False),
        ({"result": "too-early", "next_follow_up_on": "2026-11-20"}, True),
        ({"result": "too-early", "next_follow_up_on": "2026-12-20"}, False),
    ],
)
def test_a_result_is_missing_once_it_was_time_to_look(
    said: dict[str, Any], lacks: bool
) -> None:
    row = attempt("a1", "2026-11-10", "r1", "asked", **said)
    assert lacks_result(row, TODAY) == lacks


def test_a_missing_result_names_the_attempt() -> None:
    row = note("r1", "2026-11-01", "2 of 5", "all", attempts=1)
    tried = attempt("a1", "2026-11-02", "r1", "asked")
    assert missing(resistance=(row,), attempts=(tried,)) == [("no result", "a1")]


def test_a_goal_is_stale_after_sixty_days() -> None:
    row = goal("g1", "2026-01-01", "the review", last_progress_on="2026-09-24")
    assert not is_stale(row, TODAY)
    assert is_stale(row, date(2026, 11, 24))
    assert not is_stale(row._replace(state="paused"), date(2026, 11, 24))
    never = row._replace(last_progress_on=None)
    assert missing(goals=(never,)) == [("no entry", "g1")]


def test_a_stale_goal_says_for_how_many_days_it_is() -> None:
    row = goal("g1", "2026-01-01", "the review", last_progress_on="2026-05-26")
    (gap,) = gaps_of(NOBODY._replace(goals=(row,)), YEAR, TODAY)
    assert (gap.day, gap.figures) == (date(2026, 5, 26), (181,))


def test_a_talk_without_length_or_words_is_named() -> None:
    talks = (
        session("s1", "2026-11-01", note="spoke"),
        session("s2", "2026-11-02", minutes=30),
        session("s3", "2026-11-03", minutes=30, unwritten="true"),
        session("s4", "2020-11-03"),
    )
    found = missing(sessions=talks)
    assert found == [("no length", "s1"), ("nothing written", "s2")]


def test_leaving_a_talk_unwritten_is_no_gap() -> None:
    assert is_bare(session("s1", "2026-11-01"))
    assert not is_bare(session("s1", "2026-11-01", unwritten="true"))
    assert not is_bare(session("s1", "2026-11-01", actions="listen"))


def test_an_attempt_nobody_answered_is_missing_its_response() -> None:
    row = note("r1", "2026-11-01", "2 of 5", "all", attempts=1)
    first = attempt("a1", "2026-11-20", "r1", "asked", response="absent", result="none")
    kinds = missing(resistance=(row,), attempts=(first,))
    assert ("no response", "a1") in kinds
    again = attempt("a2", "2026-11-22", "r1", "asked", response="partly", result="some")
    assert ("no response", "a1") not in missing(
        resistance=(row,), attempts=(first, again)
    )
    same_day = again._replace(occurred_at=first.occurred_at)
    assert ("no response", "a1") not in missing(
        resistance=(row,), attempts=(first, same_day)
    )


def test_a_note_is_looked_at_again_on_its_day() -> None:
    row = note("r1", "2026-11-01", "2 of 5", "all", attempts=1)
    tried = attempt("a1", "2026-11-02", "r1", "asked", response="partly", result="some")
    passed = row._replace(status="monitoring", follow_up_on="2026-11-22")
    assert missing(resistance=(passed,), attempts=(tried,)) == [("look again", "r1")]
    today = passed._replace(follow_up_on="2026-11-23")
    assert missing(resistance=(today,), attempts=(tried,)) == []
    # what came of it is asked for already
    open_try = tried._replace(result=None)
    assert missing(resistance=(passed,), attempts=(open_try,)) == [("no result", "a1")]


@pytest.mark.parametrize(
    ("said", "lacks"),
    [
        ({"scale": "numeric", "target": "8"}, True),
        ({"scale": "numeric", "target": "8", "baseline": "0"}, False),
        ({"scale": "levels"}, True),
        ({"scale": "levels", "last_progress_on": "2026-11-20"}, False),
        ({"scale": "milestones"}, False),
        ({"scale": "numeric", "target": "8", "state": "paused"}, False),
        ({}, False),
    ],
)
def test_a_goal_says_where_it_began(said: dict[str, Any], lacks: bool) -> None:
    row = goal("g1", "2026-11-01", "the review", **said)
    assert lacks_baseline(row) == lacks
    expected = [("no baseline", "g1")] if lacks else []
    assert missing(goals=(row,)) == expected
