"""Before a talk, and every morning: prep and due as a leader uses them."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from leading import Leader
from telling import told_once


@pytest.fixture
@told_once
def prepared(leader: Leader) -> Leader:
    """A leader who wrote down some weeks with Bo."""
    at = leader.at
    at("2026-09-01T09:00:00+02:00")
    leader.does('person add bo "Bo Nilsson" --role "support lead" --rhythm 2w')
    leader.does('goal add bo "Rework down" --baseline 8 --target 1 --by 2026-10-30')
    leader.does('add bo "Said what is expected." --mode coaching -t 25')
    at("2026-09-08T09:00:00+02:00")
    leader.does('resistance add bo "Two of five without it" --expected "The checklist"')
    leader.does('resistance attempt r1 "Asked why" --response partly')
    at("2026-09-22T09:00:00+02:00")
    leader.does("resistance result a1 none")
    leader.does('resistance attempt r1 "Showed the figures" --response declined')
    leader.does(
        'add bo "Tired of the rota." --private --agreed "the checklist for two weeks"'
        ' --next "the checklist on every shift by 2026-10-02"'
        ' --next "me: the three tickets by 2026-10-01"'
    )
    leader.does('raise bo "the new rota"')
    at("2026-10-06T09:00:00+02:00")
    leader.does("resistance result a2 none")
    return leader


def as_json(leader: Leader, line: str) -> list[dict[str, Any]]:
    told = json.loads(leader.does(f"{line} --json").out)
    rows = told["rows"]
    assert told["format"] == 1
    assert isinstance(rows, list)
    return rows


def test_after_some_weeks_prep_says_what_a_leader_wants_to_know(
    prepared: Leader, golden: Callable[[str, str], None]
) -> None:
    golden("prep-after-some-weeks.txt", prepared.does("prep bo").out)


def test_once_the_cause_is_on_record_it_has_to_be_settled(prepared: Leader) -> None:
    prepared.does("edit r1 --other-cause missing-means --reason asked")
    out = prepared.does("prep bo").out
    assert "settle the cause or speak to HR r1 a1 a2" in " ".join(out.split())
    assert "no other cause" not in out


def test_an_attempt_after_the_last_session_is_where_it_was_left_off(
    leader: Leader,
) -> None:
    leader.does('person add bo "Bo Nilsson"')
    leader.does('add bo "Said what is expected." -w 2026-10-16')
    leader.does('resistance add bo "Two without it" --expected "All" -w 2026-11-01')
    leader.does('resistance attempt r1 "Asked why" --response partly -w 2026-11-18')
    said = " ".join(leader.does("prep bo").out.split())
    assert "last talk Wed 18 Nov, 2 days ago" in said
    assert "Left off a1 Asked why answer: partly s1" in said
    assert "Fri 16 Oct" in said


def test_what_was_raised_and_done_is_gone_from_the_page(prepared: Leader) -> None:
    prepared.does("done t1 c1 c2")
    out = prepared.does("prep bo").out
    assert "Raise" not in out
    assert "owe" not in out


def test_json_names_rule_ids_and_source_of_everything_that_fired(
    prepared: Leader,
) -> None:
    prepared.at("2026-12-01T09:00:00+01:00")
    (row,) = as_json(prepared, "prep bo")
    fired = {one["rule"]: one for one in row["suggestions"]}
    assert list(fired) == [
        "keep-the-rhythm",
        "ask-for-causes",
        "ask-for-ways-forward",
        "ask-for-the-good",
        "ask-for-their-own-goal",
    ]
    causes = fired["ask-for-causes"]
    assert causes["ids"] == ["r1", "a1", "a2"]
    assert (causes["kind"], causes["action"]) == ("ask", "question")
    assert "Harvard Business Review" in causes["source"]
    assert row["question"].endswith("?")
    assert row["facts"]["person"]["handle"] == "bo"
    assert row["facts"]["last"]["note"] == "Tired of the rota."
    assert [one["id"] for one in row["facts"]["commitments"]] == ["c1", "c2"]


def test_the_question_changes_with_the_next_talk_and_not_with_the_day(
    prepared: Leader,
) -> None:
    def question() -> str:
        (row,) = as_json(prepared, "prep bo")
        return str(row["question"])

    first = question()
    prepared.at("2026-10-07T09:00:00+02:00")
    assert question() == first
    prepared.does('add bo "Short."')
    assert question() != first


def test_own_questions_take_their_turn(prepared: Leader) -> None:
    folder = prepared.home / "config" / "guidelog"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "questions.toml").write_text(
        '[both]\nreality = ["And what else?"]', encoding="utf-8"
    )
    seen = set()
    for _ in range(8):
        seen.add(as_json(prepared, "prep bo")[0]["question"])
        prepared.does('add bo "Short."')
    assert "And what else?" in seen
    (folder / "questions.toml").write_text("[both]\nreal = []", encoding="utf-8")
    assert 'line 2: "real" is not a stage' in prepared.refused("prep bo", code=1)


def test_nobody_and_no_filter_is_taken_silently(prepared: Leader) -> None:
    assert "WHO is missing" in prepared.refused("prep")
    assert 'no person "zoe"' in prepared.refused("prep zoe")
    assert "--for" in prepared.refused("prep bo --for others")
    assert "--period" in prepared.refused("prep bo --period 2026")


def test_somebody_new_has_nothing_open(leader: Leader) -> None:
    leader.does('person add li "Li Wei" --rhythm 2w')
    out = leader.does("prep li").out
    assert "no talk yet" in out
    assert "nothing is open" in out


# --- due ------------------------------------------------------------------------------


def test_due_names_everything_that_waits_with_its_kind(prepared: Leader) -> None:
    prepared.at("2026-10-07T09:00:00+02:00")
    prepared.does('resistance attempt r1 "Again" --response absent --follow-up friday')
    rows = as_json(prepared, "due")
    assert [(one["kind"], one["id"], one["person"], one["due_on"]) for one in rows] == [
        ("commitment", "c2", "bo", "2026-10-01"),
        ("commitment", "c1", "bo", "2026-10-02"),
        ("talk", "", "bo", "2026-10-06"),
        ("follow-up", "r1", "bo", "2026-10-09"),
        ("goal", "g1", "bo", "2026-10-30"),
    ]
    assert [one["who"] for one in rows] == ["you", "Bo", "you", "you", "Bo"]


def test_a_goal_is_due_from_thirty_days_before_its_date(prepared: Leader) -> None:
    prepared.at("2026-10-06T09:00:00+02:00")
    prepared.does('goal add bo "Later" --by 2026-11-06')
    assert "Later" not in prepared.does("due").out
    prepared.at("2026-10-07T09:00:00+02:00")
    assert "Later" in prepared.does("due").out


@pytest.mark.parametrize(
    ("day", "code"), [("2026-09-30", 0), ("2026-10-01", 3), ("2026-10-02", 3)]
)
def test_the_exit_code_tells_whether_something_presses(
    prepared: Leader, day: str, code: int
) -> None:
    prepared.at(f"{day}T09:00:00+02:00")
    assert prepared("due --exit-code").code == code
    assert prepared("due").code == 0
    assert prepared("due --exit-code --json").code == code


def test_a_talk_out_of_rhythm_presses_too(leader: Leader) -> None:
    leader.at("2026-11-01T09:00:00+01:00")
    leader.does('add li "Hello." --new "Li Wei"')
    leader.does("person edit li --rhythm 2w")
    leader.at("2026-11-15T09:00:00+01:00")
    assert leader("due --exit-code").code == 0
    leader.at("2026-11-16T09:00:00+01:00")
    answer = leader("due --exit-code")
    assert answer.code == 3
    assert "15 days ago, every 2 weeks" in answer.out


def test_nobody_in_the_archive_is_waited_for_but_what_was_promised_is_owed(
    prepared: Leader,
) -> None:
    prepared.does('next bo "a list" --owner me')
    prepared.does("person archive bo")
    assert {one["id"] for one in as_json(prepared, "due")} == {"c2", "c3"}
    prepared.does("done c2 c3")
    assert as_json(prepared, "due") == []
    prepared.does("undo")
    assert [one["id"] for one in as_json(prepared, "due bo")] == [
        "c2",
        "c1",
        "g1",
        "c3",
    ]


def test_home_is_the_short_form(prepared: Leader) -> None:
    out = prepared.does("").out
    assert "the three tickets" in out
    assert "1 more: guidelog due" in out
