"""The half year, told once for all who look back on it."""

import pytest

from leading import Leader
from stories.story import Told, tell


@pytest.fixture(scope="package")
def leader(tmp_path_factory: pytest.TempPathFactory) -> Leader:
    """The leader of the story."""
    return Leader(tmp_path_factory.mktemp("half-year"))


@pytest.fixture(scope="package")
def story(leader: Leader) -> list[Told]:
    """The story, told to its end; nobody writes behind it."""
    return tell(leader)
