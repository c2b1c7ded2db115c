"""The catalogue of actions that come with guidelog."""

from functools import cache
from typing import NamedTuple

from guidelog.data import read_toml


class CatalogueAction(NamedTuple):
    """A typical action of a leader: which mode and family it belongs to."""

    name: str
    label: str
    mode: str
    family: str
    meaning: str


@cache
def load_catalogue() -> dict[str, CatalogueAction]:
    """The built-in catalogue of typical actions, by name, in its order."""
    told = read_toml("actions.toml")
    return {name: CatalogueAction(name, **said) for name, said in told.items()}
