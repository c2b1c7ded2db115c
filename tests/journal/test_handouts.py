"""Handouts: what was told to whom."""

import pytest

from leading import Leader
from telling import told_once


@pytest.fixture
@told_once
def told(guidelog: Leader) -> Leader:
    """A leader with Ada and Li, who were in a talk together."""
    guidelog.does("person add ada 'Ada Okonkwo'")
    guidelog.does("person add li 'Li Wei' --relation mentee")
    guidelog.does("add ada,li 'Showed her' --agreed 'both will write'")
    guidelog.does("observe ada 'Named the slip first'")
    return guidelog


def _handouts(leader: Leader) -> list[tuple[str, str]]:
    return [(row["person"], row["what"]) for row in leader.rows("handouts")]


def test_everybody_who_was_there_was_told(told: Leader) -> None:
    told.does("share s1")
    assert _handouts(told) == [("ada", "s1"), ("li", "s1")]
    assert told.row("sessions", "s1")["shared_on"] == "2026-11-20"


def test_each_was_told_what_is_about_them(told: Leader) -> None:
    told.does("share s1 o1")
    assert _handouts(told) == [("ada", "s1 o1"), ("li", "s1")]


def test_only_who_is_named_was_told(told: Leader) -> None:
    told.does("share s1 --who li")
    assert _handouts(told) == [("li", "s1")]
    assert "o1 can't be shared" in told.refused("share o1 --who li")


def test_a_report_that_was_given_keeps_the_head_it_was_made_from(told: Leader) -> None:
    (head,) = told.asks("SELECT hash FROM change ORDER BY seq DESC LIMIT 1")[0]
    told.does("share report ada --how paper --acknowledged declined")
    assert _handouts(told) == [("ada", "report")]
    assert told.row("handouts", "h1")["heads"] == head


@pytest.mark.parametrize("line", ["share s1", "recap s1 --share"])
def test_somebody_who_was_erased_is_told_nothing(told: Leader, line: str) -> None:
    told.does("person erase ada --yes")
    told.does(line)
    assert [person for person, _ in _handouts(told)] == ["li"]
    told.verifies()


def test_a_promise_to_nobody_in_particular_is_shared_with_nobody(told: Leader) -> None:
    told.does("next ada,li 'me: read both'")
    assert "c1 can't be shared" in told.refused("share c1")


def test_taking_a_handout_back_leaves_the_entry_untold(told: Leader) -> None:
    told.does("share o1")
    told.does("delete h1 --yes")
    assert told.row("observations", "o1")["shared_on"] is None
