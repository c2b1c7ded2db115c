"""The demonstration's year, typed whole: what is shown, and what stands afterwards."""

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta

import pytest

from cli.conftest import demonstration_of, rows_of
from guidelog.data.demonstration import tell_story
from guidelog.lookback.prep import prep_facts
from guidelog.measures.suggestions import RULES, prepare
from guidelog.words import (
    ACKNOWLEDGED,
    CLOSED_GOAL_STATES,
    HANDOUT_WAYS,
    MODES,
    NOTICERS,
    RATERS,
    RESISTANCE_KINDS,
    RESPONSES,
    RESULTS,
    SCALES,
    SETTINGS,
    STANDARDS,
    STATUSES,
    VISIBILITIES,
)
from leading import Answer, Leader

pytestmark = pytest.mark.ordeal
Shown = tuple[Leader, Answer]


def words_of(leader: Leader, view: str, column: str) -> set[object]:
    said = f"SELECT DISTINCT {column} FROM {view} WHERE {column} IS NOT NULL"
    return {word for (word,) in rows_of(leader, said)}


def test_the_demonstration_prints_what_it_typed_a_timeline_and_a_report(
    shown: Shown,
) -> None:
    leader, answer = shown
    typed = " ".join(answer.out.split())
    for line in tell_story(datetime.fromisoformat(leader.now)):
        assert f"$ guidelog {line.typed}" in typed
    assert "$ guidelog timeline jonas\nJonas Pereira\n" in answer.out
    assert "$ guidelog report bo\nBo Nilsson" in answer.out
    assert "demonstration, clock set" in answer.out


def test_off_a_terminal_all_of_it_is_plain(shown: Shown) -> None:
    _, answer = shown
    assert "\x1b" not in answer.out + answer.err
    # the report of bo says what it leaves out, and nothing else is said
    assert answer.err.startswith("Bo has not been told ")
    assert len(answer.err.splitlines()) == 1


def test_its_last_line_says_how_to_look_around(shown: Shown) -> None:
    leader, answer = shown
    line = answer.out.splitlines()[-1].removeprefix("Look around: guidelog ")
    looked = leader.does(line)
    assert looked.out.startswith("Ada Okonkwo")


def test_the_leaders_own_journal_is_not_touched(shown: Shown) -> None:
    leader, _ = shown
    assert [row["people"] for row in leader.rows("sessions")] == ["zoe"]
    assert leader.changes() == 2
    assert demonstration_of(leader) != leader.journal


def test_what_was_written_stands_as_it_was_written(shown: Shown) -> None:
    leader, _ = shown
    checked = leader.does(f"verify --journal {demonstration_of(leader)}")
    assert checked.out == ""


@pytest.mark.parametrize("days_before", [0, 6])
def test_every_rule_of_prep_has_something_to_say(
    shown: Shown, days_before: int
) -> None:
    leader, _ = shown
    today = datetime.fromisoformat(leader.now).date() - timedelta(days=days_before)
    with closing(sqlite3.connect(demonstration_of(leader))) as journal:
        people = [who for (who,) in journal.execute("SELECT handle FROM people")]
        facts = [prep_facts(journal, who) for who in people]
    said = {one.rule for each in facts for one in prepare(each, {}, today).suggestions}
    assert said == {rule.__name__.replace("_", "-") for rule in RULES}


def test_five_people_of_every_relation_are_guided(shown: Shown) -> None:
    leader, _ = shown
    people = rows_of(leader, "SELECT handle, relation, sessions FROM people")
    assert {(handle, relation) for handle, relation, _ in people} == {
        ("ada", "report"),
        ("bo", "report"),
        ("jonas", "peer"),
        ("li", "mentee"),
        ("mira", "client"),
    }
    assert all(isinstance(talks, int) and talks > 5 for *_, talks in people)


@pytest.mark.parametrize(
    ("view", "column", "words"),
    [
        ("sessions", "mode", MODES),
        ("sessions", "setting", SETTINGS),
        ("sessions", "paid", ("paid", "pro-bono")),
        ("sessions", "visibility", VISIBILITIES),
        ("observations", "standard", STANDARDS),
        ("observations", "noticed", NOTICERS),
        ("goals", "scale", SCALES),
        ("goals", "state", ("open", *CLOSED_GOAL_STATES)),
        ("progress", "rater", RATERS),
        ("resistance", "kind", RESISTANCE_KINDS),
        ("resistance", "status", STATUSES),
        ("attempts", "response", RESPONSES),
        ("attempts", "result", RESULTS),
        ("commitments", "state", ("open", "done", "dropped")),
        ("topics", "state", ("open", "done", "dropped")),
        ("handouts", "how", HANDOUT_WAYS),
        ("handouts", "acknowledged", ACKNOWLEDGED),
    ],
)
def test_every_word_of_a_field_is_there(
    shown: Shown, view: str, column: str, words: tuple[str, ...]
) -> None:
    leader, _ = shown
    assert words_of(leader, view, column) == set(words)


def test_the_resolved_note_was_tried_at_and_an_open_one_was_not(shown: Shown) -> None:
    leader, _ = shown
    tries = rows_of(leader, "SELECT status, attempts FROM resistance")
    assert ("resolved", 2) in tries
    assert ("open", 0) in tries


def test_today_something_is_late_and_something_is_still_to_come(shown: Shown) -> None:
    leader, _ = shown
    today = datetime.fromisoformat(leader.now).date().isoformat()
    due = {
        f"{owner} {'late' if due_on < today else 'to come'}"
        for owner, due_on in rows_of(
            leader, "SELECT owner, due_on FROM commitments WHERE state = 'open'"
        )
        if isinstance(due_on, str)
    }
    assert due >= {"me late", "me to come", "ada late", "ada to come"}
    assert rows_of(
        leader,
        "SELECT 1 FROM resistance"
        f" WHERE status = 'working' AND follow_up_on < '{today}'",
    )


def test_there_are_group_talks_tags_and_an_amendment(shown: Shown) -> None:
    leader, _ = shown
    assert ("ada bo jonas",) in rows_of(leader, "SELECT people FROM sessions")
    assert len(words_of(leader, "sessions", "tags")) > 1
    assert rows_of(leader, "SELECT 1 FROM history WHERE operation = 'amend'")
