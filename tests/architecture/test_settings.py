"""No setting does nothing: what a leader may set is read somewhere."""

import ast
import functools
from collections.abc import Iterator
from pathlib import Path

import pytest

from architecture.sources import nodes
from guidelog.settings import MEANINGS

OWN = (Path("settings.py"), Path("settings_writing.py"))
"""The modules that only read and write the file."""


def names_settings(node: ast.expr) -> bool:
    """Whether this is the leader's settings: by name, as a field, or just read."""
    match node:
        case ast.Name(id="settings") | ast.Attribute(attr="settings"):
            return True
        case ast.Call(func=ast.Name(id="read_settings")):
            return True
    return False


@functools.cache
def settings_read() -> frozenset[str]:
    """The name of each setting that some module reads."""
    return frozenset(_read_by_name())


def _read_by_name() -> Iterator[str]:
    for module, node in nodes():
        if module in OWN or not isinstance(node, ast.Attribute):
            continue
        if names_settings(node.value):
            yield node.attr


@pytest.mark.parametrize("key", MEANINGS)
def test_a_setting_does_something(key: str) -> None:
    assert key in settings_read()
