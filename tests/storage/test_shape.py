"""Scripts of SQL: cut into statements, and the packaged ones in order."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelog.storage.location import APPLICATION_ID
from guidelog.storage.shape import SHAPE, Shape, reshape, statements

PIECES = st.sampled_from(
    [
        "CREATE TABLE a (x TEXT DEFAULT ';')",
        "-- a note; with a semicolon\nINSERT INTO a VALUES ('it''s; so')",
        '/* one; two */ DROP TABLE "odd;name"',
        "CREATE TRIGGER t AFTER INSERT ON a BEGIN\n  SELECT 1;\n  SELECT ';';\nEND",
        "SELECT CASE 1 WHEN 1 THEN 2 END",
        "CREATE VIEW v AS SELECT [x;y] FROM `b;c`",
    ]
)


@given(st.lists(PIECES))
def test_a_script_comes_apart_into_the_statements_it_was_made_of(
    pieces: list[str],
) -> None:
    script = "".join(f"{piece};\n" for piece in pieces)
    assert [s.strip().removesuffix(";") for s in statements(script)] == pieces


@given(st.text(";'\"-/*\n abBEGINtrCAT[]`"))
def test_nothing_of_a_script_is_lost(script: str) -> None:
    assert "".join(statements(script)).rstrip() == script.rstrip()


def test_a_remark_at_the_end_of_a_script_does_no_harm() -> None:
    with closing(sqlite3.connect(":memory:")) as database:
        for statement in statements("CREATE TABLE a (x);\n-- so much; for this\n"):
            database.execute(statement)
        assert database.execute("SELECT * FROM a").fetchall() == []


def test_an_unfinished_script_is_left_for_sqlite_to_refuse() -> None:
    *_, last = statements("CREATE TABLE a (x);\nINSERT INTO a VALUES ('half")
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE TABLE a (x)")
        with pytest.raises(sqlite3.OperationalError):
            database.execute(last)


def test_the_packaged_migrations_are_numbered_without_a_gap() -> None:
    numbers = [int(path.name[:4]) for path in SHAPE.migrations]
    assert numbers == list(range(1, SHAPE.number + 1))
    assert SHAPE.number >= 1


def test_the_packaged_shape_makes_a_whole_journal() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as journal:
        reshape(journal, 0, SHAPE)
        assert journal.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert journal.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert journal.execute("PRAGMA user_version").fetchone() == (SHAPE.number,)


def test_every_packaged_view_can_be_read() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as journal:
        reshape(journal, 0, SHAPE)
        views = "SELECT name FROM sqlite_schema WHERE type = 'view'"
        names = [name for (name,) in journal.execute(views)]
        assert names
        for name in names:
            assert journal.execute(f'SELECT * FROM "{name}"').fetchall() == []


def test_views_are_made_anew_whatever_they_are_called(shape: Shape) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as journal:
        reshape(journal, 0, shape)
        journal.execute('CREATE VIEW "an ""odd"" one" AS SELECT place FROM change')
        reshape(journal, shape.number, shape)
        views = journal.execute("SELECT name FROM sqlite_schema WHERE type = 'view'")
        assert views.fetchall() == [("changes",)]
