"""The clock is the machine's, or the one GUIDELOG_NOW sets."""

import os
from datetime import UTC, date, datetime, timedelta

import pytest

from guidelog.dates import Moment, clock, read_past, today
from guidelog.errors import UnreadableClock

from .clocks import MONDAY, NOW, a_clock


def test_the_clock_can_be_set() -> None:
    assert clock.is_set()
    assert clock.now() == NOW
    assert clock.now().utcoffset() == timedelta(hours=1)
    assert today() == date(2026, 11, 23)


@pytest.mark.parametrize("empty", [None, ""])
def test_without_being_set_the_clock_is_the_machines(empty: str | None) -> None:
    with a_clock(zone="Asia/Kolkata", at=empty):
        before, shown, after = datetime.now(UTC), clock.now(), datetime.now(UTC)
        assert not clock.is_set()
        assert before <= shown <= after
        assert shown.utcoffset() == timedelta(hours=5, minutes=30)


@pytest.mark.parametrize(
    "text",
    ["yesterday", "2026-11-23", "2026-11-23T16:30", "2026-02-30T16:30Z", "0001-01-01Z"],
)
def test_a_clock_set_to_no_moment_is_refused(text: str) -> None:
    with a_clock(at=text), pytest.raises(UnreadableClock) as refused:
        clock.now()
    assert text in refused.value.says
    assert refused.value.code == 2


@pytest.mark.parametrize("year", ["0001", "1969", "3000", "9999"])
def test_a_clock_out_of_reach_is_refused(year: str) -> None:
    with a_clock(at=f"{year}-12-31T23:59+00:00"), pytest.raises(UnreadableClock):
        clock.now()


def test_a_set_clock_gives_its_offset_to_every_day() -> None:
    with a_clock(zone="America/New_York", at=MONDAY):
        assert read_past("2026-07-01 15:00", NOW).zone == "+01:00"
        assert read_past("2026-03-29 02:30", NOW).zone == "+01:00"


def test_the_zone_of_the_machine_does_not_change_what_a_set_clock_shows() -> None:
    with a_clock(zone="Europe/Berlin", at=MONDAY):
        # the process stays in Berlin, as on a machine that is there without any TZ
        del os.environ["TZ"]
        assert NOW.replace(month=7).astimezone().utcoffset() == timedelta(hours=2)
        assert read_past("2026-07-01 15:00", NOW).zone == "+01:00"


def test_where_the_zone_agrees_with_the_set_clock_summer_has_its_own_offset() -> None:
    with a_clock(zone="Europe/Berlin", at=MONDAY):
        assert read_past("2026-07-01 15:00", NOW).zone == "+02:00"
        assert read_past("2026-11-20 15:00", NOW).zone == "+01:00"


def test_the_day_is_the_one_where_the_leader_is() -> None:
    late = "2026-11-23T23:30-05:00"
    with a_clock(at=late):
        assert read_past("today", clock.now()) == Moment(date(2026, 11, 23))
        assert str(read_past("now", clock.now())) == "2026-11-23T23:30-05:00"


def test_a_talk_across_the_date_line_is_past_by_the_instant() -> None:
    with a_clock(at="2026-11-23T23:30-05:00"):
        moment = read_past("2026-11-24T05:00+01:00", clock.now())
        assert moment == Moment(date(2026, 11, 24), "05:00", "+01:00")
