"""Filters: each command offers those it takes, and refuses the others by name."""

import re

import pytest

from leading import Leader

OFFERED = {
    "timeline": "--period --kind --tag --not-tag --goal --limit --for",
    "search": "--period --kind --tag --not-tag --goal --limit --for --who",
    "report": "--period --for",
    "check": "--period",
    "hours": "--period --tag --goal",
    "due": "",
    "prep": "",
}
FILTERS = {*OFFERED["search"].split()}


@pytest.mark.parametrize("command", OFFERED)
def test_help_offers_the_filters_that_a_command_takes(
    leader: Leader, command: str
) -> None:
    offered = set(re.findall(r"--[a-z-]+", leader.does(f"{command} --help").out))
    assert offered & FILTERS == set(OFFERED[command].split())


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("report ada --tag x", "Here go WHO, --period, --for."),
        ("report --each -o there --limit 2", "Here go WHO, --period, --for."),
        ("due --period 2026", "Here go WHO."),
        ("prep ada --for others", "Here go WHO."),
        ("hours --kind session", "Here go WHO, --period, --tag, --goal."),
        ("check --not-tag x", "Here go WHO, --period."),
    ],
)
def test_a_refused_filter_names_those_that_are_taken(
    leader: Leader, line: str, says: str
) -> None:
    leader.does("person add ada Ada")
    assert says in leader.refused(line)


def test_an_argument_said_as_an_option_is_put_in_its_place(leader: Leader) -> None:
    refused = leader.refused("report --who ada")
    assert "WHO stands without it: guidelog report [WHO] [OPTIONS]" in refused


def test_a_mistyped_option_is_never_taken_for_one_that_is_refused(
    leader: Leader,
) -> None:
    assert "Did you mean" not in leader.refused("due --perio 2026")
    assert "Did you mean --period?" in leader.refused("check --perio 2026")
