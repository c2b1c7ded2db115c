"""People who ask for their data, and words that must go: hold, redact, erase, join."""

import re

import pytest

from leading import Leader
from stories.holding import either_way, holds


def test_nothing_of_somebody_on_hold_is_taken_away(guidelog: Leader) -> None:
    guidelog.does("person add bo 'Bo Nilsson'")
    guidelog.does("add bo 'Hand-overs'")
    guidelog.does("observe bo 'no list on Friday'")
    guidelog.does("delete o1 --yes")
    guidelog.does("person hold bo 'a claim is pending'")
    for line in (
        "delete s1 --yes",
        "redact s1 --reason asked --yes",
        "redact o1 --reason asked --yes",
        "person erase bo --yes",
        "person hold bo again",
    ):
        before = guidelog.changes()
        answer = guidelog(line)
        assert (answer.code, guidelog.changes()) == (1, before), line
        assert "bo is on hold since Fri 20 Nov" in answer.err
    guidelog.refused("edit s1 --text other")
    guidelog.does("edit s1 --text other --reason 'put right'")
    guidelog.does("person hold bo --lift")
    guidelog.refused("person hold bo --lift")
    guidelog.does("redact o1 --reason asked --yes")


def test_somebody_on_hold_leaves_no_entry(guidelog: Leader) -> None:
    guidelog.does("person add ada 'Ada Okonkwo'")
    guidelog.does("person add bo 'Bo Nilsson'")
    guidelog.does("add ada 'Hand-overs'")
    guidelog.does("add ada,bo 'both were there'")
    guidelog.does("next ada 'send the list'")
    guidelog.does("person hold ada 'a claim is pending'")
    for line in ("s1 --who bo", "s2 --who bo", "c1 --who bo"):
        said = guidelog.refused(f"edit {line} --reason wrong", code=1)
        assert "ada is on hold since Fri 20 Nov" in said
    guidelog.does("edit s1 --who ada,bo --reason 'both were there'")
    guidelog.refused("delete s1 --yes", code=1)


def test_joining_two_people_keeps_both_on_hold(guidelog: Leader) -> None:
    guidelog.does("person add ada 'Ada Okonkwo'")
    guidelog.does("person add bo 'Bo Nilsson'")
    guidelog.does("add ada 'Hand-overs'")
    guidelog.does("person hold ada 'a claim is pending'")
    guidelog.does("person join bo ada")
    for line in (
        "edit s1 --who ada --reason wrong",
        "delete s1 --yes",
        "person erase ada --yes",
        "person erase bo --yes",
    ):
        assert guidelog(line).code == 1, line
    held = {row["handle"]: row["hold_reason"] for row in guidelog.rows("people")}
    assert held == {"ada": "a claim is pending", "bo": "a claim is pending"}
    guidelog.verifies()
    guidelog.does("undo")
    assert guidelog.row("people", "bo")["hold_since"] is None
    assert guidelog.row("people", "ada")["hold_since"] == "2026-11-20"


@either_way
def test_erasing_somebody_says_first_what_goes_and_who_else_names_them(
    guidelog: Leader,
) -> None:
    guidelog.does("person add ada 'Ada Okonkwo'")
    guidelog.does("person add bo 'Bo Nilsson'")
    guidelog.does("add ada 'met the zebra'")
    guidelog.does("add ada,bo 'both were there'")
    guidelog.does("observe bo 'helped Okonkwo' --impact 'ADA was glad'")
    guidelog.does("person edit bo --role 'stands in for Ada'")
    before = guidelog.changes()
    dry = guidelog.does("person erase ada")
    assert guidelog.changes() == before
    assert "session          1" in dry.out
    for id_, field in (("o1", "text"), ("o1", "impact"), ("bo", "role")):
        assert f"{id_}  names them" in dry.out
        assert f"guidelog redact {id_} --field {field} --reason TEXT" in dry.out
    assert "redact ada" not in dry.out
    guidelog.does("person erase ada --yes")
    assert holds(guidelog) == []
    assert [row["handle"] for row in guidelog.rows("people")] == ["bo"]
    assert guidelog.row("sessions", "s2")["people"] == "bo"
    guidelog.does("redact o1 --reason asked --yes")
    assert holds(guidelog, "Okonkwo") == []
    guidelog.refused("undo")
    guidelog.verifies()


