"""Bytes that another hand left in the journal: named, and never a fault of ours.

`GUIDELOG_ORDEAL=300` flips bits in that many journals.
"""

import os
import random

import pytest

from journal.beginning import begin
from leading import Leader, make_home
from stories.every_command import check_said

FLIPPED = int(os.environ.get("GUIDELOG_ORDEAL", "24"))
PAGE = 4096
LINES = (
    "timeline",
    "report ada",
    "export sessions",
    "add ada talked",
    "doctor",
    "backup",
    "undo",
)
GARBLED = "cast(x'ff41' as text)"


@pytest.fixture
def leader() -> Leader:
    """A leader in whose journal something of every kind stands."""
    return begin(make_home())


def flip_bits(held: bytes, chance: random.Random) -> bytes:
    """Flip a few bits in one page; those of the schema come first more often."""
    flipped, pages = bytearray(held), len(held) // PAGE
    page = chance.choice([0, 1, 2, chance.randrange(pages)])
    for _ in range(chance.choice([1, 4, 20])):
        place = page * PAGE + chance.randrange(100, PAGE)
        flipped[place] ^= 1 << chance.randrange(8)
    return bytes(flipped)


@pytest.mark.parametrize("number", range(FLIPPED))
def test_whatever_bits_are_flipped_a_sentence_says_what_is_amiss(
    leader: Leader, number: int
) -> None:
    chance = random.Random(number)
    broken = flip_bits(leader.journal.read_bytes(), chance)
    for line in ("verify", *chance.sample(LINES, 2)):
        leader.journal.write_bytes(broken)
        answer = leader(line)
        check_said(answer.err)
        assert answer.code in ((0, 1, 3) if line == "verify" else (0, 1)), line
        assert answer.code != 1 or "journal.db" in answer.err, answer.err


@pytest.mark.parametrize("value", [GARBLED, "x'ff41'"])
def test_a_text_that_is_none_any_more_is_named_by_verify(
    leader: Leader, value: str
) -> None:
    leader.tampers(f"UPDATE session SET note = {value}")
    answer = leader("verify")
    assert answer.code == 3
    for id_ in ("s1", "s2"):
        assert f"{id_}  what stands is not what the log says" in answer.out
    for line in ("timeline", "check"):
        said = leader.refused(line, code=1)
        assert "journal.db is damaged" in said
        check_said(said)


def test_a_day_that_never_was_fails_a_command_in_one_sentence(leader: Leader) -> None:
    leader.tampers(
        "PRAGMA ignore_check_constraints=ON", "UPDATE session SET day = '2026-99-99'"
    )
    said = leader.refused("timeline", code=1)
    assert "is damaged (s1: what stands is not what the log says)" in said


def test_a_log_that_can_not_be_read_is_named_and_never_taken_in(
    leader: Leader,
) -> None:
    other = begin(make_home())
    other.tampers("DROP TRIGGER revision_u", "UPDATE revision SET about = x'ff'")
    assert "log  it can't be read" in other("verify").out
    said = leader.refused(f"merge {other.journal}", code=1)
    assert "it is damaged (log: it can't be read)" in said


def test_what_can_not_be_read_back_is_told_to_be_saved(leader: Leader) -> None:
    leader.tampers(f"UPDATE person SET name = {GARBLED} WHERE handle = 'bo'")
    before = leader.changes()
    answer = leader("edit s2 --text 'new words'")
    assert answer.code == 1
    assert "it is saved, but can't be read back" in answer.err
    assert leader.changes() == before + 1
