"""A glimpse of the journal: it reads what is there, and touches nothing."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from guidelog.errors import NotAJournal
from guidelog.storage.connection import prepare_for_writing
from guidelog.storage.glimpse import glimpse


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """A journal in which nothing stands yet."""
    path = tmp_path / "journal.db"
    prepare_for_writing(path)
    return path


def set_mark(path: Path, mark: str) -> None:
    """Change a mark in the header of the file."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute(f"PRAGMA {mark}")


def test_it_reads_a_journal_and_can_not_write(journal: Path) -> None:
    with closing(glimpse(journal)) as db:
        assert db.execute("SELECT count(*) FROM people").fetchone() == (0,)
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            db.execute("DELETE FROM person")


@pytest.mark.parametrize("mark", ["application_id=7", "user_version=0"])
def test_what_is_no_journal_of_this_version_is_left_alone(
    journal: Path, mark: str
) -> None:
    set_mark(journal, mark)
    before = journal.read_bytes()

    with pytest.raises(NotAJournal):
        glimpse(journal)

    assert journal.read_bytes() == before


def test_nothing_is_made_where_nothing_is(tmp_path: Path) -> None:
    with pytest.raises(NotAJournal):
        glimpse(tmp_path / "journal.db")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "journal.db")

    with pytest.raises(NotAJournal):
        glimpse(tmp_path / "journal.db")


def test_somebody_who_writes_is_not_waited_for(journal: Path) -> None:
    with closing(sqlite3.connect(journal, isolation_level=None)) as db:
        db.execute("BEGIN EXCLUSIVE")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            glimpse(journal)


def test_what_a_crash_left_is_not_mended(journal: Path) -> None:
    with closing(sqlite3.connect(journal, isolation_level=None)) as db:
        db.execute("PRAGMA cache_size=1")
        db.execute("BEGIN IMMEDIATE")
        db.execute("CREATE TABLE a AS SELECT hex(randomblob(900000))")
        side = journal.with_name("journal.db-journal").read_bytes()
        body = journal.read_bytes()
        db.execute("ROLLBACK")
    journal.with_name("journal.db-journal").write_bytes(side)
    journal.write_bytes(body)

    with pytest.raises(sqlite3.OperationalError):
        glimpse(journal)

    assert journal.read_bytes() == body
