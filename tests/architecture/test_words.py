"""One vocabulary: words.py, the schema, the table classes, the views, the options."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import get_args

import pytest
from sqlalchemy import Table
from sqlalchemy.dialects import sqlite
from sqlmodel import SQLModel

from guidelog import words
from guidelog.cli.grammar import build
from guidelog.journal.tables import KINDS, table_name
from guidelog.journal.tables.row import Link
from guidelog.lookback.rows import VIEWS
from guidelog.storage.shape import SHAPE, reshape
from journal.commands import commands

PUBLIC_VIEWS = [
    "people",
    "sessions",
    "observations",
    "goals",
    "steps",
    "progress",
    "resistance",
    "attempts",
    "moves",
    "commitments",
    "topics",
    "assessments",
    "handouts",
    "timeline",
    "history",
    "texts",
]
"""What scripts may lean on for years."""

LISTED = {
    "person.relation": words.RELATIONS,
    "session.mode": words.MODES,
    "session.setting": words.SETTINGS,
    "session.paid": words.PAID,
    "session.visibility": words.VISIBILITIES,
    "session.agreed_visibility": words.VISIBILITIES,
    "goal.scale": words.SCALES,
    "goal.origin": words.ORIGINS,
    "goal.state": words.CLOSED_GOAL_STATES,
    "goal.visibility": words.VISIBILITIES,
    "resistance_note.kind": words.RESISTANCE_KINDS,
    "resistance_note.visibility": words.VISIBILITIES,
    "observation.standard": words.STANDARDS,
    "observation.noticed": words.NOTICERS,
    "observation.visibility": words.VISIBILITIES,
    "progress_entry.rater": words.RATERS,
    "progress_entry.visibility": words.VISIBILITIES,
    "attempt.response": words.RESPONSES,
    "attempt.result": words.RESULTS,
    "attempt.visibility": words.VISIBILITIES,
    "move.to_status": words.STATUSES,
    "move.stage": words.STAGES,
    "commitment.owner": words.OWNERS,
    "commitment.visibility": words.VISIBILITIES,
    "topic.state": words.CLOSED_TOPIC_STATES,
    "topic.visibility": words.VISIBILITIES,
    "assessment.visibility": words.VISIBILITIES,
    "handout.how": words.HANDOUT_WAYS,
    "handout.acknowledged": words.ACKNOWLEDGED,
    "action.mode": words.ACTION_MODES,
}
"""The words that each column of the leader's tables takes."""

VOCABULARY = {get_args(offered) for offered in vars(words).values()}
"""The words that arguments and options take where what they say is kept."""
NOT_KEPT = {"--for", "--format", "--from"}

AFFINITIES = {"VARCHAR": "TEXT", "BOOLEAN": "INTEGER"}
"""What SQLite keeps under other names of a type."""


def table_of(row: type[SQLModel]) -> Table:
    """The table that SQLAlchemy made of a class."""
    table: Table = row.__table__  # type: ignore[attr-defined]
    return table


SQLITE = sqlite.dialect()
TABLES = (
    *map(table_of, KINDS.values()),
    table_of(Link),
)


@pytest.fixture(scope="module")
def journal() -> Iterator[sqlite3.Connection]:
    """An empty journal as the packaged SQL makes it."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        reshape(db, 0, SHAPE)
        yield db


def columns_in(journal: sqlite3.Connection, table: str) -> dict[str, tuple[str, bool]]:
    """Affinity and whether it must be filled, by column; computed ones left out."""
    info = journal.execute(f"PRAGMA table_xinfo({table})").fetchall()
    return {
        name: (kind, bool(filled or key))
        for _, name, kind, filled, _, key, hidden in info
        if not hidden
    }


def lists_in(journal: sqlite3.Connection, table: str) -> dict[str, tuple[str, ...]]:
    """The words each column of a table takes, by column."""
    asked = "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?"
    (sql,) = journal.execute(asked, (table,)).fetchone()
    lists = re.findall(r"(\w+) IN \(('[^)]*')\)", sql)
    return {column: tuple(re.findall(r"'([^']*)'", found)) for column, found in lists}


def test_the_schema_takes_the_words_of_the_vocabulary(
    journal: sqlite3.Connection,
) -> None:
    tables = {table_name(kind) for kind in KINDS}
    found = {
        f"{table}.{column}": listed
        for table in tables
        for column, listed in lists_in(journal, table).items()
    }

    assert found == LISTED


@pytest.mark.parametrize("table", TABLES, ids=lambda table: str(table.name))
def test_a_table_class_has_the_columns_of_its_table(
    table: Table, journal: sqlite3.Connection
) -> None:
    named = {one.name: one.type.compile(SQLITE) for one in table.columns}
    mapped = {name: AFFINITIES.get(kind, kind) for name, kind in named.items()}
    made = columns_in(journal, table.name)

    assert mapped == {name: affinity for name, (affinity, _) in made.items()}


@pytest.mark.parametrize("kind", KINDS)
def test_a_table_class_may_be_empty_where_its_table_may(
    kind: str, journal: sqlite3.Connection
) -> None:
    table = table_of(KINDS[kind])
    needed = {column.name for column in table.columns if not column.nullable}
    made = columns_in(journal, str(table.name))

    assert needed == {name for name, (_, filled) in made.items() if filled}


@pytest.mark.parametrize("kind", KINDS)
def test_texts_links_and_outcomes_name_columns_or_links(kind: str) -> None:
    row = KINDS[kind]
    columns = {column.name for column in table_of(row).columns}

    assert {*row.TEXTS, *row.OUTCOME, *row.REQUIRES} <= columns
    assert not columns & set(row.LINKS)
    assert not set(row.TEXTS) & set(row.OUTCOME)


def test_every_link_has_a_role_in_the_schema(journal: sqlite3.Connection) -> None:
    roles = {role for row in KINDS.values() for role in row.LINKS}

    assert roles == set(lists_in(journal, "link")["role"])


def test_sixteen_views_are_public_and_the_actions_come_last() -> None:
    assert [*PUBLIC_VIEWS, "actions"] == list(VIEWS)


def offers() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """The command, argument or option, and words of each choice that is offered."""
    for path, one in commands().items():
        for param in build(path.split()[-1], one).params:
            offered = getattr(param.type, "choices", None)
            if offered:
                yield path, param.opts[0], tuple(offered)


def test_commands_offer_the_words_of_the_vocabulary() -> None:
    strays = [
        (path, name)
        for path, name, offered in offers()
        if name not in NOT_KEPT and offered not in VOCABULARY
    ]

    assert strays == []
    assert {name for _, name, _ in offers()} >= NOT_KEPT
