"""Catalogue of actions and other words that are kept as data."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class CatalogueAction:
    """A typical action of a leader: which mode and family it belongs to."""

    name: str
    label: str
    mode: str
    family: str
    meaning: str


@cache
def load_catalogue() -> dict[str, CatalogueAction]:
    """The built-in catalogue of typical actions, by name, in its order."""
    text = files(__name__).joinpath("actions.toml").read_text("utf-8")
    told = tomllib.loads(text)
    return {name: CatalogueAction(name, **said) for name, said in told.items()}
