"""Changing things with the eyes open: the entry in the editor, undo, delete, amend."""

from collections.abc import Callable
from typing import Any

import pytest

from cli.asking.conftest import Desk
from guidelog.storage.drafts import waiting
from terminals import CTRL_C, CTRL_D, ENTER

Editor = Callable[[str], dict[str, Any]]
SHOWN = 'cp "$1" "$HOME/seen"'


def test_an_entry_opens_with_its_fields_above_its_text(
    desk: Desk, editor: Editor
) -> None:
    assert desk.opens("edit", "s1", **editor(SHOWN)).ends() == 0
    seen = (desk.leader.home / "seen").read_text().splitlines()
    assert seen[0] == "---"
    assert seen[1].startswith("# may stand here too: ")
    assert seen[2:] == [
        "who: ada",
        "when: 2026-11-10",
        "visibility: private",
        "agreed-visibility: record",
        "actions: listen",
        "mode: coaching",
        "took: 30",
        "setting: daily",
        "unwritten: no",
        "---",
        "",
        "Career talk",
    ]


@pytest.mark.parametrize("line", ["edit s1", "edit s1 -e", "edit"])
def test_only_what_was_changed_there_is_changed(
    desk: Desk, editor: Editor, line: str
) -> None:
    desk.leader.at("2026-11-11T12:00:00+01:00")
    before = desk.leader.row("sessions", "s1")
    script = editor("sed -i 's/^took:.*/took: 45/; s/Career/Long career/' \"$1\"")
    assert desk.opens(*line.split(), **script).ends() == 0
    after = desk.leader.row("sessions", "s1")
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"minutes", "note"}
    assert (after["minutes"], after["note"]) == (45, "Long career talk")
    desk.leader.verifies()


def test_a_line_taken_out_empties_its_field(desk: Desk, editor: Editor) -> None:
    desk.leader.at("2026-11-11T12:00:00+01:00")
    script = editor("sed -i '/^took/d; /^actions/d' \"$1\"")
    assert desk.opens("edit", "s1", **script).ends() == 0
    row = desk.leader.row("sessions", "s1")
    assert (row["minutes"], row["actions"], row["note"]) == (None, None, "Career talk")


def test_a_field_is_added_by_its_key(desk: Desk, editor: Editor) -> None:
    desk.leader.at("2026-11-11T12:00:00+01:00")
    script = editor("sed -i 's/^took.*/&\\nplace: the garden\\n  behind/' \"$1\"")
    assert desk.opens("edit", "s1", **script).ends() == 0
    assert desk.leader.row("sessions", "s1")["place"] == "the garden\nbehind"


@pytest.mark.parametrize("entry", ["s1", "g1", "r1", "ada"])
def test_looking_at_an_entry_changes_nothing(
    desk: Desk, editor: Editor, entry: str
) -> None:
    before = desk.leader.changes()
    opened = desk.opens("edit", entry, **editor('echo >> "$1"'))
    assert opened.ends() == 0
    assert "nothing changed, nothing saved." in opened.shown
    assert desk.leader.changes() == before


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("s/^mode:.*/mode: loud/", 'the mode "loud" is not known.'),
        ("s/^when:.*/when: tomorrow/", "which is still to come."),
        ("s/^mode:/mod:/", '"mod" is nothing that fits here. Did you mean mode?'),
        ("s/^visibility:.*/visibility: some/", "neither private nor record"),
    ],
)
def test_what_an_entry_can_not_hold_is_refused_and_kept(
    desk: Desk, editor: Editor, script: str, said: str
) -> None:
    before = desk.leader.changes()
    opened = desk.opens("edit", "s1", **editor(f"sed -i '{script}' \"$1\""))
    assert opened.ends() == 2
    assert said in opened.said
    (draft,) = waiting(desk.leader.journal)
    assert draft.typed["id_"] == "s1"
    assert desk.leader.changes() == before


