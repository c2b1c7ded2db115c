"""What a command did is said by itself: nobody has to look it up afterwards."""

import pytest

from leading import Leader
from telling import told_once


@pytest.fixture
@told_once
def bo(guidelog: Leader) -> Leader:
    """A leader with Bo and a resistance note."""
    guidelog.does("person add bo 'Bo Nilsson'")
    guidelog.does("resistance add bo 'left out the list' --expected 'a list'")
    return guidelog


def test_what_was_said_of_somebody_is_said_back(bo: Leader) -> None:
    answer = bo.does("person edit bo --team Support --rhythm 2w")
    assert "Support · every 2 weeks" in answer.out


def test_tags_and_areas_are_said_back(bo: Leader) -> None:
    assert "#rota" in bo.does("observe bo late --tag rota").out
    line = "assess bo seen --excellence 2 --area 'on shift'"
    assert "in on shift" in bo.does(line).out


def test_the_first_try_says_that_the_note_moved(bo: Leader) -> None:
    answer = bo.does("resistance attempt r1 asked --response partly")
    assert answer.ids == ["a1", "r1"]
    assert "working" in answer.out.splitlines()[1]
    again = bo.does("resistance attempt r1 asked --response partly")
    assert again.ids == ["a2"]


def test_a_talk_that_was_the_first_try_says_so_too(bo: Leader) -> None:
    answer = bo.does("add bo Talked --attempt r1 --offered asked --response partly")
    assert answer.ids == ["s1", "a1", "r1"]


def test_what_is_dropped_is_not_shown_as_open(bo: Leader) -> None:
    bo.does("next bo 'send it'")
    assert "○" not in bo.does("drop c1 'no need'").out


def test_a_day_to_come_is_no_beginning(bo: Leader) -> None:
    assert "still to come" in bo.refused("person edit bo --since 2027-01-01")


def test_archived_is_said_as_a_day(bo: Leader) -> None:
    assert "archived Fri 20 Nov" in bo.does("person archive bo").out


def test_joining_says_that_undo_takes_it_back(bo: Leader) -> None:
    bo.does("person add jonas 'Jonas Pereira'")
    assert "guidelog undo" in bo.does("person join bo jonas").err


def test_two_tags_made_one_are_named(bo: Leader) -> None:
    bo.does("observe bo late --tag rota")
    bo.does("observe bo late --tag shift")
    assert "one tag now" in bo.does("tag rename rota shift").err
    assert bo.does("tag rename shift roster").err == ""


def test_what_was_handed_out_before_is_named(bo: Leader) -> None:
    assert bo.does("share r1").err == ""
    assert "handed out before: h1" in bo.does("share r1").err


def test_a_written_report_and_a_replaced_one_are_said(bo: Leader) -> None:
    file = str(bo.home / "bo.md")
    assert f"{file}: written" in bo.does("report bo -o", file).err
    assert f"{file}: replaced" in bo.does("report bo -o", file).err


def test_who_is_archived_is_named_beside_the_documents(bo: Leader) -> None:
    bo.does("person add li 'Li Wei'")
    bo.does("person archive li")
    folder = str(bo.home / "packets")
    assert "archived, so not written: li" in bo.does("report --each -o", folder).out


def test_a_replaced_folder_is_said(bo: Leader) -> None:
    folder = str(bo.home / "all")
    assert "all: replaced" not in bo.does("export all -o", folder).err
    assert "all: replaced" in bo.does("export all -o", folder).err
