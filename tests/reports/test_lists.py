"""Lists and the page of one entry."""

from dataclasses import replace

from guidelog.lookback.facts import EntryFacts
from guidelog.reports import entry_page, lists
from reports import bo, versions
from reports.inventing import attempt, goal, person
from reports.shown import shown


def test_people_put_away_or_on_hold_say_so() -> None:
    row = person("li", "Li Wei", archived_on="2026-10-01", hold_since="2026-09-01")
    text = shown(lists.list_people([row], bo.TODAY))
    assert "Li Wei · archived · on hold" in text
    assert "–" in text.splitlines()[3]


def test_a_goal_without_entry_shows_a_dash_and_a_closed_one_its_state() -> None:
    rows = [
        goal("g1", "2026-01-01", "Lead", scale="numeric"),
        goal("g2", "2026-01-01", "Speak", state="dropped", current="0", scale="levels"),
    ]
    lines = shown(lists.list_goals(rows, bo.TODAY)).splitlines()
    assert lines[3].split() == ["g1", "bo", "Lead", "–"]
    assert lines[4].split() == ["g2", "bo", "Speak", "level", "0", "dropped"]


def test_a_closed_note_is_not_looked_at_again() -> None:
    closed = replace(bo.NOTE, status="closed")
    text = shown(lists.list_notes([closed], bo.TODAY))
    assert "closed" in text
    assert "today" not in text


def test_every_empty_list_says_what_to_do_or_that_it_is_empty() -> None:
    pages = [
        lists.list_people([], bo.TODAY),
        lists.list_goals([], bo.TODAY),
        lists.list_notes([], bo.TODAY),
        lists.list_actions([], bo.TODAY),
        lists.list_tags({}, bo.TODAY),
    ]
    assert all("no" in shown(page).splitlines()[2] for page in pages)


def test_an_entry_shows_own_words_as_quotation_and_days_with_weekday() -> None:
    row = attempt(
        "a1",
        "2026-11-20T15:00+01:00",
        "r1",
        "asked",
        their_words="Fine.",
        result_on="2026-11-21",
    )
    page = entry_page.compose(EntryFacts("attempt", "a1", row.uid, row), bo.TODAY)
    text = shown(page)
    assert "“Fine.”" in text
    assert "Fri 20 Nov 15:00" in text
    assert "Sat 21 Nov" in text
    assert "History" not in text


def test_two_heads_are_a_conflict_and_one_is_none() -> None:
    hint = "Changed on two devices apart"
    assert hint in shown(entry_page.compose(versions.EDITED, bo.TODAY))
    assert hint not in shown(entry_page.compose(versions.DELETED, bo.TODAY))


def test_a_set_clock_is_named_in_history() -> None:
    row = versions.history("2026-09-08T09:00:00+02:00", "aa", "add", clock="set")
    facts = EntryFacts("observation", None, versions.UID, history=(row,))
    assert "clock set" in shown(entry_page.compose(facts, bo.TODAY), 100)
