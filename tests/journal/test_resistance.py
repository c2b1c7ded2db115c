"""Resistance notes: every way their status can go, and every way it can't."""

import pytest

from guidelog.words import CLOSING_REASONS, RESPONSES, STATUSES
from leading import Leader
from telling import told_once

NOTE = "resistance add bo 'two of five without it' --expected 'the list each time'"
TRY = "resistance attempt r1 'asked what stands in the way' --response partly"
GO_ON = "resistance result a1 some --follow-up 2026-12-04"
TO: dict[str, list[str]] = {
    "open": [],
    "working": [TRY],
    "monitoring": [TRY, GO_ON],
    "resolved": [
        TRY,
        "resistance result a1 some --follow-up 2026-11-20",
        "resistance status r1 resolved 'six weeks with the list'",
    ],
    "escalated": [TRY, "resistance status r1 escalated 'no change' --to 'Mira Haddad'"],
    "closed": ["resistance status r1 closed 'moved to sales'"],
    "withdrawn": ["resistance status r1 withdrawn 'the wrong person'"],
}
"""What leads to each status."""
WAYS = {
    ("open", "closed"),
    ("open", "withdrawn"),
    ("working", "monitoring"),
    ("working", "escalated"),
    ("working", "closed"),
    ("monitoring", "working"),
    ("monitoring", "resolved"),
    ("monitoring", "closed"),
    ("escalated", "working"),
    ("escalated", "resolved"),
    ("escalated", "closed"),
    ("resolved", "working"),
    ("closed", "working"),
}
"""Every step by hand; open to working is the first attempt's, made by itself."""
SAID = {
    "working": "'it began again'",
    "monitoring": "--follow-up 2026-12-11",
    "resolved": "'rework is down' --when 2026-12-04",
    "escalated": "'no change' --to 'Mira Haddad'",
    "closed": "left",
    "withdrawn": "'the wrong person'",
}


@pytest.fixture
@told_once
def bo(guidelog: Leader) -> Leader:
    """A leader with Bo and an open note about him."""
    guidelog.does("person add bo 'Bo Nilsson'")
    guidelog.does(NOTE)
    return guidelog


def _status(leader: Leader) -> str:
    return str(leader.row("resistance", "r1")["status"])


def _lead_to(leader: Leader, status: str) -> None:
    for line in TO[status]:
        leader.does(line)
    assert _status(leader) == status


@pytest.mark.parametrize(
    ("before", "after"), [(one, other) for one in STATUSES for other in STATUSES[1:]]
)
def test_a_note_goes_only_where_it_may(bo: Leader, before: str, after: str) -> None:
    _lead_to(bo, before)
    bo.at("2026-12-04T10:00:00+01:00")
    line = f"resistance status r1 {after} {SAID[after]}"
    if (before, after) in WAYS and (before, after) != ("working", "monitoring"):
        bo.does(line)
        assert _status(bo) == after
        moved = bo.rows("moves")[-1]
        assert (moved["from_status"], moved["to_status"]) == (before, after)
    else:
        said = bo.refused(line)
        assert "can't become" in said
        assert _status(bo) == before


def test_a_refused_step_names_those_that_are_allowed(bo: Leader) -> None:
    said = bo.refused("resistance status r1 resolved done")
    assert "r1 is open and can't become resolved" in said
    assert "closed, withdrawn" in said


def test_the_first_attempt_makes_an_open_note_working(bo: Leader) -> None:
    bo.does(TRY)
    assert _status(bo) == "working"
    bo.does("resistance attempt r1 'asked again' --response absent")
    assert len(bo.rows("moves")) == 1


@pytest.mark.parametrize("response", RESPONSES)
def test_every_response_is_an_attempt(bo: Leader, response: str) -> None:
    bo.does(f"resistance attempt r1 'asked' --response {response}")
    assert _status(bo) == "working"


@pytest.mark.parametrize("status", ["resolved", "closed", "withdrawn"])
def test_a_note_that_is_over_takes_no_attempt(bo: Leader, status: str) -> None:
    _lead_to(bo, status)
    assert f"r1 is {status}" in bo.refused(TRY)


