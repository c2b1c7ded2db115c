"""On a terminal: questions, Ctrl-C, the pager, colours, and both widths."""

import os
import shlex
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.kit.conftest import TOY
from guidelog.storage.drafts import waiting
from terminals import CTRL_C, CTRL_D, ENTER, Terminal, Terminals

Opening = Callable[..., Terminal]


def ended(terminal: Terminal) -> tuple[str, int]:
    """Wait for the end; give what was shown since the last key, and the exit code."""
    code = terminal.ends()
    return terminal.heard, code


def test_a_text_may_be_asked_for(terminal: Opening, journal: Path) -> None:
    opened = terminal("add", "ada")
    opened.sees("What happened")
    opened.types(f"A good talk{ENTER}")
    shown, code = ended(opened)
    assert (code, waiting(journal)) == (0, [])
    assert "s1  ada A good talk" in shown


@pytest.mark.parametrize("columns", [40, 80])
def test_ctrl_c_keeps_the_draft_and_says_so(
    terminal: Opening, journal: Path, columns: int
) -> None:
    opened = terminal("add", "ada", columns=columns)
    opened.sees("What happened")
    opened.types(CTRL_C)
    shown, code = ended(opened)
    assert code == 130
    assert "\nguidelog: stopped, nothing was written.\r\n" in shown
    assert "Your text is kept: guidelog add --draft" in " ".join(shown.split())
    assert "guidelog add --draft\r\n" in shown
    assert [draft.typed["note"] for draft in waiting(journal)] == [["half a note"]]


def test_ctrl_c_while_it_works_is_as_quiet(terminal: Opening, journal: Path) -> None:
    opened = terminal("fail", "asleep", "my text")
    opened.sees("asleep")
    opened.types(CTRL_C)
    shown, code = ended(opened)
    assert code == 130
    assert "Traceback" not in shown
    assert len(waiting(journal)) == 1


def test_a_draft_is_taken_up_without_a_question(
    terminal: Opening, journal: Path
) -> None:
    opened = terminal("add", "ada")
    opened.sees("What happened")
    opened.types(CTRL_C)
    ended(opened)
    shown, code = ended(terminal("add", "--draft"))
    assert (code, waiting(journal)) == (0, [])
    assert "s1  ada half a note" in shown


def test_a_needed_text_is_not_awaited_on_a_terminal(terminal: Opening) -> None:
    shown, code = ended(terminal("observe", "ada"))
    assert code == 2
    assert "guidelog: TEXT is missing: what you saw." in shown


def test_nothing_is_asked_where_the_answer_could_not_be_seen(
    terminals: Terminals, journal: Path
) -> None:
    script = f"{shlex.join([sys.executable, str(TOY), 'add', 'ada'])} | cat"
    shown, _ = ended(terminals.start(["/bin/sh", "-c", script], os.environ))
    assert "NOTE is missing" in shown
    assert "What happened" not in shown
    assert waiting(journal) == []


@pytest.mark.parametrize(
    ("answer", "said"), [("y", "dropped"), ("yes", "dropped"), ("", "kept")]
)
def test_what_can_not_be_taken_back_is_asked(
    terminal: Opening, answer: str, said: str
) -> None:
    opened = terminal("drop")
    opened.sees("Drop it? [y/N] ")
    opened.types(answer + ENTER)
    shown, code = ended(opened)
    assert (code, shown.split()[-1]) == (0, said)


def test_ctrl_d_is_no_yes(terminal: Opening) -> None:
    opened = terminal("drop")
    opened.sees("[y/N] ")
    opened.types(CTRL_D)
    shown, code = ended(opened)
    assert (code, shown.split()[-1]) == (0, "kept")


def test_with_yes_nothing_is_asked(terminal: Opening) -> None:
    assert ended(terminal("drop", "--yes")) == ("dropped\r\n", 0)


def test_a_terminal_is_coloured_unless_it_says_otherwise(terminal: Opening) -> None:
    assert "\x1b[1;36m" in ended(terminal("page", "1"))[0]
    assert "\x1b[" not in ended(terminal("page", "1", "--color", "never"))[0]
    assert "\x1b[36m" not in ended(terminal("page", "1", NO_COLOR="1"))[0]
    assert "\x1b[" not in ended(terminal("page", "1", TERM="dumb"))[0]


def paging(tmp_path: Path) -> dict[str, str]:
    """Put a pager in place that leaves a mark and its settings."""
    pager = tmp_path / "pager"
    pager.write_text('#!/bin/sh\necho "paged LESS=$LESS"\ncat\n', encoding="utf-8")
    pager.chmod(0o700)
    return {"PAGER": str(pager)}


def test_what_does_not_fit_is_paged(terminal: Opening, tmp_path: Path) -> None:
    env = paging(tmp_path)
    assert "paged LESS=FRX" in ended(terminal("page", "30", **env))[0]
    assert "paged LESS=R" in ended(terminal("page", "30", **env, LESS="R"))[0]
    assert "paged" not in ended(terminal("page", "20", **env))[0]
    assert "paged" not in ended(terminal("page", "30", "--no-pager", **env))[0]
    assert "paged" not in ended(terminal("--no-pager", "page", "30", **env))[0]


@pytest.mark.parametrize("pager", ["", "no-such-pager -x"])
def test_without_a_pager_everything_is_printed(terminal: Opening, pager: str) -> None:
    shown, code = ended(terminal("page", "30", PAGER=pager))
    assert (code, shown.count(":smile:")) == (0, 30)


@pytest.mark.ordeal
def test_a_pager_may_be_left_early(terminal: Opening) -> None:
    shown, code = ended(terminal("page", "20000", PAGER="head -3"))
    assert (code, shown.count(":smile:")) == (0, 3)
    opened = terminal("page", "20000", PAGER="less")
    opened.sees(":smile:")
    opened.types("q")
    assert ended(opened)[1] == 0


@pytest.mark.parametrize("columns", [40, 80])
def test_the_first_page_fits_the_screen(terminal: Opening, columns: int) -> None:
    shown, _ = ended(terminal("--help", columns=columns))
    lines = shown.splitlines()
    assert max(map(len, lines)) <= columns
    assert len(lines) <= 26


@pytest.mark.skipif(os.name != "posix", reason="signals of a terminal")
def test_a_closed_terminal_leaves_the_draft(terminal: Opening, journal: Path) -> None:
    opened = terminal("fail", "asleep", "my text")
    opened.sees("asleep")
    assert opened.hangs_up() == -1
    assert [draft.typed["text"] for draft in waiting(journal)] == [["my text"]]
