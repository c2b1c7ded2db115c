"""TAB: what is offered, to whom nothing is, and that no name can run anything."""

import json
import os
import shlex
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Literal
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelog.cli.chart import FILE, read_chart
from guidelog.cli.completing import HARMLESS, LONGEST_HELP, answer, calm
from guidelog.cli.offering import OFFERINGS
from leading import Leader

Shell = Literal["bash", "zsh", "fish", "powershell"]
LINES = Path(__file__).with_name("lines.txt")


@pytest.fixture(scope="module")
def led(tmp_path_factory: pytest.TempPathFactory) -> Leader:
    """A leader with some of everything on record, and much of it private."""
    leader = Leader(tmp_path_factory.mktemp("led"))
    leader.does('person add ada "Ada Okonkwo"')
    leader.does('person add li "Li Wei" --relation mentee')
    leader.does('person add zoe "Zoe Adler"')
    leader.does("person archive zoe")
    leader.does('goal add ada "Lead the review" --target 6 --unit reviews')
    leader.does('goal add li "A secret aim"')
    leader.does('add ada "A secret" --about "A secret too" --tag incident --tag api')
    leader.does('next ada "a secret step" --private')
    leader.does('resistance add ada "left two out" --expected "all five"')
    leader.does('action add walk --label "Walk together" --mode both --family goal')
    leader.does("action hide listen")
    return leader


def asking(leader: Leader, line: str, shell: Shell) -> dict[str, str]:
    """The surroundings in which a shell asks what may stand at the end of a line."""
    return leader.surroundings | {
        "_GUIDELOG_COMPLETE": f"complete_{shell}",
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "_TYPER_COMPLETE_ARGS": line,
        "COMP_WORDS": line,
        "COMP_CWORD": str(line.count(" ")),
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": line.rpartition(" ")[2],
    }


def press(leader: Leader, line: str, shell: Shell = "fish") -> str:
    """Press TAB at the end of a line and give what the shell is handed."""
    with patch.dict(os.environ, asking(leader, line, shell), clear=True):
        text, code = answer(shell, read_chart(), os.environ)
    assert code == 0
    return text


def offered(leader: Leader, line: str) -> dict[str, str]:
    """What is offered at the end of a line, with what is said of it."""
    rows = (row.partition("\t") for row in press(leader, line).splitlines() if row)
    return {word: says for word, _, says in rows}


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("add ", ["ada", "li"]),
        ("add l", ["li"]),
        ("add ada,", ["ada,li"]),
        ("timeline ", ["ada", "li"]),
        ("report --period 2026-1", ["2026-11", "2026-10"]),
        ("search review --who a", ["ada"]),
        ("goal progress ", ["g2", "g1"]),
        ("goal show g", ["g2", "g1"]),
        ("timeline --goal g1,", ["g1,g2"]),
        ("show s", ["s1"]),
        ("done ", ["c1"]),
        ("recap ", ["s1"]),
        ("observe ada --session ", ["s1"]),
        ("resistance attempt ", ["r1"]),
        ("observe ada -r ", ["r1"]),
        ("timeline --tag ", ["api", "incident"]),
        ("timeline --kind se", ["session"]),
        ("add ada -a wa", ["walk"]),
        ("add ada -a listen", []),
        ("add ada --owner ", ["me", "them", "ada", "li"]),
        ("person edit ada --relation m", ["mentee"]),
        ("next ada --owner ", ["me", "them"]),
        ("export se", ["sessions"]),
        ("config set gr", ["grace_hours"]),
        ("add ada --mode c", ["coaching"]),
        ("resist st", ["status"]),
        ("add zzz", []),
        ("add ADA", []),
        ("add $(touch,", []),
    ],
)
def test_tab_offers_what_may_be_typed_there(
    line: str, words: list[str], led: Leader
) -> None:
    assert list(offered(led, f"guidelog {line}")) == words


def test_what_is_offered_is_explained_without_private_words(led: Leader) -> None:
    said = offered(led, "guidelog show ")

    assert said["g1"] == "Lead the review"
    assert said["g2"] == "goal, li, Fri 20 Nov"
    assert said["s1"] == "session, ada, Fri 20 Nov"
    assert said["c1"] == "commitment, ada, Fri 20 Nov"
    assert "ecret" not in press(led, "guidelog show ")
    assert offered(led, "guidelog add ")["ada"] == "Ada Okonkwo"


def test_the_journal_on_the_line_is_asked(led: Leader, tmp_path: Path) -> None:
    other = Leader(tmp_path)
    other.does('person add mira "Mira Haddad"')

    line = f"guidelog add --journal {other.journal} "

    assert list(offered(led, line)) == ["mira"]


def test_without_a_journal_nothing_is_offered_and_nothing_made(
    newcomer: Leader,
) -> None:
    assert offered(newcomer, "guidelog add ") == {}
    assert offered(newcomer, "guidelog show ") == {"last": "the session written last"}
    assert list(newcomer.home.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"no journal", b"SQLite format 3\0" * 99])