@either_way
def test_drafts_about_somebody_erased_go_and_those_about_others_stay(
    guidelog: Leader,
) -> None:
    guidelog.does("person add li 'Li Wei'")
    guidelog.does("person add bo 'Bo Nilsson'")
    guidelog.refused("observe li 'met the zebra' --goal g9")
    guidelog.refused("observe bo 'likes lists' --goal g9")
    guidelog.does("person erase li --yes")
    assert holds(guidelog) == []
    assert holds(guidelog, "likes lists") != []


@either_way
def test_redacted_words_go_from_drafts_and_backups_too(guidelog: Leader) -> None:
    guidelog.does("person add bo 'Bo Nilsson'")
    guidelog.does("add bo 'met the zebra'")
    guidelog.does("backup")
    guidelog.refused("observe bo 'met the zebra' --goal g9")
    guidelog.does("redact s1 --reason 'names a patient' --yes")
    assert holds(guidelog) == []
    guidelog.refused("redact s1 --reason again --yes")


def test_drafts_that_hold_other_words_stay(guidelog: Leader) -> None:
    guidelog.does("person add note 'Noemi Otero'")
    guidelog.does("add note 'met the zebra' --place home")
    guidelog.refused("observe note 'works well from home' --goal g9")
    guidelog.does("redact s1 --field note --reason 'names a patient' --yes")
    assert holds(guidelog, "works well from home") != []
    guidelog.does("person add bo 'Bo Nilsson'")
    guidelog.refused("add bo 'likes lists' --goal g9")
    guidelog.does("person erase note --yes")
    assert holds(guidelog, "likes lists") != []
    assert holds(guidelog, "works well from home") == []


def test_a_hold_that_is_lifted_takes_no_reason(guidelog: Leader) -> None:
    guidelog.does("person add bo 'Bo Nilsson'")
    guidelog.does("person hold bo 'a claim'")
    said = guidelog.refused("person hold bo 'it is settled' --lift")
    assert "--lift and REASON don't go together" in said


def test_marks_and_reasons_go_with_the_text_they_belong_to(guidelog: Leader) -> None:
    guidelog.does("person add bo 'Bo Nilsson'")
    guidelog.does("add bo 'met the patient #zebra' --tag rota -t 40")
    guidelog.does("share s1 --how mail")
    guidelog.does("edit s1 --text 'met them #zebra' --reason 'it was giraffe'")
    guidelog.does("edit s1 -t 45")
    guidelog.does("edit s1 -w 2026-11-19 --reason 'looked it up'")
    guidelog.does("backup")
    said = guidelog.does("redact s1 --field note --reason 'names a patient' --yes").out
    assert said == "s1  taken back: note, tags\n"
    assert holds(guidelog) == holds(guidelog, "giraffe") == []
    row = guidelog.row("sessions", "s1")
    assert (row["tags"], row["minutes"]) == ("rota", 45)
    assert row["occurred_at"] == "2026-11-19"
    reasons = [row["reason"] for row in guidelog.rows("history") if row["reason"]]
    assert reasons == ["looked it up", "names a patient"]
    assert "note and tags" in guidelog.does("show s1").out
    guidelog.verifies()


def test_a_restore_takes_marks_back_again(guidelog: Leader) -> None:
    guidelog.does("person add bo 'Bo Nilsson'")
    guidelog.does("add bo 'met the patient #zebra' --tag rota")
    copy = guidelog.home.parent / "copy-elsewhere.db"
    guidelog.does("backup", str(copy))
    guidelog.does("redact s1 --reason 'names a patient' --yes")
    guidelog.does("restore --yes", str(copy))
    assert holds(guidelog) == []
    assert guidelog.row("sessions", "s1")["tags"] == "rota"
    guidelog.verifies()


@either_way
def test_joining_gives_everything_to_the_one_who_stays(guidelog: Leader) -> None:
    guidelog.does("person add bo 'Bo Nilsson'")
    guidelog.does("person add bo-2 'Bo Nilsson'")
    guidelog.does("add bo,bo-2 'both by mistake'")
    guidelog.does("goal add bo-2 'Speak up' --target 3")
    guidelog.does("goal progress g1 2")
    guidelog.does("resistance add bo-2 'left it out' --expected 'a list'")
    guidelog.does("person join bo bo-2")
    assert guidelog.row("sessions", "s1")["people"] == "bo"
    for view in ("goals", "progress", "resistance"):
        assert [row["person"] for row in guidelog.rows(view)] == ["bo"]
    assert guidelog.row("people", "bo-2")["archived_on"] == "2026-11-20"
    guidelog.does("person erase bo-2 --yes")
    assert guidelog.row("goals", "g1")["title"] == "Speak up"
    guidelog.verifies()


