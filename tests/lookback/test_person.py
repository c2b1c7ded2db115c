"""The facts of a report: what touches the period, whole, and nothing of others."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelog.dates import Period
from guidelog.errors import UnknownPerson
from guidelog.lookback.facts import PersonFacts, TeamFacts
from guidelog.lookback.person import facts_of
from guidelog.lookback.team import team_facts
from lookback.building import Book, fill
from ordeal import searching

OCTOBER = Period(date(2026, 10, 1), date(2026, 11, 1))
NOVEMBER = Period(date(2026, 11, 1), date(2026, 12, 1))
YEAR = Period(date(2026, 1, 1), date(2027, 1, 1))


@pytest.fixture
def ada(book: Book) -> Book:
    """A journal with Ada in it, and Bo beside her."""
    book.person("ada", "Ada Okonkwo")
    book.person("bo", "Bo Nilsson")
    return book


def ids(rows: tuple[object, ...]) -> list[str]:
    """The ids of some rows."""
    return [str(getattr(row, "id", None)) for row in rows]


def test_of_an_unknown_handle_there_is_nothing_to_tell(ada: Book) -> None:
    with pytest.raises(UnknownPerson):
        facts_of(ada.db, "mira", NOVEMBER)


def test_nothing_of_another_person_is_in_it(filled: Book) -> None:
    facts = facts_of(filled.db, "ada", YEAR)

    gathered = [rows for rows in facts if type(rows) is tuple]
    for rows in gathered:
        for row in rows:
            assert getattr(row, "person", "ada") == "ada"
            assert getattr(row, "goal", None) in (None, "g1")
            assert getattr(row, "resistance", None) in (None, "r1")
    assert all(
        getattr(facts, name)
        for name in PersonFacts._fields
        if name not in ("outside", "amendments")
    )


def test_talks_of_the_period_are_in_it_and_the_others_are_counted(ada: Book) -> None:
    ada.talk("2026-10-31", "ada")
    here = ada.talk("2026-11-20", "ada", "bo")
    ada.talk("2026-12-01", "ada")
    ada.talk("2026-11-21", "bo")

    facts = facts_of(ada.db, "ada", NOVEMBER)

    assert ids(facts.sessions) == [here]
    assert facts.outside == 2
    assert facts.names == {"ada": "Ada Okonkwo", "bo": "Bo Nilsson"}
    assert facts.person.sessions == 3


def test_a_goal_that_was_open_in_the_period_comes_whole(ada: Book) -> None:
    goal = ada.write("goal", person="ada", scale="milestones", day="2026-02-01")
    first = ada.write("progress", goal=goal, step=1, day="2026-03-01")
    later = ada.write("progress", goal=goal, step=2, day="2026-12-01")
    for step in (2, 1):
        ada.write("step", goal=goal, step=step)

    facts = facts_of(ada.db, "ada", NOVEMBER)

    assert ids(facts.goals) == [goal]
    assert ids(facts.progress) == [first, later]
    assert [row.step for row in facts.steps] == [1, 2]
    assert facts.outside == 0


@pytest.mark.parametrize(
    ("opened", "closed", "progressed", "touches"),
    [
        ("2026-02-01", None, None, True),
        ("2026-02-01", "2026-11-01", None, True),
        ("2026-02-01", "2026-10-31", None, False),
        ("2026-02-01", "2026-10-31", "2026-11-02", True),
        ("2026-11-30", None, None, True),
        ("2026-12-01", None, None, False),
    ],
)
def test_a_goal_touches_a_period_while_it_is_open(
    opened: str, closed: str | None, progressed: str | None, touches: bool, ada: Book
) -> None:
    state = closed and "achieved"
    goal = ada.write("goal", person="ada", day=opened, closed_on=closed, state=state)
    if progressed:
        ada.write("progress", goal=goal, value="1", day=progressed)

    facts = facts_of(ada.db, "ada", NOVEMBER)

    assert ids(facts.goals) == ([goal] if touches else [])
    assert facts.outside == (0 if touches else 1)


def test_an_open_resistance_note_comes_with_all_that_hangs_on_it(ada: Book) -> None:
    talk = ada.talk("2026-07-08", "ada")
    note = ada.write("resistance", person="ada", day="2026-07-27", session=talk)
    seen = ada.write("observation", person="ada", day="2026-08-17", resistance=note)
    tried = ada.write("attempt", resistance=note, day="2026-07-30")
    ada.write("move", resistance=note, attempt=tried, day="2026-07-30")
    mine = ada.write(
        "commitment",
        owner="me",
        person="ada",
        resistance=note,
        day="2026-07-30",
        done_on="2026-08-11",
    )
    from_try = ada.write(
        "commitment",
        person="ada",
        attempt=tried,
        day="2026-07-30",
        dropped_on="2026-08-01",
    )
    told = ada.write("handout", person="ada", items=[note], day="2026-10-02")

    facts = facts_of(ada.db, "ada", NOVEMBER)

    assert ids(facts.resistance) == [note]
    assert ids(facts.observations) == [seen]
    assert ids(facts.attempts) == [tried]
    assert [row.to_status for row in facts.moves] == ["working"]
    assert ids(facts.commitments) == [mine, from_try]
    assert ids(facts.handouts) == [told]
    # the talk lies outside, but says when the expectation was told
    assert ids(facts.sessions) == [talk]
    assert facts.outside == 0


def test_a_note_closed_before_the_period_is_only_counted(ada: Book) -> None:
    note = ada.write("resistance", person="ada", day="2026-07-27")
    ada.write("attempt", resistance=note, day="2026-07-30")
    ada.write("move", resistance=note, to_status="resolved", day="2026-10-31")

    facts = facts_of(ada.db, "ada", NOVEMBER)

    assert (facts.resistance, facts.attempts, facts.moves) == ((), (), ())
    assert facts.outside == 2
    assert ids(facts_of(ada.db, "ada", OCTOBER).resistance) == [note]


@pytest.mark.parametrize(
    ("said", "touches"),
    [
        ({"day": "2026-11-20", "dropped_on": "2026-12-02"}, True),
        ({"day": "2026-10-20", "dropped_on": "2026-12-02"}, False),
        ({"day": "2026-10-20"}, True),
        ({"day": "2026-12-02"}, False),
        ({"day": "2026-10-20", "due_on": "2026-11-20", "done_on": "2026-12-20"}, True),
        ({"day": "2026-10-20", "due_on": "2026-10-30", "done_on": "2026-11-02"}, True),
        ({"day": "2026-10-20", "due_on": "2026-10-30", "done_on": "2026-10-22"}, False),
    ],
)
def test_a_commitment_touches_a_period_while_somebody_may_ask_for_it(
    said: dict[str, str], touches: bool, ada: Book
) -> None:
    promised = ada.write("commitment", person="ada", **said)

    facts = facts_of(ada.db, "ada", NOVEMBER)

    assert ids(facts.commitments) == ([promised] if touches else [])


def test_topics_stand_on_the_list_until_they_are_closed(ada: Book) -> None:
    ada.write(
        "topic", person="ada", day="2026-09-01", state="done", closed_on="2026-10-31"
    )
    talked = ada.write(
        "topic", person="ada", day="2026-09-02", state="done", closed_on="2026-11-01"
    )
    waits = ada.write("topic", person="ada", day="2026-09-03")

    assert ids(facts_of(ada.db, "ada", NOVEMBER).topics) == [talked, waits]


def test_amendments_of_what_is_shown_come_with_it(ada: Book) -> None:
    talk = ada.talk("2026-11-20", "ada")
    old = ada.talk("2026-10-20", "ada")
    ada.log("add", talk, note="first")
    ada.log("amend", talk, note="second", why="misheard")
    ada.log("amend", old, note="other")

    facts = facts_of(ada.db, "ada", NOVEMBER)

    (amended,) = facts.amendments
    assert (amended.change.id, amended.change.reason) == (talk, "misheard")
    assert [(one.name, one.before, one.now) for one in amended.changed] == [
        ("note", "first", "second")
    ]


def test_the_facts_say_where_the_record_stands(ada: Book) -> None:
    talk = ada.talk("2026-11-20", "ada")
    head = ada.log("add", talk, note="first", clock="set")

    standing = facts_of(ada.db, "ada", NOVEMBER).standing

    assert (standing.heads, standing.demonstration) == ((head,), True)


def test_the_team_is_everybody_but_the_archive_by_handle(ada: Book) -> None:
    ada.person("li", "Li Wei", archived_on="2026-10-01")
    both = ada.talk("2026-11-20", "bo", "ada", minutes=30)
    ada.talk("2026-11-21", "bo")
    ada.talk("2026-11-22", "li", minutes=60)

    team = team_facts(ada.db, NOVEMBER)

    assert [facts.person.handle for facts in team.people] == ["ada", "bo"]
    # one talk with both counts for each of them, and once for the team
    assert [len(facts.sessions) for facts in team.people] == [1, 2]
    assert ids(team.people[0].sessions) == [both]
    assert (team.talks, team.minutes) == (2, 30)


def test_a_team_of_nobody_has_nothing(book: Book) -> None:
    assert team_facts(book.db, NOVEMBER) == TeamFacts()


@searching(10)
@given(st.dates(date(2026, 1, 1), date(2026, 12, 1)), st.integers(1, 200))
def test_the_team_knows_of_each_what_a_report_of_them_knows(
    first: date, length: int
) -> None:
    period = Period(first, date.fromordinal(first.toordinal() + length))
    book = fill(Book())

    team = team_facts(book.db, period)

    for facts in team.people:
        assert facts == facts_of(book.db, facts.person.handle, period)
    book.db.close()


def test_the_team_is_asked_for_in_a_few_questions(book: Book) -> None:
    def questions(people: int) -> int:
        for n in range(people):
            book.person(f"{people}-{n}", "Ada Okonkwo")
        asked: list[str] = []
        book.db.set_trace_callback(asked.append)
        team_facts(book.db, NOVEMBER)
        book.db.set_trace_callback(None)
        return len(asked)

    few = questions(1)

    # a person more costs their name and their count, not a dozen questions
    assert questions(10) <= few + 10 * 3
