"""Extras: which of guidelog's optional packages are here; none is imported."""

from collections.abc import Iterator, Mapping
from importlib.metadata import requires
from importlib.util import find_spec
from re import match, search

from guidelog.examining.place import Place
from guidelog.reports.conditions import Condition, fact


def examine(_: Place) -> Iterator[Condition]:
    """Say which extras are here, and how to get the others."""
    yield judge(look())


def look() -> dict[str, bool]:
    """Every extra by name, and whether all it needs is here.

    Raises PackageNotFoundError where guidelog itself was never installed.
    """
    found: dict[str, bool] = {}
    for line in requires("guidelog") or ():
        package, extra = match(r"[\w.-]+", line), search(r"extra == ['\"](\w+)", line)
        if package and extra:
            is_here = find_spec(package[0].replace("-", "_")) is not None
            found[extra[1]] = found.get(extra[1], True) and is_here
    return found


def judge(found: Mapping[str, bool]) -> Condition:
    """Word what is here and what is not."""
    here = ", ".join(name for name, is_here in found.items() if is_here)
    missing = [name for name, is_here in found.items() if not is_here]
    if not missing:
        return fact("extras", here or "none")
    says = f"{here or 'none'}; not here: {', '.join(missing)}"
    return fact("extras", says, f'pip install "guidelog[{",".join(missing)}]"')
