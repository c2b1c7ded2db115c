"""Patience with others who use the journal at the same time."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from guidelog.errors import LockedJournal
from guidelog.storage import access
from guidelog.storage.connection import open_for_reading
from guidelog.storage.refusals import refusing
from guidelog.storage.shape import Shape
from guidelog.storage.upgrade import upgrade


@pytest.fixture(autouse=True)
def short_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "ANNOUNCED_AFTER", 0.05)
    monkeypatch.setattr(access, "GIVEN_UP_AFTER", 0.4)


@contextmanager
def held(path: Path, seconds: float) -> Iterator[None]:
    """A journal that nobody else can read for some seconds."""
    holder = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    holder.execute("BEGIN EXCLUSIVE")
    release = threading.Timer(seconds, holder.rollback)
    release.start()
    yield
    release.cancel()
    release.join()
    holder.close()


def test_a_reader_says_that_it_waits_and_then_gets_its_rows(
    journal: Path, shape: Shape
) -> None:
    said: list[str] = []
    with (
        held(journal, 0.2),
        closing(open_for_reading(journal, shape, lambda: said.append("w"))) as reader,
    ):
        assert reader.execute("SELECT count(*) FROM changes").fetchone() == (2,)
    assert said == ["w"]


def test_a_reader_that_need_not_wait_says_nothing(journal: Path, shape: Shape) -> None:
    said: list[str] = []
    open_for_reading(journal, shape, lambda: said.append("w")).close()
    assert said == []


def test_waiting_has_an_end_and_the_refusal_names_the_journal(
    journal: Path, shape: Shape
) -> None:
    began = time.monotonic()
    with held(journal, 5), pytest.raises(LockedJournal, match=r"journal\.db"):
        open_for_reading(journal, shape)
    assert 0.3 < time.monotonic() - began < 4


def test_an_upgrade_waits_as_well(old_journal: Path, shape: Shape) -> None:
    said: list[str] = []
    with held(old_journal, 0.2):
        assert upgrade(old_journal, shape, lambda: said.append("w"))
    assert said == ["w"]


def test_a_mistake_in_sql_is_no_reason_to_wait(journal: Path) -> None:
    said: list[str] = []
    with (
        closing(access.connect(journal, "rw")) as connection,
        pytest.raises(sqlite3.OperationalError, match="syntax"),
    ):
        access.run_patiently(connection, "BEGINN", lambda: said.append("w"))
    assert said == []


def test_a_commit_waits_for_a_reader_to_close(journal: Path, shape: Shape) -> None:
    reader = open_for_reading(journal, shape)
    with closing(access.connect(journal, "rw")) as writer, refusing(journal):
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("INSERT INTO change (what) VALUES ('met Li')")
        access.run_patiently(writer, "COMMIT", reader.close)
    with closing(open_for_reading(journal, shape)) as later:
        assert later.execute("SELECT count(*) FROM changes").fetchone() == (3,)
