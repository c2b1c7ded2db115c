"""The public views as frozen rows: one class each, field for field, in their order.

Days are `2026-11-20`, moments `2026-11-20T15:00+01:00`, several values are joined by a
space, unknown is None; numbers that a leader typed stay the text that was typed.
"""

from typing import NamedTuple


class PersonRow(NamedTuple):
    """One person, with what stands about them in numbers."""

    handle: str
    name: str
    relation: str
    role: str | None
    team: str | None
    contact: str | None
    rhythm_days: int | None
    since: str | None
    log_consent_on: str | None
    hold_since: str | None
    hold_reason: str | None
    archived_on: str | None
    sessions: int
    minutes: int | None
    last_talk_on: str | None
    uid: str


class SessionRow(NamedTuple):
    """One conversation, whoever was in it."""

    id: str
    occurred_at: str
    recorded_at: str
    people: str | None
    mode: str
    setting: str
    minutes: int | None
    about: str | None
    note: str | None
    agreed: str | None
    unwritten: str
    place: str | None
    present: str | None
    actions: str | None
    tags: str | None
    goals: str | None
    paid: str | None
    group_size: int | None
    agreed_visibility: str
    visibility: str
    shared_on: str | None
    amended_at: str | None
    source: str | None
    uid: str


class ObservationRow(NamedTuple):
    """One dated fact seen outside a session."""

    id: str
    occurred_at: str
    recorded_at: str
    person: str
    text: str
    standard: str | None
    noticed: str | None
    told_by: str | None
    situation: str | None
    impact: str | None
    expected: str | None
    their_words: str | None
    tags: str | None
    goal: str | None
    resistance: str | None
    session: str | None
    visibility: str
    shared_on: str | None
    amended_at: str | None
    source: str | None
    uid: str


class GoalRow(NamedTuple):
    """One goal; `progress` is 0…1, unknown is None."""

    id: str
    opened_on: str
    recorded_at: str
    person: str
    title: str
    scale: str | None
    unit: str | None
    baseline: str | None
    target: str | None
    current: str | None
    progress: float | None
    state: str
    origin: str | None
    target_on: str | None
    closed_on: str | None
    closing_reason: str | None
    last_progress_on: str | None
    visibility: str
    shared_on: str | None
    amended_at: str | None
    source: str | None
    uid: str


class StepRow(NamedTuple):
    """One milestone (1…n) or level text (-2…+2) of a goal."""

    goal: str
    step: int
    text: str
    done_on: str | None
    uid: str


class ProgressRow(NamedTuple):
    """One dated entry on a goal: a value, a level or a step."""

    id: str
    occurred_at: str
    recorded_at: str
    goal: str
    person: str
    value: str | None
    level: int | None
    step: int | None
    rater: str
    evidence: str | None
    session: str | None
    visibility: str
    shared_on: str | None
    amended_at: str | None
    source: str | None
    uid: str


class ResistanceRow(NamedTuple):
    """One resistance note, with the status its moves give it."""

    id: str
    occurred_at: str
    recorded_at: str
    person: str
    kind: str
    label: str
    observed: str
    expected: str
    impact: str | None
    their_words: str | None
    told_by: str | None
    other_causes: str | None
    my_part: str | None
    status: str
    stage: str
    attempts: int
    last_attempt_on: str | None
    follow_up_on: str | None
    closed_on: str | None
    closing_reason: str | None
    escalated_to: str | None
    goal: str | None
    session: str | None
    visibility: str
    shared_on: str | None
    amended_at: str | None
    source: str | None
    uid: str


class AttemptRow(NamedTuple):
    """One try to resolve a resistance note."""

    id: str
    occurred_at: str
    recorded_at: str
    resistance: str
    person: str
    offered: str
    actions: str | None
    response: str
    their_words: str | None
    result: str | None
    result_on: str | None
    result_text: str | None
    follow_up_on: str | None
    next_follow_up_on: str | None
    session: str | None
    visibility: str
    shared_on: str | None
    amended_at: str | None
    source: str | None
    uid: str