def test_a_broken_journal_is_passed_over(leader: Leader, content: bytes) -> None:
    leader.journal.write_bytes(content)

    assert offered(leader, "guidelog add ") == {}
    assert leader.journal.read_bytes() == content


def test_broken_settings_and_a_broken_clock_say_nothing(leader: Leader) -> None:
    leader.does('person add ada "Ada Okonkwo"')
    leader.sets("nonsense = 1")

    assert list(offered(leader, "guidelog timeline --period 2026 a")) == ["ada"]
    leader.at("soon")
    assert offered(leader, "guidelog timeline --period ") == {}


def test_a_busy_journal_is_not_waited_for(leader: Leader) -> None:
    leader.does('person add ada "Ada Okonkwo"')
    busy = sqlite3.connect(leader.journal, isolation_level=None)
    busy.execute("BEGIN EXCLUSIVE")

    assert offered(leader, "guidelog add ") == {}

    busy.close()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_program_itself_answers_and_says_nothing(led: Leader, shell: Shell) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "guidelog"],
        capture_output=True,
        env=asking(led, "guidelog add ada,l", shell),
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, b"")
    assert b"ada,li" in done.stdout


PROGRAM = (
    "import atexit, sys; atexit.register(lambda: print(*sys.modules));"
    "from guidelog.__main__ import main; main()"
)
HEAVY = {"typer", "rich", "tomllib", "sqlmodel", "guidelog.cli.app", "guidelog.data"}


def test_command_names_cost_no_look_into_the_journal(led: Leader) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        capture_output=True,
        env=asking(led, "guidelog re", "zsh"),
        check=True,
        encoding="utf-8",
    )

    assert '"recap"' in done.stdout
    loaded = set(done.stdout.split())
    assert "guidelog.cli.completing" in loaded
    assert loaded & {"sqlite3", "guidelog.cli.offering", *HEAVY} == set()


@pytest.mark.parametrize("line", ["add a", "show g", "timeline --period 2", "add -a w"])
def test_values_cost_no_command(led: Leader, line: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        capture_output=True,
        env=asking(led, f"guidelog {line}", "zsh"),
        check=True,
        encoding="utf-8",
    )

    assert "_arguments" in done.stdout
    assert set(done.stdout.split()) & HEAVY == set()


# --- safety ---------------------------------------------------------------------------

EVIL = "`touch ran` $(touch ran) ';touch ran;' \"\\ | & > ran {a,b} [x] * ~ ! %"


def names_evil(leader: Leader) -> None:
    """Give people, tags and goals names that a shell might run, behind our back too."""
    leader.does("person add ada", EVIL)
    leader.does("goal add ada", EVIL, "--record")
    leader.does("add ada note --tag ok")
    leader.tampers(
        "UPDATE person SET name = name || char(10) || 'two' || char(9) || 'lines'",
        "UPDATE link SET word = '$(touch${IFS}ran)' WHERE role = 'tags'",
    )


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize("line", ["add ", "show ", "observe ada x --tag "])
def test_names_reach_the_shell_as_letters_only(
    leader: Leader, shell: Shell, line: str
) -> None:
    names_evil(leader)

    handed = press(leader, f"guidelog {line}", shell)

    frame = handed.replace("_arguments '*: :((", "").replace("))'", "")
    assert not set("`$;'\\|&><{}[]*~!%()") & set(frame)
    assert "ada" in handed or line != "add "


@given(st.text())
def test_a_help_is_letters_digits_and_spaces(says: str) -> None:
    told = calm(says)

    assert len(told) <= LONGEST_HELP
    assert all(sign.isalnum() or sign in "-., " for sign in told)
    assert calm(told) == told


@given(st.from_regex(HARMLESS, fullmatch=True))
def test_a_harmless_word_is_itself_to_every_shell(word: str) -> None:
    assert shlex.quote(word) == word


# --- every command --------------------------------------------------------------------


def test_every_kind_of_choice_is_offered_somewhere() -> None:
    told = json.loads(FILE.read_text(encoding="utf-8"))
    params = [param for place in told["places"].values() for param in place["params"]]
    said = {param.get("word") for param in params}

    assert set(OFFERINGS) - said == set()
    assert set(told["offers"]) - said == set()


def test_what_was_offered_is_offered(
    led: Leader, golden: Callable[[str, str], None]
) -> None:
    lines = LINES.read_text(encoding="utf-8").splitlines()
    told = [f"{line}|\n{shown(led, line)}" for line in lines]

    golden("offered.txt", "".join(told))


def shown(leader: Leader, line: str) -> str:
    """The words offered at the end of a line, with what is said of them."""
    found = offered(leader, f"guidelog {line}").items()
    return "".join(f"    {word}  {says}".rstrip() + "\n" for word, says in found)
