"""A leader who has seen the demonstration."""

from pathlib import Path

import pytest

from guidelog.cli import demo
from guidelog.data.demonstration import tell_story
from leading import Answer, Leader, begin_today


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
