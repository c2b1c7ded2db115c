"""The sections of a report, fact by fact."""

from typing import Any

import pytest

from guidelog.lookback.facts import Changed, PersonFacts
from guidelog.reports import person_report
from reports import ada, bo
from reports.inventing import (
    amendment,
    assessment,
    attempt,
    commitment,
    goal,
    note,
    observation,
    progress,
    session,
    step,
)
from reports.shown import shown

NOBODY = PersonFacts(ada.PERSON)


def report(**rows: Any) -> str:
    """The leader's report of somebody of whom only this is known."""
    text = shown(person_report.compose(NOBODY._replace(**rows), bo.FOR_ME), 120)
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("said", "shown_as"),
    [
        ({"state": "achieved", "closed_on": "2026-11-01"}, "achieved Sun 1 Nov"),
        ({"state": "paused"}, "paused"),
        ({"target_on": "2026-11-22"}, "by Sun 22 Nov · 1 day past"),
        ({"target_on": "2027-01-31"}, "by Sun 31 Jan 2027 · behind"),
        ({"target_on": "2027-01-31", "current": "5", "progress": 0.95}, "· ahead"),
        ({"target_on": "2027-01-31", "current": "6", "progress": 1.0}, "· reached"),
        ({"target_on": "2026-11-22", "current": "6", "progress": 1.0}, "· reached"),
        ({"unit": "reviews"}, "no entry yet"),
        ({"current": "2", "unit": "reviews", "target": None}, "2 reviews now"),
        ({"current": "2", "baseline": None}, "2 now; agreed 6"),
        ({"scale": None}, "Lead the review"),
        ({"scale": "levels"}, "no entry yet"),
    ],
)
def test_a_goal_says_where_it_stands(said: dict[str, Any], shown_as: str) -> None:
    usual = {"scale": "numeric", "baseline": "0", "target": "6", "progress": 0.1}
    row = goal("g1", "2026-06-01", "Lead the review", **(usual | said))
    assert shown_as in report(goals=(row,))


def test_an_unknown_end_draws_no_way() -> None:
    row = goal("g1", "2026-06-01", "Lead", scale="numeric", target="6", current="2")
    assert "─" not in report(goals=(row,))


def test_milestones_name_the_next_one() -> None:
    row = goal("g1", "2026-06-01", "Present", scale="milestones", current="1")
    steps = (step("g1", 1, "draft", "2026-07-01"), step("g1", 2, "rehearsed"))
    text = report(goals=(row,), steps=steps)
    assert "1 of 2 done; next: rehearsed" in text
    closed = row._replace(state="achieved")
    assert "next:" not in report(goals=(closed,), steps=steps)


def test_the_own_rating_stands_beside_the_leaders() -> None:
    row = goal("g1", "2026-06-01", "Speak up", scale="levels", current="0")
    entries = (
        progress("p1", "2026-10-01", "g1", level=0),
        progress("p2", "2026-10-02", "g1", level=-1, rater="self", evidence="Too shy"),
    )
    text = report(goals=(row,), progress=entries)
    assert "▐0▌" in text
    assert "own rating −1 on Fri 2 Oct" in text
    assert "Too shy Ada, Fri 2 Oct" in text


def test_a_number_of_ones_own_is_an_own_rating_too() -> None:
    row = goal("g1", "2026-06-01", "Lead", scale="numeric", baseline="0", target="6")
    entries = (progress("p2", "2026-10-02", "g1", value="4", rater="self"),)
    text = report(goals=(row,), progress=entries)
    assert "no entry yet; own rating 4 on Fri 2 Oct" in text


def test_an_observation_says_all_that_was_said() -> None:
    row = observation(
        "o1",
        "2026-11-02",
        "reviewed the plan",
        situation="planning",
        impact="nobody waited",
        expected="a review a week",
        their_words="I was curious.",
    )
    text = report(observations=(row,))
    assert "noted Mon 2 Nov reviewed the plan" in text
    assert "situation: planning impact: nobody waited expected: a review" in text
    assert "“I was curious.”" in text


def test_a_private_observation_is_marked_for_the_leader() -> None:
    row = observation("o1", "2026-11-02", "helped", visibility="private")
    assert "helped · private" in report(observations=(row,))


def test_time_says_what_is_unknown() -> None:
    talks = (session("s1", "2026-11-02"), session("s2", "2026-11-03"))
    said = report(sessions=talks)
    assert "2 talks, length not noted 2 coaching" in said
    one = (session("s1", "2026-11-02", minutes=45),)
    assert "1 talk, 45 min 1 coaching" in report(sessions=one)


def test_both_is_said_in_words_unless_both_stand_beside_it() -> None:
    blended = session("s1", "2026-11-02", "blended")
    coaching = session("s2", "2026-11-03")
    mentoring = session("s3", "2026-11-04", "mentoring")
    assert "1 coaching and mentoring in one" in report(sessions=(blended,))
    everything = report(sessions=(blended, coaching, mentoring))
    assert "1 both, 1 coaching, 1 mentoring" in everything


@pytest.mark.parametrize(("day", "said"), [(3, ""), (2, "longest gap 8 days")])
def test_up_to_a_week_is_no_gap(day: int, said: str) -> None:
    talks = (session("s1", f"2026-11-{day:02}"), session("s2", "2026-11-10"))
    assert ("longest gap" in report(sessions=talks)) == bool(said)
    assert said in report(sessions=talks)


