"""Accidents of others with days and hours, and how they show; a heading names each."""

from collections.abc import Iterator
from unittest.mock import patch

import pytest

from dates.clocks import SIX_ZONES, a_clock
from guidelog.cli.grammar import build
from guidelog.settings import DEFAULTS
from journal.beginning import begin
from journal.commands import commands
from leading import Leader, make_home
from stories.every_command import check_said, exports, lines


@pytest.fixture
def leader() -> Leader:
    """A leader in whose journal something of every kind stands."""
    return begin(make_home())


# --- 7: another date format empties the journal ---------------------------------------

OTHERWISE = {
    "leader_name": "'Jo Castro'",
    "leader_role": "'head pharmacist'",
    "organisation": "'St. Anne'",
    "fiscal_year_start": "7",
    "review_period": "'24m'",
    "grace_hours": "1",
    "default_mode": "'coaching'",
    "default_rhythm": "'3w'",
    "visibility": "'private'",
    "resolved_months": "1",
    "retention_months": "1",
    "hints": "false",
}


def test_no_setting_changes_what_is_stored(leader: Leader) -> None:
    before, held = exports(leader), leader.journal.read_bytes()
    for key in DEFAULTS:
        leader.sets(f"{key} = {OTHERWISE[key]}")
        leader.does("report ada")
        assert leader.does("export timeline").out == before["timeline"], key
    assert exports(leader) == before
    assert leader.journal.read_bytes() == held


# --- 11: a date that can't be read is taken for today ---------------------------------

DATES = {
    "WHEN": "feb 30",
    "PERIOD": "the 13th month",
    "DURATION": "a while",
    "RHYTHM": "x",
}


def dated_lines() -> Iterator[tuple[str, str]]:
    """Every option of every command that takes a date, with one that is none."""
    for path, entry in commands().items():
        for option in build(path.split()[-1], entry).params:
            bad = DATES.get(str(option.metavar))
            if bad and option.param_type_name == "option":
                yield f"{lines()[path]} {option.opts[0]}", bad


def test_a_bad_date_is_refused_in_each_option_of_each_command(leader: Leader) -> None:
    tried = list(dated_lines())
    assert len(tried) > 40
    for line, bad in tried:
        said = leader.refused(line, bad)
        assert bad in said, line
        check_said(said)


# --- 12: "May 16" is next year --------------------------------------------------------


def test_what_happened_lies_behind_and_what_is_due_ahead(guidelog: Leader) -> None:
    guidelog.does("person add ada 'Ada Okonkwo'")
    assert "Tue 17 Nov" in guidelog.does("add ada talked -w tuesday").out
    assert "Sat 16 May" in guidelog.does("add ada talked -w 'may 16'").out
    assert "Tue 24 Nov" in guidelog.does("next ada 'send it' --due tuesday").out
    assert "16 May 2027" in guidelog.does("next ada 'send it' --due 'may 16'").out
    assert "Tue 24 Nov" in guidelog.does("next ada it --due 'next tuesday'").out
    guidelog.refused("add ada talked -w 2026-11-21")
    days = [row["occurred_at"] for row in guidelog.rows("sessions")]
    assert days == ["2026-11-17", "2026-05-16"]


# --- 13: today's call is dated yesterday ----------------------------------------------


def days_of(leader: Leader) -> dict[str, str]:
    """What the views say whose days count here."""
    views = ("sessions", "commitments")
    return {view: leader.does(f"export {view}").out for view in views}


@pytest.mark.ordeal
@pytest.mark.parametrize("zone", SIX_ZONES)
def test_a_day_is_that_day_in_whatever_zone_it_is_written_and_read(
    guidelog: Leader, zone: str
) -> None:
    guidelog.now = ""
    surroundings = guidelog.surroundings
    here = patch.object(Leader, "surroundings", surroundings | {"TZ": zone})
    with here, a_clock(zone=zone):
        guidelog.does("person add ada 'Ada Okonkwo'")
        guidelog.does("add ada talked -w 2026-11-20")
        guidelog.does("add ada 'at an hour' -w '2026-11-20 23:30'")
        guidelog.does("next ada 'send it' --due 2027-11-24")
        said = days_of(guidelog)
    assert said["sessions"].splitlines()[1].split(",")[1] == "2026-11-20"
    assert ",2026-11-20T23:30" in said["sessions"]
    assert ",2027-11-24," in said["commitments"]
    for other in SIX_ZONES:
        with (
            patch.object(Leader, "surroundings", surroundings | {"TZ": other}),
            a_clock(zone=other),
        ):
            assert days_of(guidelog) == said


# --- 14: an hour that the clocks leave out --------------------------------------------


def test_an_hour_left_out_or_doubled_is_asked_for_and_lengths_are_kept_as_said(
    guidelog: Leader,
) -> None:
    guidelog.now = ""
    berlin = guidelog.surroundings | {"TZ": "Europe/Berlin"}
    with patch.object(Leader, "surroundings", berlin), a_clock(zone="Europe/Berlin"):
        guidelog.does("person add ada 'Ada Okonkwo'")
        gap = guidelog.refused("add ada talked -w '2026-03-29 02:30'")
        assert "2026-03-29T01:30+01:00 or 2026-03-29T03:30+02:00" in gap
        doubled = guidelog.refused("add ada talked -w '2026-10-25 02:30'")
        assert "+02:00" in doubled
        assert "+01:00" in doubled
        guidelog.does("add ada talked -w '2026-03-29 01:30' -t 1h")
        guidelog.does("add ada talked -w 2026-10-25T02:30+02:00 -t 2h")
    told = [(row["occurred_at"], row["minutes"]) for row in guidelog.rows("sessions")]
    assert told == [("2026-03-29T01:30+01:00", 60), ("2026-10-25T02:30+02:00", 120)]
