"""Words that are kept as data, beside what reads them."""

import tomllib
from pathlib import Path
from typing import Any, Final

FOLDER: Final = Path(__file__).parent
"""By path, since importlib.resources takes 2 ms."""


def read_text(name: str) -> str:
    """The text of a file of data."""
    return (FOLDER / name).read_text("utf-8")


def read_toml(name: str) -> dict[str, Any]:
    """What a file of data says."""
    return tomllib.loads(read_text(name))
