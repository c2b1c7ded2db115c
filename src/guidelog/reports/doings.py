"""What was done to an entry, in words: written down, changed, amended, taken back."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from guidelog.lookback.rows import HistoryRow
from guidelog.reports.blocks import Spans, dim, plain, strong
from guidelog.reports.phrases import listed as say_list
from guidelog.words import WHY

DONE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "add": "written down",
        "change": "changed",
        "amend": "amended",
        "rename": "tag renamed",
        "delete": "deleted",
        "restore": "brought back",
        "redact": "words taken back",
        "erase": "erased",
    }
)
NAMING_PARTS: Final = ("change", "amend", "redact")
"""Of these it is said what they touched; the others touch an entry whole."""

PARTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "facts": "date or details",
        "outcome": "how it ended",
        "text": "what was seen",
        "observed": "what was seen",
        "expected": "what was expected",
        "offered": "what was offered",
        "agreed": "what was agreed",
        "about": "what it was about",
        "present": "who else was there",
        "their_words": "their words",
        "told_by": "who told it",
        "other_causes": "other causes",
        "my_part": "the leader's part",
        "result_text": "what came of it",
        "closing_reason": "why it was closed",
        "to_whom": "to whom",
        "occurred_at": "date",
        "minutes": "length",
        "people": "who was there",
        "person": "whom it is about",
        "target_on": "by when",
        "due_on": "by when",
        "follow_up_on": "when to look again",
    }
)
OUTCOMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "person": "in the archive or not",
        "attempt": "result",
        "commitment": "done or dropped",
        "handout": "acknowledged or not",
    }
)


def name_part(part: str, kind: str) -> str:
    """What a part of an entry is called; a text by what it says."""
    if part == "outcome" and kind in OUTCOMES:
        return OUTCOMES[kind]
    if part == "text" and kind == "step":
        return "text"
    return PARTS.get(part, part.replace("_", " "))


def list_parts(row: HistoryRow) -> str:
    """The parts that a change touched, as a list; the reason is none of them."""
    parts = [part for part in (row.parts or "").split() if part != WHY]
    if row.operation == "redact" and "facts" in parts:
        # the marks of a text, which were tags of its entry
        parts = [*(part for part in parts if part != "facts"), "tags"]
    return say_list(name_part(part, row.kind) for part in parts)


def say_done(row: HistoryRow, parts: bool = True) -> Spans:
    """What was done, to which parts, and why: amended: impact (counted again)."""
    done = strong(DONE.get(row.operation, row.operation))
    listed = list_parts(row) if parts and row.operation in NAMING_PARTS else ""
    said: Spans = (done, plain(f": {listed}")) if listed else (done,)
    return (*said, plain(f" ({row.reason})")) if row.reason else said


def say_where(row: HistoryRow) -> Spans:
    """By which command and on which device a change was made."""
    clock = ", clock set" if row.clock == "set" else ""
    return (dim(f"{row.at[11:16]} {row.command} on {row.device}{clock}"),)
