"""There and back: what was exported and taken over in a fresh journal is the same."""

import json
import shutil
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st

from journal.beginning import begin
from journal.commands import WRITING
from journal.devices import Device
from journal.histories import TYPED, Hand
from leading import Leader, make_home
from ordeal import ORDEAL
from telling import told_once

HISTORIES = settings(
    max_examples=ORDEAL or 3,
    phases=[Phase.generate],
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
    print_blob=False,
)
STEPS = st.lists(st.integers(0, 2**32), min_size=10, max_size=60 if ORDEAL else 25)
HOME = make_home()
"""One place for all histories: statements are compiled once for each journal's path."""
NASTY = (
    'She said "no", then; left.\n\nA line\tmore',
    "=1+1",
    "'tis no formula",
    "-3,5|x",
    " with spaces around ",
    "第二 ß 🙂 #growth",
    "sep=;",
    "line\n\n\nline",
    "a,b;c\td",
    "true",
    "2026-03-03",
)
COMMANDS = (*WRITING, *("add", "add", "add", "edit", "undo", "delete") * 6)
TRAVELS_NOT = {"id", "uid", "recorded_at", "source", "shared_on", "amended_at"}
"""What a session does not take along; what was shared and amended stands elsewhere."""


class NastyHand(Hand):
    """A hand whose texts are those that break readers."""

    def text(self) -> str:
        """Any of them."""
        return self.one_of(*NASTY)


def live(numbers: list[int]) -> Leader:
    """A leader who typed what these numbers say, after something of every kind."""
    shutil.rmtree(HOME / "first", ignore_errors=True)
    leader = begin(HOME / "first")
    for number in numbers:
        chance = Random(number)
        moved = datetime.fromisoformat(leader.now) + timedelta(hours=31)
        leader.at(moved.isoformat())
        command = chance.choice(COMMANDS)
        with Device(leader).look() as db:
            line = TYPED[command](NastyHand(chance, db, moved.date()))
        answer = leader(command, *line)
        note(f"{leader.said[-1]} -> {answer.err.strip()}")
    return leader


def fresh(leader: Leader) -> Leader:
    """Another leader at the same moment, with an empty journal."""
    shutil.rmtree(HOME / "second", ignore_errors=True)
    (HOME / "second").mkdir()
    return Leader(HOME / "second", now=leader.now)


@pytest.mark.ordeal
@HISTORIES
@given(STEPS)
def test_the_log_makes_the_same_journal_but_for_its_numbers(numbers: list[int]) -> None:
    first = live(numbers)
    second = fresh(first)
    first.does("export log -o", str(HOME / "first" / "log.jsonl"))

    answer = second.does("import --yes", str(HOME / "first" / "log.jsonl"))

    assert f"{first.changes()} changes taken in" in answer.out
    assert Device(second).state() == Device(first).state()
    second.verifies()
    assert "nothing to undo" in second.refused("undo")


def goals_by_title(leader: Leader) -> dict[str, str]:
    """The title of each goal by its id, but of those whose words were taken back."""
    return {row["id"]: row["title"] for row in leader.rows("goals") if row["title"]}


def sessions_of(leader: Leader) -> list[dict[str, Any]]:
    """All that travels of the sessions, goals by their titles."""
    titles = goals_by_title(leader)
    rows = []
    for row in leader.rows("sessions"):
        goals = [titles[g] for g in (row["goals"] or "").split() if g in titles]
        kept = {name: one for name, one in row.items() if name not in TRAVELS_NOT}
        rows.append({**kept, "goals": goals})
    return sorted(rows, key=lambda row: json.dumps(row, sort_keys=True))


@pytest.mark.ordeal
@HISTORIES
@given(STEPS)
def test_sessions_are_the_same_in_a_fresh_journal(numbers: list[int]) -> None:
    first = live(numbers)
    second = fresh(first)
    files = []
    for view in ("sessions", "goals", "people"):
        files.append(str(HOME / "first" / f"{view}.csv"))
        first.does(f"export {view} -o", files[-1])
    for row in first.rows("actions"):
        options = ("--label", row["label"], "--mode", row["mode"])
        second("action add", row["name"], *options, "--family", row["family"])

    second.does("import --yes", *files)

    assert sessions_of(second) == sessions_of(first)
    titles = (sorted(goals_by_title(one).values()) for one in (first, second))
    assert len({str(one) for one in titles}) == 1
    second.verifies()
    changes = second.changes()
    second.does("import --yes", *files)
    assert second.changes() == changes


def test_sessions_alone_name_their_people_by_handle(guidelog: Leader) -> None:
    guidelog.does("person add ada 'Ada Okonkwo'")
    guidelog.does("add ada 'Talked.'")
    path = str(guidelog.home / "sessions.csv")
    guidelog.does("export sessions -o", path)
    second = fresh(guidelog)

    second.does("import --yes", path)

    assert second.row("people", "ada")["name"] == "ada"
    assert second.row("sessions", "s1")["people"] == "ada"


