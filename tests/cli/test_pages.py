"""Pages as a leader reads them: lists, one entry, the timeline for others' eyes."""

import pytest

from leading import Leader
from telling import told_once


@pytest.fixture
@told_once
def guided(leader: Leader) -> Leader:
    """A leader who guided Bo for a month."""
    at = leader.at
    at("2026-09-01T09:00:00+02:00")
    leader.does('person add bo "Bo Nilsson" --rhythm 2w')
    leader.does('person add ada "Ada Okonkwo"')
    leader.does('goal add bo "Plan the weekend" --milestone draft --milestone agreed')
    leader.does('goal add bo "Fewer tickets" --baseline 0 --target 8 --unit tickets')
    leader.does("goal close g2 dropped 'the shift is gone'")
    leader.does('resistance add bo "Left without a word" --expected "A word"')
    at("2026-09-08T09:00:00+02:00")
    leader.does('resistance attempt r1 "Asked why" --response partly')
    leader.does('add ada,bo "Looked at the rota." --record -t 30')
    leader.does("goal tick g1 1")
    return leader


def read(leader: Leader, line: str) -> str:
    """What a page says, its words apart by one space."""
    return " ".join(leader.does(line).out.split())


def test_a_list_says_what_it_leaves_out(guided: Leader) -> None:
    assert "1 of 2" in read(guided, "goal list")
    assert read(guided, "goal list").endswith("1 closed: guidelog goal list --all")
    assert "closed" not in read(guided, "goal list --all")
    assert "goal list bo --all" in read(guided, "goal list bo")


def test_a_goal_shows_its_milestones_and_what_hangs_on_it(guided: Leader) -> None:
    text = read(guided, "show g1")
    assert "Milestones 1 draft done Tue 8 Sep 2 agreed open" in text
    assert "g1 Plan the weekend: milestone 1 done" in text


def test_the_timeline_tells_who_was_there_and_why_a_note_moved(guided: Leader) -> None:
    text = read(guided, "timeline bo")
    assert "with Ada Okonkwo" in text
    assert "◆ r1 now working since the first try, a1" in text
    assert text.endswith("demonstration, clock set")


def test_the_timeline_for_others_holds_what_was_told(guided: Leader) -> None:
    told = read(guided, "timeline bo --for others")
    assert "Left without a word" in told
    assert "with 1 other person" in told
    guided.does('observe bo "Came late" --off-track --record')
    guided.does('resistance add bo "Said no" --expected "The call" --record')
    told = read(guided, "timeline bo --for others")
    assert "Came late" not in told
    assert "Said no" not in told
    assert "2 not yet told, left out" in told


def test_words_taken_back_and_a_hold_are_named(guided: Leader) -> None:
    guided.does('redact s1 --reason "names a patient" --yes')
    assert "taken back note, on Tue 8 Sep: names a patient" in read(guided, "show s1")
    guided.does('person hold bo "a tribunal case"')
    assert "on hold since Tue 8 Sep: a tribunal case" in read(guided, "person show bo")


@pytest.mark.parametrize(
    "line", ["", "timeline", "due", "prep bo", "check", "hours", "report bo", "report"]
)
def test_a_page_of_a_journal_whose_clock_was_set_says_so(
    guided: Leader, line: str
) -> None:
    assert "demonstration, clock set" in read(guided, line)
