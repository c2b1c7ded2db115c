"""Which files of a leader hold a word."""

import pytest

from leading import Leader

either_way = pytest.mark.parametrize("guidelog", ["plain", "encrypted"], indirect=True)
"""Runs a story twice: with a plain journal, and with an encrypted one."""

SECRET = "zebra"
"""A word that stands in one text only."""


def holds(leader: Leader, word: str = SECRET) -> list[str]:
    """The files of a leader that hold a word."""
    files = [one for one in leader.home.rglob("*") if one.is_file()]
    return [file.name for file in files if word.encode() in file.read_bytes()]
