"""All kinds and all options: what is said is found in a view, edited, and undone."""

import re
import shlex
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from guidelog.cli.changes import Changes
from guidelog.errors import FieldNotHere
from guidelog.journal import changing
from guidelog.journal.tables import KINDS, table_name
from guidelog.journal.transaction import recording
from guidelog.words import LETTERS
from journal.commands import WRITING, options_of
from journal.edits import EDITS, KEPT_AS, edits_of
from leading import Leader
from telling import told_once

CASES = [
    tuple(cell.strip() for cell in line.split("|"))
    for line in Path(__file__).with_name("options.txt").read_text().splitlines()
    if not line.startswith("#")
]
SAID: Mapping[str, str] = {
    "add": "add ada 'Talked'",
    "observe": "observe bo 'Seen'",
    "goal add": "goal add ada 'Lead'",
    "goal progress": "goal progress g1 3",
    "goal rate": "goal rate g3 1 'twice'",
    "goal tick": "goal tick g2 1",
    "goal close": "goal close g1 achieved",
    "resistance add": "resistance add bo 'Seen' --expected 'a list'",
    "resistance attempt": "resistance attempt r1 'asked' --response partly",
    "resistance result": "resistance result a2 improved --follow-up 2026-03-21",
    "resistance status": "resistance status r1 working 'again'",
    "assess": "assess ada --excellence 1",
    "next": "next ada 'send it'",
    "raise": "raise ada 'the rota'",
    "done": "done c2",
    "drop": "drop t1 'settled'",
    "share": "share s1 --who li",
    "recap": "recap s2",
    "edit": "edit t1",
    "delete": "delete o1 --yes",
    "person add": "person add zoe 'Zoe'",
    "person edit": "person edit ada",
    "action add": "action add walk --label Walk --mode both --family goal",
    "redact": "redact s1 --yes --reason 'asked for'",
}
"""The least that each command needs; what is typed twice counts the last time."""
BEFORE: Mapping[str, str] = {
    "edit": "delete t1 --yes",
    "redact": "edit s1 --about 'her own review'",
}
ASKED_NO_FURTHER = {
    *("--draft", "--edit", "--template", "--yes", "--show", "--undo", "--lift"),
    *("--reason", "--unwritten"),
    *("--new", "--attempt", "--offered", "--response", "--levels"),
}
"""Options that say nothing an entry could hold, or that stand in tests of their own."""
NO_WORDS = ("recorded_at", "source", "time", "zone", "heads")
"""What a table holds as text that nobody put into words; kinds are links."""
EVERY_VIEW = (
    *("people", "sessions", "observations", "goals", "steps", "progress", "resistance"),
    *("attempts", "moves", "commitments", "topics", "assessments", "handouts"),
    *("actions", "timeline"),
)


@pytest.fixture
@told_once
def zoe(begun: Leader) -> Leader:
    """A leader in whose journal something of every kind stands, and Zoe."""
    begun.does("person add zoe 'Zoe Lind'")
    return begun


def _seen(leader: Leader) -> dict[str, list[str]]:
    """What all views show; when an amendment was made stays said after an undo."""
    seen = {}
    for view in EVERY_VIEW:
        kept = [{**row, "amended_at": ""} for row in leader.rows(view)]
        seen[view] = sorted(map(str, kept))
    return seen


# --- options of the commands that make entries ----------------------------------------


def test_every_option_of_every_command_has_a_case() -> None:
    typed = {path: set[str]() for path in WRITING}
    for command, said, *_ in CASES:
        typed[command] |= {word for word in shlex.split(said) if word.startswith("--")}
    for path in set(WRITING) - {"edit"}:
        assert options_of(path) - typed[path] <= ASKED_NO_FURTHER, path


@pytest.mark.ordeal
@pytest.mark.parametrize(("command", "said", "where", "value"), CASES)
def test_an_option_is_found_in_a_view(
    begun: Leader, command: str, said: str, where: str, value: str
) -> None:
    if command in BEFORE:
        begun.does(BEFORE[command])
    before = _rows_of(begun, where)
    begun.does(f"{SAID[command]} {said}")
    new = [row for row in _rows_of(begun, where) if row not in before]
    assert value in {str(row[where.partition(".")[2]]) for row in new}


def _rows_of(leader: Leader, where: str) -> list[dict[str, Any]]:
    return leader.rows(where.partition(".")[0])


def test_a_new_person_is_added_on_the_way(begun: Leader) -> None:
    begun.does("add zoe 'First talk' --new 'Zoe Lind'")
    assert begun.row("people", "zoe")["name"] == "Zoe Lind"


def test_a_talk_can_be_an_attempt(begun: Leader) -> None:
    talk = begun.does(
        "add bo 'Talked' --attempt r1 --offered 'a spare hour' --response declined"
    )
    tried = begun.row("attempts", "a3")
    assert (tried["offered"], tried["response"]) == ("a spare hour", "declined")
    assert (tried["resistance"], tried["session"]) == ("r1", talk.id)
    assert tried["actions"] is None  # they are counted once, with the talk


def test_a_goal_can_have_no_scale(begun: Leader) -> None:
    goal = begun.does("goal add li 'Learn how decisions are made'").id
    assert begun.row("goals", goal)["scale"] is None


