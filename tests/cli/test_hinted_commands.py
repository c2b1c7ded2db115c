"""Commands that are hinted at mean the journal that the leader has just named."""

from pathlib import Path

import pytest

from leading import Leader
from telling import told_once

NOTES = """\
# Bo Nilsson

## 2026-11-10

Looked at the rota.
"""


@pytest.fixture
def away(leader: Leader, monkeypatch: pytest.MonkeyPatch) -> Leader:
    """A leader in a folder with a page of notes."""
    monkeypatch.chdir(leader.home)
    (leader.home / "bo.md").write_text(NOTES, encoding="utf-8")
    return leader


@pytest.fixture
@told_once
def named(away: Leader) -> Leader:
    """A leader who names the journal each time, with Ada and a talk in it."""
    for line in (
        'person add ada "Ada Okonkwo"',
        'person add bo "Bo Nilsson"',
        'add ada "Ada Okonkwo and Bo Nilsson swapped" --next "rota by 20 nov"',
        "person archive bo",
    ):
        away.does(f"--journal mine.db {line}")
    return away


@pytest.mark.parametrize(
    ("line", "hinted"),
    [
        ("person list", "person list --all"),
        ("goal list", 'goal add ada "Lead the review alone"'),
        ("check", "edit s1 --took DURATION"),
        ("report ada --for me", "check ada"),
        ("person erase bo", "person erase bo --yes does it."),
        ("person erase bo", "redact s1 --field note --reason TEXT"),
        ("import bo.md", "import bo.md --yes"),
        ("observe adda 'A note'", "observe ada --draft"),
        ("observe adda 'A note'", 'person add HANDLE "Full Name"'),
        ("show s9", "timeline shows ids, such as s12 or g2."),
    ],
)
def test_a_command_hinted_at_means_the_journal_that_was_named(
    named: Leader, line: str, hinted: str
) -> None:
    answer = named(f"--journal mine.db {line}")
    said = " ".join((answer.out + answer.err).split())
    assert f"guidelog --journal mine.db {hinted}" in said
    assert f"guidelog {hinted}" not in said


def test_a_draft_that_waits_is_taken_up_in_the_journal_that_was_named(
    named: Leader,
) -> None:
    named("--journal mine.db observe adda 'A note'")
    page = named.does("--journal mine.db").out
    assert "guidelog --journal mine.db observe --draft" in page


def test_the_journal_is_quoted_as_a_shell_wants_it(named: Leader) -> None:
    named.does("person list --journal", "an other.db")
    said = named.does("person list --journal", "an other.db").out
    assert "guidelog --journal 'an other.db' person add ada" in " ".join(said.split())


def test_settings_are_those_of_every_journal(named: Leader) -> None:
    named.sets('leader_name = """Kim \\\nLarsen"""')
    said = named("--journal mine.db config set leader_name Kim").err
    assert "guidelog config edit opens the whole file." in said


def test_a_document_in_a_file_names_no_journal(named: Leader, tmp_path: Path) -> None:
    file = tmp_path / "ada.txt"
    named.does(f"--journal mine.db report ada --for me -o {file}")
    assert "guidelog check ada" in file.read_text("utf-8")
