"""Reports as a leader asks for them: every format, who may read them, what is said."""

import json
import shlex
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from leading import Leader
from telling import told_once
from terminals import ENTER, Terminals


@pytest.fixture
@told_once
def guiding(leader: Leader) -> Leader:
    """A leader of Ada and Bo, who mentors Li and coaches Mira."""
    leader.sets('leader_name = "Kim Larsen"')
    leader.does('person add ada "Ada Okonkwo"')
    leader.does('person add bo "Bo Nilsson"')
    leader.does('person add li "Li Wei" --relation mentee')
    leader.does('person add mira "Mira Haddad" --relation client')
    leader.does("add ada,bo 'marked-note' -t 30 -w 2026-11-02 --agreed 'marked-agreed'")
    leader.does("observe bo 'marked-untold' --off-track -w 2026-11-03")
    leader.does("add li 'marked-contract' -a contract -w 2026-11-04")
    leader.does("add mira 'marked-talk' -w 2026-11-05")
    return leader


FORMATS = {
    "terminal": "txt",
    "markdown": "md",
    "html": "html",
    "pdf": "pdf",
    "json": "json",
}


@pytest.mark.parametrize("format_", FORMATS)
def test_a_report_is_written_whole_for_the_leaders_eyes(
    guiding: Leader, format_: str, tmp_path: Path
) -> None:
    named, chosen = tmp_path / f"bo.{FORMATS[format_]}", tmp_path / "bo"
    assert guiding.does(f"report bo -o {named}").out == ""
    guiding.does(f"report bo --format {format_} -o {chosen}")
    assert named.read_bytes() == chosen.read_bytes()
    assert named.stat().st_mode & 0o777 == 0o600
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize("format_", ["markdown", "html", "json"])
def test_without_a_file_it_goes_to_standard_output(
    guiding: Leader, format_: str, tmp_path: Path
) -> None:
    file = tmp_path / "ada"
    guiding.does(f"report ada --format {format_} -o {file}")
    assert guiding.does(f"report ada --format {format_}").out == file.read_text("utf-8")


def test_a_failure_leaves_the_older_report(guiding: Leader, tmp_path: Path) -> None:
    file = tmp_path / "li.md"
    file.write_text("older")
    guiding.refused(f"report li -o {file}")
    assert file.read_text() == "older"
    assert guiding(f"report ada -o {tmp_path / 'missing' / 'ada.md'}").code == 1


def test_a_name_that_tells_no_format_is_refused(guiding: Leader) -> None:
    said = guiding.refused("report ada -o ada.docx")
    assert "ada.docx" in said
    assert "--format" in said


def test_json_may_be_asked_for_in_two_ways(guiding: Leader) -> None:
    one, other = (
        guiding.does("report ada --json"),
        guiding.does("report ada --format json"),
    )
    assert one.out == other.out
    assert json.loads(one.out)["numbers"]["audience"] == "others"


# --- for me, for others ---------------------------------------------------------------


def test_off_a_terminal_a_report_is_for_others(guiding: Leader) -> None:
    theirs, mine = (
        guiding.does("report ada").out,
        guiding.does("report ada --for me").out,
    )
    assert "marked-note" not in theirs
    assert "marked-agreed" in theirs
    assert "marked-note" in mine


def test_what_is_untold_is_named_by_id_before_it_is_left_out(guiding: Leader) -> None:
    answer = guiding.does("report bo")
    assert answer.err == (
        "Bo has not been told o1 of Tue 3 Nov: left out; "
        "--untold puts them in, each marked\n"
    )
    assert "marked-untold" not in answer.out
    told = guiding.does("report bo --untold")
    assert "marked-untold" in told.out
    assert "not yet told" in told.out
    assert "in it, each marked" in told.err
    assert guiding.does("report bo --for me").err == ""


def test_why_a_goal_was_closed_stands_where_its_end_does(guiding: Leader) -> None:
    goal = guiding.does('goal add ada "Lead the forum"').id
    own = guiding.does('goal add ada "Speak up" --private').id
    guiding.does(f'goal close {goal} dropped "The forum was given up"')
    guiding.does(f'goal close {own} dropped "No time for it"')
    theirs = " ".join(guiding.does("report ada").out.split())
    assert "dropped Fri 20 Nov why: The forum was given up" in theirs
    assert "No time for it" not in theirs
    assert "why: No time for it" in guiding.does("report ada --for me").out


def test_talks_in_confidence_need_a_yes(guiding: Leader) -> None:
    said = guiding.refused("report li")
    assert said == (
        "guidelog: talks with Li Wei are in confidence: "
        "a document that others read needs --yes.\n"
        "  For your own eyes: guidelog report li --for me\n"
    )
    assert "marked-contract" in guiding.does("report li --for me").out


def test_a_file_of_no_known_format_is_refused_before_anything_is_asked(
    guiding: Leader,
) -> None:
    said = guiding.refused("report mira -o mira.docx")
    assert "mira.docx does not say in which format" in said
    assert "confidence" not in said


