"""What is due goes into a calendar, comes again without doubling, tells no secret."""

import sys
from typing import Any

import icalendar
import pytest

from guidelog.errors import MissingExtra
from guidelog.exchange.calendars import export_calendar
from guidelog.lookback.filters import EVERYTHING
from leading import Leader
from lookback.building import Book
from telling import told_once

LONG = "draft the runbook; then, quite long — ä é 李 — send it round to all, and ask"


@pytest.fixture
@told_once
def ada(guidelog: Leader) -> Leader:
    """A leader with something of each kind that is due."""
    guidelog.does('person add ada "Ada Okonkwo"')
    guidelog.does(f'next ada "{LONG}" --due 2026-12-01')
    guidelog.does('next ada "no day"')
    guidelog.does("resistance add ada seen --expected asked --follow-up 2026-12-03")
    guidelog.does('goal add ada "Lead reviews" --milestone one --by 2027-01-01')
    return guidelog


def events_of(leader: Leader, options: str = "") -> dict[str, Any]:
    """The events of the calendar, by the id in their title."""
    text = leader.does(f"export due --format ics {options}").out
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    events = icalendar.Calendar.from_ical(text).walk("VEVENT")
    return {str(one["DESCRIPTION"]).split()[-1]: one for one in events}


def is_cancelled(event: Any) -> bool:
    """Whether nothing is left to remind of."""
    assert (event["STATUS"] == "CANCELLED") == (not event.walk("VALARM"))
    return bool(event["STATUS"] == "CANCELLED")


def test_what_is_due_is_a_table_that_needs_no_clock(ada: Leader) -> None:
    before = ada.does("export due").out
    ada.at("2028-01-01T12:00:00+01:00")

    rows = [line.split(",")[:5] for line in before.splitlines()[1:]]
    assert rows == [
        ["2026-12-01", "commitment", "c1", "ada", "ada"],
        ["2026-12-03", "follow-up", "r1", "me", "ada"],
        ["2027-01-01", "goal", "g1", "ada", "ada"],
    ]
    assert ada.does("export due").out == before


def test_a_deadline_is_a_day_that_reminds_and_blocks_no_time(ada: Leader) -> None:
    event = events_of(ada)["c1"]
    (alarm,) = event.walk("VALARM")

    assert str(event["DTSTART"].dt) == "2026-12-01"
    assert str(event["DTEND"].dt) == "2026-12-02"
    assert event["TRANSP"] == "TRANSPARENT"
    assert alarm["TRIGGER"].to_ical() == b"PT9H"


def test_whoever_sees_the_calendar_reads_names_and_ids_alone(ada: Leader) -> None:
    answer = ada.does("export due --format ics")

    assert "--for me puts your words in" in answer.err
    titles = {id_: str(one["SUMMARY"]) for id_, one in events_of(ada).items()}
    assert titles == {one: f"guidelog: {one} due, Ada" for one in ("c1", "r1", "g1")}
    for words in ("runbook", "seen", "Lead reviews"):
        assert words not in answer.out


def test_the_leader_may_have_the_words(ada: Leader) -> None:
    events = events_of(ada, "--for me")
    titles = {id_: str(one["SUMMARY"]) for id_, one in events.items()}

    assert titles == {
        "c1": f"Ada: {LONG} (c1)",
        "r1": "Ada: look again: seen (r1)",
        "g1": "Ada: Lead reviews (g1)",
    }


def test_for_others_leaves_out_what_the_person_has_not_been_told(ada: Leader) -> None:
    ada.does('next ada "mine alone" --due 2026-12-02 --private')

    assert set(events_of(ada, "--for others")) == {"c1", "g1"}


def test_the_same_journal_gives_the_same_calendar_at_any_time(ada: Leader) -> None:
    first = ada.does("export due --format ics").out
    ada.at("2027-06-01T12:00:00+01:00")

    assert ada.does("export due --format ics").out == first


def test_a_second_import_changes_what_the_first_one_brought(ada: Leader) -> None:
    before = events_of(ada)
    ada.at("2026-11-21T12:00:00+01:00")
    ada.does("edit c1 --due 2026-12-09")
    ada.does("resistance attempt r1 asked --response partly --follow-up 2026-12-10")
    after = events_of(ada)

    for id_, day in (("c1", "2026-12-09"), ("r1", "2026-12-10")):
        assert after[id_]["UID"] == before[id_]["UID"]
        assert after[id_]["SEQUENCE"] > before[id_]["SEQUENCE"]
        assert after[id_]["LAST-MODIFIED"].dt > before[id_]["LAST-MODIFIED"].dt
        assert str(after[id_]["DTSTART"].dt) == day
    assert after["g1"] == before["g1"]


@pytest.mark.parametrize(
    ("id_", "line"),
    [
        ("c1", "done c1"),
        ("c1", "drop c1 'not needed'"),
        ("r1", "resistance status r1 withdrawn 'a mistake'"),
        ("g1", "goal close g1 dropped 'another way'"),
    ],
)
def test_what_was_settled_before_its_day_is_cancelled(
    ada: Leader, id_: str, line: str
) -> None:
    assert not any(map(is_cancelled, events_of(ada).values()))
    ada.does(line)

    cancelled = [id_ for id_, one in events_of(ada).items() if is_cancelled(one)]
    assert cancelled == [id_]
    assert f",{id_}," not in ada.does("export due").out


def test_a_reached_goal_is_not_due_and_stays_in_calendars_until_it_is_closed(
    ada: Leader,
) -> None:
    ada.does("goal tick g1 1")

    assert ",g1," not in ada.does("export due").out
    assert "g1" not in ada.does("due").out
    assert not is_cancelled(events_of(ada)["g1"])


def test_what_was_done_late_reminds_nobody_any_more(ada: Leader) -> None:
    ada.at("2026-12-05T12:00:00+01:00")
    ada.does("done c1")

    assert "c1" not in events_of(ada)


def test_who_is_in_the_archive_has_nothing_due_but_is_owed_what_was_promised(
    ada: Leader,
) -> None:
    promised = ada.does("next ada 'me: send the list by fri'").id
    ada.does("person archive ada")

    assert set(events_of(ada)) == {promised}
    assert [row.split(",")[2] for row in lines_due(ada)] == [promised]
    assert set(events_of(ada, "--who ada")) == {"c1", "r1", "g1", promised}


def lines_due(leader: Leader) -> list[str]:
    """What `export due` gives, without its heading."""
    return leader.does("export due").out.splitlines()[1:]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("export sessions --format ics", "only what is due can be a calendar"),
        ("export due --tag x", "Here go --who, --for."),
        ("export due --limit 2", "Here go --who, --for."),
    ],
)
def test_what_makes_no_calendar_is_refused(ada: Leader, line: str, says: str) -> None:
    assert says in ada.refused(line)


def test_without_the_extra_one_line_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    book = Book()

    with pytest.raises(MissingExtra) as refused:
        export_calendar(book.db, EVERYTHING, sys.stdout, with_words=False)

    book.db.close()
    assert 'pip install "guidelog[ics]"' in refused.value.helps
