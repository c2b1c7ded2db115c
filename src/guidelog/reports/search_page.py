"""What was found: an entry each, with the words around those that were sought."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from guidelog.lookback.hits import Hit, SearchFacts
from guidelog.measures.days import day_if_known
from guidelog.reports.blocks import (
    Document,
    Entries,
    Entry,
    Mark,
    Paragraph,
    Section,
    Span,
    Spans,
    dim,
    plain,
    quoted,
    strong,
)
from guidelog.reports.phrases import count
from guidelog.reports.signs import MARKS

BEFORE: Final = 40
"""How many letters are shown before the first word that was sought."""
SHOWN: Final = 160
"""How many letters of a text are shown in all."""

_MARKS: Final[Mapping[str, Mark]] = MappingProxyType({**MARKS, "step": "goal"})
# the text that an entry of the kind is about goes without its name
_MAIN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "session": "note",
        "observation": "text",
        "goal": "title",
        "progress": "evidence",
        "resistance": "observed",
        "attempt": "offered",
        "commitment": "what",
        "topic": "what",
    }
)


def compose(facts: SearchFacts, words: str, today: date) -> Document:
    """The entries in which the words stand, and how many more there are."""
    entries = [hit_entry(hit) for hit in facts.hits]
    # people and actions have no day: they stand by themselves, below
    dated = tuple(entry for entry in entries if entry.day)
    others = tuple(entry for entry in entries if not entry.day)
    blocks = tuple(Entries(some) for some in (dated, others) if some)
    nothing = Paragraph((plain("nothing found"),))
    return Document(
        name="search",
        title="Search",
        prepared_on=today,
        subject=(quoted(words),),
        sections=(Section("found", "", blocks or (nothing,)),),
        closing=((dim(say_found(facts)),),) if entries else (),
        numbers={"found": facts.total, "shown": len(entries)},
    )


def say_found(facts: SearchFacts) -> str:
    """How many were found, and how many of them are shown."""
    found = count(facts.total, "entry", "entries")
    if facts.total == len(facts.hits):
        return found
    return f"{found}, {len(facts.hits)} shown · --limit shows more"


def hit_entry(hit: Hit) -> Entry:
    """One entry: whom it is about, and its text around the words."""
    people = (hit.people or hit.kind).replace(" ", ", ")
    return Entry(
        ((*name_part(hit), *excerpt(hit)),),
        day=day_if_known(hit.occurred_at),
        mark=_MARKS.get(hit.kind),
        id=hit.id,
        keys=(strong(people),),
    )


def name_part(hit: Hit) -> Spans:
    """Which text of the entry it is, where it is not the one it is about."""
    if hit.part == _MAIN.get(hit.kind):
        return ()
    part = "step" if hit.kind == "step" else hit.part.replace("_", " ")
    return (dim(f"{part}: "),)


def excerpt(hit: Hit) -> Spans:
    """The part of a text around the first word found, every word in it strong."""
    # signs for signs, so that the marks stay where they are
    text = hit.text.replace("\n", " ").replace("\t", " ")
    start, end = window(text, hit.marks[0][0] if hit.marks else 0)
    spans: list[Span] = [plain("… ")] if start else []
    at = start
    for first, after in hit.marks:
        if start <= first < end:
            spans += [plain(text[at:first]), strong(text[first : min(after, end)])]
            at = min(after, end)
    spans.append(plain(text[at:end] + (" …" if end < len(text) else "")))
    return tuple(span for span in spans if span.text)


def window(text: str, first: int) -> tuple[int, int]:
    """Where to begin and end showing a text, between words if there are any."""
    start = max(0, first - BEFORE)
    if start:
        start = text.find(" ", start, first) + 1 or start
    end = start + SHOWN
    if end >= len(text):
        return start, len(text)
    space = text.rfind(" ", first, end)
    return start, space if space > first else end
