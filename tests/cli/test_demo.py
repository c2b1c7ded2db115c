"""The demonstration: a year of invented guidance, beside the leader's own journal."""

import os
import shlex
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelog.cli import demo
from guidelog.cli.app import run
from guidelog.data.demonstration import Line, tell_story
from guidelog.lookback.prep import prep_facts
from guidelog.measures.suggestions import RULES, prepare
from guidelog.storage.drafts import waiting
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
from leading import NOON, Answer, Leader

REAL = ""
"""GUIDELOG_NOW set to nothing: the machine's own clock."""
Shown = tuple[Leader, Answer]


def demonstration_of(leader: Leader) -> Path:
    return leader.home / "data" / "guidelog" / "demonstration.db"


def rows_of(leader: Leader, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(demonstration_of(leader))) as journal:
        return journal.execute(query).fetchall()


def words_of(leader: Leader, view: str, column: str) -> set[object]:
    said = f"SELECT DISTINCT {column} FROM {view} WHERE {column} IS NOT NULL"
    return {word for (word,) in rows_of(leader, said)}


moments = st.builds(
    datetime.combine,
    st.dates(date(2001, 1, 1), date(2098, 12, 31)),
    st.times(),
    st.integers(-12, 14).map(lambda hours: timezone(timedelta(hours=hours))),
)


@given(moments)
def test_the_story_ends_in_the_week_before_today_and_began_a_year_ago(
    now: datetime,
) -> None:
    story = tell_story(now)
    days = [line.at.date() for line in story]
    assert days[-1] < now.date() <= days[-1] + timedelta(days=9)
    assert timedelta(days=340) < now.date() - days[0] < timedelta(days=366)
    assert [line.at for line in story] == sorted(line.at for line in story)
    assert {line.at.tzinfo for line in story} == {now.tzinfo}


def test_the_story_is_typed_on_working_days() -> None:
    story = tell_story(datetime.combine(date(2026, 11, 20), time(12), UTC))
    assert {line.at.weekday() for line in story} == set(range(5))


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


@pytest.mark.usefixtures("short")
def test_quietly_it_prints_only_where_it_lies(leader: Leader) -> None:
    assert leader.does("demo -q").out == f"{demonstration_of(leader)}\n"


@pytest.mark.usefixtures("short")
def test_it_is_made_anew_each_time_whatever_was_typed_into_it(leader: Leader) -> None:
    place = leader.does("demo -q").out.strip()
    leader.at(REAL)
    leader.does(f'add ada "just trying" --journal {place}')
    leader.refused(f'add nobody "kept as a draft" --journal {place}')
    assert waiting(Path(place))
    leader.does("demo")
    assert rows_of(leader, "SELECT * FROM sessions") == []
    assert waiting(Path(place)) == []


@pytest.mark.usefixtures("short")
def test_the_clock_stands_afterwards_where_it_stood(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GUIDELOG_NOW", NOON)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    file = tmp_path / "shown.db"
    assert run(["demo", "-q", "--journal", str(file)]) == 0
    assert os.environ["GUIDELOG_NOW"] == NOON
    with closing(sqlite3.connect(file)) as journal:
        (newest,) = journal.execute("SELECT max(at) FROM change").fetchone()
    assert newest < NOON


@pytest.mark.usefixtures("short")
def test_it_can_be_shown_in_another_file_again_and_again(leader: Leader) -> None:
    file = leader.home / "another.db"
    for _ in range(2):
        leader.does("demo --journal", str(file))
    assert len(leader("person list --json --journal", str(file)).out) > 100
    assert not demonstration_of(leader).exists()


def test_a_journal_that_was_kept_is_no_demonstration(leader: Leader) -> None:
    leader.at(REAL)
    leader.does('person add zoe "Zoe Adler"')
    said = leader.refused(f"demo --journal {leader.journal}", code=1)
    assert said.startswith(f"guidelog: {leader.journal} is not a demonstration")
    assert [row["handle"] for row in leader.rows("people")] == ["zoe"]


def test_the_leaders_journal_is_spared_even_at_the_demonstrations_place(
    leader: Leader, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = demonstration_of(leader)
    place.parent.mkdir(parents=True)
    leader.at(REAL)
    leader.does(f'person add zoe "Zoe Adler" --journal {place}')
    surroundings = {**leader.surroundings, "GUIDELOG_JOURNAL": str(place)}
    monkeypatch.setattr(Leader, "surroundings", surroundings)
    assert leader("demo").code == 1
    assert rows_of(leader, "SELECT handle FROM people") == [("zoe",)]


def test_backups_of_a_lost_journal_are_spared(leader: Leader) -> None:
    leader.at(REAL)
    leader.does('person add zoe "Zoe Adler"')
    leader.journal.unlink()
    assert leader(f"demo --journal {leader.journal}").code == 1
    assert list(leader.journal.with_name("journal.db.backups").glob("*.db"))


def test_another_programs_file_is_left_as_it_is(leader: Leader) -> None:
    file = leader.home / "letters.txt"
    file.write_text("Dear Ada")
    assert leader("demo --journal", str(file)).code == 1
    assert file.read_text() == "Dear Ada"


def test_it_stops_at_the_first_line_that_fails(
    leader: Leader, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = datetime.fromisoformat("2026-11-19T09:00+01:00")
    lines = tuple(Line(at, typed) for typed in ("add nobody words", "person list"))
    monkeypatch.setattr(demo, "tell_story", lambda _: lines)
    answer = leader("demo")
    assert answer.code == 2
    assert answer.err.startswith('guidelog: no person "nobody".')
    assert "person list" not in answer.out


def test_every_line_can_be_typed_in_a_shell() -> None:
    for line in tell_story(datetime.fromisoformat(NOON)):
        assert shlex.split(line.typed)[0].isalpha()
