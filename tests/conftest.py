"""What all tests share: a leader with a journal, and golden files compared whole."""

import gc
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import settings

from leading import Leader, begin_today, in_memory
from ordeal import searching
from terminals import Terminals

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # a runner in the background would hand down that Ctrl-C does nothing
    signal.signal(signal.SIGINT, signal.default_int_handler)

# what a test run keeps is kept to its end: looking at it again and again frees nothing
gc.freeze()
gc.set_threshold(50_000, 20, 20)

if memory := in_memory():
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(memory))

settings.register_profile("guidelog", searching(40))
settings.load_profile("guidelog")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write them anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the golden file of that name beside the test."""
    folder = Path(request.path).parent / "golden"

    def compare(name: str, text: str) -> None:
        if request.config.getoption("--update-golden"):
            folder.mkdir(exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        assert (folder / name).read_text(encoding="utf-8") == text

    return compare


@pytest.fixture
def guidelog(tmp_path: Path, request: pytest.FixtureRequest) -> Leader:
    """A leader with an empty journal, typing: ``guidelog.does("add ada talk")``."""
    leader = begin_today(tmp_path)
    if getattr(request, "param", "plain") == "encrypted":
        leader.encrypts()
    return leader


@pytest.fixture
def newcomer(tmp_path: Path) -> Leader:
    """A leader with nothing at home yet."""
    return Leader(tmp_path)


@pytest.fixture
def at(guidelog: Leader) -> Callable[[str], None]:
    """Set the leader's clock: ``at("2026-06-02T11:05+02:00")``."""
    return guidelog.at


@pytest.fixture
def terminals() -> Iterator[Terminals]:
    """Terminals, closed when the test ends."""
    with closing(Terminals()) as opened:
        yield opened
