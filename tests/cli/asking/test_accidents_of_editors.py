"""Accidents of others with an editor; each heading names one."""

from collections.abc import Callable
from typing import Any

import pytest

from cli.asking.conftest import Desk
from guidelog.storage.buffers import buffers_folder
from guidelog.storage.drafts import waiting

pytestmark = pytest.mark.ordeal

Editor = Callable[[str], dict[str, Any]]
NOTHING = "nothing changed, nothing saved."

# --- 6: what could not be read is dropped at the next write ---------------------------


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("s/^took:.*/took: soon/", 'line 5 above the text, took: "soon" is not'),
        ("s/^took:.*/tok: 45/", 'line 5 above the text: "tok" is nothing that fits'),
        ("s/^took:.*/took 45/", "line 5 above the text is not a key"),
        ("s/^took:.*/who: bo/", 'line 5 above the text: "who" was said before.'),
        ("s/^visibility:.*/visibility: maybe/", "neither private nor record"),
        ("2,$s/^---$//", "the lines above the text have no end."),
    ],
)
def test_what_can_not_be_read_is_refused_and_kept(
    desk: Desk, editor: Editor, script: str, said: str
) -> None:
    wrong = editor(f"sed -i '{script}' \"$1\"; echo 'A talk' >> \"$1\"")
    opened = desk.opens("add", "ada", "-e", **wrong)
    assert opened.ends() == 2
    assert said in opened.said
    assert "guidelog add --draft" in opened.shown
    assert len(desk.leader.rows("sessions")) == 1
    right = editor(
        'cp "$1" "$1.seen"; printf -- \'---\\nwho: ada\\n---\\nA talk\\n\' > "$1"'
    )
    assert desk.opens("add", "--draft", **right).ends() == 0
    assert desk.leader.row("sessions", "s2")["note"] == "A talk"
    assert waiting(desk.leader.journal) == []


# --- 8: closing the editor unchanged deletes ------------------------------------------


@pytest.mark.parametrize(
    ("script", "code"),
    [
        ("true", 0),
        (': > "$1"', 0),
        ('printf " \\n\\n" > "$1"', 0),
        ('rm "$1"', 0),
        ("exit 1", 1),
        ("kill -9 $$", 1),
    ],
    ids=["no change", "empty", "whitespace", "removed", "exit 1", "killed"],
)
@pytest.mark.parametrize("line", ["add ada -e", "edit s1"])
def test_what_is_not_written_changes_nothing(
    desk: Desk, editor: Editor, line: str, script: str, code: int
) -> None:
    before = desk.leader.changes()
    opened = desk.opens(*line.split(), **editor(script))
    assert opened.ends() == code
    assert NOTHING in opened.shown
    assert desk.leader.changes() == before
    assert waiting(desk.leader.journal) == []
    assert not buffers_folder(desk.leader.journal).exists()
