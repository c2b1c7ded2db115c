"""Filters narrow what is looked at; one that can't be applied is refused."""

from datetime import date

import pytest

from guidelog.dates import Period
from guidelog.errors import FilterNotTaken, UnknownWord
from guidelog.lookback.filters import TAKEN, Filters
from guidelog.lookback.reading import cells_of, rows_of
from guidelog.lookback.rows import (
    VIEWS,
    CommitmentRow,
    GoalRow,
    ObservationRow,
    SessionRow,
    TimelineRow,
    TopicRow,
)
from lookback.building import Book

NOVEMBER = Period(date(2026, 11, 1), date(2026, 12, 1))
ALL = {
    "--who": Filters(who="ada"),
    "--period": Filters(period=NOVEMBER),
    "--kind": Filters(kinds=("resistance",)),
    "--tag": Filters(tags=("incident",)),
    "--not-tag": Filters(not_tags=("incident",)),
    "--goal": Filters(goals=("g1",)),
    "--for": Filters(for_others=True),
}


def ids(book: Book, filters: Filters) -> list[str]:
    """The ids of the sessions that are left, in their order."""
    return [row.id for row in rows_of(book.db, SessionRow, filters)]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", ALL)
def test_a_view_takes_a_filter_or_refuses_it_and_never_passes_it_over(
    view: str, name: str, filled: Book
) -> None:
    if name in TAKEN[view]:
        assert list(cells_of(filled.db, view, ALL[name])) is not None
    else:
        with pytest.raises(FilterNotTaken, match=name) as refused:
            cells_of(filled.db, view, ALL[name])
        assert all(taken in refused.value.helps for taken in TAKEN[view])


def test_a_session_with_several_is_found_for_each_of_them(book: Book) -> None:
    book.person("ada", "Ada Okonkwo")
    book.person("bo", "Bo Nilsson")
    both = book.talk("2026-11-20", "ada", "bo")
    alone = book.talk("2026-11-21", "bo")

    assert ids(book, Filters(who="ada")) == [both]
    assert ids(book, Filters(who="bo")) == [both, alone]


def test_a_period_holds_its_first_and_its_last_day_whole(book: Book) -> None:
    book.person("ada", "Ada Okonkwo")
    book.talk("2026-10-31", "ada", time="23:59", zone="-08:00")
    first = book.talk("2026-11-01", "ada")
    last = book.talk("2026-11-30", "ada", time="23:59", zone="-08:00")
    book.talk("2026-12-01", "ada")

    assert ids(book, Filters(period=NOVEMBER)) == [first, last]


def test_a_period_counts_a_commitment_by_the_day_it_was_agreed(book: Book) -> None:
    book.person("ada", "Ada Okonkwo")
    late = "2026-12-02T09:00:00+01:00"
    agreed = book.write("commitment", person="ada", day="2026-11-30", recorded_at=late)
    raised = book.write("topic", person="ada", day="2026-11-30", recorded_at=late)
    book.write("commitment", person="ada", day="2026-12-01", recorded_at=late)

    asked = Filters(period=NOVEMBER)
    assert [row.id for row in rows_of(book.db, CommitmentRow, asked)] == [agreed]
    assert [row.id for row in rows_of(book.db, TopicRow, asked)] == [raised]


def test_several_tags_mean_any_and_a_tag_is_no_beginning_of_another(
    book: Book,
) -> None:
    book.person("ada", "Ada Okonkwo")
    pay = book.talk("2026-11-01", "ada", tags=["pay"])
    both = book.talk("2026-11-02", "ada", tags=["growth", "team"])
    book.talk("2026-11-03", "ada", tags=["payroll"])
    bare = book.talk("2026-11-04", "ada")

    assert ids(book, Filters(tags=("pay", "team"))) == [pay, both]
    assert ids(book, Filters(not_tags=("pay", "team", "payroll"))) == [bare]
    assert ids(book, Filters(tags=("pay", "team"), not_tags=("growth",))) == [pay]


