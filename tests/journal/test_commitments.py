"""Commitments and topics: who does what by when, as it is typed."""

import pytest

from leading import Leader
from telling import told_once


@pytest.fixture
@told_once
def team(guidelog: Leader) -> Leader:
    """A leader with Ada and Li."""
    guidelog.does("person add ada 'Ada Okonkwo'")
    guidelog.does("person add li 'Li Wei' --relation mentee")
    return guidelog


def _said(leader: Leader) -> tuple[str, str, str, str]:
    """Owner, person, words and day of the newest commitment."""
    row = leader.rows("commitments")[-1]
    return row["owner"], row["person"], row["what"], row["due_on"]


@pytest.mark.parametrize(
    ("step", "owner", "what", "due"),
    [
        ("send the list", "ada", "send the list", None),
        ("me: send the list", "me", "send the list", None),
        ("them: send the list", "ada", "send the list", None),
        ("ada: send the list", "ada", "send the list", None),
        ("send the list by 2026-12-01", "ada", "send the list", "2026-12-01"),
        ("me: send it by friday", "me", "send it", "2026-11-27"),
        ("note: send the list", "ada", "note: send the list", None),
        ("li: send the list", "ada", "li: send the list", None),
        ("Me: send the list", "ada", "Me: send the list", None),
        ("stand by the door", "ada", "stand by the door", None),
        ("go by bus by 2026-12-01", "ada", "go by bus", "2026-12-01"),
        ("send it by the time it is due", "ada", "send it by the time it is due", None),
        ("ring at 10:30: ask for her", "ada", "ring at 10:30: ask for her", None),
    ],
)
def test_a_step_says_whose_it_is_and_by_when(
    team: Leader, step: str, owner: str, what: str, due: str | None
) -> None:
    team.does("next ada", step)
    assert _said(team) == (owner, "ada", what, due)
    team.does("add ada Talked --next", step)
    assert _said(team) == (owner, "ada", what, due)


def test_options_are_what_a_step_leaves_open(team: Leader) -> None:
    team.does("add ada x --owner me --due 2026-12-04 --next 'ada: one' --next two")
    team.does("next ada 'three by 2026-12-01' --due 2026-12-04")
    rows = [(one["owner"], one["due_on"]) for one in team.rows("commitments")]
    assert rows == [("ada", "2026-12-04"), ("me", "2026-12-04"), ("ada", "2026-12-01")]


def test_with_several_people_them_is_refused(team: Leader) -> None:
    assert "nobody in particular" in team.refused("add ada,li Talked --next 'send it'")
    assert "nobody in particular" in team.refused("next ada,li 'them: send it'")


def test_with_several_people_a_handle_says_whose_it_is(team: Leader) -> None:
    team.does("add ada,li Talked --next 'li: send it' --next 'me: read it'")
    owners = [(row["owner"], row["person"]) for row in team.rows("commitments")]
    assert owners == [("li", "li"), ("me", None)]


def test_an_owner_who_was_not_there_is_refused(team: Leader) -> None:
    assert "li" in team.refused("add ada Talked --next 'send it' --owner li")
    assert "zoe" in team.refused("next ada 'send it' --owner zoe")


def test_a_step_without_words_is_refused(team: Leader) -> None:
    assert "empty" in team.refused("next ada 'me: '")
    assert "empty" in team.refused("add ada Talked --next 'me: by 2026-12-01'")


def test_what_is_done_is_done_once(team: Leader) -> None:
    team.does("next ada 'send it'")
    team.does("done c1 -w 2026-11-19")
    row = team.row("commitments", "c1")
    assert (row["state"], row["done_on"]) == ("done", "2026-11-19")
    assert "c1 is done already" in team.refused("done c1")
    assert "c1 is done already" in team.refused("drop c1 'too late'")


def test_what_is_dropped_has_its_reason(team: Leader) -> None:
    team.does("next ada 'send it'")
    team.does("raise ada 'the new rota'")
    team.does("drop c1 'no longer needed'")
    team.does("drop t1 'settled by mail'")
    assert team.row("commitments", "c1")["reason"] == "no longer needed"
    topic = team.row("topics", "t1")
    assert (topic["state"], topic["reason"]) == ("dropped", "settled by mail")


def test_several_are_closed_as_one_change(team: Leader) -> None:
    team.does("next ada 'send it'")
    team.does("raise ada 'the new rota'")
    team.does("done c1,t1")
    assert team.row("topics", "t1")["state"] == "done"
    team.does("undo")
    assert team.row("topics", "t1")["state"] == "open"
    assert team.row("commitments", "c1")["state"] == "open"


def test_one_that_can_not_be_closed_closes_none(team: Leader) -> None:
    team.does("next ada 'send it'")
    assert "c9" in team.refused("done c1 c9")
    assert team.row("commitments", "c1")["state"] == "open"


def test_only_commitments_and_topics_are_closed(team: Leader) -> None:
    team.does("add ada Talked")
    assert "s1 is a session, not a commitment or topic" in team.refused("done s1")


@pytest.mark.parametrize(
    "when",
    [
        *(
            "03/04/2026",
            "3/4",
            "32 nov",
            "fridya",
            "mid june",
            "tomorow",
            "may",
            "2027",
        ),
        *("2027", "friday 5pm", "2026-13-01", "the 5th of octobr", "next mondy"),
        *("3rd", "the 3rd", "fri 3rd", "tomorrow evening", "week 50", "eow"),
        *("end of week", "the end of the month", "month end"),
    ],
)
def test_what_seems_a_day_but_can_not_be_read_is_refused(
    team: Leader, when: str
) -> None:
    assert f'by when: "{when}"' in team.refused(f"next ada 'send it by {when}'")


@pytest.mark.parametrize(
    "how",
    [
        *("bike", "myself", "2 weeks", "10%", "12.5", "2000", "noon", "Bo", "5 people"),
        *("sunday best efforts", "mail", "the team", "a 3rd party", "the week"),
        *("end to end tests", "the end", "day and night", "month", "week 50 of 60"),
    ],
)
def test_what_seems_no_day_stays_text(team: Leader, how: str) -> None:
    team.does(f"next ada 'do it by {how}'")
    row = team.row("commitments", "c1")
    assert (row["what"], row["due_on"]) == (f"do it by {how}", None)