class MoveRow(NamedTuple):
    """One change of a note's status."""

    occurred_at: str
    recorded_at: str
    resistance: str
    from_status: str
    to_status: str
    reason: str | None
    follow_up_on: str | None
    to_whom: str | None
    stage: str | None
    uid: str


class CommitmentRow(NamedTuple):
    """One thing somebody will do."""

    id: str
    recorded_at: str
    owner: str
    person: str | None
    what: str
    due_on: str | None
    done_on: str | None
    state: str
    reason: str | None
    session: str | None
    goal: str | None
    resistance: str | None
    attempt: str | None
    visibility: str
    shared_on: str | None
    amended_at: str | None
    source: str | None
    uid: str


class TopicRow(NamedTuple):
    """One thing to raise next time."""

    id: str
    recorded_at: str
    person: str
    what: str
    state: str
    raised_on: str
    closed_on: str | None
    reason: str | None
    session: str | None
    visibility: str
    shared_on: str | None
    amended_at: str | None
    source: str | None
    uid: str


class AssessmentRow(NamedTuple):
    """One judgement of the three outcomes, each 0…4."""

    id: str
    occurred_at: str
    recorded_at: str
    person: str
    area: str | None
    goal: str | None
    excellence: int | None
    self_correction: int | None
    self_generation: int | None
    evidence: str | None
    visibility: str
    shared_on: str | None
    amended_at: str | None
    source: str | None
    uid: str


class HandoutRow(NamedTuple):
    """One time something was told or given; `what` is ids or `report`."""

    id: str
    occurred_at: str
    recorded_at: str
    person: str
    what: str
    how: str
    acknowledged: str | None
    comment: str | None
    heads: str | None
    uid: str


class TimelineRow(NamedTuple):
    """One entry and one person it is about; a move bears the id of its note."""

    occurred_at: str
    recorded_at: str
    person: str | None
    kind: str
    id: str | None
    title: str | None
    text: str | None
    goal: str | None
    tags: str | None
    visibility: str
    uid: str


class HistoryRow(NamedTuple):
    """One thing that a change touched."""

    at: str
    change: str
    command: str
    device: str
    clock: str
    operation: str
    kind: str
    id: str | None
    uid: str
    parts: str | None
    reason: str | None
    replaces: str
    seals: str


class TextRow(NamedTuple):
    """One kept version of one text."""

    uid: str
    kind: str
    part: str
    at: str
    text: str


class ActionRow(NamedTuple):
    """One action of the leader's own, or a built-in one hidden."""

    name: str
    label: str
    mode: str
    family: str
    meaning: str | None
    hidden: str
    uid: str


DatedRow = SessionRow | ObservationRow | ProgressRow | ResistanceRow | AttemptRow
"""An entry that happened on one day and may be written on another."""
WordedRow = DatedRow | GoalRow | CommitmentRow | TopicRow | AssessmentRow
"""An entry that holds texts of the leader."""

Row = (
    PersonRow
    | SessionRow
    | ObservationRow
    | GoalRow
    | StepRow
    | ProgressRow
    | ResistanceRow
    | AttemptRow
    | MoveRow
    | CommitmentRow
    | TopicRow
    | AssessmentRow
    | HandoutRow
    | TimelineRow
    | HistoryRow
    | TextRow
    | ActionRow
)

VIEWS: dict[str, type[Row]] = {
    "people": PersonRow,
    "sessions": SessionRow,
    "observations": ObservationRow,
    "goals": GoalRow,
    "steps": StepRow,
    "progress": ProgressRow,
    "resistance": ResistanceRow,
    "attempts": AttemptRow,
    "moves": MoveRow,
    "commitments": CommitmentRow,
    "topics": TopicRow,
    "assessments": AssessmentRow,
    "handouts": HandoutRow,
    "timeline": TimelineRow,
    "history": HistoryRow,
    "texts": TextRow,
    "actions": ActionRow,
}
"""The row class of each public view, by the view's name."""
