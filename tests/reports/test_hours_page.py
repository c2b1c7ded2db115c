"""The page of coaching hours, compared whole."""

from collections.abc import Callable
from datetime import date

import pytest

from guidelog.data.hour_levels import HourLevels, Level
from guidelog.lookback.facts import Client, HourFacts
from guidelog.measures.hours import log_talks
from guidelog.reports import hours_page
from reports.bo import TODAY
from reports.inventing import session
from reports.shown import shown

Golden = Callable[[str, str], None]
CLIENTS = (
    Client("mira", "Mira Haddad", "client", "mira@example.org", "2026-01-05"),
    Client("li", "Li Wei", "mentee", None, "2026-01-05"),
    Client("bo", "Bo Nilsson", "report", None, None),
)
SESSIONS = (
    session("s1", "2025-03-03", people="mira", minutes=60, paid="paid"),
    session("s2", "2026-02-02", people="mira", minutes=50, paid="pro-bono"),
    session(
        "s3",
        "2026-05-05",
        people="mira li",
        minutes=90,
        paid="paid",
        about="Delegating",
    ),
    session("s4", "2026-06-06", "mentoring", people="li", minutes=45),
    session("s5", "2026-07-07", people="bo", minutes=30),
    session("s6", "2026-08-08", people="mira", minutes=30),
    session("s7", "2026-09-09", people="mira"),
)
LEVELS = HourLevels(
    date(2026, 11, 1),
    (
        Level("ICF ACC", "coaching", 100, 8, 75, 25),
        Level("EMCC Foundation", "both", 50, 5),
    ),
)


@pytest.mark.parametrize("width", [80, 40])
def test_the_page_as_the_leader_sees_it(golden: Golden, width: int) -> None:
    talks = log_talks(HourFacts(SESSIONS, CLIENTS), 5)
    text = shown(hours_page.compose(talks, LEVELS, TODAY, 5), width)
    assert all(len(line) <= width for line in text.splitlines())
    golden(f"hours-{width}.txt", text)


def test_a_log_without_talks(golden: Golden) -> None:
    golden("hours-empty-80.txt", shown(hours_page.compose((), LEVELS, TODAY)))
