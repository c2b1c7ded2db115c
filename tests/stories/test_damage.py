"""Bytes that another hand left in the journal: named, and never a fault of ours.

`./dev ordeal 300` flips bits in that many journals.
"""

import random
import sqlite3
from contextlib import closing

import pytest

from guidelog.journal.log import Header, cover, hash_of, seal
from guidelog.journal.parts import canonical
from journal.beginning import begin
from leading import Leader, make_home
from ordeal import ORDEAL
from stories.every_command import check_said

FLIPPED = ORDEAL or 24
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


@pytest.mark.ordeal
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


@pytest.mark.parametrize("table", ["change", "revision", "head"])
def test_a_journal_without_a_log_is_never_taken_in(leader: Leader, table: str) -> None:
    other = begin(make_home())
    other.does("add ada 'only there'")
    other.tampers("PRAGMA foreign_keys=OFF", f"DROP TABLE {table}")
    answer = leader(f"merge {other.journal}")
    check_said(answer.err)
    assert answer.code == (0 if table == "head" else 1)
    leader.verifies()


def rewrite(other: Leader, told: str) -> None:
    """Let the newest change say something else, as if it had been so from the start."""
    with closing(other.opens()) as db:
        newest = "SELECT * FROM change ORDER BY seq DESC LIMIT 1"
        db.row_factory = sqlite3.Row
        made = db.execute(newest).fetchone()
        db.row_factory = None
        number, *place, about, replaces, salt = db.execute(
            "SELECT id, n, kind, uid, operation, about, replaces, salt FROM revision "
            "JOIN revision_text ON revision = id WHERE change = ? AND part = 'facts'",
            (made["seq"],),
        ).fetchone()
        seals = canonical({"facts": seal(salt, told)})
        covered = cover(place, about.split(), replaces.split(), seals)
        named = ("at", "clock", "stamp", "device", "command", "undoes", "format")
        header = Header(
            **{name: made[name] for name in named},
            parents=tuple(made["parents"].split()),
        )
        new = hash_of(header, [covered])
        for trigger in ("change_u", "revision_u", "text_u"):
            db.execute(f"DROP TRIGGER {trigger}")
        db.execute("UPDATE revision SET seals = ? WHERE id = ?", (seals, number))
        db.execute("DELETE FROM revision_text WHERE revision = ?", (number,))
        row = (number, "facts", salt, told)
        db.execute("INSERT INTO revision_text VALUES (?, ?, ?, ?)", row)
        db.execute("UPDATE change SET hash = ? WHERE hash = ?", (new, made["hash"]))


@pytest.mark.parametrize(
    "told",
    [
        "{}",
        "[]",
        "{",
        '{"person":7}',
        '{"day":"2026-99-99","mode":"shouting"}',
        '{"day":["2026-03-02"],"people":{}}',
    ],
)
def test_what_no_guidelog_ever_wrote_is_not_taken_in(leader: Leader, told: str) -> None:
    other = begin(make_home())
    other.does("add ada 'only there'")
    rewrite(other, told)
    before = leader.journal.read_bytes()
    said = leader.refused(f"merge {other.journal}", code=1)
    check_said(said)
    assert "the other journal can't be merged: it " in said
    assert leader.journal.read_bytes() == before


def test_what_can_not_be_read_back_is_not_written(leader: Leader) -> None:
    leader.tampers(f"UPDATE person SET name = {GARBLED} WHERE handle = 'bo'")
    said = leader.refused("edit s2 --text 'new words'", code=1)
    assert "is damaged" in said
    assert "new words" in leader.does("draft show").out