# --- edit: the options of all kinds ---------------------------------------------------


def test_every_field_of_edit_has_a_case() -> None:
    assert set(EDITS) == {option.name for option in fields(Changes)}
    assert set(EDITS) == {name for kind in KINDS for name in edits_of(kind)}


@pytest.mark.parametrize("kind", KINDS)
def test_free_words_are_kept_as_texts_that_can_be_taken_back(kind: str) -> None:
    own = {
        name
        for name, field in KINDS[kind].model_fields.items()
        if field.annotation in (str, str | None) and not field.metadata
    }
    assert own - {*NO_WORDS, *KINDS} == set(KINDS[kind].TEXTS)


def _id_of(leader: Leader, kind: str) -> str:
    """The id of the first of a kind; where it has none, the end of its uid."""
    table = table_name(kind)
    asked = f"SELECT coalesce(id, uid) FROM entry JOIN {table} USING (uid) ORDER BY n"
    return str(leader.asks(asked)[0][0])[-12:]


OTHERS = {"person": "zoe", "people": "li,bo", "past": "2026-02-27"}
LINKS = {
    "observation": {"session": "s2", "goal": "g3", "resistance": "r1"},
    "resistance": {"session": "s2", "goal": "g3"},
    "attempt": {"session": "s2"},
    "commitment": {"session": "s1", "goal": "g1"},
    "topic": {"session": "s1"},
}
"""What an entry may be linked with: it has to be about the same person."""
REFUSED = ("nothing to change", "is not about", "one scale", "one person", "measured")
"""Why an edit may be refused here: it was so before, or it can't be otherwise."""


FRESH: Mapping[str, str] = {
    "session": "add ada,bo 'Talked'",
    "observation": "observe bo 'Seen'",
    "commitment": "next ada 'send it'",
    "topic": "raise ada 'the rota'",
    "assessment": "assess ada --excellence 1",
}
"""Entries without links, which can be given to somebody else."""
MEANT: Mapping[tuple[str, str], str] = {
    ("goal", "expected"): "g3",
    ("goal", "levels"): "g3",
    ("goal", "milestones"): "g2",
    ("commitment", "owner"): "c2",
}
"""Which entry an edit is about, where it is not the first of its kind."""


def _entry_for(leader: Leader, kind: str, name: str) -> str:
    if name == "who" and kind in FRESH:
        return leader.does(FRESH[kind]).id
    return MEANT.get((kind, name)) or _id_of(leader, kind)


def _typed(kind: str, name: str, n: int) -> str:
    links = {"session": "s1", "goal": "g1", "resistance": "r1"} | LINKS.get(kind, {})
    return EDITS[name][n].format(to_come="2026-04-20", **OTHERS, **links)


@pytest.mark.ordeal
@pytest.mark.parametrize(
    ("kind", "name"), [(kind, name) for kind in KINDS for name in edits_of(kind)]
)
def test_an_edit_is_seen_and_undone(zoe: Leader, kind: str, name: str) -> None:
    id_, states = _entry_for(zoe, kind, name), [_seen(zoe)]
    for n in range(len(EDITS[name])):
        answer = zoe(f"edit {id_} {_typed(kind, name, n)} --reason 'put right'")
        if answer.code:
            assert any(words in answer.err for words in REFUSED), answer.err
        else:
            states.append(_seen(zoe))
    assert any(one != states[0] for one in states)
    zoe.verifies()
    while len(states) > 1:
        states.pop()
        zoe.does("undo")
        assert _seen(zoe) == states[-1]


@pytest.mark.parametrize("kind", KINDS)
def test_a_field_that_a_kind_lacks_is_refused(begun: Leader, kind: str) -> None:
    id_, lacking = _id_of(begun, kind), sorted(EDITS.keys() - set(edits_of(kind)))
    refused, listed, *_ = begun.refused(
        f"edit {id_} {_typed(kind, lacking[0], 0)}"
    ).splitlines()
    assert re.search(r" has no --[a-z-]+\.$", refused)
    assert re.fullmatch(r"  It has: (--[a-z-]+(, |\.))+", listed)
    with recording(begun.journal, "edit") as at:
        for name in lacking:
            with pytest.raises(FieldNotHere):
                changing.edit(at, id_, {KEPT_AS.get(name, name): "x"})


# --- delete and undo ------------------------------------------------------------------


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "hold"])
def test_what_is_deleted_comes_back_with_its_number_and_all_that_hung_on_it(
    begun: Leader, kind: str
) -> None:
    before, id_ = _seen(begun), _id_of(begun, kind)
    begun.does(f"delete {id_} --yes")
    gone = _seen(begun)
    assert gone != before
    begun.verifies()
    begun.does("undo")
    assert _seen(begun) == before
    begun.verifies()


@pytest.mark.parametrize("kind", LETTERS)
def test_a_number_is_never_used_twice(begun: Leader, kind: str) -> None:
    numbers = {row[0] for row in begun.asks("SELECT id FROM entry")}
    begun.does(f"delete {_id_of(begun, kind)} --yes")
    for line in ("add ada Again", "observe bo Again", "goal add ada Again --target 2"):
        assert begun.does(line).id not in numbers