def test_a_gap_beyond_one_month_is_said_in_months() -> None:
    talks = (session("s1", "2026-10-20"), session("s2", "2026-11-03"))
    assert "longest gap 14 days (Oct – Nov)" in report(sessions=talks)


def test_a_talk_outside_the_period_does_not_count() -> None:
    talks = (session("s1", "2025-11-30", minutes=45, agreed="the runbook"),)
    text = report(sessions=talks)
    assert "no talks in this period" in text
    assert "the runbook" not in text


def test_an_attempt_answered_in_the_room_is_no_talk_but_said() -> None:
    noted = {"resistance": (note("r1", "2026-10-01", "left it out", "a list"),)}
    tried = attempt("a9", "2026-10-20", "r1", "asked")
    absent = attempt("a8", "2026-10-21", "r1", "asked", response="absent")
    both = report(**noted, attempts=(tried, absent))
    assert "no talks but attempts answered on 1 day" in both
    talk = session("s1", "2026-10-19", minutes=45)
    same = session("s2", "2026-10-20", minutes=45)
    text = report(**noted, sessions=(talk,), attempts=(tried,))
    assert "1 talk, 45 min, attempts answered on 1 more day" in text
    same_day = report(**noted, sessions=(same,), attempts=(tried,))
    assert "attempts answered" not in same_day


def test_judgements_read_as_words_from_first_to_newest() -> None:
    rows = (
        assessment("x1", "2026-02-01", area="incidents", excellence=0),
        assessment("x2", "2026-11-01", area="incidents", excellence=4),
        assessment("x3", "2026-11-01", excellence=2),
    )
    text = report(assessments=rows)
    assert "not seen → alone and shows others in incidents, Sun 1 Nov" in text
    assert "when asked Sun 1 Nov" in text
    assert "self-correction not judged in this period" in text


def test_of_whom_it_is_not_known_who_noticed_is_said() -> None:
    rows = (
        observation("o1", "2026-11-02", "a", standard="off-track", noticed="self"),
        observation("o2", "2026-11-02", "b", standard="off-track"),
    )
    text = report(observations=rows)
    assert "1 of 1 off-track event first noticed by Ada; of 1 it is not known" in text


def test_late_entries_are_counted_on_top() -> None:
    def row(number: int, written: str, source: str | None = None) -> Any:
        recorded_at = f"{written}T09:00:00+01:00"
        return observation(
            f"o{number}", "2026-10-01", "it", recorded_at=recorded_at, source=source
        )

    text = report(
        observations=(
            row(1, "2026-10-01"),
            row(2, "2026-10-05"),
            row(3, "2026-11-05"),
            row(4, "2026-11-05", "csv:old.csv:4"),
            row(5, "2026-10-03"),
        )
    )
    assert (
        "1 of 4 entries the same or next day, 1 after 2 days, 1 after 3 to 20" in text
    )
    assert "1 after 3 weeks or more; 1 taken over from other files" in text


def test_kept_promises_are_counted_and_the_others_named() -> None:
    rows = (
        commitment("c1", "ada", "the sheet", state="done", done_on="2026-11-01"),
        commitment("c2", "ada", "the rota", state="dropped", reason="moved on"),
        commitment("c3", "ada", "the plan"),
    )
    text = report(commitments=rows)
    assert "Ada 1 kept, 1 open, 1 dropped" in text
    assert "the sheet" not in text
    assert "the rota · dropped: moved on" in text
    assert "the plan · no date" in text


def test_evidence_of_another_number_says_which() -> None:
    goal = ada.FACTS.goals[0]._replace(id="g9", scale="numeric", current="1")
    rows = (
        progress("p1", "2026-09-20", "g9", value="3", evidence="third week"),
        progress("p2", "2026-10-20", "g9", value="1"),
    )
    assert "third week at 3, Sun 20 Sep" in report(goals=(goal,), progress=rows)
    stands = goal._replace(current="3")
    assert "third week Sun 20 Sep" in report(goals=(stands,), progress=rows[:1])


def test_an_amendment_names_its_fields_and_its_reason() -> None:
    row = amendment("o1", "2026-11-02T09:00:00+01:00", "text their_words why", "typo")
    assert "o1 what was seen and their words: typo" in report(amendments=(row,))
    facts = (
        Changed("occurred_at", "2026-10-01", "2026-10-02"),
        Changed("standard", "", "off-track"),
        Changed("text", "Sene", "Seen"),
    )
    row = amendment("o1", "2026-11-02T09:00:00+01:00", "text facts", "misread", *facts)
    said = "o1 what was seen, date (before: Thu 1 Oct) and standard: misread"
    assert said in report(amendments=(row,))
    older = amendment("o1", "2025-11-02T09:00:00+01:00", "text", "typo")
    assert "Amended" not in report(amendments=(older,))


def test_many_gaps_of_a_kind_are_counted() -> None:
    talks = tuple(
        session(f"s{n}", f"2026-10-{n:02}", actions="listen") for n in range(1, 9)
    )
    text = report(sessions=talks)
    assert text.count("has no length") == 5
    assert "and 3 more" in text


def test_actions_of_a_talk_that_was_an_attempt_count_once() -> None:
    facts = bo.FACTS._replace(sessions=bo.SESSIONS[5:6], attempts=bo.ATTEMPTS[:1])
    sections = {
        one.name: one for one in person_report.compose(facts, bo.FOR_ME).sections
    }
    assert sections["guidance"].numbers == {
        "actions_reality": 3,
        "actions_will": 1,
        "actions_career": 1,
        "attempts": 1,
    }
