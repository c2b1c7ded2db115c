"""A leader with a journal ten days old, at a real terminal."""

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from guidelog.cli import filling
from leading import Leader
from terminals import Terminal, Terminals

LONG_AGO = "2026-11-10T12:00:00+01:00"
NO_UTF8: dict[str, Any] = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}


@dataclass
class Desk:
    """A leader, and whatever terminals they open."""

    leader: Leader
    terminals: Terminals

    def opens(
        self, *argv: str, columns: int = 80, rows: int = 40, **env: str
    ) -> Terminal:
        """Start a line on a terminal of this size."""
        surroundings = self.leader.at_a_terminal | env
        if NO_UTF8.keys().isdisjoint(env):
            return self.terminals.fork(argv, surroundings, (rows, columns))
        anew = [sys.executable, "-m", "guidelog", *argv]
        return self.terminals.start(anew, surroundings, (rows, columns))

    def shells(self, script: str, **env: str) -> Terminal:
        """Run a line of shell on a terminal; ``guidelog`` is the program."""
        program = f'guidelog() {{ "{sys.executable}" -m guidelog "$@"; }}'
        words = ["/bin/sh", "-c", f"{program}\n{script}"]
        return self.terminals.start(words, self.leader.surroundings | env)


CONVERSATION = filling
"""Loaded here, it need not be loaded in each of the programs that ask."""


@pytest.fixture(scope="session")
def journal_kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal ten days old: two people, a talk, a goal, a resistance note."""
    leader = Leader(tmp_path_factory.mktemp("kept"), now=LONG_AGO)
    leader.does('person add ada "Ada Okonkwo"')
    leader.does('person add bo "Bo Nilsson"')
    leader.does('add ada "Career talk" -a listen -t 30')
    leader.does('goal add ada "Lead the incident review alone" --target 6')
    leader.does('resistance add bo "2 of 5 hand-overs without it" --expected Checklist')
    return leader.journal


@pytest.fixture
def desk(tmp_path: Path, journal_kept: Path, terminals: Terminals) -> Desk:
    """A leader with that journal, ten days later."""
    leader = Leader(tmp_path)
    shutil.copy(journal_kept, leader.journal)
    return Desk(leader, terminals)


@pytest.fixture
def editor(tmp_path: Path) -> Callable[[str], dict[str, Any]]:
    """Make an editor of a few lines of shell; the file is ``$1``."""

    def make(script: str) -> dict[str, Any]:
        path = tmp_path / "editor"
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o700)
        return {"VISUAL": str(path)}

    return make
