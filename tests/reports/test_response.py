"""Guidance and response: what a resistance note says in a report."""

import re
from typing import Any

import pytest

from guidelog.lookback.facts import PersonFacts
from guidelog.reports import person_report
from reports import bo
from reports.inventing import attempt, handout, observation, progress
from reports.shown import shown


def section(**changed: Any) -> str:
    """Guidance and response of Bo's report, some facts changed."""
    facts = bo.FACTS._replace(**changed)
    text = shown(person_report.compose(facts, bo.FOR_ME), 120)
    _, _, after = text.partition("Guidance and response\n")
    return after.partition("\nCoaching outcomes")[0]


def filed(**said: Any) -> str:
    """The same of a document that is kept."""
    brief = bo.FOR_ME._replace(on_screen=False)
    facts = bo.FACTS._replace(resistance=(bo.NOTE._replace(**said),))
    return shown(person_report.compose(facts, brief), 120)


def of_note(**said: Any) -> str:
    return section(resistance=(bo.NOTE._replace(**said),))


def test_seen_and_tried_stand_in_one_order_of_days() -> None:
    labels = [line[2:10].strip() for line in section().splitlines()]
    facts = labels[labels.index("Tried") + 1 :]
    order = [label for label in facts if label in ("Seen", "Tried")]
    assert order[-4:] == ["Seen", "Tried", "Seen", "Tried"]


def test_a_try_shows_answer_and_result_as_two_facts() -> None:
    text = section()
    assert "answer: declined" in text
    assert "result by Fri 2 Oct: none, 2 of 6 with checklist" in text


def test_a_try_without_result_says_when_it_will_be_looked_at() -> None:
    tried = attempt("a9", "2026-11-20", "r2", "asked", follow_up_on="2026-12-04")
    text = section(attempts=(tried,), handouts=())
    assert "no result yet, to be looked at Fri 4 Dec" in text


def test_hearsay_is_marked_and_named() -> None:
    line = next(line for line in section().splitlines() if "3 of 6" in line)
    assert "◇" in line
    assert "told by the night lead, not seen" in line


def test_told_in_a_talk_is_marked_in_the_figure_too() -> None:
    lines = section(handouts=()).splitlines()
    assert [line.split()[:2] for line in lines if "Told" in line] == [
        ["Told", "▸"],
        ["Told", "Bo"],
    ]


@pytest.mark.parametrize(
    ("day", "now"),
    [
        ("2026-11-20", "was to be looked at again Fri 20 Nov."),
        ("2026-11-23", "look again Mon 23 Nov."),
        ("2026-11-24", "look again Tue 24 Nov."),
    ],
)
def test_a_document_says_days_and_no_distance_from_today(day: str, now: str) -> None:
    text = filed(follow_up_on=day)
    assert f"working; {now}" in text
    assert "last Fri 16 Oct" in text


@pytest.mark.parametrize(
    ("said", "now"),
    [
        ({"follow_up_on": "2026-11-20"}, "working; look again 3 days late."),
        ({"follow_up_on": "2026-11-24"}, "working; look again tomorrow."),
        ({"follow_up_on": None}, "working. Informal guidance, not a warning."),
        (
            {
                "status": "resolved",
                "closed_on": "2026-11-13",
                "closing_reason": "in use for six weeks",
            },
            "resolved Fri 13 Nov: in use for six weeks.",
        ),
        (
            {"status": "escalated", "escalated_to": "HR", "stage": "oral-warning"},
            "escalated to HR; look again today. Stage elsewhere: oral warning. "
            "Formal steps belong to HR.",
        ),
    ],
)
def test_a_note_says_how_it_stands(said: dict[str, Any], now: str) -> None:
    assert f"Now         {now}" in of_note(**said)


def test_the_leaders_own_part_is_said() -> None:
    text = of_note(my_part="Said it once, in passing.")
    assert "Leader's part    Said it once, in passing." in text


