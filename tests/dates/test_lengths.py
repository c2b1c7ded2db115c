"""How long a talk took, and how often to meet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelog.dates import read_minutes, read_rhythm, say_minutes
from guidelog.errors import UnreadableDuration, UnreadableRhythm

LENGTHS = {
    "45": 45,
    "1": 1,
    "45m": 45,
    "45 min": 45,
    "90 minutes": 90,
    "1h": 60,
    "1H": 60,
    "2 hours": 120,
    "1h30": 90,
    "1h5": 65,
    "1h30m": 90,
    "2 h 30 min": 150,
    "1.5h": 90,
    "1,5h": 90,
    "0.25h": 15,
    "1:15": 75,
    "0:30": 30,
    "24h": 1440,
    "1440": 1440,
    " 45 ": 45,
}
NO_LENGTHS = [
    "",
    "0",
    "0h",
    "0:00",
    "-45",
    "+45",
    "1441",
    "24:01",
    "24h1",
    "25h",
    "99999",
    "1.5",
    "1.33h",
    "1h75",
    "1:75",
    "1:5",
    "1.5h30",
    "45s",
    "1d",
    "45 x",
    "1e2",
    "nan",
    "４５",
    "٤٥",
    "half an hour",
    "45m\x00",
]
RHYTHMS = {
    "10d": 10,
    "1 day": 1,
    "2w": 14,
    "2 weeks": 14,
    "1m": 30,
    "3 months": 90,
    "12m": 360,
    "52W": 364,
    "366d": 366,
    "daily": 1,
    "Weekly": 7,
    "fortnightly": 14,
    "monthly": 30,
}
NO_RHYTHMS = [
    "",
    "0d",
    "-2w",
    "14",
    "w",
    "53w",
    "367d",
    "2y",
    "biweekly",
    "2w x",
    "２w",
]


@pytest.mark.parametrize(("typed", "minutes"), LENGTHS.items())
def test_a_length_is_read_in_minutes(typed: str, minutes: int) -> None:
    assert read_minutes(typed) == minutes


@pytest.mark.parametrize("typed", NO_LENGTHS)
def test_no_length_is_guessed(typed: str) -> None:
    with pytest.raises(UnreadableDuration) as refused:
        read_minutes(typed)
    assert "1h30" in refused.value.helps


@pytest.mark.parametrize(("typed", "days"), RHYTHMS.items())
def test_a_rhythm_is_read_in_days(typed: str, days: int) -> None:
    assert read_rhythm(typed) == days


@pytest.mark.parametrize("typed", NO_RHYTHMS)
def test_no_rhythm_is_guessed(typed: str) -> None:
    with pytest.raises(UnreadableRhythm) as refused:
        read_rhythm(typed)
    assert "2w" in refused.value.helps


def test_a_length_is_said_in_hours_and_minutes() -> None:
    assert say_minutes(150) == "2 h 30 min"
    assert say_minutes(120) == "2 h"
    assert say_minutes(45) == "45 min"
    assert say_minutes(0) == "0 min"


@given(st.integers(1, 1440))
def test_a_length_that_is_said_can_be_typed(minutes: int) -> None:
    assert read_minutes(say_minutes(minutes)) == minutes
    assert read_minutes(str(minutes)) == minutes
    assert read_minutes(f"{minutes // 60}:{minutes % 60:02}") == minutes
