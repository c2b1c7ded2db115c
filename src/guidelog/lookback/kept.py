"""What is kept about one person: entries with every version, and who else is named."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from guidelog.lookback.facts import Standing
from guidelog.lookback.rows import PersonRow, Row


@dataclass(frozen=True, slots=True)
class Mention:
    """A text of an entry that is not the person's own and holds one of their names."""

    id: str
    field: str
    name: str


@dataclass(frozen=True, slots=True)
class KeptVersion:
    """What one change did to one thing, and what is still kept of what it set.

    `parts` are facts and outcomes as objects and texts as strings, None where emptied;
    `taken_back` names the parts whose words are gone for good.
    """

    at: str
    device: str
    clock: str
    command: str
    operation: str
    reason: str | None = None
    parts: Mapping[str, Any] = field(default_factory=dict)
    taken_back: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptEntry:
    """One thing with all versions that are about the person, oldest first.

    `row` is how it stands now; None where it is deleted, or about somebody else now.
    Others see only how it stands: `versions` is empty for them.
    """

    kind: str
    id: str | None
    uid: str
    row: Row | None
    versions: tuple[KeptVersion, ...]

    @property
    def deletion(self) -> KeptVersion | None:
        """What deleted it, where it is deleted."""
        last = self.versions[-1] if self.row is None else None
        return last if last and last.operation == "delete" else None


@dataclass(frozen=True, slots=True)
class Naming:
    """One person by everything they were ever called: names, and handles."""

    uid: str
    names: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extent:
    """What was searched: how many entries, of which days, written until when."""

    entries: int = 0
    first: str | None = None
    last: str | None = None
    written_at: str = ""


@dataclass(frozen=True, slots=True)
class PersonFile:
    """Everything about one person, and what is needed to say what it is.

    `person` is None for somebody who was erased: then only stubs are left. `mentions`
    are entries about others alone that hold one of the person's names.
    """

    uid: str
    person: PersonRow | None
    entries: tuple[KeptEntry, ...]
    naming: Naming
    others: tuple[Naming, ...] = ()
    mentions: tuple[Mention, ...] = ()
    extent: Extent = field(default_factory=Extent)
    standing: Standing = field(default_factory=Standing)
