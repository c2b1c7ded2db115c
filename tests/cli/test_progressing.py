"""A bar appears where somebody waits longer than a second, and nowhere else."""

import io
import sys
from itertools import count

import pytest

from guidelog.cli import progressing


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def work() -> None:
    """Do ten pieces of work."""
    with progressing.progress_bar() as tell:
        for done in range(10):
            tell("hours.csv", done / 10)


@pytest.mark.parametrize(
    ("stream", "seconds", "is_shown"),
    [(Screen(), 0.3, True), (Screen(), 0.01, False), (io.StringIO(), 0.3, False)],
    ids=["long, on a terminal", "short", "into a file"],
)
def test_a_bar_is_shown_where_somebody_waits(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, seconds: float, is_shown: bool
) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    clock = count()
    monkeypatch.setattr(
        "guidelog.cli.progressing.monotonic", lambda: next(clock) * seconds
    )

    work()

    assert ("hours.csv" in stream.getvalue()) == is_shown
