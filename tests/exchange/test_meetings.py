"""Meetings of a calendar: talks with people of the journal, and what is left out."""

import sys
import time
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from guidelog.dates import Period
from guidelog.errors import MissingExtra
from guidelog.exchange.found import Found, Someone, Unread, Wishes
from guidelog.exchange.meetings import is_calendar, read_calendar
from guidelog.exchange.opening import Opened

NOW = datetime.fromisoformat("2026-11-23T12:00:00+01:00")
KNOWN = (
    Someone("ada", "Ada Okonkwo", "ada@example.com"),
    Someone("bo", "Bo Nilsson", ""),
)
ADA = "ATTENDEE;CN=A. Okonkwo:mailto:Ada@example.com"
ME = "ATTENDEE;CN=Mira Haddad:mailto:mira@example.com"


@pytest.fixture(autouse=True)
def _zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("GUIDELOG_NOW", NOW.isoformat())
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def event(*lines: str, uid: str = "m1", start: str = "20261110T093000") -> str:
    begins = f"DTSTART;TZID=Europe/Berlin:{start}"
    if "T" not in start:
        begins = f"DTSTART;VALUE=DATE:{start}"
    if not any(line.startswith("DTSTART") for line in lines):
        lines = (begins, *lines)
    return "\n".join(["BEGIN:VEVENT", f"UID:{uid}", *lines, "END:VEVENT"])


def read(
    folder: Path,
    *events: str,
    leader: str = "Mira Haddad",
    period: Period | None = None,
) -> tuple[list[Found], list[str]]:
    """The talks, and why meetings are left out."""
    file = folder / "work.ics"
    around = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", *events, "END:VCALENDAR"]
    file.write_text("\n".join(around) + "\n", "utf-8", newline="\r\n")
    opened = Opened(file, file.name)
    assert is_calendar(opened)
    wishes = Wishes(now=NOW, leader=leader, known=KNOWN, period=period)
    found = list(read_calendar(opened, wishes))
    talks = [one for one in found if isinstance(one, Found)]
    return talks, [one.why for one in found if isinstance(one, Unread)]


def test_a_meeting_with_somebody_of_the_journal_is_a_talk(tmp_path: Path) -> None:
    lines = ("DURATION:PT45M", "SUMMARY:Career", "LOCATION:room 4", ADA, ME)
    (talk,), left = read(tmp_path, event(*lines, "DESCRIPTION:bring the plan"))
    assert left == []
    assert (str(talk.moment), talk.people) == ("2026-11-10T09:30+01:00", ("ada",))
    assert talk.fields == {
        "about": "Career",
        "minutes": 45,
        "place": "room 4",
        "note": "bring the plan",
    }


@pytest.mark.parametrize(
    ("lines", "people"),
    [
        (("SUMMARY:Talk with Bo",), ("bo",)),
        (("SUMMARY:Bo Nilsson: rota",), ("bo",)),
        (("SUMMARY:1:1 Li Wei / Mira",), ("Li Wei",)),
        (("SUMMARY:Bob's birthday",), ()),
        (("SUMMARY:x", "ATTENDEE;CN=Bo Nilsson:mailto:b@example.com", ME), ("bo",)),
    ],
)
def test_people_are_known_by_address_name_or_title(
    lines: tuple[str, ...], people: tuple[str, ...], tmp_path: Path
) -> None:
    (talk,), _ = read(tmp_path, event(*lines))
    assert talk.people == people


def test_a_series_is_taken_apart_and_keeps_its_keys_when_one_is_moved(
    tmp_path: Path,
) -> None:
    lines = ("RRULE:FREQ=WEEKLY;COUNT=3", "DURATION:PT30M", "SUMMARY:1:1 Bo")
    series = event(*lines, start="20261019T093000")
    before, _ = read(tmp_path, series)
    # the clocks go back on 25 October: the meeting stays at half past nine
    assert [str(talk.moment) for talk in before] == [
        "2026-10-19T09:30+02:00",
        "2026-10-26T09:30+01:00",
        "2026-11-02T09:30+01:00",
    ]
    moved = event(
        "RECURRENCE-ID;TZID=Europe/Berlin:20261026T093000",
        "DURATION:PT30M",
        "SUMMARY:1:1 Bo",
        start="20261027T110000",
    )
    after, _ = read(tmp_path, series, moved)
    assert [talk.key for talk in after] == [talk.key for talk in before]
    assert str(after[1].moment) == "2026-10-27T11:00+01:00"


