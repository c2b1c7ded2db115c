"""The log of coaching hours, from the leader's side."""

import csv
import io
import json

import pytest

from leading import Leader
from telling import told_once


@pytest.fixture
@told_once
def coach(leader: Leader) -> Leader:
    leader.does(
        'person add mira "Mira Haddad" --relation client --contact m@example.org'
        " --consent 2026-01-05"
    )
    leader.does('person add jo "Jo Lind" --relation client')
    leader.does('person add ada "Ada Okonkwo"')
    leader.does('add mira "Delegating" -m coaching -t 90 --paid -w 2026-09-01')
    leader.does('add mira "Again" -m coaching -t 50 --pro-bono -w 2026-10-01')
    leader.does('add mira "Both" -m blended -t 30 --paid')
    leader.does('add jo "No consent yet" -m coaching -t 60 --paid')
    leader.does('add ada "A report" -m coaching -t 60')
    return leader


def test_the_log_its_sums_and_what_is_left_out(coach: Leader) -> None:
    said = coach.does("hours").out
    assert "Mira Haddad" in said
    assert "1 talk with a direct report" in said
    assert "1 talk without consent" in said
    assert "1 talk of both in one" in said
    assert "as of 1 Nov 2026" in said
    assert "2.33 of 100" in said


def test_consent_brings_a_client_into_the_log(coach: Leader) -> None:
    coach.does("person edit jo --consent today")
    rows = json.loads(coach.does("hours --json").out)["rows"]
    assert [(row["name"], row["paid_hours"]) for row in rows] == [
        ("Mira Haddad", 1.5),
        ("Jo Lind", 1.0),
    ]


def test_lengths_may_be_rounded(coach: Leader) -> None:
    (row,) = json.loads(coach.does("hours mira --round 15 --json").out)["rows"]
    assert (row["paid_hours"], row["pro_bono_hours"]) == (1.5, 0.75)
    assert "Rounded to 15 minutes" in coach.does("hours --round 15").out


def test_the_log_and_the_diary_are_exported(coach: Leader) -> None:
    log = list(csv.DictReader(io.StringIO(coach.does("export hours").out)))
    assert [(row["start"], row["end"], row["pro_bono_hours"]) for row in log] == [
        ("2026-09-01", "2026-10-01", "0.83")
    ]
    diary = json.loads(coach.does("export diary --format json").out)
    assert [row["id"] for row in diary["rows"]] == ["s1", "s2"]
    old = json.loads(coach.does("export diary --json --period 2026-09").out)
    assert [row["id"] for row in old["rows"]] == ["s1"]


@pytest.mark.parametrize("name", ["hours", "diary"])
def test_every_exported_column_is_explained(coach: Leader, name: str) -> None:
    header = coach.does(f"export {name}").out.splitlines()[0].split(",")
    said = json.loads(coach.does(f"export {name} --columns --json").out)["rows"]
    assert [row["name"] for row in said] == header


def test_a_log_cut_short_is_refused_before_anything_is_written(coach: Leader) -> None:
    coach.refused("export hours --limit 1")
    coach.refused("export diary --limit 1")
    coach.refused("hours --limit 1")
    coach.refused("hours --kind session")


def test_an_empty_log_says_so(leader: Leader) -> None:
    leader.does('person add ada "Ada Okonkwo"')
    assert "no coaching that counts" in leader.does("hours").out
