"""The row classes are the public views, column for column."""

import pytest

from guidelog.lookback.reading import COLUMNS, rows_of
from guidelog.lookback.rows import VIEWS
from lookback.building import Book


def test_every_view_has_a_row_class(book: Book) -> None:
    named = book.db.execute("SELECT name FROM sqlite_schema WHERE type = 'view'")

    # one view is private: it feeds the text index
    assert {name for (name,) in named} - {"wording"} == set(VIEWS)


@pytest.mark.parametrize("view", VIEWS)
def test_a_row_class_has_the_columns_of_its_view_in_their_order(
    view: str, book: Book
) -> None:
    info = book.db.execute(f"PRAGMA table_info({view})")

    assert COLUMNS[view] == tuple(column[1] for column in info)


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_can_be_read_as_rows(view: str, filled: Book) -> None:
    rows = list(rows_of(filled.db, VIEWS[view]))

    assert rows
    assert {type(row) for row in rows} == {VIEWS[view]}
