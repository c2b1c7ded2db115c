"""An observation that was amended, and one that was deleted; invented."""

from typing import Any

from guidelog.lookback.facts import EntryFacts, Version
from guidelog.lookback.rows import HistoryRow, TextRow
from reports import bo
from reports.inventing import line, make

UID = "0190a1b2-0000-7000-8000-00000000000e"


def history(at: str, change: str, operation: str, **said: Any) -> HistoryRow:
    usual = {
        "id": "o18",
        "kind": "observation",
        "uid": UID,
        "command": "edit",
        "device": "tobira",
        "clock": "real",
        "replaces": "",
    }
    return make(HistoryRow, at=at, change=change, operation=operation, **(usual | said))


def text(at: str, part: str, said: str) -> TextRow:
    return TextRow(UID, "observation", part, at, said)


ADDED = history(
    "2026-09-08T09:00:00+02:00", "aa", "add", command="observe", parts="facts text"
)
AMENDED = history(
    "2026-09-12T10:30:00+02:00",
    "bb",
    "amend",
    parts="text why",
    reason="counted again",
    replaces="aa",
)
ELSEWHERE = history(
    "2026-09-12T11:00:00+02:00",
    "cc",
    "change",
    device="aegir",
    parts="facts",
    replaces="aa",
)
GONE = history("2026-09-13T08:00:00+02:00", "dd", "delete", replaces="bb cc")
TEXTS = (
    text("2026-09-08T09:00:00+02:00", "text", "2 of 6 without it"),
    text("2026-09-12T10:30:00+02:00", "text", "3 of 6 without it"),
    text("2026-09-12T10:30:00+02:00", "why", "counted again"),
)

EDITED = EntryFacts(
    "observation",
    "o18",
    UID,
    bo.OBSERVATIONS[2],
    (ADDED, AMENDED, ELSEWHERE),
    TEXTS,
    (line("handout", "h5", "2026-10-02", title="paper", text="Rota."),),
)
DELETED = EntryFacts(
    "observation",
    "o18",
    UID,
    None,
    (ADDED, AMENDED, ELSEWHERE, GONE),
    TEXTS,
    back="guidelog edit o18 --restore",
)
VERSIONS = [
    Version(ADDED, {"text": "2 of 6 without it"}),
    Version(AMENDED, {"text": "3 of 6 without it", "why": "counted again"}),
    Version(ELSEWHERE),
    Version(GONE),
]
