"""The log: changes, their revisions and their erasable texts.

A change's hash covers its header, its parents, its revisions and the seals of their
parts, but no text: a text can be taken back and every hash stays valid.
"""

import hashlib
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sqlalchemy import Connection

from guidelog.journal.parts import Parts, canonical, read_canonical
from guidelog.versions import newest_of

FORMAT = 1
"""The format of changes this program writes; a greater one is refused."""

_HEADS = "SELECT hash FROM change WHERE seq IN (SELECT change FROM head)"
_HEADS_OF = """
SELECT change.hash, revision.replaces
FROM revision JOIN change ON change.seq = revision.change WHERE revision.uid = ?
"""
_FIRST_WRITTEN = """
SELECT change.at
FROM revision JOIN change ON change.seq = revision.change WHERE revision.uid = ?
ORDER BY change.stamp, change.hash LIMIT 1
"""


@dataclass(slots=True)
class Revision:
    """What one change says about one thing: only the parts it sets."""

    kind: str
    uid: str
    operation: str
    about: tuple[str, ...]
    replaces: tuple[str, ...]
    parts: Parts = field(default_factory=dict)
    salts: dict[str, bytes] = field(default_factory=dict)

    def seals(self) -> dict[str, str]:
        """Seal each part under a salt of its own."""
        for part in self.parts:
            self.salts.setdefault(part, secrets.token_bytes(16))
        return {part: seal(self.salts[part], text) for part, text in self.parts.items()}


class Header(NamedTuple):
    """What a change says about itself."""

    at: str
    clock: str
    stamp: int
    device: str
    command: str
    undoes: str | None
    parents: tuple[str, ...]
    format: int = FORMAT


def seal(salt: bytes, payload: str) -> str:
    """Seal a payload: SHA-256 of salt and payload, in hex."""
    return hashlib.sha256(salt + payload.encode()).hexdigest()


def cover(
    place: Sequence[object], about: Sequence[str], replaces: Sequence[str], seals: str
) -> str:
    """Say in JSON what a change's hash covers of a revision.

    `place` is n, kind, uid and operation; `seals` are canonical as they are kept.
    """
    return f"{canonical([*place, about, replaces])[:-1]},{seals}]"


def hash_of(header: Header, covered: Iterable[str]) -> str:
    """Hash a change, given what `cover` says of its revisions in their order."""
    covering = Covering(header)
    for said in covered:
        covering.add(said)
    return covering.close()


class Covering:
    """A change's hash in the making, one revision after the other."""

    def __init__(self, header: Header) -> None:
        """Begin with what the change says about itself."""
        said = [
            header.at,
            header.clock,
            header.stamp,
            header.device,
            header.command,
            header.undoes,
            header.format,
            header.parents,
        ]
        self._digest = hashlib.sha256(f"{canonical(said)[:-1]},[".encode())
        self._mark = ""

    def add(self, covered: str) -> None:
        """Go on with what `cover` says of the next revision."""
        self._digest.update(f"{self._mark}{covered}".encode())
        self._mark = ","

    def close(self) -> str:
        """End it; returns the hash in hex."""
        self._digest.update(b"]]")
        return self._digest.hexdigest()


def heads(db: Connection) -> tuple[str, ...]:
    """The hashes of the changes nobody names as parent, sorted."""
    # a join ordered by hash would walk the whole unique index
    return tuple(sorted(db.exec_driver_sql(_HEADS).scalars()))


def newest_stamp(db: Connection) -> int:
    """The greatest stamp in the log, 0 in an empty one."""
    return db.exec_driver_sql("SELECT max(stamp) FROM change").scalar() or 0


def heads_of(db: Connection, uid: str) -> tuple[str, ...]:
    """The changes that hold the newest revisions of a thing, sorted."""
    rows = db.exec_driver_sql(_HEADS_OF, (uid,))
    return tuple(sorted(newest_of({hash_: said.split() for hash_, said in rows})))


def first_written(db: Connection, uid: str) -> str | None:
    """When a thing was written for the first time; None where it never was."""
    return db.exec_driver_sql(_FIRST_WRITTEN, (uid,)).scalar()


def load_seals(seals: str) -> dict[str, str]:
    """Read the seals of a revision, by part."""
    loaded: dict[str, str] = read_canonical(seals)
    return loaded
