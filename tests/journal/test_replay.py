"""The property everything stands on: what stands is what the log says, at every step.

`GUIDELOG_ORDEAL=500` lets the histories be that many, and longer.
"""

import functools
import os
import shutil
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, note, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    rule,
    run_state_machine_as_test,
)

from sqlalchemy import NullPool, create_engine

from guidelog.journal import transaction
from guidelog.journal.verifying import verify
from journal.commands import WRITING
from journal.histories import TYPED, Hand
from leading import Answer, Leader

ORDEAL = int(os.environ.get("GUIDELOG_ORDEAL", "0"))
HISTORIES = settings(
    max_examples=ORDEAL or 18,
    stateful_step_count=40 if ORDEAL else 24,
    phases=list(Phase) if ORDEAL else [Phase.generate],
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
    print_blob=False,
)
VIEWS = ("people", "sessions", "goals", "steps", "progress", "resistance", "attempts")
VIEWS += ("moves", "commitments", "topics", "assessments", "handouts", "observations")
VIEWS += ("actions", "timeline")
HOME = Path(tempfile.mkdtemp(prefix="guidelog-")) / "leader"
"""One place for all histories: statements are compiled once for each journal's path."""
ENGINE = create_engine(f"sqlite:///{HOME / 'journal.db'}", poolclass=NullPool)
STEPS_OF_TIME = tuple(timedelta(minutes=n) for n in (1, 60 * 30, 60 * 24 * 5, -600))
"""Between two lines: a minute, a day or more, and once in a while the clock goes back."""

Seen = dict[str, list[tuple[Any, ...]]]


class History(RuleBasedStateMachine):
    """A leader who types anything, and a journal that has to hold at every step."""

    def __init__(self) -> None:
        super().__init__()
        HOME.mkdir()
        self.leader = Leader(HOME, now="2026-03-02T09:00:00+01:00")
        self.before: Seen | None = None
        """What was seen before the newest change, where undo has to lead back to it."""

    def teardown(self) -> None:
        self.db.close()
        shutil.rmtree(HOME)

    @initialize()
    def people(self) -> None:
        self.leader.does("person add ada 'Ada Okonkwo'")
        self.leader.does("person add li 'Li Wei' --relation mentee")
        self.db = ENGINE.connect()
        self.seen = self.look()

    def type(self, command: str, data: st.DataObject) -> None:
        moved = datetime.fromisoformat(self.leader.now)
        moved += data.draw(st.sampled_from(STEPS_OF_TIME))
        self.leader.at(moved.isoformat())
        line = TYPED[command](Hand(data.draw, self.db, moved.date()))
        self.db.rollback()
        changes = self.leader.changes()
        answer = self.leader(command, *line)
        note(f"{self.leader.now} {self.leader.said[-1]} -> {answer.err.strip()}")
        self.check_answer(answer, changes)
        self.check_undo(answer)
        self.check_journal()

    def look(self) -> Seen:
        """What all readers see, but for when something was amended: that stays said."""
        seen = {}
        for view in VIEWS:
            rows = self.db.exec_driver_sql(f"SELECT * FROM {view}").mappings()
            kept = [{**row, "amended_at": ""} for row in rows]
            seen[view] = sorted(tuple(map(str, row.values())) for row in kept)
        return seen

    def check_answer(self, answer: Answer, changes: int) -> None:
        assert answer.code in (0, 2), answer.err
        if answer.code:
            assert (answer.out, self.leader.changes()) == ("", changes)

    def check_undo(self, answer: Answer) -> None:
        """An undo leads back to what was seen before the change it took back."""
        before, self.seen = self.seen, self.look()
        if before == self.seen:
            return
        if " undid: " not in answer.out:
            self.before = before
        elif self.before is not None:
            assert self.seen == self.before
            self.before = None

    def check_journal(self) -> None:
        assert verify(self.db).findings == ()
        self.db.rollback()
        view = VIEWS[len(self.leader.said) % len(VIEWS)]
        assert self.leader.does(f"export {view}") == self.leader.does(f"export {view}")


def _rule_of(command: str) -> Callable[..., None]:
    def typing(self: History, data: st.DataObject) -> None:
        self.type(command, data)

    typing.__name__ = f"type_{command.replace(' ', '_')}"
    typed: Callable[..., None] = rule(data=st.data())(typing)
    return typed


for _command in WRITING:
    setattr(History, f"type_{_command}", _rule_of(_command))


@pytest.fixture(autouse=True)
def one_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compile each statement once, not once a line: a third of the time."""
    kept = functools.cache(transaction._make_engine)
    monkeypatch.setattr(transaction, "_make_engine", kept)


def test_every_command_that_writes_has_a_rule() -> None:
    assert set(TYPED) == set(WRITING)


def test_what_stands_is_what_the_log_says_after_every_step() -> None:
    run_state_machine_as_test(History, settings=HISTORIES)