def test_the_agreement_is_named_or_missed(guiding: Leader) -> None:
    li = guiding.does("report li --yes --format markdown")
    assert "(s2)" in li.out
    assert li.err == ""
    mira = guiding.does("report mira --yes --format markdown")
    assert mira.err == (
        "Mira Haddad: nothing on record says what you agreed about who reads this.\n"
        "  Note a talk about it: guidelog add mira -a contract\n"
    )


def test_the_seal_is_a_head_that_verify_knows(guiding: Leader) -> None:
    report = guiding.does("report ada").out
    head = report.partition("at head ")[2].split()[0]
    guiding.does("add ada 'later'")
    guiding.does(f"verify --head {head}")


# --- the team -------------------------------------------------------------------------


@pytest.mark.parametrize("format_", FORMATS)
def test_the_team_comes_in_every_format(
    guiding: Leader, format_: str, tmp_path: Path
) -> None:
    file = tmp_path / "team"
    guiding.does(f"report --format {format_} -o {file}")
    assert file.stat().st_size > 100


def test_the_team_for_others_is_of_direct_reports(guiding: Leader) -> None:
    theirs = guiding.does("report --format markdown").out
    mine = guiding.does("report --format markdown --for me").out
    assert "**Ada Okonkwo**" in theirs
    assert "Mira" not in theirs
    assert "2 people other than direct reports" in theirs
    assert "**mira**" in mine
    assert "3 talks" not in theirs
    assert "1 talk, 0.5 hours" in theirs


def test_each_gets_a_document_and_one_summary_says_what_is_missing(
    guiding: Leader, tmp_path: Path
) -> None:
    folder = tmp_path / "packets"
    answer = guiding.does(f"report --each -o {folder}")
    assert sorted(file.name for file in folder.iterdir()) == ["ada.html", "bo.html"]
    assert folder.stat().st_mode & 0o777 == 0o700
    lines = {line.split()[0]: line for line in answer.out.splitlines() if line.strip()}
    assert "untold 1" in lines["bo"]
    assert "1 not yet told" in lines["bo"]
    assert "li and mira; --yes writes them" in answer.out


def test_with_yes_everybody_gets_one(guiding: Leader, tmp_path: Path) -> None:
    answer = guiding.does(
        f"report --each --yes --format markdown -o {tmp_path / 'all'}"
    )
    names = sorted(file.name for file in (tmp_path / "all").iterdir())
    assert names == ["ada.md", "bo.md", "li.md", "mira.md"]
    assert "mira.md: nothing on record says what you agreed" in answer.err
    assert "li.md" not in answer.err
    written = json.loads(
        guiding.does(f"report --each -o {tmp_path / 'all'} --json").out
    )
    assert written["numbers"] == {"documents": 2, "passed_over": 2}


def test_packets_need_a_folder_and_nobody_by_name(guiding: Leader) -> None:
    assert "-o FOLDER" in guiding.refused("report --each")
    assert "WHO and --each" in guiding.refused("report ada --each -o x")


# --- on a terminal --------------------------------------------------------------------


def test_on_a_terminal_a_report_is_for_me(guiding: Leader) -> None:
    page = typed_on_a_terminal(guiding, "report bo")
    assert "for me, with private notes" in page
    assert "marked-note" in page
    assert "for others" in typed_on_a_terminal(guiding, "report bo --for others")


def test_a_terminal_shows_no_pdf(guiding: Leader) -> None:
    page = typed_on_a_terminal(guiding, "report bo --format pdf")
    assert "a terminal can't show a PDF" in page
    assert "-o FILE" in page


def test_a_pdf_for_a_closed_output_is_one_clear_refusal(guiding: Leader) -> None:
    line = [sys.executable, "-m", "guidelog", "report", "ada", "--format", "pdf"]
    done = subprocess.run(
        ["sh", "-c", f"{shlex.join(line)} >&-"],
        env=guiding.surroundings,
        stderr=subprocess.PIPE,
        check=False,
    )
    said = b"guidelog: could not write: standard output is closed.\n"
    assert (done.returncode, done.stderr) == (1, said)


def test_on_a_terminal_a_talk_in_confidence_is_asked_about(guiding: Leader) -> None:
    page = typed_on_a_terminal(guiding, "report li --for others", answer="n")
    assert "are in confidence. Write for others all the same?" in page
    assert "Time together" not in page


def typed_on_a_terminal(leader: Leader, line: str, answer: str = "") -> str:
    """What a terminal shows after a line, and after an answer to its question."""
    with closing(Terminals()) as terminals:
        argv = ["--no-pager", *shlex.split(line)]
        terminal = terminals.fork(argv, leader.at_a_terminal)
        if not answer:
            terminal.ends()
            return terminal.heard
        terminal.sees("[y/N] ")
        asked = terminal.heard
        terminal.types(answer + ENTER)
        terminal.ends()
        return asked + terminal.heard


@pytest.mark.parametrize(
    ("line", "loads"), [("report ada", False), ("report ada --format html", True)]
)
def test_only_a_page_pays_for_what_makes_pages(
    guiding: Leader, line: str, loads: bool
) -> None:
    look = (
        "import sys; from guidelog.cli.app import run; "
        f"run({shlex.split(line)!r}); "
        "print('jinja2' in sys.modules, 'typst' in sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", look],
        env=guiding.surroundings,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr.splitlines()[-1] == f"{loads} False"