def test_a_goal_filter_finds_the_goal_and_what_belongs_to_it(book: Book) -> None:
    book.person("ada", "Ada Okonkwo")
    first = book.write("goal", person="ada")
    second = book.write("goal", person="ada")
    talk = book.talk("2026-11-01", "ada", goals=[first, second])
    seen = book.write("observation", person="ada", goal=second)

    asked = Filters(goals=(second,))
    assert ids(book, asked) == [talk]
    assert [row.id for row in rows_of(book.db, GoalRow, asked)] == [second]
    assert [row.id for row in rows_of(book.db, ObservationRow, asked)] == [seen]
    lines = {row.id for row in rows_of(book.db, TimelineRow, asked)}
    assert lines == {second, talk, seen}


def test_several_kinds_mean_any(filled: Book) -> None:
    asked = Filters(kinds=("session", "move"), who="ada")

    kinds = [row.kind for row in rows_of(filled.db, TimelineRow, asked)]

    assert kinds == ["move", "session"]


def test_a_kind_that_does_not_exist_is_refused_with_the_nearest(book: Book) -> None:
    with pytest.raises(UnknownWord, match="Did you mean session"):
        cells_of(book.db, "timeline", Filters(kinds=("sessions",)))
    with pytest.raises(UnknownWord) as refused:
        cells_of(book.db, "resistance", Filters(kinds=("xyz",)))
    assert refused.value.says == 'kind "xyz" is not known.'
    assert "defiance" in refused.value.helps


def test_a_limit_keeps_the_newest_and_their_order(book: Book) -> None:
    book.person("ada", "Ada Okonkwo")
    talks = [book.talk(f"2026-11-{day:02}", "ada") for day in range(1, 8)]

    assert ids(book, Filters(limit=3)) == talks[-3:]


def test_others_see_that_a_private_talk_was_but_none_of_its_words(book: Book) -> None:
    book.person("ada", "Ada Okonkwo")
    words = {
        "note": "n",
        "about": "a",
        "present": "Li Wei",
        "agreed": "g",
        "tags": ["t"],
    }
    book.talk("2026-11-01", "ada", minutes=30, **words)
    book.talk("2026-11-02", "ada", visibility="record", **words)
    book.talk("2026-11-03", "ada", agreed_visibility="private", **words)

    rows = list(rows_of(book.db, SessionRow, Filters(for_others=True)))

    assert [(row.note, row.about, row.present, row.tags) for row in rows] == [
        (None, None, None, None),
        ("n", "a", "Li Wei", "t"),
        (None, None, None, None),
    ]
    assert [row.agreed for row in rows] == ["g", "g", None]
    assert rows[0].minutes == 30
    lines = list(rows_of(book.db, TimelineRow, Filters(for_others=True)))
    assert [(row.text, row.title) for row in lines] == [
        (None, None),
        ("n", "a"),
        (None, None),
    ]


def test_others_see_no_private_entry_of_another_kind(book: Book) -> None:
    book.person("ada", "Ada Okonkwo")
    book.write("observation", person="ada", visibility="private")
    shown = book.write("observation", person="ada")

    asked = Filters(for_others=True)
    rows = rows_of(book.db, ObservationRow, asked)
    assert [row.id for row in rows] == [shown]
    lines = rows_of(book.db, TimelineRow, asked)
    assert [row.id for row in lines] == [shown]


@pytest.mark.parametrize("hostile", ["' OR 1 = 1 --", "%", "_", "x' UNION SELECT 1"])
def test_what_is_asked_for_is_a_value_and_never_sql(hostile: str, filled: Book) -> None:
    assert ids(filled, Filters(who=hostile)) == []
    assert ids(filled, Filters(tags=(hostile,))) == []
    assert ids(filled, Filters(goals=(hostile,))) == []
