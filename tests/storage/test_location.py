"""Where the journal lies, and what is found beside it."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path, PureWindowsPath

import pytest

from guidelog.errors import NoFolder, OutOfReach
from guidelog.storage.connection import open_for_reading, prepare_for_writing
from guidelog.storage.location import (
    address_of,
    conflicted_copies,
    copies_of_shapes,
    find_journal,
)
from guidelog.storage.shape import Shape

from .toys import mode_of


@pytest.fixture(autouse=True)
def nothing_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("GUIDELOG_JOURNAL", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def test_the_option_wins_over_the_variable_and_the_variable_over_the_usual_place(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    usual = find_journal(None)
    monkeypatch.setenv("GUIDELOG_JOURNAL", str(tmp_path / "named.db"))
    named = find_journal(None)
    given = find_journal(tmp_path / "given.db")
    assert [usual.name, named.name, given.name] == [
        "journal.db",
        "named.db",
        "given.db",
    ]
    assert usual.parent.name == "guidelog"


def test_an_empty_variable_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = find_journal(None)
    monkeypatch.setenv("GUIDELOG_JOURNAL", "")
    assert find_journal(None) == usual


def test_a_tilde_means_home_and_a_short_name_means_here(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GUIDELOG_JOURNAL", "~/mine.db")
    assert find_journal(None) == tmp_path / "mine.db"
    monkeypatch.chdir(tmp_path)
    assert find_journal(Path("here.db")) == tmp_path / "here.db"


def test_a_link_leads_to_the_journal_it_names(journal: Path, tmp_path: Path) -> None:
    (tmp_path / "link.db").symlink_to(journal)
    assert find_journal(tmp_path / "link.db") == journal


def test_a_link_in_a_circle_or_an_unknown_home_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "one.db").symlink_to(tmp_path / "two.db")
    (tmp_path / "two.db").symlink_to(tmp_path / "one.db")
    for name in (tmp_path / "one.db", Path("~nobody-we-know/journal.db")):
        with pytest.raises(OutOfReach, match="it leads nowhere"):
            find_journal(name)


@pytest.mark.usefixtures("wide_umask")
def test_the_usual_folder_is_made_for_the_leader_alone(shape: Shape) -> None:
    journal = find_journal(None)
    prepare_for_writing(journal, shape)
    assert mode_of(journal.parent) == "700"
    assert mode_of(journal) == "600"


def test_a_mistyped_folder_is_refused_and_not_made(
    tmp_path: Path, shape: Shape
) -> None:
    journal = tmp_path / "jornals" / "journal.db"
    with pytest.raises(NoFolder, match="jornals"):
        prepare_for_writing(journal, shape)
    with pytest.raises(NoFolder, match="jornals"):
        open_for_reading(journal, shape)
    assert not journal.parent.exists()


@pytest.mark.parametrize(
    "name",
    [
        "journal (Mira's conflicted copy 2026-11-23).db",
        "journal (conflicted copy 2026-11-23 101500).db",
        "journal (1).db",
        "journal 2.db",
        "journal.sync-conflict-20261123-101500-ABCDEFG.db",
        "journal_conflict-20261123-101500.db",
        "journal-DESKTOP-4F2A.db",
        "journal-Lis-MacBook.db",
    ],
)
def test_a_copy_that_a_sync_service_set_apart_is_seen(journal: Path, name: str) -> None:
    copy = journal.with_name(name)
    copy.write_bytes(journal.read_bytes())
    assert conflicted_copies(journal) == [copy]


@pytest.mark.parametrize(
    "name", ["journal.db.v1.bak", "journals.db", "journal-2025.db", "work.db"]
)
def test_other_files_beside_the_journal_are_no_conflict(
    journal: Path, name: str
) -> None:
    journal.with_name(name).write_bytes(journal.read_bytes())
    assert conflicted_copies(journal) == []


def test_a_file_that_is_no_journal_is_no_conflict(journal: Path) -> None:
    journal.with_name("journal-notes.db").write_text("Buy stamps")
    journal.with_name("journal 2.db").mkdir()
    assert conflicted_copies(journal) == []


def test_a_journal_not_yet_begun_has_no_conflicts(tmp_path: Path) -> None:
    assert conflicted_copies(tmp_path / "nowhere" / "journal.db") == []


def test_copies_of_shapes_come_newest_first_by_number(journal: Path) -> None:
    for shape in (2, 10, 9):
        journal.with_name(f"journal.db.v{shape}.bak").touch()
    names = [copy.name for copy in copies_of_shapes(journal)]
    assert names == ["journal.db.v10.bak", "journal.db.v9.bak", "journal.db.v2.bak"]


@pytest.mark.parametrize(
    "name",
    [b"a b.db", b"50%25.db", b"why?#x.db", "Äda.db".encode(), b"\xff.db"],
)
def test_a_file_of_any_name_is_reached_by_its_address(
    tmp_path: Path, name: bytes
) -> None:
    path = Path(os.fsdecode(bytes(tmp_path) + b"/" + name))
    with closing(sqlite3.connect(address_of(path), uri=True)) as db:
        db.execute("CREATE TABLE there (n)")
    assert [os.fsencode(one.name) for one in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (r"C:\Users\ada\journal.db", "file:///C%3A/Users/ada/journal.db"),
        (r"\\server\share\journal.db", "file:////server/share/journal.db"),
    ],
)
def test_drives_and_shares_of_windows_have_addresses(path: str, address: str) -> None:
    assert address_of(PureWindowsPath(path)) == address
