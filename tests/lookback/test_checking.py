"""What checking gathers."""

from datetime import date

from guidelog.dates import Period
from guidelog.lookback.checking import changed_apart, check_facts
from lookback.building import Book

YEAR = Period(date(2026, 1, 1), date(2027, 1, 1))


def test_everybody_is_checked_but_those_in_the_archive_and_all_are_named(
    filled: Book,
) -> None:
    facts = check_facts(filled.db, YEAR)
    assert {one.person.handle for one in facts.people} <= set(facts.names)
    assert facts.names["ada"]
    (alone,) = check_facts(filled.db, YEAR, "ada").people
    assert alone.person.handle == "ada"


def test_what_was_written_once_was_not_changed_apart(filled: Book) -> None:
    assert changed_apart(filled.db) == []
