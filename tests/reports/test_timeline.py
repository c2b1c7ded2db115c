"""The timeline: what happened, in order, and what a talk brought inside it."""

from datetime import date
from typing import Any

import pytest

from guidelog.dates import Period
from guidelog.lookback.facts import TimelineFacts
from guidelog.lookback.rows import MoveRow, TimelineRow
from guidelog.reports import timeline_page
from guidelog.reports.timeline_choice import leave_out_untold
from reports import ada, bo
from reports.inventing import (
    assessment,
    attempt,
    commitment,
    goal,
    handout,
    line,
    move,
    note,
    observation,
    progress,
    session,
)
from reports.shown import shown


def timeline(facts: TimelineFacts, **said: Any) -> str:
    return shown(timeline_page.compose(facts, bo.TODAY, **said), 100)


def one(kind: str, **said: Any) -> str:
    """The timeline of one entry, of which nothing else is known."""
    facts = TimelineFacts((line(kind, "z1", "2026-11-02", **said),))
    return " ".join(timeline(facts, person="Ada Okonkwo").split())


@pytest.mark.parametrize(
    ("kind", "said", "told"),
    [
        ("session", {"title": "The rota", "text": "spoke"}, "session: The rota spoke"),
        ("observation", {"title": "met", "text": "helped"}, "good helped"),
        ("observation", {"text": "helped"}, "noted helped"),
        ("goal", {"title": "Lead the review"}, "goal: Lead the review"),
        ("progress", {"goal": "g2", "title": "4"}, "g2 4"),
        ("resistance", {"title": "defiance", "text": "no"}, "Request declined no"),
        (
            "attempt",
            {"title": "absent", "text": "asked"},
            "answer: absent asked",
        ),
        ("move", {"title": "resolved", "text": "in use"}, "now resolved in use"),
        ("commitment", {"title": "them", "text": "the sheet"}, "ada: the sheet"),
        (
            "topic",
            {"title": "raised", "text": "the rota"},
            "raise: the rota, raised",
        ),
        ("assessment", {"title": "incidents", "text": "alone"}, "incidents alone"),
        ("handout", {"title": "talk"}, "handed out in a talk"),
    ],
)
def test_every_kind_is_told_in_its_own_words(
    kind: str, said: dict[str, Any], told: str
) -> None:
    assert told in one(kind, **said)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"value": "3"}, "g1 Lead: 3 of 6 reviews"),
        ({"value": "3", "rater": "self"}, "own rating 3 of 6 reviews"),
        ({"level": -1}, "level −1"),
        ({"step": 2}, "milestone 2 done"),
        ({}, "noted"),
    ],
)
def test_progress_says_what_was_reached(said: dict[str, Any], told: str) -> None:
    row = progress("p1", "2026-11-02", "g1", **said)
    aim = goal("g1", "2026-01-01", "Lead", unit="reviews", baseline="0", target="6")
    facts = TimelineFacts(
        (line("progress", "p1", "2026-11-02", goal="g1"),),
        goals={"g1": aim},
        progress={"p1": row},
    )
    assert told in timeline(facts)


def told(*lines: TimelineRow, **known: Any) -> str:
    """The timeline of Ada with these lines, on one line."""
    facts = TimelineFacts(lines, **known)
    return " ".join(timeline(facts, person="Ada Okonkwo").split())


TRIED = attempt(
    "a1",
    "2026-11-02",
    "r1",
    "showed the sheet",
    response="partly",
    result="some",
    result_on="2026-11-16",
    result_text="two of three",
)


def test_what_came_of_a_try_is_said_with_its_note() -> None:
    tried = line("attempt", "a1", "2026-11-02", title="partly", text="showed the sheet")
    text = told(tried, attempts={"a1": TRIED})
    assert "r1 tried, answer: partly showed the sheet" in text
    assert "result by Mon 16 Nov: some, two of three" in text
    waiting = TRIED._replace(result=None, result_on=None, result_text=None)
    assert "result" not in told(tried, attempts={"a1": waiting})


