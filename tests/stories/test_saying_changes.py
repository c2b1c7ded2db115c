"""What was changed is said field by field, and of whom: in history and before undo."""

import json

import pytest

from leading import Leader
from telling import told_once


@pytest.fixture
@told_once
def ada(guidelog: Leader) -> Leader:
    """A leader with Ada, a talk and a goal."""
    guidelog.does("person add ada 'Ada Okonkwo' --team Platform")
    guidelog.does("add ada 'Went through the budget' -w '12 nov' -t 45")
    guidelog.does("goal add ada Lead --milestone one --milestone two")
    return guidelog


def test_history_says_each_field_before_and_since(ada: Leader) -> None:
    ada.does("edit s1 -t 50 -w '13 nov 15:00' --tag x,y -g g1 -m coaching")
    said = ada.does("history s1").out
    for line in (
        "length: 45 min → 50 min",
        "happened: Thu 12 Nov → Fri 13 Nov 15:00",
        "tags: nothing → #x #y",
        "mode: blended → coaching",
        "on: nothing → g1",
    ):
        assert line in said


def test_history_says_how_something_ended(ada: Leader) -> None:
    ada.does("goal tick g1 1")
    ada.does("edit p1 --value 2")
    ada.does("goal close g1 achieved")
    assert "milestone: 1 → 2" in ada.does("history p1").out
    assert "state: nothing → achieved" in ada.does("history g1").out
    assert "nothing → Fri 20 Nov" in ada.does("history g1").out


def test_a_text_is_said_once_and_one_that_was_emptied_as_nothing(ada: Leader) -> None:
    ada.does("edit s1 --text 'Went through it'")
    ada.does("edit s1 --about Budget")
    ada.does("edit s1 --about ''")
    said = ada.does("history s1").out
    assert said.count("Went through it") == said.count("Budget") == 1
    assert "about: nothing" in said


def test_every_line_of_the_history_names_what_it_is_about(ada: Leader) -> None:
    ada.does("person edit ada --team Payments")
    ada.does("person hold ada 'a claim'")
    ada.does("resistance add ada seen --expected asked")
    ada.does("resistance status r1 withdrawn again")
    said = ada.does("history").out
    for name in ("ada changed: team", "ada hold written", "g1 step 1 written"):
        assert name in said
    assert "r1 to withdrawn written" in said


def test_what_is_deleted_says_how_it_comes_back(ada: Leader) -> None:
    ada.does("delete s1 --yes")
    assert "guidelog edit s1 --restore" in ada.does("history --deleted").out
    assert "guidelog edit s1 --restore" in ada.does("show s1").out
    ada.does("delete ada --yes")
    assert "guidelog edit ada --restore" in ada.does("history --deleted").out


def test_of_somebody_erased_nothing_is_offered(ada: Leader) -> None:
    ada.does("delete s1 --yes")
    ada.does("person erase ada --yes")
    assert "--restore" not in ada.does("history --deleted").out
    assert "--restore" not in ada.does("show s1").out


def test_before_undoing_it_is_said_what_goes_of_whom(ada: Leader) -> None:
    ada.does("add ada 'Talked it over' --next 'send it'")
    first, *lines = ada.does("undo --show").out.splitlines()
    assert first == "s2  would undo: add of Fri 20 Nov 12:00"
    assert lines == [
        "s2    would go: Ada Okonkwo · Fri 20 Nov · Talked it over",
        "c1    would go: Ada Okonkwo · Fri 20 Nov · send it",
    ]


def test_before_undoing_an_edit_each_field_is_said_in_words(ada: Leader) -> None:
    ada.does("edit s1 -t 50")
    said = ada.does("undo --show").out
    assert "now     50 min" in said
    assert "before  45 min" in said


def test_before_undoing_a_hold_it_is_said_whose(ada: Leader) -> None:
    ada.does("person hold ada 'a claim'")
    said = ada.does("undo --show").out
    assert "ada hold would go: Ada Okonkwo · Fri 20 Nov · a claim" in said


def test_what_would_be_undone_can_be_read_by_a_program(ada: Leader) -> None:
    ada.does("edit s1 -t 50")
    shown = json.loads(ada.does("undo --show --json").out)
    assert shown["rows"][0]["version"]["changed"] == [
        {"name": "minutes", "before": "45", "now": "50"}
    ]


def test_a_text_that_was_emptied_is_said_to_be_empty(ada: Leader) -> None:
    assert ada.does("edit s1 --text 'Went through it'").err == ""
    said = ada.does("edit s1 --text ''").err
    assert said == "Its own text is empty now; guidelog undo brings it back.\n"
    assert ada.does("edit s1 --about ''  -t 50").err == ""
