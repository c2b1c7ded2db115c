"""The editor: what is written in it, and what closing it may mean."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cli.asking.conftest import Desk
from guidelog.storage.buffers import buffers_folder, open_buffer, sweep_buffers
from guidelog.storage.drafts import waiting
from terminals import ENTER

Editor = Callable[[str], dict[str, Any]]
NOTHING = "nothing changed, nothing saved."


def test_the_lines_above_the_text_are_the_options(desk: Desk, editor: Editor) -> None:
    script = """sed -i 's/^took:.*/took: 1h30/; s/^actions:.*/actions: listen, review/
        s/^visibility:.*/visibility: record/; s/^when:.*/when: yesterday/' "$1"
    echo "What was said #growth" >> "$1" """
    opened = desk.opens("add", "ada", "-e", "--about", "Career", **editor(script))
    assert opened.ends() == 0
    row = desk.leader.row("sessions", "s2")
    assert (row["note"], row["tags"]) == ("What was said #growth", "growth")
    assert (row["minutes"], row["actions"]) == (90, "listen review")
    assert (row["visibility"], row["about"]) == ("record", "Career")
    assert row["occurred_at"] == "2026-11-19"


def test_open_boxes_become_commitments_and_ticked_ones_stay_text(
    desk: Desk, editor: Editor
) -> None:
    text = "Talk\n- [ ] @ada draft it by 27 nov\n- [x] @ada old\n- [ ] @me the list\n"
    script = f"cat >> \"$1\" <<'END'\n{text}END"
    assert desk.opens("add", "ada", "-e", **editor(script)).ends() == 0
    rows = desk.leader.rows("commitments")
    said = [(row["owner"], row["what"], row["due_on"]) for row in rows]
    assert said == [("ada", "draft it", "2026-11-27"), ("me", "the list", None)]
    assert desk.leader.row("sessions", "s2")["note"] == text.strip()


def test_a_box_of_somebody_else_is_refused(desk: Desk, editor: Editor) -> None:
    opened = desk.opens("add", "ada", "-e", **editor('echo "- [ ] @bo it" >> "$1"'))
    assert opened.ends() == 2
    assert "@bo was not in this talk." in opened.shown


def test_without_lines_above_all_of_it_is_text(desk: Desk, editor: Editor) -> None:
    script = editor('echo "Only text" > "$1"')
    assert desk.opens("add", "ada", "-e", "-t", "20", **script).ends() == 0
    row = desk.leader.row("sessions", "s2")
    assert (row["note"], row["minutes"]) == ("Only text", 20)


def test_a_removed_line_says_nothing(desk: Desk, editor: Editor) -> None:
    script = editor('sed -i \'/^took/d\' "$1"; echo text >> "$1"')
    assert desk.opens("add", "ada", "-e", "-t", "20", **script).ends() == 0
    assert desk.leader.row("sessions", "s2")["minutes"] is None


def test_what_is_still_needed_is_asked_after_the_editor(
    desk: Desk, editor: Editor
) -> None:
    script = editor('echo "Asked what stands in the way" >> "$1"')
    opened = desk.opens("resistance", "attempt", "r1", "-e", **script)
    assert opened.plays([("How did they answer?", f"partly{ENTER}")]) == 0
    row = desk.leader.row("attempts", "a1")
    assert (row["offered"], row["response"]) == (
        "Asked what stands in the way",
        "partly",
    )


@pytest.mark.parametrize(
    ("line", "view", "column"),
    [
        ("observe bo -e", "observations", "text"),
        ("resistance add bo --expected x -e", "resistance", "observed"),
        ("goal add bo -e", "goals", "title"),
        ("next ada -e", "commitments", "what"),
        ("raise ada -e", "topics", "what"),
    ],
)
def test_every_text_can_be_written_in_the_editor(
    desk: Desk, editor: Editor, line: str, view: str, column: str
) -> None:
    opened = desk.opens(*line.split(), **editor('echo "My text" >> "$1"'))
    assert opened.ends() == 0, opened.shown
    assert desk.leader.rows(view)[-1][column] == "My text"


def test_the_buffer_is_private_and_lies_beside_the_journal(
    desk: Desk, editor: Editor
) -> None:
    home = desk.leader.home
    script = f'stat -c "%a %n" "$1" "$(dirname "$1")" > {home}/seen'
    assert desk.opens("add", "ada", "-e", **editor(script)).ends() == 0
    file, folder = (home / "seen").read_text().splitlines()
    assert file.startswith(f"600 {home}/journal.db.editing/")
    assert folder.startswith(f"700 {home}/journal.db.editing/")


def test_an_editor_may_have_options_of_its_own(desk: Desk, editor: Editor) -> None:
    path = editor('echo "$1" >> "$2"')["VISUAL"]
    opened = desk.opens("raise", "ada", "-e", EDITOR=f"{path} 'two words'")
    assert opened.ends() == 0
    assert desk.leader.row("topics", "t1")["what"] == "two words"


def test_an_editor_that_is_not_there_is_named(desk: Desk) -> None:
    opened = desk.opens("raise", "ada", "-e", VISUAL="no-such-editor -w")
    assert opened.ends() == 1
    assert "VISUAL names no-such-editor, which is not there." in opened.shown


def test_text_from_the_editor_that_is_not_utf8_is_kept(
    desk: Desk, editor: Editor
) -> None:
    opened = desk.opens(
        "raise", "ada", "-e", **editor("printf 'caf\\351\\n' >> \"$1\"")
    )
    assert opened.ends() == 2
    (draft,) = waiting(desk.leader.journal)
    assert "café" in draft.typed["buffer"][0]


def test_the_editor_gets_the_terminal_whatever_is_piped(
    desk: Desk, editor: Editor
) -> None:
    script = editor('[ -t 0 ] && [ -t 1 ] && echo "Written there" >> "$1"')
    line = 'id=$(echo "left alone" | guidelog add ada -e -q); echo "made $id"'
    opened = desk.shells(line, **script)
    assert opened.ends() == 0
    assert opened.shown.splitlines()[-1] == "made s2"
    assert desk.leader.row("sessions", "s2")["note"] == "Written there"


def test_without_a_terminal_there_is_no_editor(desk: Desk, editor: Editor) -> None:
    words = [sys.executable, "-m", "guidelog", "add", "ada", "-e"]
    surroundings = desk.leader.surroundings | editor('echo text >> "$1"')
    done = subprocess.run(
        words,
        env=surroundings,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        start_new_session=True,
        check=False,
    )
    assert done.returncode == 2
    assert b"there is no terminal to open an editor on." in done.stderr


def test_what_a_crash_left_in_the_editor_becomes_a_draft(
    desk: Desk, editor: Editor
) -> None:
    opened = desk.opens("raise", "ada", "-e", **editor('echo more >> "$1"; sleep 60'))
    folder = buffers_folder(desk.leader.journal)
    deadline = time.monotonic() + 15
    while time.monotonic() < deadline and not _is_changed(folder):
        time.sleep(0.02)
    opened.closes()
    sweep_buffers(desk.leader.journal)
    (draft,) = waiting(desk.leader.journal)
    assert draft.command == "raise"
    assert draft.typed["buffer"][0].endswith("more\n")
    assert not folder.exists()


def test_a_folder_that_can_not_be_read_loses_no_text(desk: Desk) -> None:
    left = buffers_folder(desk.leader.journal) / "99999999"
    left.mkdir(parents=True)
    (left / "raise.md").write_text("half a thought")
    desk.leader.does("raise ada 'The rota'")
    (draft,) = waiting(desk.leader.journal)
    assert draft.typed["buffer"] == ["half a thought"]
    assert not left.exists()


def _is_changed(folder: Path) -> bool:
    return any("more" in file.read_text() for file in folder.glob("*/*.md"))


def test_a_buffer_that_is_open_is_not_swept(desk: Desk) -> None:
    with open_buffer(desk.leader.journal, "add", "text") as file:
        sweep_buffers(desk.leader.journal)
        assert file.read_text() == "text"
