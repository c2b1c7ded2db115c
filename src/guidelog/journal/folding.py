"""Folding: what the revisions of one thing add up to, part by part. Pure.

An entity is, part by part, what the greatest (stamp, hash) that sets the part says. It
is deleted when all its newest revisions, redactions and renames left out, are deletes.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from guidelog.journal.parts import EMPTY, Fields, Parts, fields_of
from guidelog.versions import newest_of
from guidelog.words import WHY

_SILENT = ("redact", "rename")
"""Operations that neither keep a thing alive nor take it away."""


_Says = dict[str, tuple[str, str | None]]
"""Part by part which version set it last, and to what."""


class Version(NamedTuple):
    """One revision as it stands in the log; a part that was taken back is None."""

    hash: str
    stamp: int
    at: str
    kind: str
    operation: str
    about: tuple[str, ...]
    replaces: tuple[str, ...]
    parts: dict[str, str | None]
    row: int = 0
    """The number of the revision in this file; it does not travel."""


class Folded(NamedTuple):
    """A thing as its revisions leave it."""

    kind: str
    recorded_at: str
    parts: Parts
    deleted: bool = False
    heads: tuple[str, ...] = ()

    @property
    def exists(self) -> bool:
        """Whether there is anything to show: without facts there is no entry."""
        return self.parts.get("facts", EMPTY) != EMPTY

    def fields(self) -> Fields:
        """What its row and its links say."""
        return fields_of(self.kind, self.parts)


def fold(versions: Iterable[Version], erased: frozenset[str] = frozenset()) -> Folded:
    """Add up all revisions of one thing, given the persons who were erased."""
    ordered = in_order(versions)
    below = _ancestors(ordered)
    says: _Says = {}
    for version in ordered:
        if _is_erased(version, erased):
            _forget(says, version, below)
            continue
        barred = _redacted_parts(version, ordered, below)
        told = version.parts.items()
        says |= {part: (version.hash, one) for part, one in told if part not in barred}
    parts = {part: text for part, (_, text) in says.items() if text and part != WHY}
    return Folded(
        kind=ordered[0].kind,
        recorded_at=ordered[0].at,
        parts=parts,
        deleted=_is_deleted(ordered, below),
        heads=tuple(sorted(newest_of({v.hash: v.replaces for v in ordered}))),
    )


def _forget(says: _Says, gone: Version, below: dict[str, frozenset[str]]) -> None:
    """Let go what an erased version replaced; what it never saw stands."""
    replaced = below.get(gone.hash, frozenset())
    for part in says.keys() & gone.parts.keys():
        if says[part][0] in replaced:
            del says[part]


def in_order(versions: Iterable[Version]) -> list[Version]:
    """The versions by (stamp, hash), the same on every device."""
    return sorted(versions, key=lambda version: (version.stamp, version.hash))


def barred_parts(
    versions: Iterable[Version], erased: frozenset[str]
) -> Iterator[tuple[Version, str]]:
    """The parts of one thing whose words may not stand anywhere any more."""
    ordered = in_order(versions)
    below = _ancestors(ordered)
    for version in ordered:
        gone = _is_erased(version, erased)
        barred = version.parts if gone else _redacted_parts(version, ordered, below)
        yield from ((version, part) for part in version.parts if part in barred)


def unseen_parts(versions: Iterable[Version]) -> Iterator[tuple[Version, str]]:
    """The parts that a redaction bars although it never saw them."""
    ordered = in_order(versions)
    below = _ancestors(ordered)
    for redaction in (one for one in ordered if one.operation == "redact"):
        for version in ordered:
            if version.hash not in below[redaction.hash] | {redaction.hash}:
                barred = _barred_by(redaction, version, below) & version.parts.keys()
                yield from ((version, part) for part in sorted(barred - {WHY}))


def _ancestors(ordered: Sequence[Version]) -> dict[str, frozenset[str]]:
    """For each revision the ones it descends from; empty where that does not matter.

    It matters where there is a redaction, more than one head, or others who were once
    meant.
    """
    below: dict[str, frozenset[str]] = {}
    plain = all(v.operation != "redact" for v in ordered)
    if plain and _is_chain(ordered) and len({v.about for v in ordered}) == 1:
        return below
    for version in ordered:
        known = [below[one] | {one} for one in version.replaces if one in below]
        below[version.hash] = frozenset().union(*known)
    return below


def _is_chain(ordered: Sequence[Version]) -> bool:
    return all(
        later.replaces == (earlier.hash,) for earlier, later in pairwise(ordered)
    )


def _is_erased(version: Version, erased: frozenset[str]) -> bool:
    return bool(version.about) and erased.issuperset(version.about)


def _redacted_parts(
    version: Version, ordered: Sequence[Version], below: dict[str, frozenset[str]]
) -> set[str]:
    barred: set[str] = set()
    if not below:
        return barred
    for other in ordered:
        if other.operation == "redact" and other.hash != version.hash:
            barred |= _barred_by(other, version, below)
    return barred


def _barred_by(
    redaction: Version, version: Version, below: dict[str, frozenset[str]]
) -> set[str]:
    if redaction.hash in below[version.hash]:
        return set()
    barred = set(redaction.parts) - {WHY}
    texts = barred - {"facts"}
    if version.operation == "redact":
        # its own reason stays, and facts that hold no word of a text
        return texts
    if version.operation == "delete" or texts & version.parts.keys():
        # why a text was changed may tell what it said
        barred.add(WHY)
    return barred


def _is_deleted(ordered: Sequence[Version], below: dict[str, frozenset[str]]) -> bool:
    telling = [version for version in ordered if version.operation not in _SILENT]
    if not below:
        return telling[-1].operation == "delete"
    passed = frozenset().union(*(below[version.hash] for version in telling))
    newest = [version for version in telling if version.hash not in passed]
    return all(version.operation == "delete" for version in newest)
