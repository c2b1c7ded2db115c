"""Coaching hours as credentials count them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelog.data.hour_levels import load_hour_levels
from guidelog.lookback.facts import Client, HourFacts
from guidelog.lookback.rows import SessionRow
from guidelog.measures.hours import (
    LoggedTalk,
    Totals,
    coaching_of,
    guidance_of,
    left_out,
    log_talks,
    relationships_of,
    total,
)
from reports.inventing import session

TODAY = date(2026, 11, 20)
MIRA = Client("mira", "Mira Haddad", "client", "mira@example.org", "2026-01-01")
LI = Client("li", "Li Wei", "mentee", None, "2026-01-01")
JO = Client("jo", "Jo Lind", "client", None, None)
ADA = Client("ada", "Ada Okonkwo", "report", None, "2026-01-01")
EVERYBODY = (MIRA, LI, JO, ADA)


def logged(*sessions: SessionRow, step: int = 1) -> tuple[LoggedTalk, ...]:
    return log_talks(HourFacts(sessions, EVERYBODY), step)


def talk(
    name: str,
    day: str = "2026-06-01",
    mode: str = "coaching",
    minutes: int | None = 60,
    paid: str | None = "paid",
    people: str = "mira",
    group_size: int | None = None,
) -> SessionRow:
    return session(
        name,
        day,
        mode,
        minutes=minutes,
        paid=paid,
        people=people,
        group_size=group_size,
    )


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (talk("s1"), None),
        (talk("s1", paid="internal"), None),
        (talk("s1", people="ada"), "direct report"),
        (talk("s1", people="jo"), "no consent"),
        (talk("s1", people="jo ada"), "no consent"),
        (talk("s1", mode="blended"), "blended"),
        (talk("s1", mode="mentoring"), "mentoring"),
        (talk("s1", minutes=None), "no length"),
        (talk("s1", paid=None), "not said"),
    ],
)
def test_a_talk_that_does_not_count_says_why(
    row: SessionRow, reason: str | None
) -> None:
    (one,) = logged(row)
    assert one.reason == reason
    assert left_out([one]) == ({reason: 1} if reason else {})


def test_the_log_has_a_line_for_each_client_from_first_to_last_talk() -> None:
    talks = logged(
        talk("s1", "2026-02-01", minutes=90),
        talk("s2", "2026-03-01", paid="pro-bono", minutes=45),
        talk("s3", "2026-04-01", people="li"),
        talk("s4", "2026-05-01", minutes=30, paid="internal"),
    )
    mira, li = relationships_of(talks)
    assert (mira.name, mira.contact, mira.kind) == (
        "Mira Haddad",
        "mira@example.org",
        "individual",
    )
    assert (mira.start, mira.end) == (date(2026, 2, 1), date(2026, 5, 1))
    assert (mira.paid_hours, mira.pro_bono_hours) == (2.0, 0.75)
    assert (li.name, li.paid_hours) == ("Li Wei", 1.0)


def test_a_group_counts_once_and_names_only_those_who_consent() -> None:
    talks = logged(
        talk("s1", people="mira li jo ada"), talk("s2", people="mira", group_size=9)
    )
    first, second = relationships_of(talks)
    assert (first.name, first.kind, first.number_in_group) == (
        "Mira Haddad, Li Wei",
        "group",
        4,
    )
    assert (second.name, second.kind, second.number_in_group) == (
        "Mira Haddad",
        "group",
        9,
    )
    assert total(talks, TODAY) == Totals(120, 120, 0, 120, clients=2)


def test_mentoring_counts_only_where_both_count() -> None:
    talks = logged(
        talk("s1"),
        talk("s2", mode="mentoring", people="li", paid=None),
        talk("s3", mode="blended"),
        talk("s4", people="ada"),
    )
    assert total(coaching_of(talks), TODAY).minutes == 60
    both = total(guidance_of(talks), TODAY)
    assert (both.minutes, both.clients) == (180, 2)


def test_the_last_eighteen_months_begin_the_day_after() -> None:
    talks = logged(talk("s1", "2025-05-20"), talk("s2", "2025-05-21"))
    assert total(talks, TODAY).recent == 60


@pytest.mark.parametrize(
    ("minutes", "step", "rounded"),
    [(50, 15, 45), (53, 15, 60), (7, 15, 0), (8, 15, 15), (44, 1, 44), (25, 10, 30)],
)
def test_lengths_are_rounded_to_the_nearest_step(
    minutes: int, step: int, rounded: int
) -> None:
    (one,) = logged(talk("s1", minutes=minutes), step=step)
    assert one.minutes == rounded


PEOPLE = st.lists(st.sampled_from(["mira", "li", "jo", "ada"]), min_size=1, unique=True)
TALKS = st.builds(
    talk,
    st.just("s1"),
    st.dates(date(2024, 1, 1), TODAY).map(date.isoformat),
    st.sampled_from(["coaching", "mentoring", "blended"]),
    st.none() | st.integers(1, 240),
    st.none() | st.sampled_from(["paid", "pro-bono", "internal"]),
    PEOPLE.map(" ".join),
)


@given(st.lists(TALKS, max_size=12))
def test_every_talk_counts_or_is_left_out_for_one_reason(
    rows: list[SessionRow],
) -> None:
    talks = logged(*rows)
    counted = coaching_of(talks)
    assert len(counted) + sum(left_out(talks).values()) == len(rows)
    sums = total(counted, TODAY)
    assert sums.paid + sums.pro_bono == sums.minutes
    assert sums.recent <= sums.minutes
    lines = relationships_of(talks)
    hours = sum(line.paid_hours + line.pro_bono_hours for line in lines)
    assert hours == pytest.approx(sums.minutes / 60, abs=0.02 * len(rows))


def test_the_credentials_say_when_they_were_looked_up() -> None:
    levels = load_hour_levels()
    assert levels.as_of <= date.today()  # noqa: DTZ011 - the machine's own day
    acc = levels.levels[0]
    assert (acc.name, acc.hours, acc.paid, acc.clients, acc.recent) == (
        "ICF ACC",
        100,
        75,
        8,
        25,
    )
    assert all(one.paid is None for one in levels.levels if one.counts == "both")
