"""Leaders for the tests of recording."""

import shutil
from collections.abc import Iterator

import pytest

from journal.beginning import begin
from leading import Leader, begin_today, make_home

HOME = make_home() / "leader"
"""The place of all journals here, in memory where it can be."""


@pytest.fixture
def guidelog() -> Iterator[Leader]:
    """A leader with an empty journal."""
    yield begin_today(HOME)
    shutil.rmtree(HOME)


@pytest.fixture
def begun() -> Iterator[Leader]:
    """A leader in whose journal something of every kind stands."""
    yield begin(HOME)
    shutil.rmtree(HOME)
