"""A person's file to be read: a cover, every entry with its versions, what to check."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from types import MappingProxyType
from typing import Any, Final

from guidelog.lookback.kept import KeptEntry, KeptVersion, PersonFile
from guidelog.lookback.rows import Row
from guidelog.measures.days import day_of
from guidelog.reports.blocks import (
    Block,
    Document,
    Entries,
    Entry,
    Fact,
    Facts,
    Paragraph,
    Section,
    Spans,
    Subheading,
    dim,
    identity,
    plain,
    quoted,
    strong,
)
from guidelog.reports.closing import seal_lines
from guidelog.reports.doings import DONE, name_part
from guidelog.reports.entry_fields import DAYS, LABELS, UNSAID
from guidelog.reports.file_for_person import FileForPerson, ToCheck
from guidelog.reports.person_file_cover import (
    HEADINGS,
    Maker,
    cover_of,
    is_private,
    say_known_moment,
)
from guidelog.reports.phrases import listed
from guidelog.reports.remarks import remark_demonstration

FOR_STRANGERS: Final = MappingProxyType(
    {
        "actions": "the leader did",
        "kind": "the leader's label",
        "my_part": "the leader's part",
        "since": "guided since",
        "day": "happened",
        "minutes": "minutes",
        "label": "label",
        "resistance": "resistance note",
    }
)
"""Labels that speak to the leader elsewhere."""
SIDES: Final = MappingProxyType({"me": "the leader", "self": "the person"})
SAID_ABOVE: Final = ("id", "uid", "visibility", "person")
BEGINNINGS: Final = ("occurred_at", "opened_on", "raised_on", "recorded_at")
"""Where a row says when it was, the first that it has."""
NO_ADVICE: Final = (
    "This copy was made from the record by a program. It is no legal advice: whether "
    "it is what has to be given, and to whom, is for a person to decide."
)


def compose(made: FileForPerson, maker: Maker) -> Document:
    """The file of one person; of somebody who was erased, that nothing is kept."""
    file = made.file
    told = file_sections(made) if file.person else (stub_section(file),)
    as_of = file.extent.written_at
    seal = [(dim(NO_ADVICE),), *seal_lines(file.standing)]
    return Document(
        name="person-file",
        title=file.person.name if file.person else f"Erased person {file.uid}",
        prepared_on=maker.prepared_on or (day_of(as_of) if as_of else date.min),
        subject=(dim("for others" if maker.for_others else "everything on record"),),
        sections=tuple(section for section in told if section.blocks),
        closing=(*seal, *remark_demonstration(file.standing.demonstration)),
        numbers={"person": file.uid, "entries": len(file.entries)},
        cover=cover_of(made, maker),
    )


def stub_section(file: PersonFile) -> Section:
    """What is left of an erased person: that there was something, and when."""
    erased = [
        version.at
        for entry in file.entries
        for version in entry.versions
        if version.operation == "erase"
    ]
    on = f" on {erased[-1][:10]}" if erased else ""
    told = (
        f"This person was erased{on}. Nothing is kept but a stub: that there were "
        "entries, of which kinds, when and on which device; no name and no words."
    )
    return Section("erased", "Erased", (Paragraph((plain(told),)),))


def file_sections(made: FileForPerson) -> tuple[Section, ...]:
    """A section for each kind, then other people's entries, then what to check."""
    kinds = groupby(made.file.entries, key=lambda one: one.kind)
    return (
        *(Section(kind, HEADINGS[kind], entry_blocks(same)) for kind, same in kinds),
        mentions_section(made.file),
        check_section(made.to_check, made.is_redacted),
    )


def entry_blocks(entries: Iterable[KeptEntry]) -> tuple[Block, ...]:
    """Each entry: what it is, what it says, and every version of it."""
    blocks: list[Block] = []
    for entry in entries:
        said = tuple(row_facts(entry.row)) if entry.row else ()
        blocks += [Subheading(say_what(entry))] if entry.kind != "person" else []
        blocks += [Facts(said)] if said else []
        blocks += version_blocks(entry)
    return tuple(blocks)


def version_blocks(entry: KeptEntry) -> Iterator[Block]:
    """Every version of an entry, where they may be seen."""
    if entry.versions:
        yield Paragraph((dim("Every version, the oldest first:"),))
        yield Entries(tuple(told_versions(entry)))


