"""People: their handles, and what becomes of what is about them."""

from unittest.mock import patch

import pytest

from leading import Leader
from telling import told_once


@pytest.fixture
@told_once
def ada(guidelog: Leader) -> Leader:
    """A leader with Ada, who was in a talk."""
    guidelog.does("person add ada 'Ada Okonkwo' --role 'reliability engineer'")
    guidelog.does("add ada 'First talk'")
    return guidelog


@pytest.mark.parametrize("handle", ["ada", "li-2", "b.o", "b_o", "2nd"])
def test_a_handle_is_short_and_plain(guidelog: Leader, handle: str) -> None:
    guidelog.does(f"person add {handle} Somebody")
    assert guidelog.row("people", handle)["name"] == "Somebody"


@pytest.mark.parametrize(
    "handle", ["Ada", "ä", "a b", ".ada", "a/b", "-x", "me", "all"]
)
def test_what_is_no_handle_is_refused(guidelog: Leader, handle: str) -> None:
    answer = guidelog("person add --", handle, "Somebody")
    assert answer.code == 2
    assert guidelog.changes() == 0


@pytest.mark.parametrize(
    ("handle", "why"),
    [
        *((one, "a meaning of its own") for one in ("self", "other", "report")),
        *((one, "like the id of an entry") for one in ("s1", "r12", "x0")),
        ("a" * 31, "more than 30 characters"),
    ],
)
def test_a_handle_that_would_be_taken_for_something_else_is_refused(
    ada: Leader, handle: str, why: str
) -> None:
    assert why in ada.refused(f"person add {handle} Somebody")
    assert why in ada.refused(f"add {handle} 'First talk' --new Somebody")


def test_a_handle_from_before_the_rule_is_read_and_written_about(ada: Leader) -> None:
    for old in ("s1", "report", "a" * 300):
        with patch("guidelog.journal.people.why_no_handle", return_value=None):
            ada.does(f"person add {old} 'Li Wei'")
        ada.does(f"add {old} 'Second talk'")
        assert "Second talk" in ada.does(f"timeline {old}").out
    assert "First talk" in ada.does("show s1").out
    ada.verifies()


@pytest.mark.parametrize(
    ("said", "days", "told"),
    [
        ("", 14, " · every 2 weeks"),
        ("--rhythm 10d", 10, " · every 10 days"),
        ("--rhythm ''", None, ""),
    ],
)
def test_somebody_new_has_the_rhythm_that_is_set_unless_another_is_said(
    guidelog: Leader, said: str, days: int | None, told: str
) -> None:
    guidelog.sets('default_rhythm = "2w"')
    line = guidelog.does(f"person add li 'Li Wei' {said}").out
    assert line == f"li    Li Wei · direct report{told}\n"
    assert guidelog.row("people", "li")["rhythm_days"] == days


def test_without_a_rhythm_that_is_set_nobody_new_has_one(guidelog: Leader) -> None:
    assert "every" not in guidelog.does("person add li 'Li Wei'").out
    assert guidelog.row("people", "li")["rhythm_days"] is None


def test_a_talk_with_somebody_new_says_who_that_is_and_the_rhythm(ada: Leader) -> None:
    ada.sets('default_rhythm = "weekly"')
    said = ada.does("add li 'First talk' --new 'Li Wei'").out.splitlines()
    assert said[0].startswith("s2 ")
    assert said[1:] == ["li    Li Wei · direct report · every week"]


def test_an_import_says_the_rhythm_itself(ada: Leader) -> None:
    ada.sets('default_rhythm = "2w"')
    (ada.home / "people.csv").write_text("handle,name\nli,Li Wei\n", encoding="utf-8")
    ada.does(f"import {ada.home / 'people.csv'} --yes")
    assert ada.row("people", "li")["rhythm_days"] is None


@pytest.mark.parametrize(
    ("option", "column", "before"),
    [
        ("--rhythm", "rhythm_days", "2w"),
        ("--since", "since", "2026-03-01"),
        ("--consent", "log_consent_on", "2026-03-01"),
    ],
)
def test_what_was_said_of_a_person_can_be_emptied(
    ada: Leader, option: str, column: str, before: str
) -> None:
    ada.does(f"person edit ada {option} {before}")
    assert ada.row("people", "ada")[column] is not None
    ada.does(f"person edit ada {option} ''")
    assert ada.row("people", "ada")[column] is None


