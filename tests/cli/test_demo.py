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

from cli.conftest import demonstration_of, rows_of
from guidelog.cli import demo
from guidelog.cli.app import run
from guidelog.data.demonstration import Line, tell_story
from guidelog.storage.drafts import waiting
from leading import NOON, Leader

REAL = ""
"""GUIDELOG_NOW set to nothing: the machine's own clock."""

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