def test_a_note_that_moved_by_itself_says_what_moved_it() -> None:
    def now(moved: MoveRow) -> str:
        as_line = line("move", "r1", moved.occurred_at, title=moved.to_status)
        as_line = as_line._replace(uid=moved.uid)
        return told(as_line, moves={moved.uid: moved}, attempts={"a1": TRIED})

    opened = move("2026-11-02", "r1", "open", "working")
    assert "now working since the first try, a1" in now(opened)
    better = move("2026-11-16", "r1", "working", "monitoring")
    assert "now monitoring since the result of a1: some" in now(better)
    assert "since" not in now(move("2026-11-16", "r2", "working", "monitoring"))
    given_on = better._replace(to_status="escalated", to_whom="the head of operations")
    assert "now escalated to the head of operations" in now(given_on)


def test_a_try_and_its_result_on_one_day_each_moved_the_note_once() -> None:
    def now(moved: MoveRow) -> str:
        as_line = line("move", "r1", moved.occurred_at, title=moved.to_status)
        as_line = as_line._replace(uid=moved.uid)
        tried = TRIED._replace(result_on="2026-11-02")
        return told(as_line, moves={moved.uid: moved}, attempts={"a1": tried})

    assert "the first try, a1" in now(move("2026-11-02", "r1", "open", "working"))
    better = move("2026-11-02", "r1", "working", "monitoring")
    assert "the result of a1" in now(better)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"outside": 4}, "4 older entries not shown"),
        ({"outside": 4, "filtered": True}, "4 other entries not shown"),
        ({"filtered": True}, "no other entries"),
    ],
)
def test_only_what_is_older_is_called_so(said: dict[str, Any], told: str) -> None:
    assert told in timeline(TimelineFacts(**said))


def test_what_came_after_a_period_is_not_older() -> None:
    past = Period(date(2025, 1, 1), date(2025, 12, 31))
    text = timeline(TimelineFacts(outside=4), period=past)
    assert "4 other entries not shown" in text


def test_a_handout_says_what_was_given_how_and_how_it_was_taken() -> None:
    given = line("handout", "h1", "2026-11-02", title="paper", text="No.")
    row = handout("h1", "2026-11-02", "r1 o2", how="paper", acknowledged="declined")
    text = told(given, handouts={"h1": row})
    assert "handed out on paper, declined to acknowledge: r1, o2 “No.”" in text
    report = row._replace(what="report", acknowledged=None)
    assert "on paper: the report" in told(given, handouts={"h1": report})


def test_a_judgement_is_told_in_words_of_the_scale() -> None:
    row = assessment("x1", "2026-11-02", self_correction=3, excellence=0)
    judged = line("assessment", "x1", "2026-11-02", title="releases", text="seen twice")
    text = told(judged, assessments={"x1": row})
    assert "assessment in releases long-term excellence not seen, " in text
    assert "self-correction mostly alone seen twice" in text


def test_who_else_was_there_is_named_for_the_leader_and_counted_for_others() -> None:
    talk = session("s1", "2026-11-02", people="ada bo li", about="The rota")
    facts = TimelineFacts(
        (line("session", "s1", "2026-11-02")._replace(person="ada"),),
        sessions={"s1": talk},
        names={"bo": "Bo Nilsson", "li": "Li Wei"},
    )
    assert "The rota · with Bo Nilsson and Li Wei" in timeline(facts, person="Ada")
    for_others = facts._replace(for_others=True)
    assert "with 2 other people" in timeline(for_others, person="Ada")
    assert "s1  ada  coaching" in timeline(for_others)
    assert "s1  ada, bo, li  coaching" in timeline(facts)


def test_a_demonstration_says_so_in_its_last_line() -> None:
    facts = ada.TIMELINE._replace(demonstration=True)
    assert timeline(facts).rstrip().endswith("demonstration, clock set")
    assert "demonstration" not in timeline(ada.TIMELINE)


