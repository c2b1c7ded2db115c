"""Timing: whole processes, one after the other in turn, by the CPU time they took.

On a machine that others use, too, CPU time wavers less than time on the clock, and the
ratio of two works of one run less than either.
"""

import os
import resource
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles


@dataclass(frozen=True)
class Work:
    """A process to time; its output goes into a file, as a script's would."""

    argv: Sequence[str]
    said: Mapping[str, str] = field(default_factory=dict)
    """Environment variables of its own."""


@dataclass(frozen=True)
class Ratio:
    """How one work compares with another, over all rounds: median, quartiles."""

    low: float
    middle: float
    high: float

    def __str__(self) -> str:
        """Write it as the table does."""
        return f"{self.middle:.2f} ({self.low:.2f}–{self.high:.2f})"


def time_in_turn(
    works: Mapping[str, Work], rounds: int, home: Path
) -> dict[str, list[float]]:
    """Run every work in every round; give the CPU seconds of each, by name.

    A first round, which writes bytecode and warms the disk, does not count.
    """
    taken: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(rounds + 1):
        for name, work in works.items():
            seconds = time_once(work, home)
            if turn:
                taken[name].append(seconds)
    return taken


def time_once(work: Work, home: Path) -> float:
    """The CPU seconds, user and system, of one run. Raises CalledProcessError."""
    before = _spent()
    with (home / "out").open("wb") as out:
        subprocess.run(
            work.argv,
            env={**environment(home), **work.said},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.DEVNULL,
            check=True,
        )
    return _spent() - before


def environment(home: Path) -> dict[str, str]:
    """A leader's environment with a home of its own, and bytecode kept."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    return {**kept, "HOME": str(home), "COLUMNS": "80", "LC_ALL": "C.UTF-8"}


def compare(taken: Sequence[float], floor: Sequence[float]) -> Ratio:
    """Compare round by round."""
    ratios = [one / other for one, other in zip(taken, floor, strict=True)]
    low, _, high = quantiles(ratios, n=4)
    return Ratio(low, median(ratios), high)


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