@pytest.mark.parametrize("status", ["monitoring", "escalated"])
def test_an_attempt_leaves_a_note_where_it_is(bo: Leader, status: str) -> None:
    _lead_to(bo, status)
    bo.does("resistance attempt r1 'asked once more' --response accepted")
    assert _status(bo) == status


# --- results --------------------------------------------------------------------------


@pytest.mark.parametrize("result", ["improved", "some"])
def test_a_better_result_lets_the_note_be_watched(bo: Leader, result: str) -> None:
    bo.does(TRY)
    bo.does(f"resistance result a1 {result} 'four of six' --follow-up 2026-12-04")
    assert _status(bo) == "monitoring"
    assert bo.row("resistance", "r1")["follow_up_on"] == "2026-12-04"


@pytest.mark.parametrize("said", ["", "--follow-up 2026-11-19"])
def test_watching_needs_a_day_that_is_still_to_come(bo: Leader, said: str) -> None:
    bo.does(TRY)
    assert "no day to look again" in bo.refused(f"resistance result a1 some {said}")
    assert bo.row("attempts", "a1")["result"] is None


def test_a_day_said_before_is_enough(bo: Leader) -> None:
    bo.does(f"{TRY} --follow-up 2026-12-04")
    bo.does("resistance result a1 improved")
    assert _status(bo) == "monitoring"


@pytest.mark.parametrize("result", ["none", "worse"])
def test_a_bad_result_takes_a_watched_note_back(bo: Leader, result: str) -> None:
    _lead_to(bo, "monitoring")
    bo.does("resistance attempt r1 'asked again' --response declined")
    bo.does(f"resistance result a2 {result}")
    assert _status(bo) == "working"


@pytest.mark.parametrize("result", ["none", "worse", "too-early"])
def test_a_note_at_work_stays_at_work(bo: Leader, result: str) -> None:
    bo.does(TRY)
    bo.does(f"resistance result a1 {result}")
    assert _status(bo) == "working"


def test_too_early_moves_nothing(bo: Leader) -> None:
    _lead_to(bo, "monitoring")
    bo.does("resistance attempt r1 'asked again' --response partly")
    bo.does("resistance result a2 too-early")
    assert _status(bo) == "monitoring"


def test_another_result_takes_the_move_of_the_first_one_back(bo: Leader) -> None:
    _lead_to(bo, "monitoring")
    bo.does("edit a1 --result none")
    assert [move["to_status"] for move in bo.rows("moves")] == ["working"]
    bo.does("edit a1 --result improved")
    assert _status(bo) == "monitoring"
    bo.does("edit a1 --result ''")
    assert _status(bo) == "working"
    bo.verifies()


def test_a_slip_of_the_pen_in_an_attempt_moves_nothing(bo: Leader) -> None:
    _lead_to(bo, "resolved")
    before = bo.rows("moves")
    bo.does("edit a1 --text 'asked what stands in his way'")
    assert bo.rows("moves") == before


def test_deleting_an_attempt_takes_its_moves(bo: Leader) -> None:
    _lead_to(bo, "monitoring")
    bo.does("delete a1 --yes")
    assert (_status(bo), bo.rows("moves")) == ("open", [])
    bo.does("undo")
    assert _status(bo) == "monitoring"


def test_undoing_a_result_takes_its_move(bo: Leader) -> None:
    _lead_to(bo, "monitoring")
    bo.does("undo")
    assert (_status(bo), bo.row("attempts", "a1")["result"]) == ("working", None)


# --- what a step needs ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "line", "why"),
    [
        ("monitoring", "resolved", "what changed is not said"),
        ("monitoring", "resolved 'too soon'", "the day to look again is Fri 4 Dec"),
        ("monitoring", "working", "what changed is not said"),
        ("working", "monitoring --follow-up 2026-12-04", "no attempt has helped"),
        ("working", "escalated 'no change'", "to whom is not said"),
        ("working", "closed 'enough of it'", "the reason is not said"),
        ("open", "closed", "the reason is not said"),
        ("closed", "working", "what changed is not said"),
    ],
)
def test_a_step_that_lacks_something_says_what(
    bo: Leader, before: str, line: str, why: str
) -> None:
    _lead_to(bo, before)
    assert why in bo.refused(f"resistance status r1 {line}")


