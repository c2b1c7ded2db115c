"""Amendments: what may be changed freely, and what needs a reason."""

import pytest

from leading import Leader
from telling import told_once

REASON = "--reason 'heard it again'"


@pytest.fixture
@told_once
def ada(guidelog: Leader) -> Leader:
    """A leader with Ada, who was in a talk at noon."""
    guidelog.does("person add ada 'Ada Okonkwo'")
    guidelog.does("add ada 'First words' --record")
    return guidelog


def _operations(leader: Leader, id_: str) -> list[str]:
    return [row["operation"] for row in leader.rows("history") if row["id"] == id_]


def test_for_two_days_a_text_is_changed_freely(ada: Leader) -> None:
    ada.at("2026-11-22T11:59:00+01:00")
    ada.does("edit s1 --text 'Other words'")
    assert _operations(ada, "s1") == ["add", "change"]
    assert ada.row("sessions", "s1")["amended_at"] is None


def test_later_a_change_is_an_amendment_with_a_reason(ada: Leader) -> None:
    ada.at("2026-11-22T12:01:00+01:00")
    said = ada.refused("edit s1 --text 'Other words'")
    assert "written more than 48 hours ago" in said
    assert "--reason" in said
    ada.does(f"edit s1 --text 'Other words' {REASON}")
    assert _operations(ada, "s1") == ["add", "amend"]
    assert ada.row("sessions", "s1")["amended_at"] == "2026-11-22T12:01:00+01:00"
    reasons = [row["reason"] for row in ada.rows("history") if row["id"] == "s1"]
    assert reasons == [None, "heard it again"]


def test_the_old_words_stay(ada: Leader) -> None:
    ada.at("2026-11-25T12:00:00+01:00")
    ada.does(f"edit s1 --text 'Other words' {REASON}")
    notes = [row["text"] for row in ada.rows("texts") if row["part"] == "note"]
    assert notes == ["First words", "Other words"]


@pytest.mark.parametrize(("hours", "asks"), [(0, True), (12, True), (24, False)])
def test_the_grace_time_is_a_setting(ada: Leader, hours: int, asks: bool) -> None:
    ada.sets(f"grace_hours = {hours}")
    ada.at("2026-11-21T11:00:00+01:00")
    assert (ada("edit s1 --text 'Other words'").code == 2) is asks


def test_what_was_shared_is_amended_at_once(ada: Leader) -> None:
    ada.does("share s1")
    assert "s1 was shared" in ada.refused("edit s1 --text 'Other words'")
    ada.does("undo")
    ada.does("edit s1 --text 'Other words'")


def test_a_hold_makes_every_change_an_amendment(ada: Leader) -> None:
    ada.does("person hold ada 'a claim is pending'")
    assert "put on hold" in ada.refused("edit s1 --text 'Other words'")
    ada.does("person hold ada --lift")
    ada.does("edit s1 --text 'Other words'")


def test_a_clock_set_back_does_not_open_it_again(ada: Leader) -> None:
    ada.at("2026-11-25T12:00:00+01:00")
    ada.does("raise ada 'the rota'")
    ada.at("2026-11-20T13:00:00+01:00")
    assert "48 hours" in ada.refused("edit s1 --text 'Other words'")
    ada.verifies()


def test_a_clock_set_back_is_worth_a_remark(ada: Leader) -> None:
    ada.at("2026-11-19T12:00:00+01:00")
    ada.does("raise ada 'the rota' -w 2026-11-19")
    answer = ada.does("verify")
    assert "the clock was set back" in answer.out + answer.err


def test_what_is_decided_later_is_no_amendment(ada: Leader) -> None:
    ada.does("next ada 'send it'")
    ada.at("2026-12-20T12:00:00+01:00")
    ada.does("done c1")
    assert _operations(ada, "c1") == ["add", "change"]


def test_a_person_is_never_amended(ada: Leader) -> None:
    ada.at("2026-12-20T12:00:00+01:00")
    ada.does("person edit ada --team Platform")
    assert ada.row("people", "ada")["team"] == "Platform"


def test_an_edit_without_a_change_is_refused(ada: Leader) -> None:
    assert "nothing to change" in ada.refused("edit s1")
    assert "nothing to change" in ada.refused("edit s1 --text 'First words'")


def test_filling_what_was_empty_needs_no_reason(ada: Leader) -> None:
    ada.at("2026-11-25T12:00:00+01:00")
    ada.does("edit s1 --took 30 --place 'the small room' --tag rota")
    assert _operations(ada, "s1") == ["add", "change"]
    assert "--reason" in ada.refused("edit s1 --place 'the large room'")
