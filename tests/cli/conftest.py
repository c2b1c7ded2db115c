"""A leader who has seen the demonstration."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from guidelog.cli import demo
from guidelog.data.demonstration import tell_story
from leading import Answer, Leader, begin_today


def demonstration_of(leader: Leader) -> Path:
    """Where the demonstration lies that a leader was shown."""
    return leader.home / "data" / "guidelog" / "demonstration.db"


def rows_of(leader: Leader, query: str) -> list[tuple[object, ...]]:
    """What a query finds in the demonstration."""
    with closing(sqlite3.connect(demonstration_of(leader))) as journal:
        return journal.execute(query).fetchall()


@pytest.fixture(scope="session")
def shown(tmp_path_factory: pytest.TempPathFactory) -> tuple[Leader, Answer]:
    """A leader with a journal of their own, and what the demonstration showed them."""
    leader = Leader(tmp_path_factory.mktemp("shown"))
    leader.does('person add zoe "Zoe Adler"')
    leader.does('add zoe "mine, and nobody else\'s"')
    return leader, leader.does("demo")


@pytest.fixture
def leader(tmp_path: Path) -> Leader:
    """A leader with an empty journal."""
    return begin_today(tmp_path)


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the story end once everybody is known."""
    monkeypatch.setattr(demo, "tell_story", lambda now: tell_story(now)[:5])
