"""Words that never belong on record: asked about before anything is stored."""

from collections.abc import Callable
from typing import Any

from cli.asking.conftest import Desk
from guidelog.storage.drafts import waiting
from terminals import CTRL_C, CTRL_D, ENTER

GRAVE = ("add", "ada", "Off sick since Monday")
ASKED = "drop the entry: "
Editor = Callable[[str], dict[str, Any]]


def notes(desk: Desk) -> list[object]:
    return [row["note"] for row in desk.leader.rows("sessions")]


def test_kept_words_are_stored_and_not_told_twice(desk: Desk) -> None:
    one = desk.opens(*GRAVE)
    assert one.plays([(ASKED, f"k{ENTER}")]) == 0
    assert notes(desk) == ["Career talk", "Off sick since Monday"]
    lines = one.shown.splitlines()
    assert lines[0] == '"sick" (health): refer to HR and keep no detail.'
    assert "redact" not in one.shown
    assert lines[-1].startswith("s2")


def test_dropped_words_leave_neither_entry_nor_draft(desk: Desk) -> None:
    one = desk.opens(*GRAVE, columns=40)
    before = desk.leader.changes()
    assert one.plays([(ASKED, ENTER), (ASKED, f"drop{ENTER}")]) == 0
    assert one.shown.endswith("Nothing was written.\n")
    assert desk.leader.changes() == before
    assert waiting(desk.leader.journal) == []


def test_edited_words_are_weighed_again(desk: Desk, editor: Editor) -> None:
    env = editor("""sed -i 's/Off sick since/Away from/' "$1" """)
    one = desk.opens(*GRAVE, **env)
    assert one.plays([(ASKED, f"e{ENTER}")]) == 0
    assert notes(desk) == ["Career talk", "Away from Monday"]
    unchanged = desk.opens(*GRAVE, **editor("true"))
    assert unchanged.plays([(ASKED, f"e{ENTER}"), (ASKED, f"d{ENTER}")]) == 0
    assert len(notes(desk)) == 2


def test_a_step_beside_the_note_is_edited_by_itself(desk: Desk, editor: Editor) -> None:
    env = editor("""sed -i 's/ at her church//' "$1" """)
    steps = ("--next", "call at her church", "--next", "send the list")
    one = desk.opens("add", "ada", "Spoke", *steps, **env)
    assert one.plays([(ASKED, f"e{ENTER}")]) == 0
    said = [row["what"] for row in desk.leader.rows("commitments")]
    assert said == ["call", "send the list"]


def test_stopping_at_the_question_writes_nothing_and_keeps_the_text(
    desk: Desk,
) -> None:
    before = desk.leader.changes()
    assert desk.opens(*GRAVE).plays([(ASKED, CTRL_C)]) == 130
    assert desk.opens(*GRAVE).plays([(ASKED, CTRL_D)]) == 2
    assert desk.leader.changes() == before
    kept = [draft.typed["note"] for draft in waiting(desk.leader.journal)]
    assert kept == [["Off sick since Monday"]] * 2
