"""Leaders for the tests of recording."""

import functools
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from guidelog.journal import transaction
from journal.beginning import begin
from leading import Leader

HOME = Path(tempfile.mkdtemp(prefix="guidelog-")) / "leader"
"""One place for all journals here: for each path a statement is compiled only once."""
_KEPT = functools.cache(transaction._make_engine)


@pytest.fixture(autouse=True)
def one_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compile each statement once, not once a line: half of the time."""
    monkeypatch.setattr(transaction, "_make_engine", _KEPT)


@pytest.fixture
def begun() -> Iterator[Leader]:
    """A leader in whose journal something of every kind stands."""
    yield begin(HOME)
    shutil.rmtree(HOME)
