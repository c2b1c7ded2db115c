"""Every column of every view is explained, and nothing else is."""

import pytest

from guidelog.data import read_toml
from guidelog.errors import UnknownView
from guidelog.exchange.columns import describe_columns
from guidelog.lookback.reading import COLUMNS


def test_every_column_of_every_view_has_a_meaning() -> None:
    for view, columns in COLUMNS.items():
        described = describe_columns(view)

        assert [name for name, _ in described] == list(columns)
        assert all(meaning.strip() for _, meaning in described)


def test_no_meaning_is_left_of_a_column_that_is_gone() -> None:
    meanings = read_toml("columns.toml")
    every = meanings.pop("every")

    assert set(meanings) == set(COLUMNS)
    for view, own in meanings.items():
        assert set(own) <= set(COLUMNS[view])
    assert set(every) <= {name for columns in COLUMNS.values() for name in columns}


def test_what_is_no_view_has_no_columns() -> None:
    with pytest.raises(UnknownView, match="Did you mean people"):
        describe_columns("peple")
