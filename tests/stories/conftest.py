"""The half year, told once for all who look back on it; and a journal to lock."""

from pathlib import Path

import pytest

from leading import Leader, copy_of
from stories.locking import PASSPHRASE
from stories.locking import tell as tell_secret
from stories.story import Told, tell
from telling import told_once


@pytest.fixture(scope="package")
def leader(tmp_path_factory: pytest.TempPathFactory) -> Leader:
    """The leader of the story."""
    return Leader(tmp_path_factory.mktemp("half-year"))


@pytest.fixture(scope="package")
def story(leader: Leader) -> list[Told]:
    """The story, told to its end; nobody writes behind it."""
    return tell(leader)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Leader:
    """A leader who wrote down what nobody else should read."""
    leader = Leader(tmp_path_factory.mktemp("first"))
    tell_secret(leader)
    return leader


@pytest.fixture
def unlocked(first: Leader, tmp_path: Path) -> Leader:
    """A leader whose journal and its backup hold the secret as plain words."""
    return copy_of(first, tmp_path / "home")


@pytest.fixture
@told_once
def locked(unlocked: Leader) -> Leader:
    """The same leader, with all of it encrypted."""
    unlocked.knows(PASSPHRASE)
    unlocked.does("encrypt --yes")
    return unlocked
