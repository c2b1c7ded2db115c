"""Columns: what each column of a public view means, for whoever reads an export."""

from collections.abc import Mapping
from functools import cache

from guidelog.data import read_toml
from guidelog.exchange.exporting import header_of
from guidelog.exchange.worked_out import MEANINGS


def describe_columns(view: str) -> list[tuple[str, str]]:
    """Give each column of a view, in its order, with its meaning.

    Raises UnknownView.
    """
    header = header_of(view)
    if view in MEANINGS:
        return list(MEANINGS[view].items())
    known = {**_meanings()["every"], **_meanings()[view]}
    return [(column, known[column]) for column in header.columns]


@cache
def _meanings() -> Mapping[str, Mapping[str, str]]:
    """What the columns of the views mean, by view; `every` holds what many have."""
    return read_toml("columns.toml")
