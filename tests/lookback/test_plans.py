"""Where a person or a period is named, the cost is what they hold, not the journal."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest

from guidelog.dates import Period
from guidelog.lookback.choices import handles
from guidelog.lookback.counting import entries_about
from guidelog.lookback.due import due_facts
from guidelog.lookback.entries import entry_of
from guidelog.lookback.filters import TAKEN, Filters
from guidelog.lookback.finding import find_id
from guidelog.lookback.person import facts_of
from guidelog.lookback.reading import cells_of
from guidelog.lookback.timeline import timeline_of
from lookback.building import Book

NOVEMBER = Period(date(2026, 11, 1), date(2026, 12, 1))
# every table by the names the views give it; reading a whole index alone is cheap
WALKED = (
    "SCAN (entry|change|revision|revision_text|link|with_whom|person|session|goal|aim"
    "|step|resistance_note|note|observation|progress_entry|attempt|move|newest"
    "|commitment|topic|assessment|handout|hold)\\b(?! USING COVERING)"
)
WALKS = re.compile(WALKED)
NEWEST = re.compile(r"SCAN \w+ USING INDEX \w+_when$")


@contextmanager
def watching(db: sqlite3.Connection) -> Iterator[list[str]]:
    """Collect the walks through whole tables that the statements inside make."""
    statements: list[str] = []
    walks: list[str] = []
    db.set_trace_callback(statements.append)
    yield walks
    db.set_trace_callback(None)
    for statement in statements:
        if statement.lstrip().startswith("SELECT"):
            plan = db.execute(f"EXPLAIN QUERY PLAN {statement}")
            steps = [step for *_, step in plan if WALKS.search(step)]
            if "LIMIT" in statement:
                # begun at the newest, and soon left
                steps = [step for step in steps if not NEWEST.match(step)]
            walks += [f"{step}: {statement}" for step in steps]


ASKED = {"--who": Filters(who="ada"), "--period": Filters(period=NOVEMBER)}


@pytest.mark.parametrize(
    ("view", "filters"),
    [
        pytest.param(view, filters, id=f"{view}{name}")
        for view, taken in TAKEN.items()
        for name, filters in ASKED.items()
        if name in taken
    ],
)
def test_no_view_is_walked_through_for_a_person_or_a_period(
    view: str, filters: Filters, filled: Book
) -> None:
    with watching(filled.db) as walks:
        list(cells_of(filled.db, view, filters))

    assert walks == []


def test_a_report_of_one_person_walks_through_nothing(filled: Book) -> None:
    with watching(filled.db) as walks:
        facts_of(filled.db, "ada", NOVEMBER)
        entries_about(filled.db, "ada")
        due_facts(filled.db, "ada")

    assert walks == []


@pytest.mark.parametrize("filters", [*ASKED.values(), Filters(limit=2)])
def test_a_timeline_walks_through_nothing(filters: Filters, filled: Book) -> None:
    with watching(filled.db) as walks:
        timeline_of(filled.db, filters)

    # how many there are in all is counted on indexes alone
    assert [walk for walk in walks if "count(*)" not in walk] == []


@pytest.mark.parametrize("id_", ["o1", "p1", "c1", "t1", "x1", "h1"])
def test_showing_one_entry_walks_through_nothing(id_: str, filled: Book) -> None:
    with watching(filled.db) as walks:
        entry_of(filled.db, find_id(filled.db, id_))

    assert walks == []


def test_a_walk_would_be_noticed(filled: Book) -> None:
    with watching(filled.db) as walks:
        list(cells_of(filled.db, "sessions", Filters(tags=("incident",))))
        handles(filled.db)

    assert len(walks) == 2


def test_sessions_come_in_order_without_being_sorted(filled: Book) -> None:
    statements: list[str] = []
    filled.db.set_trace_callback(statements.append)
    list(cells_of(filled.db, "sessions"))
    filled.db.set_trace_callback(None)

    plan = filled.db.execute(f"EXPLAIN QUERY PLAN {statements[0]}").fetchall()

    assert not any("TEMP B-TREE" in step for *_, step in plan)


def test_a_month_costs_the_same_however_many_years_there_are(book: Book) -> None:
    book.person("ada", "Ada Okonkwo")
    book.talk("2026-11-20", "ada")
    before = steps_of_a_month(book)
    for n in range(300):
        book.talk(f"20{10 + n % 15}-05-05", "ada")

    assert steps_of_a_month(book) < 2 * before


def steps_of_a_month(book: Book) -> int:
    """How much SQLite works for the timeline of November, in its own steps."""
    steps = []
    book.db.set_progress_handler(lambda: steps.append(1), 1)
    list(cells_of(book.db, "timeline", Filters(period=NOVEMBER)))
    book.db.set_progress_handler(None, 1)
    return len(steps)
