"""Where documents may go: never into a journal, its copies or what lies beside it."""

from pathlib import Path

import pytest

from journal.beginning import begin
from leading import Leader, make_home

LINES = (
    "report ada --format html -o {}",
    "export sessions -o {}",
    "export sessions --format json -o {}",
    "person export ada --format json -o {}",
    "export all -o {}",
    "report --each -o {}",
)


@pytest.fixture
def leader() -> Leader:
    """A leader in whose journal something of every kind stands, with a backup."""
    leader = begin(make_home())
    leader.does("backup")
    return leader


def held_by(folder: Path) -> dict[str, bytes]:
    """All files in a folder and below it."""
    found = (one for one in folder.rglob("*") if one.is_file())
    return {str(one): one.read_bytes() for one in found}


@pytest.mark.parametrize("line", LINES)
def test_no_document_replaces_a_journal_or_lies_among_its_copies(
    leader: Leader, line: str
) -> None:
    copy, *_ = (leader.home / "journal.db.backups").glob("*.db")
    other = leader.home / "other.db"
    other.write_bytes(leader.journal.read_bytes())
    before = held_by(leader.home)
    drafts = leader.home / "journal.db.drafts"
    for place in (leader.journal, other, copy, copy.parent / "new", drafts / "new"):
        said = leader.refused(line.format(place))
        assert "is a journal, or lies among the copies or drafts of one" in said
    assert held_by(leader.home) == before
    assert not (drafts / "new").exists()


@pytest.mark.parametrize("place", ["-", "/dev/stdout"])
def test_standard_output_can_be_said(
    leader: Leader, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(leader.home)
    written = leader.does("export sessions").out
    assert leader.does(f"export sessions -o {place}").out == written
    assert not (leader.home / "-").exists()
    assert "-o FOLDER" in leader.refused(f"export all -o {place}")
    assert "never standard output" in leader.refused(f"backup {place}")
