"""One entry whole: as it is, as it was, and what hangs on it."""

import pytest

from guidelog.lookback.entries import entry_of
from guidelog.lookback.facts import EntryFacts
from guidelog.lookback.finding import Found, find_id
from guidelog.lookback.rows import VIEWS
from guidelog.lookback.rows_by_uid import VIEW_OF_KIND, lines_of
from lookback.building import Book


def show(book: Book, name: str) -> EntryFacts:
    """Look at one entry."""
    return entry_of(book.db, find_id(book.db, book.uids[name]))


def children(book: Book, name: str) -> list[str]:
    """What hangs on an entry, by id, or by kind where there is none."""
    return [child.id or child.kind for child in show(book, name).children]


@pytest.fixture
def team(book: Book) -> Book:
    """A journal with Ada and Bo in it."""
    book.person("ada", "Ada Okonkwo")
    book.person("bo", "Bo Nilsson")
    return book


def test_a_thing_of_every_kind_is_shown_with_its_row(filled: Book) -> None:
    for name, kind in filled.kinds.items():
        facts = show(filled, name)

        assert (facts.kind, facts.uid) == (kind, filled.uids[name])
        assert isinstance(facts.row, VIEWS[VIEW_OF_KIND[kind]])


def test_what_came_up_in_a_group_talk_is_found_for_everybody_in_it(team: Book) -> None:
    talk = team.talk("2026-11-20", "ada", "bo")
    goal = team.write("goal", person="ada")
    day = {"session": talk, "day": "2026-11-20"}
    made = [
        team.write("commitment", person="ada", **day),
        team.write("commitment", person="bo", **day),
        team.write("commitment", owner="me", person=None, **day),
        team.write("progress", goal=goal, value="1", **day),
        team.write("observation", person="bo", **day),
        team.write("topic", person="ada", **day),
        team.write("handout", person="bo", items=[talk], day="2026-11-21"),
    ]
    team.write("commitment", person="ada", day="2026-11-20")

    facts = show(team, talk)

    assert [child.id for child in facts.children] == made
    assert facts.names == {"ada": "Ada Okonkwo", "bo": "Bo Nilsson"}


def test_a_group_talk_is_one_child_of_a_goal(team: Book) -> None:
    goal = team.write("goal", person="ada", day="2026-01-01")
    other = team.write("goal", person="ada", day="2026-01-01")
    talk = team.talk("2026-11-20", "ada", "bo", goals=[other, goal])
    led = team.write("progress", goal=goal, value="1", day="2026-11-21")
    seen = team.write("observation", person="ada", goal=goal, day="2026-11-22")
    judged = team.write("assessment", person="ada", goal=goal, day="2026-11-23")

    assert children(team, goal) == [talk, led, seen, judged]
    assert children(team, other) == [talk]


def test_attempts_moves_and_later_occurrences_hang_on_a_note(team: Book) -> None:
    note = team.write("resistance", person="bo", day="2026-07-27")
    other = team.write("resistance", person="bo", day="2026-07-28")
    tried = team.write("attempt", resistance=note, day="2026-07-30")
    team.write("move", resistance=note, attempt=tried, day="2026-07-30")
    team.write("move", resistance=other, day="2026-07-30")
    mine = team.write("commitment", owner="me", person="bo", attempt=tried)
    seen = team.write("observation", person="bo", resistance=note, day="2026-08-17")

    assert children(team, note) == [tried, note, seen]
    assert children(team, tried) == [mine]


def test_every_version_comes_with_its_texts_oldest_first(team: Book) -> None:
    talk = team.talk("2026-11-20", "ada", note="third")
    for n, note in enumerate(("first", "second", "third")):
        team.log("amend" if n else "add", talk, note=note, facts={"n": n})

    facts = show(team, talk)

    assert [change.operation for change in facts.history] == ["add", "amend", "amend"]
    assert [text.text for text in facts.texts] == ["first", "second", "third"]
    assert {text.part for text in facts.texts} == {"note"}


def test_what_was_deleted_shows_its_history_and_no_row(team: Book) -> None:
    talk = team.talk("2026-11-20", "ada")
    team.log("add", talk, note="first")
    team.delete(talk)
    team.log("delete", talk)

    facts = show(team, talk)

    assert facts.row is None
    assert [change.operation for change in facts.history] == ["add", "delete"]
    assert facts.children == ()


def test_a_hold_has_no_view_of_its_own(team: Book) -> None:
    hold = team.write("hold", person="ada")

    facts = entry_of(team.db, Found(None, "hold", team.uids[hold]))

    assert facts.row is None


def test_what_was_written_is_read_back_in_the_order_it_is_named(team: Book) -> None:
    talk = team.talk("2026-11-20", "ada", "bo")
    promised = team.write("commitment", person="ada", session=talk)
    gone = team.write("topic", person="ada")
    team.delete(gone)

    uids = [team.uids[name] for name in (promised, gone, talk)]
    rows, names = lines_of(team.db, uids)

    assert [getattr(row, "id", None) for row in rows] == [promised, talk]
    assert names == {"ada": "Ada Okonkwo", "bo": "Bo Nilsson"}