def test_a_refused_change_is_gone_on_with(desk: Desk, editor: Editor) -> None:
    desk.leader.at("2026-11-11T12:00:00+01:00")
    wrong = editor("sed -i 's/^mode:.*/mode: loud/; s/Career/Long/' \"$1\"")
    assert desk.opens("edit", "s1", **wrong).ends() == 2
    right = editor("sed -i 's/^mode:.*/mode: mentoring/' \"$1\"")
    assert desk.opens("edit", "--draft", **right).ends() == 0
    row = desk.leader.row("sessions", "s1")
    assert (row["mode"], row["note"]) == ("mentoring", "Long talk")


def test_an_amendment_asks_for_its_reason(desk: Desk) -> None:
    asked = desk.opens("edit", "s1", "--text", "Another talk")
    assert asked.plays([("Why is it changed?", f"I mixed up two talks{ENTER}")]) == 0
    (row,) = [one for one in desk.leader.rows("history") if one["operation"] == "amend"]
    assert row["reason"] == "I mixed up two talks"


@pytest.mark.parametrize(("key", "code"), [(ENTER, 2), (CTRL_D, 2), (CTRL_C, 130)])
def test_without_a_reason_nothing_is_amended(desk: Desk, key: str, code: int) -> None:
    asked = desk.opens("edit", "s1", "--text", "Another talk")
    assert asked.plays([("Why is it changed?", key)]) == code
    assert desk.leader.row("sessions", "s1")["note"] == "Career talk"


def test_undo_shows_before_and_after_and_asks(desk: Desk) -> None:
    desk.leader.does("edit s1 -t 45 --text", "New words", "--reason", "typo")
    asked = desk.opens("undo")
    assert asked.plays([("Undo this? [y/N]", f"y{ENTER}")]) == 0
    assert asked.shown.splitlines()[2:8] == [
        "      length",
        "        now     45 min",
        "        before  30 min",
        "      note",
        "        now     New words",
        "        before  Career talk",
    ]
    assert desk.leader.row("sessions", "s1")["note"] == "Career talk"


def test_an_undo_that_is_not_wanted_changes_nothing(desk: Desk) -> None:
    before = desk.leader.changes()
    asked = desk.opens("undo")
    assert asked.plays([("Undo this? [y/N]", ENTER)]) == 0
    assert "r1    would go: Bo Nilsson · Tue 10 Nov · 2 of 5" in asked.shown
    assert desk.leader.changes() == before


def test_off_a_terminal_undo_goes_on_and_only_shows_when_told(desk: Desk) -> None:
    shown = desk.leader.does("undo --show")
    assert shown.out.splitlines() == [
        "r1  would undo: resistance add of Tue 10 Nov 12:00",
        "r1    would go: Bo Nilsson · Tue 10 Nov · 2 of 5 hand-overs without it",
    ]
    assert desk.leader.does("undo").out == "r1  undid: resistance add, r1\n"


def test_what_was_written_meanwhile_is_not_undone_unseen(desk: Desk) -> None:
    asked = desk.opens("undo")
    asked.sees("Undo this? [y/N]")
    desk.leader.does('raise ada "the rota"')
    asked.types(f"y{ENTER}")
    assert asked.ends() == 2
    assert "it was written just now." in asked.shown
    assert len(desk.leader.rows("topics")) == 1


def test_deleting_shows_what_goes_along(desk: Desk) -> None:
    desk.leader.does('resistance attempt r1 "Asked why" --response partly')
    asked = desk.opens("delete", "r1")
    assert asked.plays([("Delete r1, a1? [y/N]", ENTER)]) == 0
    first, second, *_ = asked.shown.splitlines()
    assert first.startswith("r1    ◆ Bo Nilsson")
    assert second.startswith("a1    ↳ r1 Bo Nilsson")
    assert "Nothing was deleted." in asked.shown


def test_the_kept_text_that_would_be_dropped_is_named(desk: Desk) -> None:
    desk.leader.refused("observe ada 'Left early, and said so' --impct x")
    asked = desk.opens("draft", "drop")
    question = 'Remove "Left early, and said so", kept for guidelog observe --draft'
    assert asked.plays([("[y/N]", ENTER)]) == 0
    assert question in asked.said
    assert "Nothing was removed." in asked.said
