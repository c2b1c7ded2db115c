"""A person's file as it may leave the house: others as P1, P2, and what to check."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, NamedTuple

from guidelog.lookback.kept import KeptEntry, KeptVersion, PersonFile
from guidelog.lookback.rows import Row
from guidelog.reports.other_people import OtherPeople

HANDLES: Final = frozenset({"people", "person", "owner", "handle"})
"""Cells that hold handles and nothing else."""
CODES: Final = frozenset(
    {
        "acknowledged",
        "agreed_visibility",
        "amended_at",
        "attempt",
        "baseline",
        "current",
        "day",
        "from_status",
        "goal",
        "goals",
        "heads",
        "hold_since",
        "how",
        "id",
        "kind",
        "mode",
        "noticed",
        "occurred_at",
        "origin",
        "paid",
        "rater",
        "recorded_at",
        "relation",
        "resistance",
        "response",
        "result",
        "scale",
        "session",
        "setting",
        "since",
        "stage",
        "standard",
        "state",
        "status",
        "target",
        "to_status",
        "uid",
        "unwritten",
        "value",
        "visibility",
    }
)
"""Cells with words of the program, numbers, days and ids."""
NAMING: Final = ("present", "told_by", "to_whom", "escalated_to")
"""Texts that name people by what they are for, also such as nobody guides."""
BY_NATURE: Final = "it is there to name people"


class ToCheck(NamedTuple):
    """A place to look at by hand before the file leaves the house.

    `who` is a number, or empty; the field may hold it in one version or in several.
    """

    entry: str
    field: str
    who: str
    doubt: str


@dataclass(frozen=True, slots=True)
class FileForPerson:
    """The file, how many other people have a number in it, and what to check."""

    file: PersonFile
    numbered: Mapping[str, str]
    to_check: tuple[ToCheck, ...]
    is_redacted: bool = True


def hide_others(file: PersonFile, unredacted: bool = False) -> FileForPerson:
    """Put numbers in the place of other people, unless all may stand as it is."""
    if unredacted:
        return FileForPerson(file, {}, (), is_redacted=False)
    hiding = Hiding(file)
    shown = replace(file, entries=tuple(map(hiding.entry, file.entries)))
    # what is kept about another person is mentioned by their handle
    mentions = (replace(one, id=hiding.people.put_for(one.id)) for one in file.mentions)
    shown = replace(shown, mentions=tuple(mentions))
    if file.person:
        cells = hiding.cells_of(f"person {file.uid[-6:]}", file.person)
        shown = replace(shown, person=file.person._replace(**cells))
    return FileForPerson(shown, hiding.people.numbers, tuple(hiding.found))


class Hiding:
    """Goes through a file cell by cell, and remembers where a name stood."""

    def __init__(self, file: PersonFile) -> None:
        """Begin with nothing found."""
        self.people = OtherPeople(file.naming, file.others)
        self.found: dict[ToCheck, None] = {}

    def entry(self, entry: KeptEntry) -> KeptEntry:
        """One entry, as it stands and in every version."""
        called = entry.id or f"{entry.kind} {entry.uid[-6:]}"
        cells = self.cells_of(called, entry.row) if entry.row else {}
        row = entry.row._replace(**cells) if entry.row else None
        versions = tuple(self._version(called, one) for one in entry.versions)
        return replace(entry, row=row, versions=versions)

    def cells_of(self, entry: str, row: Row) -> dict[str, Any]:
        """The cells of one row of a view, by column."""
        return dict(self._cells(entry, row._asdict()))

    def _version(self, entry: str, version: KeptVersion) -> KeptVersion:
        parts = {}
        for part, said in version.parts.items():
            if isinstance(said, dict):
                parts[part] = dict(self._cells(entry, said))
            else:
                parts[part] = self._cell(entry, part, said)
        reason = self._cell(entry, "reason", version.reason)
        return replace(version, parts=parts, reason=reason)

    def _cells(self, entry: str, cells: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
        for name, value in cells.items():
            yield name, self._cell(entry, name, value)

    def _cell(self, entry: str, name: str, value: Any) -> Any:
        if isinstance(value, list):
            return [self._cell(entry, name, each) for each in value]
        is_text = name not in CODES and not name.endswith("_on")
        if not is_text or not isinstance(value, str) or not value:
            return value
        if name in HANDLES:
            return self.people.put_for(value)
        text, hits = self.people.put_into(value)
        checks = [ToCheck(entry, name, hit.who, hit.doubt) for hit in hits]
        if name in NAMING:
            checks.append(ToCheck(entry, name, "", BY_NATURE))
        self.found.update(dict.fromkeys(checks))
        return text
