"""The cover of a person's file: by whom, what was searched, what is not in it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple

from guidelog.lookback.kept import KeptEntry, PersonFile
from guidelog.reports.blocks import Cover, plain
from guidelog.reports.brief import Leader
from guidelog.reports.cover import MARKING, cover_facts, say_leader
from guidelog.reports.entry_fields import say_moment
from guidelog.reports.file_for_person import FileForPerson
from guidelog.reports.phrases import count, listed
from guidelog.words import RELATION_LABELS

HEADINGS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "person": "The person",
        "session": "Sessions",
        "observation": "Observations",
        "goal": "Goals",
        "step": "Steps of goals",
        "progress": "Progress on goals",
        "resistance": "Resistance notes",
        "attempt": "Attempts",
        "move": "Moves of resistance notes",
        "commitment": "Commitments",
        "topic": "Topics",
        "assessment": "Assessments",
        "handout": "Handouts",
        "hold": "Holds",
    }
)
"""The kinds that are searched, in their order, by what a section is called."""
UNTOLD: Final = (
    "what is private, what the person has not been told, earlier versions, and what "
    "was deleted"
)
ELSEWHERE: Final = (
    "what was exported, printed, mailed or copied before; mail, paper and other "
    "programs; whoever is meant by initials, by a nickname or without a name"
)


class Maker(NamedTuple):
    """Who makes the file, and on which day; no day makes the same file every time.

    `for_others` says that what is private or untold is left out, and all old versions.
    """

    leader: Leader = Leader()
    prepared_on: date | None = None
    for_others: bool = False


def cover_of(made: FileForPerson, maker: Maker) -> Cover:
    """Who, when, by whom, what was searched, and what is not in here."""
    file, person = made.file, made.file.person
    prepared = maker.prepared_on.isoformat() if maker.prepared_on else ""
    said = {
        "Handle": person.handle if person else "",
        "Prepared": say_known_moment(prepared),
        "By": say_leader(maker.leader),
        "As of": say_known_moment(file.extent.written_at),
        "Searched": "" if maker.for_others else say_searched(file),
        "Found": say_found(file.entries),
        "Withheld": say_withheld(made, maker),
        "Not in here": ELSEWHERE,
    }
    role = (
        (person.role, person.team, RELATION_LABELS[person.relation]) if person else ()
    )
    facts = cover_facts({label: (plain(text),) for label, text in said.items()})
    return Cover(MARKING, (plain(", ".join(filter(None, role))),), facts, ())


def say_known_moment(moment: str) -> str:
    """A day or moment with its year, whichever year this is; nothing for none."""
    return say_moment(moment, date.min) if moment else ""


def say_searched(file: PersonFile) -> str:
    """What was looked through: every version of every kind, over which days."""
    extent = file.extent
    first, last = (say_known_moment(day or "") for day in (extent.first, extent.last))
    days = f", {first} to {last}" if first else ""
    kinds = listed(heading.lower() for heading in HEADINGS.values())
    return (
        f"every version, also of what is deleted, in the whole journal "
        f"({count(extent.entries, 'entry', 'entries')}{days}): {kinds}; and the texts "
        "about other people for this person's names"
    )


def say_found(entries: Iterable[KeptEntry]) -> str:
    """How many of each kind, how many of them deleted, and how many private."""
    rows = [one for one in entries if one.kind != "person"]
    counts = Counter(one.kind for one in rows)
    said = [f"{HEADINGS[kind].lower()} {number}" for kind, number in counts.items()]
    deleted = sum(one.deletion is not None for one in rows)
    private = sum(is_private(one) for one in rows)
    more = [f"{deleted} of them deleted"] if deleted else []
    more += [f"{private} with private texts, shown here"] if private else []
    return "; ".join([", ".join(said) or "nothing", *more])


def say_withheld(made: FileForPerson, maker: Maker) -> str:
    """What stands in the record and not in here."""
    return UNTOLD if maker.for_others else listed(withheld_from(made)) or "nothing"


def withheld_from(made: FileForPerson) -> Iterator[str]:
    """What stands in the record and not in here, with the reason."""
    if made.numbered:
        last = len(made.numbered)
        numbers = "P1" if last == 1 else f"P1 to P{last}"
        yield f"the names of {count(last, 'other person', 'other people')}, {numbers}"
    gone = {
        (entry.uid, part)
        for entry in made.file.entries
        for version in entry.versions
        for part in version.taken_back
    }
    if gone:
        yield f"{count(len(gone), 'text')} taken back for good, no longer on record"


def is_private(entry: KeptEntry) -> bool:
    """Whether an entry is the leader's memory, as it stands or stood last."""
    said = [version.parts.get("facts") or {} for version in entry.versions]
    seen = [facts["visibility"] for facts in said if "visibility" in facts]
    return bool(seen) and seen[-1] == "private"
