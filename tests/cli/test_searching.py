"""Searching as a leader types it."""

import json

import pytest

from leading import Leader
from telling import told_once


@pytest.fixture
@told_once
def written(leader: Leader) -> Leader:
    """A leader who wrote down some talks."""
    leader.does('person add ada "Ada Okonkwo"')
    leader.does('person add bo "Bo Nilsson"')
    leader.does(
        'add ada "Led the incident review" --agreed "two more, alone" -w monday'
    )
    leader.does('observe bo "Left the review early" --off-track')
    return leader


def test_words_are_found_newest_written_first(written: Leader) -> None:
    shown = written.does("search review").out

    assert shown.index("o1") < shown.index("s1")
    assert "Mon 16 Nov" in shown
    assert shown.rstrip().endswith("2 entries")


def test_who_and_the_filters_narrow_it(written: Leader) -> None:
    assert "s1" not in written.does("search review --who bo").out
    assert "o1" not in written.does("search review --kind session").out
    assert "1 shown" in written.does("search review --limit 1").out


def test_others_find_what_is_on_record_only(written: Leader) -> None:
    assert "nothing found" in written.does("search incident --for others").out
    assert "agreed: two more" in written.does("search alone --for others").out


def test_others_do_not_find_what_the_person_has_not_been_told(
    written: Leader,
) -> None:
    assert "nothing found" in written.does("search early --for others").out
    assert "o1" in written.does("search early").out
    written.does("share o1")
    assert "o1" in written.does("search early --for others").out


def test_nothing_found_is_no_failure(written: Leader) -> None:
    assert "nothing found" in written.does("search quokka").out
    assert json.loads(written.does("search quokka --json").out)["rows"] == []


def test_scripts_get_the_text_and_the_places_of_the_words(written: Leader) -> None:
    answer = written.does("search review --json --limit 1")

    (row,) = json.loads(answer.out)["rows"]
    ((start, end),) = row["marks"]
    assert (row["id"], row["part"]) == ("o1", "text")
    assert row["text"][start:end] == "review"
    assert answer.err == "2 entries, 1 shown · --limit shows more\n"


@pytest.mark.parametrize("words", ['"', "'", "* OR", "NEAR(", "a:b", "(", "^x", "{}"])
def test_punctuation_is_harmless(written: Leader, words: str) -> None:
    assert written("search", words).code == 0


def test_words_are_needed_and_kinds_are_known(written: Leader) -> None:
    assert "WORDS: the text is empty" in written.refused("search", "")
    assert "kind" in written.refused("search review --kind sesion")
    assert "no person" in written.refused("search review --who zzz")