@pytest.mark.parametrize(
    ("lines", "start", "why"),
    [
        (("SUMMARY:1:1 Bo",), "20261110", "of whole days"),
        (("SUMMARY:1:1 Bo", "STATUS:CANCELLED"), "20261110T093000", "cancelled"),
        (("SUMMARY:1:1 Bo",), "20261123T150000", "still to come"),
        (
            ("SUMMARY:x", ADA, ME.replace(";CN", ";PARTSTAT=DECLINED;CN")),
            "20261110T093000",
            "declined by you",
        ),
        (
            ("SUMMARY:x", ADA, "ATTENDEE;PARTSTAT=DECLINED:mailto:mira@example.com"),
            "20261110T093000",
            "declined by you",
        ),
        (
            ("SUMMARY:x", ADA.replace(";CN", ";PARTSTAT=DECLINED;CN"), ME),
            "20261110T093000",
            "declined",
        ),
        (
            ("SUMMARY:x", ADA, ME, "ATTENDEE;CN=Jo:mailto:jo@example.com"),
            "20261110T093000",
            "with somebody who is not in the journal",
        ),
    ],
)
def test_what_was_no_talk_is_left_out_and_counted(
    lines: tuple[str, ...], start: str, why: str, tmp_path: Path
) -> None:
    talks, left = read(tmp_path, event(*lines, start=start), event(*lines, start=start))
    assert talks == []
    assert left[0].endswith(f"left out: {why}")


def test_the_window_is_the_last_year_or_the_period_asked_for(tmp_path: Path) -> None:
    old = event("SUMMARY:1:1 Bo", start="20230110T093000")
    daily = event(
        "SUMMARY:1:1 Bo", "RRULE:FREQ=DAILY", uid="m2", start="20200101T093000"
    )
    talks, _ = read(tmp_path, old, daily)
    assert len(talks) == 366
    period = Period(date(2023, 1, 10), date(2023, 1, 11))
    talks, _ = read(tmp_path, old, daily, period=period)
    assert [str(talk.moment) for talk in talks] == ["2023-01-10T09:30+01:00"] * 2


def test_a_time_in_utc_is_put_on_local_clocks_and_another_zone_stays(
    tmp_path: Path,
) -> None:
    utc = event("DTSTART:20260710T223000Z", "SUMMARY:1:1 Bo")
    there = event("DTSTART;TZID=Asia/Tokyo:20260711T080000", "SUMMARY:1:1 Bo", uid="m2")
    floating = event("DTSTART:20260712T080000", "SUMMARY:1:1 Bo", uid="m3")
    talks, _ = read(tmp_path, utc, there, floating)
    assert [str(talk.moment) for talk in talks] == [
        "2026-07-11T00:30+02:00",
        "2026-07-11T08:00+09:00",
        "2026-07-12T08:00+02:00",
    ]


def test_what_is_printed_on_an_invitation_is_no_note(tmp_path: Path) -> None:
    lines = ("SUMMARY:1:1 Bo", "DESCRIPTION:Join https://meet.example.com/abc")
    (talk,), _ = read(tmp_path, event(*lines))
    assert "note" not in talk.fields
    assert talk.remark == "the text of the invitation is left out"


def test_without_the_libraries_one_line_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(MissingExtra) as refused:
        read(tmp_path, event("SUMMARY:1:1 Bo"))
    assert 'pip install "guidelog[ics]"' in refused.value.helps


@pytest.mark.parametrize(
    "text",
    [
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261110T093000Z\n",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:soon\nEND:VEVENT\nEND:VCALENDAR\n",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:1:1\nEND:VEVENT\nEND:VCALENDAR\n",
        "BEGIN:VCALENDAR\nnonsense\nEND:VCALENDAR\n",
    ],
)
def test_a_calendar_that_can_not_be_read_stops_the_import(
    text: str, tmp_path: Path
) -> None:
    file = tmp_path / "work.ics"
    file.write_text(text, "utf-8")
    found = list(read_calendar(Opened(file, file.name), Wishes(now=NOW)))
    assert [one.stops for one in found if isinstance(one, Unread)] == [True]


@pytest.mark.parametrize(
    "lines",
    [
        ("DTSTART:00010101T000000Z", "DTEND:20261110T100000Z"),
        ("DTSTART:99991231T230000Z", "DURATION:P99999999D"),
        ("DTSTART:20261110T093000Z", "DURATION:P99999999D"),
        ("DTSTART:20261110T093000Z", "DTEND;VALUE=DATE:20261111"),
        ("DTSTART:20261110T093000Z", "DTEND:20261110T100000"),
    ],
)
def test_a_meeting_of_odd_days_is_read_or_told(
    tmp_path: Path, lines: tuple[str, ...]
) -> None:
    talks, left = read(tmp_path, event(*lines, ADA))
    assert len(talks) + len(left) <= 1


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=HOURLY;COUNT=3",
        "FREQ=DAILY;INTERVAL=0;COUNT=-1",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31",
        "FREQ=WEEKLY;INTERVAL=-1",
        "FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=1,2,3,4,5",
        "FREQ=NEVER",
        "INTERVAL=3",
    ],
)
def test_a_series_without_an_end_is_told_and_the_other_meetings_are_read(
    tmp_path: Path, rule: str
) -> None:
    talks, left = read(
        tmp_path,
        event("SUMMARY:1:1 Bo", f"RRULE:{rule}", uid="m2"),
        event("SUMMARY:Talk with Ada"),
    )
    assert [talk.people for talk in talks] == [("ada",)]
    (why,) = left
    assert why.startswith("1 meeting left out: of a series that can't be read")