def test_others_see_nothing_that_the_person_has_not_been_told() -> None:
    tried = line("attempt", "a1", "2026-11-02", title="partly")
    lines = (
        line("observation", "o1", "2026-11-01", title="off-track", text="was late"),
        line("observation", "o2", "2026-11-01", title="met", text="helped"),
        line("resistance", "r1", "2026-11-01", title="ego"),
        line("move", "r1", "2026-11-02", title="working"),
        tried,
    )
    facts = TimelineFacts(
        lines,
        observations={
            "o1": observation("o1", "2026-11-01", "was late", standard="off-track"),
            "o2": observation("o2", "2026-11-01", "helped", standard="met"),
        },
        resistance={"r1": note("r1", "2026-11-01", "called it a detail", "the sheet")},
        attempts={"a1": TRIED._replace(response="absent")},
        for_others=True,
    )

    def shown_ids(facts: TimelineFacts) -> list[str | None]:
        return [one.id for one in leave_out_untold(facts).lines]

    assert shown_ids(facts) == ["o2"]
    assert "3 not yet told, left out" in timeline(leave_out_untold(facts))
    answered = facts._replace(attempts={"a1": TRIED})
    assert shown_ids(answered) == ["o2", "r1", "r1", "a1"]
    handed = observation(
        "o1", "2026-11-01", "", standard="off-track", shared_on="2026-11-03"
    )
    seen = {"o1": handed, "o2": facts.observations["o2"]}
    assert shown_ids(facts._replace(observations=seen)) == ["o1", "o2"]


def test_a_goal_says_by_when() -> None:
    aim = goal("g1", "2026-11-02", "Lead", target_on="2026-12-31")
    lines = (line("goal", "g1", "2026-11-02", title="Lead", goal="g1"),)
    assert "by Thu 31 Dec" in timeline(TimelineFacts(lines, goals={"g1": aim}))


def test_what_a_talk_brought_stands_only_inside_it() -> None:
    text = timeline(ada.TIMELINE, person="Ada Okonkwo")
    assert text.count("c33") == 1
    assert "p11" not in text
    alone = ada.TIMELINE._replace(sessions={})
    assert "p11" in timeline(alone, person="Ada Okonkwo")


def test_a_done_promise_has_a_tick() -> None:
    row = commitment("c1", "ada", "the sheet", session="s97", state="done")
    facts = ada.TIMELINE._replace(commitments={"c1": row})
    assert "✓ c1 the sheet" in timeline(facts)


def test_a_dropped_promise_is_not_shown_as_open() -> None:
    said = {"session": "s97", "state": "dropped", "due_on": "2026-11-05"}
    row = commitment("c1", "ada", "the sheet", **said)
    facts = ada.TIMELINE._replace(commitments={"c1": row})
    assert "○ c1 the sheet by Thu 5 Nov, dropped" in timeline(facts)


def test_a_promise_made_outside_a_talk_says_how_it_stands() -> None:
    row = commitment("c1", "me", "the sheet", due_on="2026-11-05", state="done")
    lines = (line("commitment", "c1", "2026-11-02", title="me", text="the sheet"),)
    facts = TimelineFacts(lines, commitments={"c1": row})
    told = timeline(facts, person="Ada Okonkwo")
    assert "✓ c1" in told
    assert "you: the sheet by Thu 5 Nov, done" in told


def test_hearsay_names_who_told_it() -> None:
    row = observation("o1", "2026-11-02", "it", told_by="the night lead")
    lines = (line("observation", "o1", "2026-11-02", title="met", text="it"),)
    text = timeline(TimelineFacts(lines, observations={"o1": row}))
    assert "good, told by the night lead" in text


def test_a_talk_left_unwritten_says_so() -> None:
    talk = session("s1", "2026-11-02", people="ada", unwritten="true")
    lines = (line("session", "s1", "2026-11-02"),)
    text = timeline(TimelineFacts(lines, sessions={"s1": talk}))
    assert "left unwritten" in text
    assert "1 talk · no older entries" in text


def test_the_newest_can_come_first() -> None:
    text = timeline(ada.TIMELINE, newest_first=True)
    assert text.index("November") < text.index("October")
    assert text.index("s118") < text.index("s112") < text.index("s97")


def test_another_year_is_named() -> None:
    facts = TimelineFacts((line("topic", "t1", "2025-11-02", text="the rota"),))
    assert "November 2025" in timeline(facts)


def test_nothing_is_said_to_be_nothing() -> None:
    assert "nothing here" in timeline(TimelineFacts())
