"""Goals: three scales, what fits each, and where a goal stands."""

import pytest

from leading import Leader
from telling import told_once


@pytest.fixture
@told_once
def ada(guidelog: Leader) -> Leader:
    """A leader with Ada and a goal of hers on each scale."""
    guidelog.does("person add ada 'Ada Okonkwo'")
    guidelog.does("goal add ada 'Lead it alone' --baseline 0 --target 6 --unit reviews")
    guidelog.does("goal add ada 'Present it' --milestone question --milestone draft")
    guidelog.does("goal add ada 'Speak up' --levels --expected 'once a month'")
    return guidelog


@pytest.mark.parametrize(
    ("line", "current", "progress"),
    [
        ("goal progress g1 3", "3", 0.5),
        ("goal progress g1 2.5", "2.5", 0.4167),
        ("goal progress g1 -1", "-1", 0.0),
        ("goal progress g1 9", "9", 1.0),
        ("goal tick g2 2", "1", 0.5),
        ("goal rate g3 -1 'half of it'", "-1", 0.5),
        ("goal rate g3 2 'much more'", "2", 1.0),
    ],
)
def test_a_goal_stands_where_its_newest_entry_says(
    ada: Leader, line: str, current: str, progress: float
) -> None:
    ada.does(line)
    goal = ada.row("goals", line.split()[2])
    assert (goal["current"], goal["progress"]) == (current, progress)


def test_a_goal_without_an_entry_is_unknown_and_not_zero(ada: Leader) -> None:
    goal = ada.row("goals", "g1")
    assert (goal["current"], goal["progress"]) == (None, None)


def test_an_entry_dated_earlier_does_not_count_as_the_newest(ada: Leader) -> None:
    ada.does("goal progress g1 3")
    ada.does("goal progress g1 1 -w 2026-11-01")
    assert ada.row("goals", "g1")["current"] == "3"


def test_a_self_rating_stands_in_only_where_the_leader_has_none(ada: Leader) -> None:
    ada.does("goal rate g3 2 'I did' --rater self")
    assert ada.row("goals", "g3")["current"] == "2"
    ada.does("goal rate g3 0 'as agreed' -w 2026-11-01")
    assert ada.row("goals", "g3")["current"] == "0"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("goal progress g2 3", "g2 is measured by milestones"),
        ("goal progress g3 1", "g3 is measured in levels -2 to +2"),
        ("goal rate g1 1 x", "g1 is measured in numbers"),
        ("goal tick g1 1", "g1 is measured in numbers"),
        ("goal rate g3 3 x", "not a level"),
        ("goal rate g3 -3 x", "not a level"),
        ("goal tick g2 3", "g2 has no milestone 3"),
        ("goal progress g1 six", "not a number"),
        ("goal progress g1 3,5", "not a number"),
        ("goal add ada x --unit talks", "--target"),
        ("goal add ada x --target 3 --milestone one", "one scale"),
        ("goal add ada x --levels", "--expected"),
        ("goal add ada x --baseline 3 --target 3", "starts at 3"),
        ("goal add ada,ada x --target 3", "about one person"),
        ("goal reopen g1", "g1 is open"),
    ],
)
def test_what_does_not_fit_is_refused(ada: Leader, line: str, why: str) -> None:
    assert why in ada.refused(line)


def test_a_milestone_is_reached_once(ada: Leader) -> None:
    ada.does("goal tick g2 1 'chosen' -w 2026-11-18")
    assert "was reached on Wed 18 Nov" in ada.refused("goal tick g2 1")
    steps = {step["step"]: step["done_on"] for step in ada.rows("steps")}
    assert (steps[1], steps[2]) == ("2026-11-18", None)


def test_a_milestone_that_is_taken_back_can_be_reached_again(ada: Leader) -> None:
    ada.does("goal tick g2 1")
    ada.does("undo")
    ada.does("goal tick g2 1")


@pytest.mark.parametrize("state", ["achieved", "dropped", "paused"])
def test_a_closed_goal_takes_nothing_later(ada: Leader, state: str) -> None:
    ada.does(f"goal close g1 {state} 'the year is over' -w 2026-11-18")
    goal = ada.row("goals", "g1")
    assert (goal["state"], goal["closed_on"]) == (state, "2026-11-18")
    assert f"g1 was {state} on Wed 18 Nov" in ada.refused("goal progress g1 4")
    ada.does("goal progress g1 4 -w 2026-11-17")
    ada.does("goal reopen g1")
    assert ada.row("goals", "g1")["closing_reason"] is None
    ada.does("goal progress g1 5")


def test_a_goal_is_closed_once(ada: Leader) -> None:
    ada.does("goal close g1 paused")
    assert "g1 was paused" in ada.refused("goal close g1 achieved")


def test_a_target_given_later_makes_the_goal_numeric(ada: Leader) -> None:
    goal = ada.does("goal add ada 'Learn the trade'").id
    assert "on no scale" in ada.refused(f"goal progress {goal} 1")
    ada.does(f"edit {goal} --target 4 --baseline 0")
    ada.does(f"goal progress {goal} 1")
    assert ada.row("goals", goal)["progress"] == 0.25


def test_other_milestones_replace_all_of_them(ada: Leader) -> None:
    ada.does("edit g2 --milestone question --milestone draft --milestone presented")
    assert [row["step"] for row in ada.rows("steps") if row["goal"] == "g2"] == [
        1,
        2,
        3,
    ]
    ada.does("edit g2 --milestone presented")
    assert [row["text"] for row in ada.rows("steps") if row["goal"] == "g2"] == [
        "presented"
    ]
    ada.verifies()


def test_a_level_is_reworded_alone(ada: Leader) -> None:
    ada.does("edit g3 --level '2=every week' --expected 'twice a month'")
    steps = {
        row["step"]: row["text"] for row in ada.rows("steps") if row["goal"] == "g3"
    }
    assert steps == {0: "twice a month", 2: "every week"}


def test_numbers_are_kept_as_they_were_typed(ada: Leader) -> None:
    goal = ada.does("goal add ada 'Rework' --baseline 8.50 --target 1.0").id
    row = ada.row("goals", goal)
    assert (row["baseline"], row["target"]) == ("8.50", "1.0")


def test_progress_goes_with_its_goal_and_comes_back_with_it(ada: Leader) -> None:
    entry = ada.does("goal progress g1 3").id
    ada.does("delete g1 --yes")
    assert ada.rows("progress") == []
    ada.does(f"edit {entry} --restore")
    assert ada.row("goals", "g1")["current"] == "3"
    ada.verifies()


def test_progress_in_a_talk_is_about_somebody_who_was_there(ada: Leader) -> None:
    ada.does("person add li 'Li Wei'")
    assert "g1 is not about li" in ada.refused("add li 'Talked' --progress g1=3")
    talk = ada.does("add ada,li 'Talked' --progress g1=3 --progress g3=-1")
    assert ada.rows("progress")[0]["session"] == talk.id


def test_zero_has_no_sign(ada: Leader) -> None:
    goal = ada.does("goal add ada 'Late pages' --baseline -0.0 --target -4").id
    ada.does(f"goal progress {goal} -0")
    row = ada.row("goals", goal)
    assert (row["baseline"], row["current"], row["target"]) == ("0.0", "0", "-4")


def test_half_a_milestone_is_none(begun: Leader) -> None:
    for line in ("goal tick g2 1.5", "add bo talked --progress g2=1.9"):
        assert "1.5" in begun.refused(line) or "1.9" in begun.refused(line)
