"""Versions: which changes of one thing are its newest."""

from collections.abc import Iterable, Mapping


def newest_of(versions: Mapping[str, Iterable[str]]) -> list[str]:
    """The changes of one thing that no other replaces; several are a conflict.

    Each change stands by its hash, with the hashes of those it replaces.
    """
    replaced = {one for replaces in versions.values() for one in replaces}
    return [hash_ for hash_ in versions if hash_ not in replaced]
