"""What is gathered before a talk: all that is open, and nothing about anybody else."""

import pytest

from guidelog.errors import UnknownPerson
from guidelog.lookback.prep import prep_facts
from lookback.building import Book, fill
from lookback.test_plans import watching


@pytest.fixture
def pair(book: Book) -> Book:
    """A journal with Ada and Bo."""
    book.person("ada", "Ada Okonkwo", rhythm_days=14, role="engineer")
    book.person("bo", "Bo Nilsson")
    return book


def ids(rows: object) -> list[str]:
    assert isinstance(rows, tuple)
    return [row.id for row in rows]


def test_the_last_talk_is_the_one_that_happened_last(pair: Book) -> None:
    last = pair.talk("2026-11-20", "ada", "bo", time="15:10", zone="+01:00")
    pair.talk("2026-11-20", "ada", time="09:00", zone="+01:00")
    pair.talk("2026-11-21", "bo")

    facts = prep_facts(pair.db, "ada")

    assert facts.last is not None
    assert facts.last.id == last
    assert facts.talk_days == ("2026-11-20", "2026-11-20")
    assert facts.person.last_talk_on == "2026-11-20"


def test_an_attempt_answered_in_the_room_is_a_talk_too(pair: Book) -> None:
    note = pair.write("resistance", person="ada", day="2026-11-01")
    talk = pair.talk("2026-11-10", "ada")
    pair.write("attempt", resistance=note, day="2026-11-10")
    pair.write("attempt", resistance=note, day="2026-11-22", response="absent")
    last = pair.write("attempt", resistance=note, day="2026-11-21", session=talk)

    facts = prep_facts(pair.db, "ada")

    assert facts.talk_days == ("2026-11-10", "2026-11-21")
    assert facts.last is not None
    assert facts.last.id == talk
    assert facts.last_attempt is not None
    assert facts.last_attempt.id == last
    assert facts.person.last_talk_on == "2026-11-21"


def test_after_a_later_session_no_attempt_is_the_last_talk(pair: Book) -> None:
    note = pair.write("resistance", person="ada", day="2026-11-01")
    pair.write("attempt", resistance=note, day="2026-11-10")
    last = pair.talk("2026-11-11", "ada")

    facts = prep_facts(pair.db, "ada")

    assert facts.talk_days == ("2026-11-10", "2026-11-11")
    assert facts.last is not None
    assert (facts.last.id, facts.last_attempt) == (last, None)


def test_before_the_first_talk_there_is_none(pair: Book) -> None:
    facts = prep_facts(pair.db, "ada")

    assert (facts.last, facts.talk_days) == (None, ())
    assert (facts.person.name, facts.person.role) == ("Ada Okonkwo", "engineer")
    assert facts.person.rhythm_days == 14


def test_only_what_is_open_is_there(pair: Book) -> None:
    theirs = pair.write("commitment", person="ada")
    pair.write("commitment", person="ada", done_on="2026-11-20")
    mine = pair.write("commitment", person="ada", owner="me")
    topic = pair.write("topic", person="ada")
    pair.write("topic", person="ada", state="done", closed_on="2026-11-20")
    goal = pair.write("goal", person="ada")
    pair.write("goal", person="ada", state="paused")

    facts = prep_facts(pair.db, "ada")

    assert ids(facts.commitments) == [theirs, mine]
    assert ids(facts.topics) == [topic]
    assert ids(facts.goals) == [goal]


def test_a_living_note_comes_with_its_attempts_only(pair: Book) -> None:
    lives = pair.write("resistance", person="ada")
    over = pair.write("resistance", person="ada")
    pair.write("move", resistance=over, to_status="resolved")
    tried = pair.write("attempt", resistance=lives)
    pair.write("attempt", resistance=over)

    facts = prep_facts(pair.db, "ada")

    assert ids(facts.resistance) == [lives]
    assert ids(facts.attempts) == [tried]


def test_a_note_handed_on_still_lives(pair: Book) -> None:
    note = pair.write("resistance", person="ada")
    pair.write("move", resistance=note, to_status="escalated")

    assert ids(prep_facts(pair.db, "ada").resistance) == [note]


def test_an_open_goal_comes_with_its_steps_and_ratings_only(pair: Book) -> None:
    goal = pair.write("goal", person="ada", scale="milestones")
    pair.write("step", goal=goal, step=1)
    over = pair.write("goal", person="ada", scale="milestones", state="achieved")
    pair.write("step", goal=over, step=1)
    entry = pair.write("progress", goal=goal, step=1)
    pair.write("progress", goal=over, step=1)

    facts = prep_facts(pair.db, "ada")

    assert [step.goal for step in facts.steps] == [goal]
    assert ids(facts.progress) == [entry]


def test_what_is_about_somebody_else_stays_out(book: Book) -> None:
    fill(book)
    facts = prep_facts(book.db, "bo")
    everything = [
        *[row.person for row in facts.commitments],
        *[row.person for row in facts.topics],
        *[row.person for row in facts.goals],
        *[row.person for row in facts.progress],
        *[row.person for row in facts.resistance],
        *[row.person for row in facts.attempts],
        *[row.person for row in facts.observations],
    ]
    assert len(everything) == 7
    assert set(everything) == {"bo"}
    assert facts.last is not None
    assert facts.last.people == "bo"


def test_somebody_in_the_archive_can_be_prepared_for(pair: Book) -> None:
    pair.person("li", "Li Wei", archived_on="2026-10-01")
    promised = pair.write("commitment", person="li")
    assert ids(prep_facts(pair.db, "li").commitments) == [promised]


def test_nobody_has_this_handle(pair: Book) -> None:
    with pytest.raises(UnknownPerson):
        prep_facts(pair.db, "mira")


def test_it_walks_through_nothing(filled: Book) -> None:
    with watching(filled.db) as walks:
        prep_facts(filled.db, "ada")

    assert walks == []
