"""On a terminal: questions, Ctrl-C, the pager, colours, and both widths."""

import os
import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pexpect
import pytest

from cli.kit.conftest import TOY
from guidelog.storage.drafts import waiting

Terminal = Callable[..., Any]


def ended(child: Any) -> tuple[str, int]:
    """Wait for the end; give what was shown and the exit code."""
    child.expect(pexpect.EOF)
    child.close()
    return str(child.before), int(child.exitstatus)


def test_a_text_may_be_asked_for(terminal: Terminal, journal: Path) -> None:
    child = terminal(["add", "ada"])
    child.expect("What happened")
    child.sendline("A good talk")
    shown, code = ended(child)
    assert (code, waiting(journal)) == (0, [])
    assert "s1  ada A good talk" in shown


@pytest.mark.parametrize("columns", [40, 80])
def test_ctrl_c_keeps_the_draft_and_says_so(
    terminal: Terminal, journal: Path, columns: int
) -> None:
    child = terminal(["add", "ada"], columns)
    child.expect("What happened")
    child.sendintr()
    shown, code = ended(child)
    assert code == 130
    assert "\nguidelog: stopped, nothing was written.\r\n" in shown
    assert "Your text is kept: guidelog add --draft" in " ".join(shown.split())
    assert "guidelog add --draft\r\n" in shown
    assert [draft.typed["note"] for draft in waiting(journal)] == [["half a note"]]


def test_ctrl_c_while_it_works_is_as_quiet(terminal: Terminal, journal: Path) -> None:
    child = terminal(["fail", "asleep", "my text"])
    child.expect("asleep")
    child.sendintr()
    shown, code = ended(child)
    assert code == 130
    assert "Traceback" not in shown
    assert len(waiting(journal)) == 1


def test_a_draft_is_taken_up_without_a_question(
    terminal: Terminal, journal: Path
) -> None:
    child = terminal(["add", "ada"])
    child.expect("What happened")
    child.sendintr()
    ended(child)
    shown, code = ended(terminal(["add", "--draft"]))
    assert (code, waiting(journal)) == (0, [])
    assert "s1  ada half a note" in shown


def test_a_needed_text_is_not_awaited_on_a_terminal(terminal: Terminal) -> None:
    shown, code = ended(terminal(["observe", "ada"]))
    assert code == 2
    assert "guidelog: TEXT is missing: what you saw." in shown


def test_nothing_is_asked_where_the_answer_could_not_be_seen(
    journal: Path,
) -> None:
    script = f"{shlex.join([sys.executable, str(TOY), 'add', 'ada'])} | cat"
    piped = pexpect.spawn("bash", ["-c", script], encoding="utf-8")
    shown, _ = ended(piped)
    assert "NOTE is missing" in shown
    assert "What happened" not in shown
    assert waiting(journal) == []


@pytest.mark.parametrize(
    ("answer", "said"), [("y", "dropped"), ("yes", "dropped"), ("", "kept")]
)
def test_what_can_not_be_taken_back_is_asked(
    terminal: Terminal, answer: str, said: str
) -> None:
    child = terminal(["drop"])
    child.expect_exact("Drop it? [y/N] ")
    child.sendline(answer)
    shown, code = ended(child)
    assert (code, shown.split()[-1]) == (0, said)


def test_ctrl_d_is_no_yes(terminal: Terminal) -> None:
    child = terminal(["drop"])
    child.expect_exact("[y/N] ")
    child.sendeof()
    shown, code = ended(child)
    assert (code, shown.split()[-1]) == (0, "kept")


def test_with_yes_nothing_is_asked(terminal: Terminal) -> None:
    assert ended(terminal(["drop", "--yes"])) == ("dropped\r\n", 0)


def test_a_terminal_is_coloured_unless_it_says_otherwise(terminal: Terminal) -> None:
    assert "\x1b[1;36m" in ended(terminal(["page", "1"]))[0]
    assert "\x1b[" not in ended(terminal(["page", "1", "--color", "never"]))[0]
    assert "\x1b[36m" not in ended(terminal(["page", "1"], NO_COLOR="1"))[0]
    assert "\x1b[" not in ended(terminal(["page", "1"], TERM="dumb"))[0]


def paging(tmp_path: Path) -> dict[str, str]:
    """Put a pager in place that leaves a mark and its settings."""
    pager = tmp_path / "pager"
    pager.write_text('#!/bin/sh\necho "paged LESS=$LESS"\ncat\n', encoding="utf-8")
    pager.chmod(0o700)
    return {"PAGER": str(pager)}


def test_what_does_not_fit_is_paged(terminal: Terminal, tmp_path: Path) -> None:
    env = paging(tmp_path)
    assert "paged LESS=FRX" in ended(terminal(["page", "30"], **env))[0]
    assert "paged LESS=R" in ended(terminal(["page", "30"], **env, LESS="R"))[0]
    assert "paged" not in ended(terminal(["page", "20"], **env))[0]
    assert "paged" not in ended(terminal(["page", "30", "--no-pager"], **env))[0]
    assert "paged" not in ended(terminal(["--no-pager", "page", "30"], **env))[0]


@pytest.mark.parametrize("pager", ["", "no-such-pager -x"])
def test_without_a_pager_everything_is_printed(terminal: Terminal, pager: str) -> None:
    shown, code = ended(terminal(["page", "30"], PAGER=pager))
    assert (code, shown.count(":smile:")) == (0, 30)


def test_a_pager_may_be_left_early(terminal: Terminal) -> None:
    shown, code = ended(terminal(["page", "20000"], PAGER="head -3"))
    assert (code, shown.count(":smile:")) == (0, 3)
    child = terminal(["page", "20000"], PAGER="less")
    child.expect(":smile:")
    child.send("q")
    assert ended(child)[1] == 0


@pytest.mark.parametrize("columns", [40, 80])
def test_the_first_page_fits_the_screen(terminal: Terminal, columns: int) -> None:
    shown, _ = ended(terminal(["--help"], columns))
    lines = shown.splitlines()
    assert max(map(len, lines)) <= columns
    assert len(lines) <= 26


@pytest.mark.skipif(os.name != "posix", reason="signals of a terminal")
def test_a_closed_terminal_leaves_the_draft(terminal: Terminal, journal: Path) -> None:
    child = terminal(["fail", "asleep", "my text"])
    child.expect("asleep")
    child.close(force=True)
    assert [draft.typed["text"] for draft in waiting(journal)] == [["my text"]]
