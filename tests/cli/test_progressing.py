"""A bar appears where somebody waits longer than a second, and nowhere else."""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest

from guidelog.cli import progressing
from guidelog.exchange import exporting
from guidelog.exchange.hearing import Tell
from leading import Leader


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


def test_rows_are_counted_aloud_and_given_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "MANY", 2)
    heard: list[str] = []

    rows = [("a",), ("b",), ("c",)]
    given = exporting.count_aloud(rows, "goals", lambda what, _: heard.append(what))

    assert list(given) == rows
    assert heard == ["goals: 2 rows", "goals: 3 rows"]


@pytest.mark.parametrize("line", ["export all -o there", "report --each -o there"])
def test_whoever_waits_for_many_files_sees_which_is_written(
    leader: Leader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    leader.does("person add ada Ada")
    heard: list[tuple[str, float | None]] = []

    @contextmanager
    def bar() -> Iterator[Tell]:
        yield lambda what, share: heard.append((what, share))

    for room in ("exporting", "reporting"):
        monkeypatch.setattr(f"guidelog.cli.{room}.progress_bar", bar)
    leader.does(line.replace("there", str(tmp_path / "there")))

    names, shares = zip(*heard, strict=True)
    assert names[-1] == "ada"
    assert list(shares) == sorted(shares)
    assert 0 <= shares[0] <= shares[-1] < 1
