"""Home and due: what waits, the most late first."""

from datetime import timedelta

from guidelog.lookback.facts import DueFacts, LastTalk
from guidelog.reports import due_page, home_page
from guidelog.reports.due_list import due_items
from reports import bo, team
from reports.inventing import commitment
from reports.shown import shown

TODAY = bo.TODAY


def promised(days: int | None, number: int = 1) -> DueFacts:
    """So many commitments due in so many days."""
    due_on = None if days is None else (TODAY + timedelta(days)).isoformat()
    rows = tuple(
        commitment(f"c{n}", "bo", "the runbook", person="bo", due_on=due_on)
        for n in range(number)
    )
    return DueFacts(commitments=rows, people=team.DUE.people[1:2])


def test_the_most_late_comes_first_and_what_has_no_day_last() -> None:
    days = [item.due_on for item in due_items(team.DUE, TODAY)]
    assert days[-1] is None
    known = [day for day in days if day]
    assert known == sorted(known)


def test_home_shows_a_week_and_counts_the_rest() -> None:
    def home(facts: DueFacts) -> str:
        return shown(home_page.compose(facts, None, 0, TODAY))

    assert "the runbook" in home(promised(7))
    assert "the runbook" not in home(promised(8))
    assert home(promised(-1, 14)).count("the runbook") == 10
    assert "4 more: guidelog due" in home(promised(-1, 14))


def test_due_shows_all_of_it() -> None:
    def due(facts: DueFacts) -> str:
        return shown(due_page.compose(facts, TODAY))

    assert due(promised(-1, 14)).count("1 day late") == 14
    assert "tomorrow" in due(promised(1))
    assert "no date" in due(promised(None))
    assert "nothing is due" in due(promised(None, 0)._replace(people=()))


def test_whom_it_is_about_is_said_where_that_is_not_who_does_it() -> None:
    mine = promised(-1).commitments[0]._replace(owner="me")
    text = shown(due_page.compose(promised(-1)._replace(commitments=(mine,)), TODAY))
    assert text.splitlines()[3].split()[-1] == "bo"
    theirs = shown(due_page.compose(promised(-1), TODAY)).splitlines()[3]
    assert theirs.split()[-3:] == ["Bo", "the", "runbook"]


def test_two_of_one_first_name_are_told_apart() -> None:
    people = (
        LastTalk("bo", "Bo Nilsson", None, None, None),
        LastTalk("bo-2", "Bo Lindqvist", None, None, None),
    )
    facts = promised(-1)._replace(people=people)
    assert "Bo Nilsson  the runbook" in shown(due_page.compose(facts, TODAY))


def test_a_demonstration_says_so_in_the_last_line() -> None:
    facts = promised(-1)._replace(demonstration=True)
    for page in (
        due_page.compose(facts, TODAY),
        home_page.compose(facts, None, 0, TODAY),
    ):
        assert shown(page).rstrip().endswith("demonstration, clock set")


def test_only_who_is_out_of_rhythm_was_not_seen_lately() -> None:
    people = (
        LastTalk("ada", "Ada Okonkwo", 14, None, "2026-11-09"),
        LastTalk("bo", "Bo Nilsson", 14, None, "2026-11-08"),
        LastTalk("li", "Li Wei", 7, None, "2026-11-01"),
        LastTalk("mira", "Mira Haddad", None, None, "2025-01-01"),
        LastTalk("new", "New Here", 14, None, None),
    )
    text = shown(due_page.compose(DueFacts(people=people), TODAY))
    _, _, unseen = text.partition("Not seen lately\n")
    assert unseen.splitlines() == [
        "  li  22 days ago, every week",
        "  bo  15 days ago, every 2 weeks",
    ]
