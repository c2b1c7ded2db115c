"""Invented rows, made with only what matters; ids and uids follow by themselves."""

from typing import Any, TypeVar

from guidelog.lookback import rows
from guidelog.lookback.facts import Changed, Version
from guidelog.lookback.rows import (
    AssessmentRow,
    AttemptRow,
    CommitmentRow,
    GoalRow,
    HandoutRow,
    HistoryRow,
    MoveRow,
    ObservationRow,
    PersonRow,
    ProgressRow,
    ResistanceRow,
    SessionRow,
    StepRow,
    TimelineRow,
    TopicRow,
)

Row = TypeVar("Row", bound=rows.Row)

STANDARDS: dict[type, dict[str, object]] = {
    SessionRow: {
        "setting": "daily",
        "unwritten": "false",
        "agreed_visibility": "record",
    },
    GoalRow: {"state": "open"},
    ProgressRow: {"rater": "leader"},
    CommitmentRow: {"state": "open"},
    TopicRow: {"state": "open"},
    HandoutRow: {"how": "mail"},
    MoveRow: {"stage": "informal"},
    ResistanceRow: {"status": "open", "stage": "informal", "attempts": 0},
    PersonRow: {"relation": "report", "sessions": 0},
}


def make(row: type[Row], **said: Any) -> Row:
    """A row with what is said, the usual where nothing is, and None for the rest."""
    day = said.get("occurred_at") or said.get("raised_on") or said.get("opened_on")
    usual: dict[str, object] = {
        "recorded_at": f"{(day or '2026-11-20')[:10]}T17:00:00+01:00",
        "occurred_at": day,
        "visibility": "record",
        "person": "bo",
        "uid": f"0190-{said.get('id', '')}-{day or ''}",
        **STANDARDS.get(row, {}),
    }
    named = row._fields
    assert set(said) <= set(named), set(said) - set(named)
    return row(**{name: said.get(name, usual.get(name)) for name in named})


def person(handle: str, name: str, **said: Any) -> PersonRow:
    return make(PersonRow, handle=handle, name=name, **said)


def session(name: str, day: str, mode: str = "coaching", **said: Any) -> SessionRow:
    said = {"people": "bo", "visibility": "private", **said}
    return make(SessionRow, id=name, occurred_at=day, mode=mode, **said)


def observation(name: str, day: str, text: str, **said: Any) -> ObservationRow:
    return make(ObservationRow, id=name, occurred_at=day, text=text, **said)


def goal(name: str, opened_on: str, title: str, **said: Any) -> GoalRow:
    return make(GoalRow, id=name, opened_on=opened_on, title=title, **said)


def step(goal: str, number: int, text: str, done_on: str | None = None) -> StepRow:
    return make(StepRow, goal=goal, step=number, text=text, done_on=done_on)


def progress(name: str, day: str, goal: str, **said: Any) -> ProgressRow:
    return make(ProgressRow, id=name, occurred_at=day, goal=goal, **said)


def note(
    name: str, day: str, observed: str, expected: str, **said: Any
) -> ResistanceRow:
    said = {"kind": "resistance", "label": "Guidance not taken up", **said}
    return make(
        ResistanceRow,
        id=name,
        occurred_at=day,
        observed=observed,
        expected=expected,
        **said,
    )


def attempt(
    name: str, day: str, resistance: str, offered: str, **said: Any
) -> AttemptRow:
    said = {"response": "partly", **said}
    return make(
        AttemptRow,
        id=name,
        occurred_at=day,
        resistance=resistance,
        offered=offered,
        **said,
    )


def move(day: str, resistance: str, before: str, after: str) -> MoveRow:
    return make(
        MoveRow,
        occurred_at=day,
        resistance=resistance,
        from_status=before,
        to_status=after,
    )


def commitment(name: str, owner: str, what: str, **said: Any) -> CommitmentRow:
    return make(CommitmentRow, id=name, owner=owner, what=what, **said)


def topic(name: str, what: str, **said: Any) -> TopicRow:
    return make(TopicRow, id=name, what=what, **said)


def assessment(name: str, day: str, **said: Any) -> AssessmentRow:
    return make(AssessmentRow, id=name, occurred_at=day, **said)


def handout(name: str, day: str, what: str, **said: Any) -> HandoutRow:
    return make(HandoutRow, id=name, occurred_at=day, what=what, **said)


def amendment(
    name: str, at: str, parts: str, reason: str, *changed: Changed, **said: Any
) -> Version:
    said = {"kind": "observation", "operation": "amend", "command": "edit", **said}
    row = make(HistoryRow, id=name, at=at, parts=parts, reason=reason, **said)
    return Version(row, changed=changed)


def line(kind: str, name: str, day: str, **said: Any) -> TimelineRow:
    said = {"person": "ada", **said}
    return make(TimelineRow, kind=kind, id=name, occurred_at=day, **said)