@pytest.mark.parametrize(
    ("acknowledged", "said"),
    [
        ("yes", "by mail, acknowledged"),
        ("no", "by mail, not acknowledged"),
        ("declined", "by mail, declined to acknowledge"),
        (None, "by mail"),
    ],
)
def test_a_handout_says_how_it_was_taken(acknowledged: str | None, said: str) -> None:
    given = handout("h9", "2026-10-02", "r2", acknowledged=acknowledged)
    text = " ".join(section(handouts=(given,)).split())
    assert f"Told Bo ▸ Fri 2 Oct {said} h9" in text


def test_without_handout_the_answered_try_told() -> None:
    text = section(handouts=())
    assert "Told Bo   ▸ Thu 30 Jul  in a talk" in text


def test_a_note_nobody_told_says_so() -> None:
    note = bo.NOTE._replace(session=None)
    text = section(resistance=(note,), attempts=(), handouts=(), observations=())
    assert "r2 Guidance not taken up · not yet told" in text
    assert "Told Bo not yet told" in " ".join(text.split())


def test_what_was_written_late_is_said_entry_by_entry() -> None:
    late = observation(
        "o9",
        "2026-08-20",
        "again",
        resistance="r2",
        recorded_at="2026-08-24T09:00:00+02:00",
        amended_at="2026-08-30T09:00:00+02:00",
    )
    text = section(observations=(late,))
    assert "same or next day; Thu 20 Aug 4 days later; amended: o9" in text


def test_two_that_were_written_equally_late_on_one_day_are_said_once() -> None:
    recorded = "2026-08-24T09:00:00+02:00"
    late = [
        observation(id_, "2026-08-20", "again", resistance="r2", recorded_at=recorded)
        for id_ in ("o8", "o9")
    ]
    assert section(observations=tuple(late)).count("Thu 20 Aug 4 days later") == 1


def test_tries_of_one_day_stand_side_by_side_in_the_figure() -> None:
    tried = (
        attempt(
            "a7", "2026-08-01", "r2", "asked", result="none", result_on="2026-10-01"
        ),
        attempt(
            "a8", "2026-10-01", "r2", "showed", result="some", result_on="2026-11-02"
        ),
        attempt("a9", "2026-10-01", "r2", "shared", response="declined"),
    )
    (lane,) = re.findall(r"Tried +(1─.*)", section(attempts=tried))
    assert re.fullmatch(r"1─+none─▪23─declined─*▪ some", lane)


def test_what_was_taken_over_is_neither_prompt_nor_late() -> None:
    taken = observation(
        "o9",
        "2026-08-20",
        "again",
        resistance="r2",
        recorded_at="2026-09-24T09:00:00+02:00",
        source="csv:log.csv:2026-08-20.1",
    )
    text = " ".join(section(observations=(taken,)).split())
    said = "Thu 20 Aug taken over on Thu 24 Sep from log.csv, date as in that file"
    assert f"same or next day; {said}; amended: none" in text


def test_the_effect_is_the_figures_of_the_linked_goal() -> None:
    said = "8 at the start, 7 on Fri 14 Aug, 5 on Fri 2 Oct; agreed 1 by Fri 30 Oct"
    assert f"reworked tickets a week: {said}" in section()
    assert "Effect" not in of_note(goal=None)


def test_there_is_no_section_without_a_note() -> None:
    facts = PersonFacts(bo.FACTS.person, sessions=bo.SESSIONS)
    text = shown(person_report.compose(facts, bo.FOR_ME))
    assert "Guidance and response" not in text


def test_the_impact_stands_under_what_was_seen() -> None:
    text = of_note(impact="Two tickets reopened at night")
    assert "impact: Two tickets reopened at night" in text


def test_an_entry_without_figure_adds_nothing_to_the_effect() -> None:
    told = progress("p9", "2026-10-10", "g7", evidence="spoke of it")
    text = section(progress=(*bo.FACTS.progress[:1], told))
    assert "8 at the start, 7 on Fri 14 Aug; agreed 1" in text
