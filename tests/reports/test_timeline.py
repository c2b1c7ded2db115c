"""The timeline: what happened, in order, and what a talk brought inside it."""

from dataclasses import replace
from typing import Any

import pytest

from guidelog.lookback.facts import TimelineFacts
from guidelog.reports import timeline_page
from reports import ada, bo
from reports.inventing import commitment, goal, line, observation, progress, session
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
        ("handout", {"title": "talk"}, "handed out, talk"),
    ],
)
def test_every_kind_is_told_in_its_own_words(
    kind: str, said: dict[str, Any], told: str
) -> None:
    assert told in one(kind, **said)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"value": "3"}, "g1 Lead: 3 reviews, agreed 6"),
        ({"value": "3", "rater": "self"}, "own rating 3 reviews"),
        ({"level": -1}, "level −1"),
        ({"step": 2}, "step 2 done"),
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


def test_a_goal_says_by_when() -> None:
    aim = goal("g1", "2026-11-02", "Lead", target_on="2026-12-31")
    lines = (line("goal", "g1", "2026-11-02", title="Lead", goal="g1"),)
    assert "by Thu 31 Dec" in timeline(TimelineFacts(lines, goals={"g1": aim}))


def test_what_a_talk_brought_stands_only_inside_it() -> None:
    text = timeline(ada.TIMELINE, person="Ada Okonkwo")
    assert text.count("c33") == 1
    assert "p11" not in text
    alone = replace(ada.TIMELINE, sessions={})
    assert "p11" in timeline(alone, person="Ada Okonkwo")


def test_a_done_promise_has_a_tick() -> None:
    row = commitment("c1", "ada", "the sheet", session="s97", state="done")
    facts = replace(ada.TIMELINE, commitments={"c1": row})
    assert "✓ c1 the sheet" in timeline(facts)


def test_a_promise_made_outside_a_talk_says_how_it_stands() -> None:
    row = commitment("c1", "me", "the sheet", due_on="2026-11-05", state="done")
    lines = (line("commitment", "c1", "2026-11-02", title="me", text="the sheet"),)
    facts = TimelineFacts(lines, commitments={"c1": row})
    assert "you: the sheet by Thu 5 Nov, done" in timeline(facts, person="Ada Okonkwo")


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