@pytest.mark.parametrize("name", ["\u200b", "\u2060 \u200d", "\u202e", "\u3164", " "])
def test_a_name_without_anything_to_see_is_refused(ada: Leader, name: str) -> None:
    assert "NAME: the text is empty" in ada.refused("person add li", name)
    assert "--name: the text is empty" in ada.refused("person edit ada --name", name)
    assert "NOTE: the text is empty" in ada.refused("add ada", name)


def test_a_handle_is_taken_once(ada: Leader) -> None:
    assert '"ada" is taken' in ada.refused("person add ada 'Ada Berg'")
    assert '"ada" is taken' in ada.refused("add ada 'First talk' --new 'Ada Berg'")


def test_somebody_deleted_keeps_the_handle_and_can_come_back(ada: Leader) -> None:
    ada.does("delete ada --yes")
    said = ada.refused("person add ada 'Ada Berg'")
    assert "deleted" in said
    (command,) = [line for line in said.splitlines() if "--restore" in line]
    ada.does(command.partition("guidelog ")[2].partition(" brings")[0])
    assert ada.row("people", "ada")["name"] == "Ada Okonkwo"


def test_everything_about_somebody_goes_and_comes_back_with_them(ada: Leader) -> None:
    ada.does("goal add ada Lead --target 6")
    ada.does("goal progress g1 2")
    ada.does("next ada 'send it'")
    before = ada.rows("timeline")
    ada.does("delete ada --yes")
    assert ada.rows("timeline") == []
    ada.does("undo")
    assert ada.rows("timeline") == before
    ada.verifies()


def test_a_group_talk_stays_for_the_others(ada: Leader) -> None:
    ada.does("person add li 'Li Wei'")
    talk = ada.does("add ada,li 'Showed her'").id
    ada.does("delete ada --yes")
    assert ada.row("sessions", talk)["people"] == "li"
    ada.does("undo")
    assert ada.row("sessions", talk)["people"] == "ada li"


def test_a_group_talk_goes_with_the_last_of_them(ada: Leader) -> None:
    ada.does("person add li 'Li Wei'")
    talk = ada.does("add ada,li 'Showed her'").id
    ada.does("delete ada --yes")
    ada.does("delete li --yes")
    assert talk not in {row["id"] for row in ada.rows("sessions")}
    ada.does(f"edit {talk} --restore")
    assert ada.row("sessions", talk)["people"] == "ada li"
    ada.verifies()


def test_archived_people_stay_on_record(ada: Leader) -> None:
    ada.does("person archive ada")
    assert ada.row("people", "ada")["archived_on"] == "2026-11-20"
    assert ada.row("people", "ada")["sessions"] == 1
    ada.does("add ada 'Met again'")
    ada.does("person archive ada --undo")
    assert ada.row("people", "ada")["archived_on"] is None


def test_an_empty_field_is_emptied(ada: Leader) -> None:
    ada.does("person edit ada --rhythm 2w --since 2025-01-01 --consent 2026-01-01")
    ada.does("person edit ada --role '' --rhythm '' --since '' --consent ''")
    row = ada.row("people", "ada")
    emptied = ("role", "rhythm_days", "since", "log_consent_on")
    assert [row[name] for name in emptied] == [None] * 4
    ada.refused("person edit ada --relation ''")


def test_talks_and_minutes_are_counted_for_each(ada: Leader) -> None:
    ada.does("person add li 'Li Wei'")
    ada.does("add ada,li 'Showed her' -t 40 -w 2026-11-10")
    ada.does("add li 'On her own' -t 20 -w 2026-11-12")
    counted = {p["handle"]: (p["sessions"], p["minutes"]) for p in ada.rows("people")}
    assert counted == {"ada": (2, 40), "li": (2, 60)}


def test_an_answered_attempt_is_a_talk(ada: Leader) -> None:
    ada.at("2026-11-24T09:00:00+01:00")
    ada.does("resistance add ada Seen --expected 'a list'")
    ada.does("resistance attempt r1 asked --response absent")
    assert ada.row("people", "ada")["last_talk_on"] == "2026-11-20"
    ada.does("resistance attempt r1 asked --response declined")
    assert ada.row("people", "ada")["last_talk_on"] == "2026-11-24"
