"""A program killed while it cares for the journal leaves it as it was, or done."""

from random import Random

import pytest

from leading import Leader, copy_of
from ordeal import ORDEAL
from stories.holding import SECRET, holds
from stories.killing import moments_of, run_killed, type_watched
from telling import told_once

HOURS = """Date,Coachee,Minutes,Notes
2026-03-03,Ada Okonkwo,90,She asked. #growth
2026-03-10,Bo Nilsson & Ada Okonkwo,45,Both were there
2026-03-11,Li Wei,30,A first talk
"""
LINES = {
    "import": "import {hours} --yes",
    "add": "add ada 'Written at the desk' --next 'me: send it'",
    "redact": "redact s31 --reason 'names a patient' --yes",
    "erase": "person erase bo --yes",
    "merge": "merge {other}",
    "restore": "restore --yes {other}",
}


@pytest.fixture
@told_once
def first(guidelog: Leader) -> Leader:
    """A leader whose journal holds the secret in a talk with bo."""
    guidelog.does("person add ada 'Ada Okonkwo'")
    guidelog.does("person add bo 'Bo Nilsson'")
    for n in range(30):
        guidelog.does(f"add ada,bo 'Talk {n}' --agreed '{'words ' * n * 9}end'")
    guidelog.does(f"add bo 'met {SECRET}'")
    guidelog.does("backup")
    return guidelog


@pytest.mark.ordeal
@pytest.mark.parametrize("command", LINES)
def test_a_killed_command_left_the_journal_as_it_was_or_is_done(
    command: str, first: Leader, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = tmp_path_factory.mktemp("killed")
    other = copy_of(first, place / "other")
    other.does("redact s31 --reason 'names a patient' --yes")
    other.does("add ada 'Written on the train'")
    hours = place / "hours.csv"
    hours.write_text(HOURS)
    line = LINES[command].format(other=other.journal, hours=hours)
    chance = Random(command)
    before = first.changes()
    moments = moments_of(type_watched, copy_of(first, place / "counted"), line)
    for _ in range(ORDEAL or 4):
        leader = copy_of(first, place / "killed")
        run_killed(type_watched, leader, line, chance.randrange(moments))
        leader.verifies()
        if leader.changes() == before:
            leader.does(line)
        leader.does("person add mira 'Mira Haddad'")
        leader.verifies()
        if command not in ("add", "import", "restore"):
            assert holds(leader) == []
