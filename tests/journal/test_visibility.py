"""Visibility: what starts private, what is for documents, and what the leader says."""

import pytest

from leading import Leader

MADE = {
    "sessions": "add ada Talked",
    "observations": "observe ada Seen",
    "goals": "goal add ada Lead --target 6",
    "resistance": "resistance add ada Seen --expected 'a list'",
    "commitments": "next ada 'send it'",
    "topics": "raise ada 'the rota'",
    "assessments": "assess ada --excellence 2",
}
FOR_DIRECT_REPORTS = {
    "sessions": "private",
    "observations": "record",
    "goals": "record",
    "resistance": "record",
    "commitments": "record",
    "topics": "private",
    "assessments": "private",
}


@pytest.mark.parametrize("view", MADE)
def test_a_direct_reports_entry_starts_by_its_kind(guidelog: Leader, view: str) -> None:
    guidelog.does("person add ada 'Ada Okonkwo'")
    made = guidelog.does(MADE[view]).id
    assert guidelog.row(view, made)["visibility"] == FOR_DIRECT_REPORTS[view]


@pytest.mark.parametrize("view", MADE)
@pytest.mark.parametrize("relation", ["peer", "mentee", "client", "other"])
def test_anybody_elses_entry_starts_private(
    guidelog: Leader, view: str, relation: str
) -> None:
    guidelog.does(f"person add ada 'Ada Okonkwo' --relation {relation}")
    made = guidelog.does(MADE[view]).id
    assert guidelog.row(view, made)["visibility"] == "private"


@pytest.mark.parametrize("view", MADE)
@pytest.mark.parametrize("wanted", ["private", "record"])
def test_what_the_leader_says_holds(guidelog: Leader, view: str, wanted: str) -> None:
    guidelog.does("person add ada 'Ada Okonkwo'")
    made = guidelog.does(f"{MADE[view]} --{wanted}").id
    assert guidelog.row(view, made)["visibility"] == wanted
    other = "private" if wanted == "record" else "record"
    guidelog.does(f"edit {made} --{other}")
    assert guidelog.row(view, made)["visibility"] == other


@pytest.mark.parametrize("wanted", ["private", "record"])
def test_the_settings_hold_where_nothing_is_said(guidelog: Leader, wanted: str) -> None:
    guidelog.sets(f'visibility = "{wanted}"')
    guidelog.does("person add ada 'Ada Okonkwo'")
    guidelog.does(MADE["sessions"])
    guidelog.does(MADE["goals"])
    seen = {
        guidelog.row(v, i)["visibility"]
        for v, i in (("sessions", "s1"), ("goals", "g1"))
    }
    assert seen == {wanted}


def test_the_note_starts_private_and_what_was_agreed_on_record(
    guidelog: Leader,
) -> None:
    guidelog.does("person add ada 'Ada Okonkwo'")
    guidelog.does("add ada Talked --agreed 'send it'")
    talk = guidelog.row("sessions", "s1")
    assert (talk["visibility"], talk["agreed_visibility"]) == ("private", "record")
    guidelog.does("edit s1 --record --agreed-private")
    talk = guidelog.row("sessions", "s1")
    assert (talk["visibility"], talk["agreed_visibility"]) == ("record", "private")


@pytest.mark.parametrize("wanted", ["private", "record"])
def test_what_is_said_of_a_talk_passes_to_what_it_makes(
    guidelog: Leader, wanted: str
) -> None:
    guidelog.does("person add ada 'Ada Okonkwo'")
    guidelog.does("goal add ada Lead --target 6")
    guidelog.does(f"add ada Talked --next 'send it' --progress g1=2 --{wanted}")
    talk = guidelog.row("sessions", "s1")
    assert (talk["visibility"], talk["agreed_visibility"]) == (wanted, wanted)
    assert guidelog.row("commitments", "c1")["visibility"] == wanted
    assert guidelog.row("progress", "p1")["visibility"] == wanted


def test_a_group_talk_is_private_where_one_is_no_direct_report(
    guidelog: Leader,
) -> None:
    guidelog.does("person add ada 'Ada Okonkwo'")
    guidelog.does("person add li 'Li Wei' --relation mentee")
    guidelog.does("add ada,li Talked --agreed 'send it' --next 'ada: send it'")
    assert guidelog.row("sessions", "s1")["agreed_visibility"] == "private"
    assert guidelog.row("commitments", "c1")["visibility"] == "private"