def test_erasing_who_was_joined_asks_for_nothing_of_the_one_who_stays(
    guidelog: Leader,
) -> None:
    guidelog.does("person add bo 'Bo Nilsson'")
    guidelog.does("person add bo-2 'Bo Nilsson'")
    guidelog.does("add bo-2 'Bo Nilsson spoke up.'")
    guidelog.does("add bo 'Was bo-2 by mistake.'")
    joined = guidelog.does("person join bo bo-2")
    guidelog.refused("observe nobody 'Nilsson was there'")

    erased = guidelog.does("person erase bo-2 --yes")

    assert "1 entry went over to bo; bo-2 is archived." in joined.err
    assert erased.out.splitlines() == [
        "s2  names them, in another's entry: "
        "guidelog redact s2 --field note --reason TEXT",
        "bo-2  erased",
    ]
    assert "bo has the same name: texts and drafts that hold it stay." in erased.err
    drafts = guidelog.journal.with_name("journal.db.drafts").glob("*.json")
    assert ["Nilsson was there" in one.read_text() for one in drafts] == [True]


def test_a_name_in_the_family_is_no_text_about_somebody_else(
    guidelog: Leader,
) -> None:
    guidelog.does("person add bo 'Bo Nilsson' --role 'works with Ida Nilsson'")
    guidelog.does("person add ida 'Ida Nilsson'")

    said = guidelog.does("person erase ida --yes").out

    assert "--field role" in said
    assert "--field name" not in said


def test_the_reason_of_a_deletion_that_was_not_confirmed_is_kept(
    guidelog: Leader,
) -> None:
    guidelog.does("person add ada 'Ada Okonkwo'")
    guidelog.does("add ada 'One talk'")
    said = guidelog.refused("delete s1 --reason 'typed for somebody else'")
    assert "Your text is kept: guidelog delete" in said
    drafts = guidelog.journal.with_name("journal.db.drafts").glob("*.json")
    assert ["typed for somebody else" in one.read_text() for one in drafts] == [True]


def test_an_edit_after_a_redaction_is_no_conflict(guidelog: Leader) -> None:
    guidelog.does("person add ada 'Ada Okonkwo'")
    guidelog.does("add ada 'One talk' --about 'a patient'")
    guidelog.does("redact s1 --field about --reason 'names a patient' --yes")
    guidelog.does("edit s1 --text 'Another talk'")
    assert "Changed apart" not in guidelog.does("show s1").out


@pytest.mark.parametrize(
    "lines",
    [
        ("observe li WORDS", "edit o1 --who bo", "undo"),
        ("observe li WORDS", "edit o1 --who bo", "edit o1 --who li"),
        ("observe bo WORDS", "edit o1 --who li"),
        ("add li WORDS", "edit s1 --who bo,li", "edit s1 --who li"),
        ("add bo,li WORDS", "edit s1 --who li", "edit s1 --text other"),
        ("goal add li WORDS --target 3", "edit g1 --who bo", "undo"),
        ("person add li-2 'Li Wei'", "observe li-2 WORDS", "person join li li-2"),
        (
            *("goal add bo Tickets --target 3", "goal progress g1 1 WORDS"),
            *("delete p1 --yes", "edit g1 --who li"),
        ),
        (
            *("resistance add bo 'no list' --expected 'a list'",),
            *("resistance attempt r1 WORDS --response partly", "undo"),
            "edit r1 --who li",
        ),
    ],
)
def test_what_was_anothers_for_a_while_is_erased_from_every_version(
    guidelog: Leader, lines: tuple[str, ...]
) -> None:
    guidelog.does("person add bo 'Bo Nilsson'")
    guidelog.does("person add li 'Li Wei'")
    for line in lines:
        guidelog.does(line)
    guidelog.does("person erase li --yes")
    guidelog.verifies()
    files = [one for one in guidelog.home.rglob("*") if one.is_file()]
    assert [one.name for one in files if b"WORDS" in one.read_bytes()] == []