def say_what(entry: KeptEntry) -> Spans:
    """An entry by its id or uid, and whether it is private, deleted or moved."""
    named = identity(entry.id) if entry.id else plain(entry.kind)
    states = ["private, the leader's own memory"] if is_private(entry) else []
    if entry.deletion:
        states.append("deleted")
    elif entry.row is None and entry.kind != "hold":
        states.append("about somebody else now, or gone")
    moments = (getattr(entry.row, name, None) for name in BEGINNINGS)
    written = (version.at for version in entry.versions)
    day = say_known_moment(next(filter(None, (*moments, *written)), "")[:10])
    said = [day, *states] if day else states
    return (named, *(plain(f" · {one}") for one in said))


def row_facts(row: Row) -> Iterator[Fact]:
    """Every field that says something, in the order of the view."""
    for name, value in row._asdict().items():
        is_said = value not in (None, "") and (name, value) not in UNSAID
        # whose eyes what was agreed is for says nothing where nothing was
        if name == "agreed_visibility":
            is_said = bool(getattr(row, "agreed", None))
        if is_said and name not in SAID_ABOVE:
            yield Fact(label_of(name), (Entry((say_value(name, value),)),))


def label_of(name: str) -> str:
    """What a field is called for somebody who is not the leader."""
    return FOR_STRANGERS.get(name) or LABELS.get(name) or name.replace("_", " ")


def say_value(name: str, value: Any) -> Spans:
    """A field as it is kept, days with their year; their own words quoted."""
    said = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    if name in (*DAYS, "day") or name.endswith(("_on", "_at")):
        return (plain(say_known_moment(said)),)
    if name == "people":
        return (plain(", ".join(said.split(" "))),)
    if name in ("their_words", "comment"):
        return (quoted(said),)
    return (plain(SIDES.get(said, said)),)


def told_versions(entry: KeptEntry) -> Iterator[Entry]:
    """Each version: when, what was done, where; and what it set that stands no more."""
    for n, version in enumerate(entry.versions):
        later = {part for one in entry.versions[n + 1 :] for part in one.parts}
        older = [
            (part, said)
            for part, said in version.parts.items()
            if said and (entry.row is None or part in later)
        ]
        texts = [line for part, said in older for line in tell_part(part, said, entry)]
        yield Entry((say_version(version, entry.kind), *texts))


def say_version(version: KeptVersion, kind: str) -> Spans:
    """When and where a change was made, what it did and why, what was taken back."""
    done = strong(DONE.get(version.operation, version.operation))
    clock = ", clock set" if version.clock == "set" else ""
    why = f" ({version.reason})" if version.reason else ""
    gone = listed(name_part(part, kind) for part in version.taken_back)
    return (
        plain(f"{say_known_moment(version.at)}: "),
        done,
        plain(f"{why}, by {version.command} on {version.device}{clock}"),
        plain(f"; taken back since: {gone}" if gone else ""),
    )


def tell_part(part: str, said: Any, entry: KeptEntry) -> Iterator[Spans]:
    """What a version said where a newer one says something else, or nothing lives."""
    if isinstance(said, dict):
        for name, value in said.items():
            yield (plain(f"{label_of(name)} then: "), *say_value(name, value))
    else:
        yield (plain(f"{name_part(part, entry.kind)} then: "), plain(str(said)))


def mentions_section(file: PersonFile) -> Section:
    """Entries about others that hold one of the person's names, by their ids."""
    told = tuple(
        Entry(((plain(f"{label_of(one.field)}: holds {one.name}"),),), id=one.id)
        for one in file.mentions
    )
    note = (
        dim("Not in this file: entries about other people that name this person. "),
        dim("Look at each, and decide what of it to add."),
    )
    blocks = (Entries(told),) if told else ()
    return Section("named-elsewhere", "Named elsewhere", blocks, note)


def say_doubt(check: ToCheck) -> str:
    """Who stood in a place, and why that may be wrong."""
    return ", ".join(filter(None, (check.who, check.doubt)))


def check_section(checks: Iterable[ToCheck], is_redacted: bool) -> Section:
    """Where other people stood or may still stand, by entry and field."""
    told = tuple(
        Entry(
            ((plain(f"{label_of(one.field)}: {say_doubt(one)}"),),),
            id=one.entry,
        )
        for one in checks
    )
    note = (
        dim("Before this file is handed over, read these places. Names that guidelog "),
        dim("does not know are not found: read every text once."),
    )
    blocks: tuple[Block, ...] = (Entries(told),) if told else ()
    if is_redacted and not told:
        blocks = (Paragraph((plain("No place was found."),)),)
    return Section("to-check", "To check by hand", blocks, note)
