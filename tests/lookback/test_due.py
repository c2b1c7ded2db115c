"""What is due: everything open that has a day, and everybody's last talk."""

import pytest

from guidelog.lookback.due import due_facts
from lookback.building import Book


@pytest.fixture
def team(book: Book) -> Book:
    """A journal with Ada, Bo, and Li in the archive."""
    book.person("bo", "Bo Nilsson", rhythm_days=14)
    book.person("ada", "Ada Okonkwo")
    book.person("li", "Li Wei", archived_on="2026-10-01")
    return book


def test_open_commitments_are_there_also_those_without_a_day(team: Book) -> None:
    dated = team.write("commitment", person="ada", due_on="2026-11-20")
    undated = team.write("commitment", person="bo")
    mine = team.write("commitment", owner="me", person=None)
    team.write("commitment", person="ada", done_on="2026-11-20")
    team.write("commitment", person="ada", dropped_on="2026-11-20")

    found = [row.id for row in due_facts(team.db).commitments]

    assert found == [dated, undated, mine]
    assert [row.id for row in due_facts(team.db, "ada").commitments] == [dated]


def test_what_was_promised_to_somebody_put_away_is_still_owed(team: Book) -> None:
    team.write("commitment", person="li")
    mine = team.write("commitment", owner="me", person="li")

    assert [row.id for row in due_facts(team.db).commitments] == [mine]


def test_a_note_is_due_while_it_lives_and_has_a_follow_up(team: Book) -> None:
    waits = team.write("resistance", person="ada", follow_up_on="2026-11-23")
    team.write("resistance", person="ada")
    solved = team.write("resistance", person="bo", follow_up_on="2026-11-23")
    team.write("move", resistance=solved, to_status="resolved")

    assert [row.id for row in due_facts(team.db).resistance] == [waits]


def test_a_goal_is_due_while_it_is_open_and_has_a_day(team: Book) -> None:
    dated = team.write("goal", person="bo", target_on="2026-10-30")
    team.write("goal", person="bo")
    team.write("goal", person="bo", target_on="2026-10-30", state="achieved")

    assert [row.id for row in due_facts(team.db).goals] == [dated]
    assert due_facts(team.db, "ada").goals == ()


def test_everybodys_last_talk_is_known_by_handle(team: Book) -> None:
    team.talk("2026-10-16", "bo")
    note = team.write("resistance", person="bo")
    team.write("attempt", resistance=note, response="declined", day="2026-10-20")
    team.write("attempt", resistance=note, response="absent", day="2026-11-20")

    people = due_facts(team.db).people

    assert [(one.handle, one.last_talk_on) for one in people] == [
        ("ada", None),
        ("bo", "2026-10-20"),
    ]
    assert people[1].rhythm_days == 14
    assert [one.name for one in due_facts(team.db, "bo").people] == ["Bo Nilsson"]


def test_the_last_talk_is_asked_for_only_where_there_is_a_rhythm(
    team: Book,
) -> None:
    team.talk("2026-10-16", "ada")

    (ada,) = due_facts(team.db, "ada").people

    assert (ada.rhythm_days, ada.last_talk_on) == (None, None)
