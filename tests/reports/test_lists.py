"""Lists and the page of one entry."""

import pytest

from guidelog.lookback.facts import EntryFacts
from guidelog.reports import entry_page, lists
from reports import bo, versions
from reports.inventing import attempt, goal, person, session, step
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
    lines = shown(lists.list_goals(rows, [], bo.TODAY)).splitlines()
    assert lines[3].split() == ["g1", "bo", "Lead", "–"]
    assert lines[4].split() == ["g2", "bo", "Speak", "0", "no", "date,", "dropped"]


def test_a_goal_past_its_date_shows_the_date_and_how_long_ago_it_was() -> None:
    late = goal("g1", "2026-01-01", "Lead", target_on="2026-09-17")
    line = shown(lists.list_goals([late], [], bo.TODAY)).splitlines()[3]
    assert line.endswith("Thu 17 Sep, 67 days past")


def test_what_a_list_leaves_out_is_counted_with_the_command_that_shows_it() -> None:
    rest = lists.LeftOut(3, "guidelog goal list bo --all")
    shut = shown(lists.list_goals([], [], bo.TODAY, rest))
    assert "none" in shut
    assert "no goals yet" not in shut
    assert shut.rstrip().endswith("3 closed: guidelog goal list bo --all")
    assert "closed" not in shown(lists.list_goals([], [], bo.TODAY))


@pytest.mark.parametrize(
    ("scale", "current", "said"),
    [("levels", "-1", "−1"), ("milestones", "1", "1 of 2"), ("numeric", "1", "1 of 8")],
)
def test_a_goal_stands_where_its_scale_says(
    scale: str, current: str, said: str
) -> None:
    row = goal("g1", "2026-01-01", "Lead", scale=scale, current=current)
    row = row._replace(baseline="0", target="8", unit="reviews")
    steps = [step("g1", 1, "draft"), step("g1", 2, "presented")]
    line = shown(lists.list_goals([row], steps, bo.TODAY)).splitlines()[3]
    assert line.split("Lead")[1].strip() == said


def test_a_goal_shows_its_milestones_or_the_texts_of_its_levels() -> None:
    row = goal("g1", "2026-01-01", "Lead", scale="levels", current="1")
    levels = (step("g1", -1, "when asked"), step("g1", 1, "unasked"))
    facts = EntryFacts("goal", "g1", row.uid, row, steps=levels)
    text = shown(entry_page.compose(facts, bo.TODAY))
    assert [
        part.split() for part in text.partition("Levels\n")[2].splitlines()[:2]
    ] == [
        ["−1", "when", "asked"],
        ["+1", "unasked", "now"],
    ]
    ways = (step("g1", 1, "draft", done_on="2026-11-02"), step("g1", 2, "presented"))
    plan = row._replace(scale="milestones")
    text = shown(entry_page.compose(facts._replace(row=plan, steps=ways), bo.TODAY))
    assert "now           1 of 2" in text
    assert "done Mon 2 Nov" in text.partition("Milestones")[2]


def test_a_person_is_shown_by_name_in_the_words_of_people() -> None:
    row = person(
        "bo",
        "Bo Nilsson",
        rhythm_days=14,
        minutes=250,
        since="2023-01-16",
        hold_since="2026-11-20",
        hold_reason="tribunal case",
    )
    text = shown(entry_page.compose(EntryFacts("person", None, "u", row), bo.TODAY))
    assert text.startswith("Bo Nilsson · person")
    assert "every 2 weeks" in text
    assert "4 h 10 min" in text
    assert "Mon 16 Jan 2023" in text
    assert "Fri 20 Nov: tribunal case" in text


def test_a_talk_names_its_people_and_says_nothing_that_goes_without_saying() -> None:
    talk = session("s1", "2026-11-02", people="bo", agreed="the sheet", minutes=45)
    facts = EntryFacts("session", "s1", talk.uid, talk, names={"bo": "Bo Nilsson"})
    text = shown(entry_page.compose(facts, bo.TODAY))
    assert "Bo Nilsson" in text
    assert "unwritten" not in text
    assert "private; what was agreed: record" in text
    left = facts._replace(row=talk._replace(unwritten="true"))
    assert "on purpose" in shown(entry_page.compose(left, bo.TODAY))


def test_words_that_were_taken_back_are_named_with_the_day_and_the_reason() -> None:
    gone = versions.history(
        "2026-09-14T08:00:00+02:00",
        "ee",
        "redact",
        parts="text impact why",
        reason="hearsay",
        replaces="bb cc",
    )
    facts = versions.EDITED._replace(history=(*versions.EDITED.history, gone))
    text = " ".join(shown(entry_page.compose(facts, bo.TODAY), 100).split())
    assert "taken back what was seen and impact, on Mon 14 Sep: hearsay" in text
    assert "o18 words taken back: what was seen and impact" in text
    assert "(hearsay)" in text


def test_a_closed_note_is_not_looked_at_again() -> None:
    closed = bo.NOTE._replace(status="closed")
    text = shown(lists.list_notes([closed], bo.TODAY))
    assert "closed" in text
    assert "today" not in text


def test_every_empty_list_says_what_to_do_or_that_it_is_empty() -> None:
    pages = [
        lists.list_people([], bo.TODAY),
        lists.list_goals([], [], bo.TODAY),
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
    hint = "Changed apart on tobira and aegir."
    assert hint in shown(entry_page.compose(versions.EDITED, bo.TODAY))
    assert hint not in shown(entry_page.compose(versions.DELETED, bo.TODAY))


def test_a_set_clock_is_named_in_history() -> None:
    row = versions.history("2026-09-08T09:00:00+02:00", "aa", "add", clock="set")
    facts = EntryFacts("observation", None, versions.UID, history=(row,))
    assert "clock set" in shown(entry_page.compose(facts, bo.TODAY), 100)