def test_what_was_taken_back_from_somebody_is_not_in_their_file(
    guidelog: Leader,
) -> None:
    guidelog.does("person add bo 'Bo Nilsson'")
    guidelog.does("person add li 'Li Wei'")
    guidelog.does("observe li 'left without a word'")
    guidelog.does("edit o1 --who bo")
    assert "left without a word" in guidelog.does("person export bo").out
    guidelog.does("undo")
    assert "left without a word" not in guidelog.does("person export bo").out
    assert "left without a word" in guidelog.does("person export li").out


def test_an_entry_about_somebody_erased_is_shown_as_erased(guidelog: Leader) -> None:
    guidelog.does("person add li 'Li Wei'")
    guidelog.does("observe li 'left without a word'")
    guidelog.does("observe li 'came back'")
    guidelog.does("delete o1 --yes")
    deleted = guidelog.does("show o1").out
    guidelog.does("person erase li --yes")
    for id_ in ("o1", "o2"):
        head, *rest = guidelog.does(f"show {id_}").out.splitlines()
        assert head.endswith(" erased")
        assert "--restore" not in "".join(rest)
    assert deleted.splitlines()[0].endswith(" deleted")
    assert "guidelog edit o1 --restore brings it back" in deleted


def test_what_is_somebody_elses_keeps_its_past_when_a_mistake_is_erased(
    guidelog: Leader,
) -> None:
    guidelog.does("person add bo 'Bo Nilsson'")
    guidelog.does("person add li 'Li Wei'")
    guidelog.does("observe bo 'first words'")
    guidelog.does("edit o1 --text 'other words'")
    guidelog.does("person join li bo")
    guidelog.does("undo")
    guidelog.does("person erase li --yes")
    assert "first words" in guidelog.does("person export bo").out
    assert guidelog.row("observations", "o1")["text"] == "other words"


def test_what_was_brought_back_for_somebody_else_stays_theirs(
    guidelog: Leader,
) -> None:
    guidelog.does("person add bo 'Bo Nilsson'")
    guidelog.does("person add li 'Li Wei'")
    guidelog.does("goal add li Tickets --baseline 0 --target 10")
    guidelog.does("goal progress g1 5 'counted by hand'")
    guidelog.does("delete p1 --yes")
    guidelog.does("edit g1 --who bo")
    guidelog.does("edit p1 --restore")
    guidelog.does("person erase li --yes")
    assert guidelog.row("progress", "p1")["evidence"] == "counted by hand"


def test_a_hold_keeps_what_was_once_about_somebody(guidelog: Leader) -> None:
    guidelog.does("person add bo 'Bo Nilsson'")
    guidelog.does("person add li 'Li Wei'")
    guidelog.does("observe bo 'first words'")
    guidelog.does("edit o1 --who li")
    guidelog.does("person hold bo 'a claim is pending'")
    for line in ("person erase li --yes", "redact o1 --reason asked --yes"):
        answer = guidelog(line)
        assert (answer.code, "bo is on hold" in answer.err) == (1, True)
    guidelog.does("person hold bo --lift")
    guidelog.does("person erase li --yes")


def test_a_talk_with_others_is_not_said_to_go(guidelog: Leader) -> None:
    guidelog.does("person add bo 'Bo Nilsson'")
    guidelog.does("person add li 'Li Wei'")
    guidelog.does("add bo,li 'both were there'")
    guidelog.does("observe li 'came late'")
    said = guidelog.does("person erase li").out.split()
    assert said == ["observation", "1"]


def test_who_takes_over_is_guided_as_the_other_was(guidelog: Leader) -> None:
    guidelog.does("person add bo 'Bo Nilsson'")
    guidelog.does("person add bo-2 'Bo Nilsson'")
    guidelog.does("observe bo 'was early'")
    guidelog.does("person join bo-2 bo")
    guidelog.does("person join bo bo-2")
    archived = {row["handle"]: row["archived_on"] for row in guidelog.rows("people")}
    assert archived == {"bo": None, "bo-2": "2026-11-20"}
    shown = guidelog.does("show o1").out
    assert shown.count("was early") == 1
    assert re.findall("o1 changed: .*", shown) == ["o1 changed: date or details"] * 2
    guidelog.verifies()
