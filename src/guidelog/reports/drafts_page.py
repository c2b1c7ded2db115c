"""The texts that wait as drafts: for whom, since when, and how they begin."""

from collections.abc import Sequence
from datetime import date
from textwrap import shorten
from typing import Final, NamedTuple

from guidelog.reports.blocks import (
    Document,
    Entries,
    Entry,
    Paragraph,
    Section,
    Spans,
    command,
    dim,
    joined,
    plain,
)
from guidelog.reports.phrases import count

BEGINNING: Final = 60
"""Characters of a text that tell it from others."""


SHOWN: Final = 5
"""Texts that are named beside other things."""


class Waiting(NamedTuple):
    """A text that waits; ``number`` 1 is the newest."""

    number: int
    command: str
    day: date
    whom: str
    text: str


def compose(drafts: Sequence[Waiting], today: date) -> Document:
    """All texts that wait, newest first."""
    section = drafts_section(drafts, len(drafts))
    nothing = Section("nothing", "", (Paragraph((plain("no text waits"),)),))
    return Document(
        name="drafts",
        title="Drafts",
        prepared_on=today,
        sections=(section or nothing,),
        numbers={"drafts": len(drafts)},
    )


def drafts_section(drafts: Sequence[Waiting], most: int = SHOWN) -> Section | None:
    """The texts that wait to be taken up, at most so many; None where there are none.

    The heading says which of them --draft takes up.
    """
    if not drafts:
        return None
    entries = Entries(tuple(map(draft_entry, drafts[:most])))
    if len(drafts) == 1:
        return Section("drafts", "Your text is kept", (entries,))
    rest = len(drafts) - most
    more: Spans = (dim(f"{rest} more: "), command("guidelog draft")) if rest > 0 else ()
    remove = joined([(command("guidelog draft drop N"), dim(" removes one"))], "")
    note = joined([one for one in (more, remove) if one])
    heading = "Your texts are kept; --draft takes the newest"
    return Section("drafts", heading, (entries,), note)


def draft_entry(draft: Waiting) -> Entry:
    """One text: its command, for whom it is, and how it begins."""
    line = command(f"{draft.command} --draft")
    keys = (line, plain(draft.whom)) if draft.whom else (line,)
    lines = count(len(draft.text.splitlines()), "line")
    begins = shorten(draft.text, BEGINNING, placeholder=" …")
    remark: Spans = (dim(lines),) if "\n" in draft.text else ()
    text = ((plain(begins),),)
    return Entry(text, draft.day, id=str(draft.number), keys=keys, remark=remark)
