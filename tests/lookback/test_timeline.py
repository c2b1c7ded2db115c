"""The timeline: every entry once, in order, with what tells more about it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelog.dates import Period
from guidelog.errors import UnknownWord
from guidelog.lookback.filters import Filters
from guidelog.lookback.timeline import timeline_of
from lookback.building import Book
from ordeal import searching

NOVEMBER = Period(date(2026, 11, 1), date(2026, 12, 1))


@pytest.fixture
def team(book: Book) -> Book:
    """A journal with Ada and Bo in it."""
    book.person("ada", "Ada Okonkwo")
    book.person("bo", "Bo Nilsson")
    return book


def lines(book: Book, filters: Filters) -> list[str | None]:
    """The ids of the lines."""
    return [line.id for line in timeline_of(book.db, filters).lines]


def test_a_talk_with_several_stands_there_once(team: Book) -> None:
    both = team.talk("2026-11-20", "bo", "ada")
    alone = team.talk("2026-11-20", "bo")

    facts = timeline_of(team.db, Filters())

    assert [line.id for line in facts.lines] == [both, alone]
    assert facts.sessions[both].people == "bo ada"
    assert facts.names == {"ada": "Ada Okonkwo", "bo": "Bo Nilsson"}
    assert lines(team, Filters(who="ada")) == [both]


def test_what_was_made_in_a_talk_keeps_its_line_and_is_told_by_id(team: Book) -> None:
    goal = team.write("goal", person="ada", day="2026-01-01")
    talk = team.talk("2026-11-20", "ada")
    led = team.write("progress", goal=goal, value="4", session=talk, day="2026-11-20")
    promised = team.write("commitment", person="ada", session=talk, day="2026-11-20")
    seen = team.write("observation", person="ada", day="2026-11-21")

    facts = timeline_of(team.db, Filters(period=NOVEMBER))

    assert [line.id for line in facts.lines] == [talk, led, promised, seen]
    assert facts.progress[led].session == talk
    assert facts.commitments[promised].session == talk
    assert set(facts.observations) == {seen}
    assert set(facts.goals) == {goal}
    assert facts.outside == 1


def test_what_was_made_in_a_shown_talk_is_told_even_without_a_line(
    team: Book,
) -> None:
    talk = team.talk("2026-11-20", "ada", tags=["incident"])
    team.talk("2026-11-20", "ada")
    promised = team.write("commitment", person="ada", session=talk, day="2026-11-20")
    team.write("commitment", person="ada", day="2026-11-20")

    facts = timeline_of(team.db, Filters(tags=("incident",)))

    assert [line.id for line in facts.lines] == [talk]
    assert set(facts.commitments) == {promised}


def test_moves_are_lines_but_are_not_counted_as_entries(team: Book) -> None:
    note = team.write("resistance", person="ada", day="2026-11-01")
    team.write("move", resistance=note, day="2026-11-02")
    team.write("move", resistance=note, day="2026-12-02")

    facts = timeline_of(team.db, Filters(period=NOVEMBER))

    assert [line.kind for line in facts.lines] == ["resistance", "move"]
    assert facts.outside == 0


def test_a_move_bears_the_id_of_its_note_and_is_told_by_uid(team: Book) -> None:
    note = team.write("resistance", person="ada", day="2026-11-01")
    tried = team.write("attempt", resistance=note, day="2026-10-30")
    team.write("attempt", resistance=team.write("resistance", person="bo"))
    team.write("move", resistance=note, reason="agreed", day="2026-11-02")

    facts = timeline_of(team.db, Filters(who="ada", period=NOVEMBER))

    assert [line.id for line in facts.lines] == [note, note]
    assert facts.moves[facts.lines[1].uid].reason == "agreed"
    assert set(facts.resistance) == {note}
    assert set(facts.attempts) == {tried}


def test_for_others_the_talks_that_something_came_up_in_are_at_hand(
    team: Book,
) -> None:
    talk = team.talk("2026-10-20", "ada", note="mine", visibility="private")
    seen = team.write("observation", person="ada", session=talk, day="2026-11-02")

    told = timeline_of(team.db, Filters(period=NOVEMBER, for_others=True))

    assert (told.for_others, set(told.observations)) == (True, {seen})
    assert [row.note for row in told.linked.values()] == [None]
    assert timeline_of(team.db, Filters(period=NOVEMBER)).linked == {}


@pytest.mark.parametrize("who", [None, "ada"])
def test_what_is_not_shown_is_counted(who: str | None, filled: Book) -> None:
    every = timeline_of(filled.db, Filters(who=who))
    some = timeline_of(filled.db, Filters(who=who, period=NOVEMBER))

    assert every.outside == 0
    entries = [line for line in every.lines if line.kind != "move"]
    assert some.outside == len(entries) - len(some.lines) > 0


@searching(20)
@given(
    st.lists(st.tuples(st.integers(1, 9), st.booleans(), st.booleans()), max_size=25),
    st.integers(1, 8),
)
def test_a_limit_shows_the_newest_entries_whatever_they_are(
    made: list[tuple[int, bool, bool]], limit: int
) -> None:
    book = Book()
    book.person("ada", "Ada Okonkwo")
    book.person("bo", "Bo Nilsson")
    for day, is_talk, both in made:
        if is_talk:
            book.talk(f"2026-11-0{day}", *(("ada", "bo") if both else ("ada",)))
        else:
            book.write("observation", person="ada", day=f"2026-11-0{day}")

    every, newest = lines(book, Filters()), lines(book, Filters(limit=limit))
    book.db.close()

    assert len(every) == len(made)
    assert newest == every[-limit:]


def test_for_others_no_private_word_is_anywhere_in_it(team: Book) -> None:
    secret = {"visibility": "private"}
    goal = team.write("goal", person="ada", title="SECRET", **secret)
    talk = team.talk("2026-11-20", "ada", note="SECRET", about="SECRET")
    made = {"person": "ada", "session": talk, "day": "2026-11-20"}
    team.write("commitment", what="SECRET", **made, **secret)
    team.write("observation", text="SECRET", **made, **secret)
    shown = team.write("progress", goal=goal, value="1", day="2026-11-20")

    facts = timeline_of(team.db, Filters(for_others=True))

    assert "SECRET" not in repr(facts)
    assert [line.id for line in facts.lines] == [talk, shown]


def test_an_empty_journal_has_an_empty_timeline(book: Book) -> None:
    facts = timeline_of(book.db, Filters(limit=5))

    assert (facts.lines, facts.outside) == ((), 0)


def test_an_unknown_kind_is_refused(book: Book) -> None:
    with pytest.raises(UnknownWord):
        timeline_of(book.db, Filters(kinds=("talk",)))
