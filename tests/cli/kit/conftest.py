"""The toy program as a leader meets it: called, piped, and on a terminal."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from cli.kit.toy import toy
from guidelog.cli.app import enter, run
from terminals import Terminal, Terminals

TOY = Path(__file__).with_name("toy.py")
TESTS = Path(__file__).parents[2]


@dataclass(frozen=True)
class Answer:
    """What one call gave."""

    code: int
    out: str
    err: str

    @property
    def row(self) -> dict[str, Any]:
        """The one row that a toy command prints."""
        rows: list[dict[str, Any]] = json.loads(self.out)["rows"]
        return rows[0]

    @property
    def refusal(self) -> str:
        """The first line on standard error."""
        return self.err.splitlines()[0]


Call = Callable[..., Answer]


@pytest.fixture(autouse=True)
def journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a journal of its own, and a plain surrounding."""
    for name in ("FORCE_COLOR", "NO_COLOR", "PAGER", "LESS", "LINES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("PYTHONPATH", str(TESTS))
    monkeypatch.setenv("GUIDELOG_JOURNAL", str(tmp_path / "j.db"))
    return tmp_path / "j.db"


@pytest.fixture
def call(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    """Run a line of the toy program within this process."""

    def calling(*argv: str, piped: bytes = b"", alone: str | None = None) -> Answer:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(piped)))
        code = run(argv, toy(alone))
        return Answer(code, *capfd.readouterr())

    return calling


@pytest.fixture
def shell() -> Call:
    """Run a line of shell; ``toy`` is the toy program."""

    def shelling(script: str, **env: str) -> Answer:
        whole = f'toy() {{ "{sys.executable}" "{TOY}" "$@"; }}\n{script}'
        done = subprocess.run(
            ["bash", "-c", whole],
            capture_output=True,
            env=os.environ | env,
            timeout=60,
            check=False,
        )
        return Answer(done.returncode, *map(_decoded, (done.stdout, done.stderr)))

    return shelling


@pytest.fixture
def terminal(terminals: Terminals) -> Callable[..., Terminal]:
    """Open the toy program on a terminal of its own."""

    def opening(*argv: str, columns: int = 80, **env: str) -> Terminal:
        surroundings = {k: v for k, v in os.environ.items() if k != "COLUMNS"} | env
        return terminals.fork(argv, surroundings, (24, columns), lambda: enter(toy()))

    return opening


def _decoded(text: bytes) -> str:
    return text.decode(errors="replace")
