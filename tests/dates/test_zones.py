"""Clock changes: a time that is skipped or shown twice is never guessed."""

from datetime import UTC, date, datetime

import pytest

from guidelog.dates import Moment, clock, read_past
from guidelog.errors import AmbiguousDate, ImpossibleDate

from .clocks import NOW, SIX_ZONES, a_clock

SKIPPED = {
    "Europe/Berlin": (
        "2026-03-29 02:30",
        "2026-03-29T01:30+01:00 or 2026-03-29T03:30+02:00",
    ),
    "America/New_York": (
        "2026-03-08 02:00",
        "2026-03-08T01:00-05:00 or 2026-03-08T03:00-04:00",
    ),
    "Australia/Lord_Howe": (
        "2026-10-04 02:15",
        "2026-10-04T01:45+10:30 or 2026-10-04T02:45+11:00",
    ),
    "Pacific/Apia": (
        "2011-12-30 12:00",
        "2011-12-29T12:00-10:00 or 2011-12-31T12:00+14:00",
    ),
}
DOUBLED = {
    "Europe/Berlin": ("2026-10-25 02:30", "+02:00", "+01:00"),
    "America/New_York": ("2026-11-01 01:00", "-04:00", "-05:00"),
    "Australia/Lord_Howe": ("2026-04-05 01:45", "+11:00", "+10:30"),
}
AROUND = {
    "2026-03-29 01:59": "+01:00",
    "2026-03-29 03:00": "+02:00",
    "2026-10-25 01:59": "+02:00",
    "2026-10-25 03:00": "+01:00",
}


@pytest.mark.parametrize("zone", SKIPPED)
def test_a_skipped_time_is_refused_with_the_times_around_it(zone: str) -> None:
    typed, readings = SKIPPED[zone]
    with a_clock(zone=zone), pytest.raises(ImpossibleDate) as refused:
        read_past(typed, NOW)
    assert refused.value.helps == f"Say it as {readings}."


@pytest.mark.parametrize("zone", DOUBLED)
def test_a_doubled_time_is_refused_with_both_readings(zone: str) -> None:
    typed, first, second = DOUBLED[zone]
    iso = typed.replace(" ", "T")
    with a_clock(zone=zone), pytest.raises(AmbiguousDate) as refused:
        read_past(typed, NOW)
    assert f"could be {iso}{first} or {iso}{second}." in refused.value.says


@pytest.mark.parametrize("offset", ["+02:00", "+01:00"])
@pytest.mark.parametrize("typed", ["2026-10-25 02:30", "2026-03-29 02:30"])
def test_with_its_offset_any_time_is_taken(typed: str, offset: str) -> None:
    with a_clock(zone="Europe/Berlin"):
        assert read_past(f"{typed}{offset}", NOW).zone == offset


@pytest.mark.parametrize(("typed", "offset"), AROUND.items())
def test_a_minute_beside_the_change_is_as_clear_as_any(typed: str, offset: str) -> None:
    with a_clock(zone="Europe/Berlin"):
        assert read_past(typed, NOW).zone == offset


def test_what_is_suggested_for_a_skipped_time_is_taken() -> None:
    with a_clock(zone="Europe/Berlin"):
        with pytest.raises(ImpossibleDate) as refused:
            read_past("2026-03-29 02:30", NOW)
        for suggested in str(refused.value.facts["example"]).split(" or "):
            assert str(read_past(suggested, NOW)) == suggested


def test_a_day_the_calendar_of_a_place_left_out_is_a_day_all_the_same() -> None:
    with a_clock(zone="Pacific/Apia"):
        assert read_past("2011-12-30", NOW) == Moment(date(2011, 12, 30))


@pytest.mark.parametrize("zone", SIX_ZONES)
def test_today_is_the_local_day_even_where_it_is_another_in_utc(zone: str) -> None:
    with a_clock(zone=zone):
        midnight = datetime(2026, 11, 23, 0, 30).astimezone()
        assert read_past("today", midnight).day == date(2026, 11, 23)
        assert read_past("0:15", midnight).day == date(2026, 11, 23)
        assert clock.offset_of(midnight.astimezone(UTC)).total_seconds() == 0
