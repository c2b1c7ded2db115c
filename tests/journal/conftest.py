"""Leaders for the tests of recording."""

import functools
import shutil
from collections.abc import Iterator

import pytest

from guidelog.journal import transaction
from journal.beginning import begin
from leading import Leader, make_home

HOME = make_home() / "leader"
"""One place for all journals here: for each path a statement is compiled only once."""
_KEPT = functools.cache(transaction._make_engine)


@pytest.fixture(autouse=True)
def one_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compile each statement once, not once a line: half of the time."""
    monkeypatch.setattr(transaction, "_make_engine", _KEPT)


@pytest.fixture
def guidelog() -> Iterator[Leader]:
    """A leader with a fresh home."""
    HOME.mkdir()
    yield Leader(HOME)
    shutil.rmtree(HOME)


@pytest.fixture
def begun() -> Iterator[Leader]:
    """A leader in whose journal something of every kind stands."""
    yield begin(HOME)
    shutil.rmtree(HOME)
