"""Leaders for the tests of recording."""

from pathlib import Path

import pytest

from journal.beginning import begin
from leading import Leader


@pytest.fixture
def begun(tmp_path: Path) -> Leader:
    """A leader in whose journal something of every kind stands."""
    return begin(tmp_path)