def test_the_way_to_resolved_is_named_and_can_be_gone(bo: Leader) -> None:
    _lead_to(bo, "working")
    said = bo.refused("resistance status r1 resolved 'it is better'")
    assert "resistance result ATTEMPT some --follow-up WHEN" in " ".join(said.split())
    bo.does("resistance result a1 some --follow-up today")
    bo.does("resistance status --draft")
    assert _status(bo) == "resolved"


def test_it_is_resolved_on_the_day_to_look_again(bo: Leader) -> None:
    _lead_to(bo, "monitoring")
    bo.at("2026-12-06T10:00:00+01:00")
    bo.does("resistance status r1 resolved 'rework is down' --when 2026-12-04")
    note = bo.row("resistance", "r1")
    assert (note["closed_on"], note["closing_reason"]) == (
        "2026-12-04",
        "rework is down",
    )
    assert note["follow_up_on"] is None


@pytest.mark.parametrize("reason", CLOSING_REASONS)
def test_every_closing_reason_closes(bo: Leader, reason: str) -> None:
    bo.does(f"resistance status r1 closed {reason}")
    assert bo.row("resistance", "r1")["closing_reason"] == reason


def test_an_escalation_says_to_whom_and_which_step_was_taken(bo: Leader) -> None:
    bo.does(TRY)
    bo.does("resistance status r1 escalated x --to 'Mira Haddad' --stage oral-warning")
    note = bo.row("resistance", "r1")
    assert (note["escalated_to"], note["stage"]) == ("Mira Haddad", "oral-warning")


def test_reopening_keeps_the_old_end_in_the_moves(bo: Leader) -> None:
    _lead_to(bo, "resolved")
    bo.does("resistance status r1 working 'two again on Friday'")
    assert bo.row("resistance", "r1")["closed_on"] is None
    steps = [move["to_status"] for move in bo.rows("moves")]
    assert steps == ["working", "monitoring", "resolved", "working"]


def test_the_newest_day_to_look_again_is_the_notes(bo: Leader) -> None:
    bo.does("edit r1 --follow-up 2026-12-01")
    bo.does(f"{TRY} --follow-up 2026-12-02")
    assert bo.row("resistance", "r1")["follow_up_on"] == "2026-12-02"
    bo.does("resistance result a1 some --follow-up 2026-12-03")
    assert bo.row("resistance", "r1")["follow_up_on"] == "2026-12-03"


def test_a_note_needs_what_was_expected(bo: Leader) -> None:
    assert "--expected" in bo.refused("resistance add bo 'two of five'")


def test_a_next_step_of_an_attempt_belongs_to_the_note(bo: Leader) -> None:
    bo.does(f"{TRY} --next 'me: build the export by 2026-12-01'")
    step = bo.row("commitments", "c1")
    assert (step["resistance"], step["attempt"], step["person"]) == ("r1", "a1", "bo")
    assert (step["owner"], step["due_on"]) == ("me", "2026-12-01")


def test_a_second_result_is_refused_and_changed_by_edit(bo: Leader) -> None:
    _lead_to(bo, "monitoring")
    err = bo.refused("resistance result a1 none 'no list in sight'")
    assert "a1 has a result: some, on " in err
    assert bo.row("attempts", "a1")["result"] == "some"
    bo.does("edit a1 --result none")
    assert bo.row("resistance", "r1")["status"] == "working"


def test_what_was_too_early_gets_its_result_later(bo: Leader) -> None:
    _lead_to(bo, "working")
    bo.does("resistance result a1 too-early")
    bo.does(GO_ON)
    assert bo.row("attempts", "a1")["result"] == "some"
