"""What everything stands on: what stands is what the log says, at every step."""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from random import Random
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, Phase, currently_in_test_context, note, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import NullPool, create_engine
from sqlmodel import Session as Journal

from guidelog.journal import recording, replay, rows, transaction
from guidelog.journal.life import Life
from guidelog.journal.parts import Fields
from guidelog.journal.recording import Recording
from guidelog.journal.replay import rebuild
from guidelog.journal.verifying import verify
from journal.beginning import BEGINNING, FIRST_MOMENT, begin
from journal.commands import WRITING
from journal.histories import TYPED, Hand
from leading import Answer, Leader, make_home
from ordeal import ORDEAL

HISTORIES = settings(
    max_examples=ORDEAL or 3,
    stateful_step_count=60 if ORDEAL else 30,
    phases=list(Phase) if ORDEAL else [Phase.generate],
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
    print_blob=False,
)
VIEWS = (
    *("people", "sessions", "goals", "steps", "progress", "resistance", "attempts"),
    *("moves", "commitments", "topics", "assessments", "handouts", "observations"),
    *("actions", "timeline"),
)
COMMANDS = (*WRITING, *("undo", "delete", "edit", "edit") * (len(WRITING) // 4))
"""What is typed: all there is, and every other time what changes what stands."""
HOME = make_home() / "leader"
"""One place for all histories: statements are compiled once for each journal's path."""
ENGINE = create_engine(f"sqlite:///{HOME / 'journal.db'}", poolclass=NullPool)
STEPS_OF_TIME = tuple(timedelta(minutes=n) for n in (1, 60 * 30, 60 * 24 * 5, -600))
"""Between two lines: a minute, a day or more, and at times the clock goes back."""

Seen = dict[str, list[tuple[Any, ...]]]


class History(RuleBasedStateMachine):
    """A leader who types anything, and a journal that has to hold at every step."""

    def __init__(self) -> None:
        super().__init__()
        self.leader = begin(HOME)
        self.db = ENGINE.connect()
        self.seen = self.look()
        self.before: list[Seen] = []
        """What was seen before each change that can be undone."""

    def teardown(self) -> None:
        self.db.close()
        shutil.rmtree(HOME)

    @rule(number=st.integers(0, 2**32))
    def type(self, number: int) -> None:
        chance = Random(f"{number} {len(self.leader.said)}")
        command = chance.choice(COMMANDS)
        if self.leader.said and "--restore" in self.leader.said[-1]:
            # what lives only by what was brought back has to go with it again
            command = chance.choice((command, "delete", "undo"))
        moved = datetime.fromisoformat(self.leader.now) + chance.choice(STEPS_OF_TIME)
        self.leader.at(moved.isoformat())
        self.say(command, TYPED[command](Hand(chance, self.db, moved.date())))

    def say(self, command: str, words: Sequence[str] = ()) -> None:
        """Type one line and look at everything it may have touched."""
        self.db.rollback()
        changes = self.leader.changes()
        answer = self.leader(command, *words)
        if currently_in_test_context():
            note(f"{self.leader.now} {self.leader.said[-1]} -> {answer.err.strip()}")
        self.check_answer(answer, self.leader.changes() - changes)
        self.check_journal()

    def look(self) -> Seen:
        """What all readers see, but for when something was amended: that stays said."""
        seen = {}
        for view in VIEWS:
            rows = self.db.exec_driver_sql(f"SELECT * FROM {view}").mappings()
            kept = [{**row, "amended_at": ""} for row in rows]
            seen[view] = sorted(tuple(map(str, row.values())) for row in kept)
        return seen

    def check_answer(self, answer: Answer, made: int) -> None:
        """One line is one change or none; an undo leads back to what was before it."""
        on_hold = answer.code == 1 and "on hold" in answer.err
        assert answer.code in (0, 2) or on_hold, answer.err
        assert made == 0 or (made == 1 and not answer.code)
        seen, self.seen = self.seen, self.look()
        if not made:
            assert self.seen == seen
        elif " undid: " not in answer.out:
            self.before.append(seen)
        elif self.before:
            assert self.seen == self.before.pop()

    def check_journal(self) -> None:
        assert verify(self.db).findings == ()
        self.db.rollback()
        view = VIEWS[self.leader.changes() % len(VIEWS)]
        if len(self.leader.said) % 4 == 0:
            lines = [f"export {view}"] * 2
            assert len({self.leader.does(line) for line in lines}) == 1


def test_every_command_that_writes_has_a_rule() -> None:
    assert set(TYPED) == set(WRITING)


@pytest.mark.ordeal
def test_what_stands_is_what_the_log_says_after_every_step() -> None:
    run_state_machine_as_test(History, settings=HISTORIES)


def test_rebuilding_gives_the_same_tables(guidelog: Leader) -> None:
    guidelog.at(FIRST_MOMENT)
    for line in (*BEGINNING, "delete li --yes", "edit r1 --impact 'two tickets'"):
        guidelog.does(line)
    before = {view: guidelog.rows(view) for view in VIEWS}
    guidelog.tampers("DELETE FROM move", "DELETE FROM link", "UPDATE goal SET title=''")
    with _writing(guidelog) as at:
        rebuild(at.db)
    assert {view: guidelog.rows(view) for view in VIEWS} == before
    guidelog.verifies()


@contextmanager
def _writing(leader: Leader) -> Iterator[Recording]:
    with (
        patch.dict(os.environ, leader.surroundings),
        transaction.recording(leader.journal, "test") as at,
    ):
        yield at


# --- what the property would find -----------------------------------------------------


def _forget_moves(patched: pytest.MonkeyPatch) -> None:
    """Commands say in the log that a note moved, and write no move."""
    write = rows.write_row

    def forget(journal: Journal, kind: str, *row: Any) -> None:
        if kind != "move":
            write(journal, kind, *row)

    patched.setattr(recording, "write_row", forget)


def _drop_links(patched: pytest.MonkeyPatch) -> None:
    """The replay loses what a talk was tagged with."""

    def drop(kind: str, uid: str, fields: Fields) -> list[rows.Cells]:
        links = rows.links_of(kind, uid, fields)
        return [link for link in links if "tags" not in link]

    patched.setattr(replay, "links_of", drop)


def _let_parents_stay_dead(patched: pytest.MonkeyPatch) -> None:
    """Commands bring an entry back without what it can't be without."""
    patched.setattr(Life, "settle_written", lambda *_: None)


def _let_parents_stay_alive(patched: pytest.MonkeyPatch) -> None:
    """Commands leave alive what only lived because something needed it."""
    patched.setattr(Life, "settle_removed", lambda *_: None)


BREAKAGES: dict[Callable[[pytest.MonkeyPatch], None], list[str]] = {
    _forget_moves: ["resistance status r1 working 'two again on Friday'"],
    _drop_links: ["raise ada 'the rota'"],
    _let_parents_stay_dead: ["delete g1 --yes", "edit p1 --restore"],
    _let_parents_stay_alive: [
        "delete g1 --yes",
        "edit p1 --restore",
        "delete p1 --yes",
    ],
}
"""Each broken rule, and a short history in which it matters."""


def _live_through(lines: Iterable[str]) -> None:
    history = History()
    try:
        for line in lines:
            history.say(line)
    finally:
        history.teardown()


@pytest.mark.parametrize("break_it", BREAKAGES)
def test_a_broken_rule_fails_the_property(
    break_it: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    _live_through(BREAKAGES[break_it])
    break_it(monkeypatch)
    with pytest.raises(AssertionError):
        _live_through(BREAKAGES[break_it])