def test_an_export_of_this_very_journal_brings_nothing(guidelog: Leader) -> None:
    guidelog.does("person add ada 'Ada Okonkwo'")
    guidelog.does("add ada 'Talked.'")
    guidelog.does("edit s1 --text 'Talked again.'")
    path = str(guidelog.home / "sessions.csv")
    guidelog.does("export sessions -o", path)
    guidelog.does("edit s1 --text 'And again.'")

    answer = guidelog.does("import --yes", path)

    assert "1 entry as it is here" in answer.out
    assert guidelog.row("sessions", "s1")["note"] == "And again."


def test_a_goal_whose_words_were_taken_back_is_left_out_and_said(
    guidelog: Leader,
) -> None:
    guidelog.does("person add ada 'Ada Okonkwo'")
    guidelog.does("goal add ada 'Chair the board'")
    guidelog.does("goal add ada 'Write it down'")
    guidelog.does("redact g1 --reason 'names a patient' --yes")
    paths = [str(guidelog.home / f"{view}.csv") for view in ("people", "goals")]
    for path in paths:
        guidelog.does(f"export {Path(path).stem} -o", path)
    second = fresh(guidelog)

    answer = second.does("import --yes", *paths)

    assert [row["title"] for row in second.rows("goals")] == ["Write it down"]
    assert "says no title\n  goals.csv, line 2" in answer.out


def test_a_spreadsheet_safe_export_comes_back_without_its_apostrophes(
    guidelog: Leader,
) -> None:
    guidelog.does("person add ada 'Ada Okonkwo'")
    guidelog.does("add ada '=1+1'")
    guidelog.does("""add ada "it's all right" """)
    path = str(guidelog.home / "sessions.csv")
    guidelog.does("export sessions --excel-safe -o", path)
    second = fresh(guidelog)

    second.does("import --yes", path)

    assert [row["note"] for row in second.rows("sessions")] == [
        "=1+1",
        "it's all right",
    ]


# --- logs that are not whole ----------------------------------------------------------


@pytest.fixture
@told_once
def ada(guidelog: Leader) -> Leader:
    """A leader with three changes."""
    guidelog.does("person add ada 'Ada Okonkwo'")
    guidelog.does("add ada 'First talk.'")
    guidelog.does("add ada 'Second talk.'")
    return guidelog


@pytest.fixture
def log(ada: Leader) -> list[str]:
    """The lines of their log."""
    return ada.does("export log").out.splitlines()


def broken(line: str, **changes: Any) -> str:
    """A line that says something else."""
    return json.dumps({**json.loads(line), **changes}, ensure_ascii=False)


def reworded(line: str) -> str:
    """A line with other words in a text."""
    return line.replace("First", "Other")


@pytest.mark.parametrize(
    ("break_it", "says"),
    [
        (lambda log: [*log[:2], "{", *log[3:]], "line 3: the log is not what"),
        (lambda log: [*log[:2], "[]", *log[3:]], "line 3"),
        (lambda log: [*log[:2], "{}", *log[3:]], "line 3"),
        (lambda log: [*log[:2], broken(log[2], at="2020-01-01"), log[3]], "line 3"),
        (lambda log: [*log[:2], reworded(log[2]), log[3]], "line 3: the log is not as"),
        (lambda log: [*log[:2], log[3]], "line 3: the log is short of a line"),
        (lambda log: log[:3], "cut short: 3 changes should follow, 2 do"),
        (lambda log: [*log, log[3]], "line 5"),
        (lambda log: [broken(log[0], **{"guidelog-log": 2}), *log[1:]], "newer"),
        (
            lambda log: [*log[:3], broken(log[3], format=2)],
            "line 4: the log is wri",
        ),
    ],
)
def test_a_damaged_or_newer_log_is_refused_with_its_line(
    guidelog: Leader, log: list[str], break_it: Any, says: str
) -> None:
    path = guidelog.home / "log.jsonl"
    path.write_text("\n".join(break_it(log)) + "\n", encoding="utf-8")
    second = fresh(guidelog)

    for line in ("import", "import --yes"):
        words = second.refused(line, str(path), code=1)
        assert "log.jsonl, line" in words
        assert says in words
    assert second.rows("sessions") == [] if second.journal.exists() else True


def test_a_log_is_looked_at_first_and_taken_in_by_itself(
    guidelog: Leader, log: list[str]
) -> None:
    path = guidelog.home / "log.jsonl"
    path.write_text("\n".join(log) + "\n", encoding="utf-8")
    table = guidelog.home / "hours.csv"
    table.write_text("date,name\n2026-03-01,Ada\n", encoding="utf-8")
    second = fresh(guidelog)

    assert "3 changes would be taken in" in second.does("import", str(path)).out
    assert not second.journal.exists()
    assert "by itself" in second.refused("import", str(path), str(table))


def test_words_taken_back_stay_away(guidelog: Leader, log: list[str]) -> None:
    path = guidelog.home / "log.jsonl"
    path.write_text("\n".join(log) + "\n", encoding="utf-8")
    guidelog.does("redact s1 --reason 'names a patient' --yes")

    guidelog.does("import --yes", str(path))

    assert guidelog.row("sessions", "s1")["note"] is None
    assert b"First talk" not in guidelog.journal.read_bytes()
    guidelog.verifies()
