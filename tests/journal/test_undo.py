"""Undo: the opposite of the newest change, or a clear no."""

import pytest

from leading import Leader
from telling import told_once


@pytest.fixture
@told_once
def ada(guidelog: Leader) -> Leader:
    """A leader with Ada."""
    guidelog.does("person add ada 'Ada Okonkwo'")
    return guidelog


def test_undo_says_what_it_undid(ada: Leader) -> None:
    ada.does("add ada Talked --next 'send it'")
    assert "s1  would undo: add" in ada.does("undo --show").out
    assert len(ada.rows("sessions")) == 1
    answer = ada.does("undo")
    assert answer.out.startswith("s1  undid: add")
    assert "c1" in answer.out


def test_undo_goes_back_change_by_change(ada: Leader) -> None:
    for words in ("one", "two", "three"):
        ada.does(f"add ada {words}")
    ada.does("edit s3 --text four")
    for left in (["one", "two", "three"], ["one", "two"], ["one"], []):
        ada.does("undo")
        assert [row["note"] for row in ada.rows("sessions")] == left
    ada.does("undo")
    assert ada.rows("people") == []
    assert "nothing to undo" in ada.refused("undo")


def test_an_empty_journal_has_nothing_to_undo(guidelog: Leader) -> None:
    assert "nothing to undo" in guidelog.refused("undo")


def test_looking_at_what_could_be_undone_makes_no_journal(newcomer: Leader) -> None:
    newcomer.refused("undo --show")
    assert not newcomer.journal.exists()


def test_what_is_undone_comes_back_with_its_number(ada: Leader) -> None:
    ada.does("add ada one")
    ada.does("undo")
    assert ada.does("add ada two").id == "s2"
    ada.does("edit s1 --restore")
    assert ada.row("sessions", "s1")["note"] == "one"


def test_an_edit_is_undone_part_by_part(ada: Leader) -> None:
    ada.does("add ada one -t 30 --about 'the rota'")
    ada.does("edit s1 --about '' -t 45")
    ada.does("undo")
    talk = ada.row("sessions", "s1")
    assert (talk["minutes"], talk["about"], talk["note"]) == (30, "the rota", "one")


def test_closing_several_is_undone_as_one(ada: Leader) -> None:
    ada.does("next ada 'send it'")
    ada.does("next ada 'read it'")
    ada.does("drop c1 'no need'")
    ada.does("undo")
    assert [row["state"] for row in ada.rows("commitments")] == ["open", "open"]


def test_undoing_a_restore_deletes_again(ada: Leader) -> None:
    ada.does("add ada one")
    ada.does("delete s1 --yes")
    ada.does("edit s1 --restore")
    ada.does("undo")
    assert ada.rows("sessions") == []
    ada.does("undo")
    assert len(ada.rows("sessions")) == 1
    ada.verifies()


def test_a_restored_child_brings_its_parent_and_takes_it_along(ada: Leader) -> None:
    ada.does("goal add ada Lead --target 6")
    ada.does("goal progress g1 2")
    ada.does("delete g1 --yes")
    ada.does("edit p1 --restore")
    assert ada.row("goals", "g1")["current"] == "2"
    ada.does("delete p1 --yes")
    assert ada.rows("goals") == []
    ada.verifies()


def test_undo_does_not_reach_past_words_that_are_gone(ada: Leader) -> None:
    ada.does("add ada 'names a patient'")
    ada.does("redact s1 --reason 'a patient' --yes")
    assert "gone for good" in ada.refused("undo")
    ada.does("raise ada 'the rota'")
    ada.does("undo")
    assert "gone for good" in ada.refused("undo")


def test_undo_never_brings_redacted_words_back(ada: Leader) -> None:
    ada.does("add ada 'names a patient' --about 'the ward'")
    ada.does("redact s1 --field note --reason 'a patient' --yes")
    ada.does("edit s1 --about 'the rota'")
    ada("undo")
    assert ada.row("sessions", "s1")["note"] is None
    ada.verifies()


def test_an_undo_in_the_log_names_what_it_undoes(ada: Leader) -> None:
    ada.does("add ada one")
    ada.does("undo")
    (undoes,) = ada.asks("SELECT undoes FROM change ORDER BY seq DESC LIMIT 1")[0]
    assert ada.asks("SELECT command FROM change WHERE hash = ?", undoes) == [("add",)]


@pytest.mark.parametrize(
    "line",
    [
        "edit s1 --about 'the rota'",
        "edit s1 --text 'written anew'",
        "edit s1 --text '' --about 'the rota' -t 30",
        "delete s1 --yes",
    ],
)
def test_what_came_after_a_redaction_is_undone(ada: Leader, line: str) -> None:
    ada.does("add ada 'names a patient' --about 'the ward'")
    ada.does("redact s1 --field note --reason 'a patient' --yes")
    before = ada.row("sessions", "s1") | {"amended_at": None}
    ada.does(line)
    assert ada.does("undo").id == "s1"
    assert ada.row("sessions", "s1") | {"amended_at": None} == before
    assert "gone for good" in ada.refused("undo")
    ada.verifies()


@pytest.mark.parametrize(
    ("line", "id_"),
    [
        ("resistance status r1 withdrawn 'a mistake'", "r1"),
        ("person hold ada 'a claim is pending'", "ada"),
        ("action add walk --label Walk --mode both --family reality", "walk"),
        ("person add bo 'Bo Nilsson'", "bo"),
        ("next ada 'send it'", "c1"),
    ],
)
def test_the_first_word_is_an_id_whatever_is_undone(
    ada: Leader, line: str, id_: str
) -> None:
    ada.does("resistance add ada 'left it out' --expected 'a list'")
    ada.does(line)
    assert ada.does("undo --show").id == id_
    assert ada.does("undo").id == id_
    ada.does("person hold ada 'a claim is pending'")
    ada.does("person hold ada --lift")
    assert ada.does("undo").id == "ada"
