"""The packets of a team: which document was written, and what is missing in which."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from guidelog.lookback.facts import PersonFacts
from guidelog.measures.gaps import gaps_of
from guidelog.reports.blocks import (
    Block,
    Column,
    Document,
    Number,
    Paragraph,
    Section,
    Spans,
    Table,
    dim,
    plain,
    strong,
)
from guidelog.reports.brief import Brief
from guidelog.reports.cover import count_left_out
from guidelog.reports.phrases import count, listed, say_counts, say_period
from guidelog.reports.showing import choose

COLUMNS = (
    Column("who"),
    Column("file"),
    Column("missing", wide=True),
    Column("left out", wide=True),
)


class Packet(NamedTuple):
    """One document that was written: about whom, and the name of its file."""

    facts: PersonFacts
    file: str


def compose(
    packets: Iterable[Packet],
    passed_over: Iterable[str],
    archived: Iterable[str],
    brief: Brief,
) -> Document:
    """One row a document, and who got none: no direct report, or in the archive."""
    written = tuple(packets)
    blocks: list[Block] = [Table(COLUMNS, tuple(row_of(one, brief) for one in written))]
    if not written:
        blocks = [Paragraph((plain("nobody to write about"),))]
    kept_back = tuple(passed_over)
    if kept_back:
        said = (
            f"no direct reports, so not written: {listed(kept_back)}; --yes writes them"
        )
        blocks.append(Paragraph((plain(said),)))
    if put_away := listed(archived):
        blocks.append(Paragraph((plain(f"archived, so not written: {put_away}"),)))
    numbers: dict[str, Number] = {
        "documents": len(written),
        "passed_over": len(kept_back),
    }
    return Document(
        name="packets",
        title=count(len(written), "document"),
        prepared_on=brief.today,
        subject=(dim(say_period(brief.period, brief.today)),),
        sections=(Section("packets", "", tuple(blocks), numbers=numbers),),
        numbers=numbers,
    )


def row_of(packet: Packet, brief: Brief) -> tuple[Spans, ...]:
    """The cells of one document."""
    left_out = count_left_out(choose(packet.facts, brief).left_out)
    return (
        (strong(packet.facts.person.handle),),
        (plain(packet.file),),
        (plain(say_missing(packet.facts, brief, brief.today)),),
        (plain(listed(left_out) or "nothing"),),
    )


def say_missing(facts: PersonFacts, brief: Brief, today: date) -> str:
    """What a reviewer would miss, counted by kind."""
    kinds = Counter[str](gap.kind for gap in gaps_of(facts, brief.period, today))
    return say_counts(kinds) or "nothing"
