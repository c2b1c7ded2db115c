"""Hints: a page on a terminal ends with what is likely to be typed next."""

from unittest.mock import patch

import pytest

from leading import Leader
from telling import told_once

FROM_A_LEADER = (
    'person add bo "Bo Nilsson" --rhythm 2w',
    'add bo "Looked at the rota. #rota" --record --next "draft it by 1 dec"',
    'goal add bo "Fewer tickets" --baseline 8 --target 0',
    'resistance add bo "Left without a word" --expected "A word"',
)


@pytest.fixture
@told_once
def guided(leader: Leader) -> Leader:
    """A leader who guides Bo."""
    for line in FROM_A_LEADER:
        leader.does(line)
    return leader


def last_line(leader: Leader, line: str) -> str:
    """The last line of what a command shows on a terminal."""
    with patch("guidelog.cli.fitting.is_on_terminal", return_value=True):
        shown = leader.does(f"{line} --color never").out
    return shown.rstrip().splitlines()[-1]


HINTS = {
    "": "after a talk: guidelog add bo     before one: guidelog prep bo",
    "due": "close one: guidelog done c1",
    "timeline bo": "one entry whole: guidelog show r1",
    "timeline --kind session": "one entry whole: guidelog show s1",
    "goal list": "one entry whole: guidelog show g1",
    "resistance list": "one entry whole: guidelog show r1",
    "person list": "before a talk: guidelog prep bo",
    "tag list": "what bears one: guidelog timeline --tag rota",
    "search rota": "one entry whole: guidelog show s1",
    "search nilsson": "one entry whole: guidelog show bo",
    "prep bo": "after the talk: guidelog add bo",
    "check": "one person: guidelog check bo",
    "check bo": "for the review: guidelog report bo",
    "history": "before undoing: guidelog undo --show",
    "history s1": "as it stands: guidelog show s1",
    "config list": "change one: guidelog config set hints false",
}


@pytest.mark.parametrize("line", HINTS)
def test_a_page_ends_with_a_likely_next_command(guided: Leader, line: str) -> None:
    assert last_line(guided, line) == HINTS[line]


ASKED = ("", "prep bo")
"""Lines whose hint is a command that asks what happened."""


@pytest.mark.parametrize(
    "hint", sorted({hint for line, hint in HINTS.items() if line not in ASKED})
)
def test_what_a_hint_says_can_be_typed(guided: Leader, hint: str) -> None:
    guided.does(hint.partition("guidelog ")[2])


@pytest.mark.parametrize("line", HINTS)
def test_a_leader_who_wants_no_hints_sees_none(guided: Leader, line: str) -> None:
    guided.does("config set hints false")
    assert HINTS[line] != last_line(guided, line)


@pytest.mark.parametrize("said", ["", "--json", "--color always"])
@pytest.mark.parametrize("line", HINTS)
def test_nothing_is_hinted_at_where_no_leader_looks(
    guided: Leader, line: str, said: str
) -> None:
    assert HINTS[line] not in guided.does(f"{line} {said}").out


@pytest.mark.parametrize(
    "line", ["due -q", "timeline bo --for others", "search rota --for others"]
)
def test_a_quiet_page_and_one_for_others_hint_at_nothing(
    guided: Leader, line: str
) -> None:
    assert "guidelog" not in last_line(guided, line)


def test_what_is_due_first_is_hinted_at(guided: Leader) -> None:
    guided.does("done c1")
    guided.at("2026-12-20T12:00:00+01:00")
    assert last_line(guided, "due") == "before the talk: guidelog prep bo"
    guided.does("edit r1 --follow-up 'in 2 weeks' --reason 'the holidays'")
    assert last_line(guided, "due") == "one entry whole: guidelog show r1"


def test_an_empty_list_hints_at_no_entry(leader: Leader) -> None:
    assert last_line(leader, "timeline") == "0 talks · no older entries"
    assert last_line(leader, "due").strip() == "nothing is due"


def test_who_is_put_away_is_not_hinted_at(guided: Leader) -> None:
    guided.does('person add ada "Ada Okonkwo"')
    guided.does("person archive ada")
    assert last_line(guided, "person list --all").endswith("prep bo")


def test_a_hint_means_the_journal_that_was_named(
    guided: Leader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(guided.home)
    line = last_line(guided, "due --journal journal.db")
    assert line == "close one: guidelog --journal journal.db done c1"


def test_settings_that_can_not_be_read_keep_back_no_page(guided: Leader) -> None:
    guided.sets("hints = 3")
    assert last_line(guided, "due") == "demonstration, clock set"
