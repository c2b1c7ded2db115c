"""At hand: what a leader is offered while writing, the likeliest first."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from guidelog.lookback import at_hand
from guidelog.lookback.finding import everybody
from guidelog.storage.connection import open_for_reading
from leading import Leader
from telling import told_once


@pytest.fixture
@told_once
def leader(guidelog: Leader) -> Leader:
    guidelog.does('person add ada "Ada Okonkwo"')
    guidelog.does('person add bo "Bo Nilsson"')
    return guidelog


@pytest.fixture
@told_once
def used(leader: Leader) -> Leader:
    leader.does("add ada one -a share,affirm -w yesterday")
    leader.does("add ada two -a share")
    leader.does("goal add ada Review --target 6")
    leader.does("goal add ada Old --target 2")
    leader.does("goal close g2 dropped")
    leader.does("resistance add bo Seen --expected Wanted")
    leader.does("resistance add bo Gone --expected Wanted")
    leader.does('resistance status r2 closed "left the team"')
    leader.does("action add whiteboard --label Draw --mode both --family options")
    leader.does("action hide teach")
    leader.does("person archive ada")
    return leader


@pytest.fixture
def db(used: Leader) -> Iterator[sqlite3.Connection]:
    with closing(open_for_reading(used.journal)) as one:
        yield one


def test_the_most_used_actions_come_first(db: sqlite3.Connection) -> None:
    offered = list(at_hand.actions_by_use(db))
    assert offered[:3] == ["share", "affirm", "contract"]
    assert "whiteboard" in offered
    assert "teach" not in offered


def test_only_what_is_open_is_offered(db: sqlite3.Connection) -> None:
    assert at_hand.open_goals(db, ["ada", "bo"]) == {"g1": "Review"}
    assert [note.id for note in at_hand.open_notes(db)] == ["r1"]


def test_those_in_the_archive_are_known_as_such(db: sqlite3.Connection) -> None:
    people = {one.handle: one.archived for one in everybody(db)}
    assert people == {"ada": True, "bo": False}


def test_the_last_talk_is_the_newest_day(db: sqlite3.Connection) -> None:
    assert at_hand.last_talk(db, "ada") == "2026-11-20"
    assert at_hand.last_talk(db, "bo") is None
    assert at_hand.last_talk(db, "nobody") is None
