"""The vocabulary: kinds of entries, their letters, and the words that fields take."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, get_args

LETTERS: Mapping[str, str] = MappingProxyType(
    {
        "session": "s",
        "observation": "o",
        "goal": "g",
        "progress": "p",
        "resistance": "r",
        "attempt": "a",
        "commitment": "c",
        "topic": "t",
        "assessment": "x",
        "handout": "h",
    }
)
"""The letter before the number of each kind that is typed by id."""

KIND_OF_LETTER: Mapping[str, str] = MappingProxyType(
    {letter: kind for kind, letter in LETTERS.items()}
)

NOUNS: Mapping[str, str] = MappingProxyType(
    {kind: kind for kind in LETTERS}
    | {"resistance": "resistance note", "progress": "progress entry"}
)
"""What a sentence calls an entry of each kind."""

RELATIONS = ("report", "peer", "mentee", "client", "other")
RELATION_SYNONYMS: Mapping[str, str] = MappingProxyType(
    {
        "direct report": "report",
        "staff": "report",
        "protege": "mentee",
        "preceptee": "mentee",
        "coachee": "client",
    }
)
RELATION_LABELS: Mapping[str, str] = MappingProxyType(
    {
        "report": "direct report",
        "peer": "peer",
        "mentee": "mentee",
        "client": "client",
        "other": "other",
    }
)
RESERVED_HANDLES = (
    *("me", "them", "last", "leader", "all"),
    *("self", "other", "report"),
)
LONGEST_HANDLE = 30
"""Characters of a handle that stay on one line of a timeline at 40 columns."""

Mode = Literal["mentoring", "coaching", "blended"]
MODES: tuple[str, ...] = get_args(Mode)
Setting = Literal["daily", "closed"]
SETTINGS: tuple[str, ...] = get_args(Setting)
PAID = ("paid", "pro-bono", "internal")
STANDARDS = ("met", "off-track")
STANDARD_LABELS = MappingProxyType({"met": "good", "off-track": "off track"})
Noticer = Literal["self", "leader", "other"]
NOTICERS: tuple[str, ...] = get_args(Noticer)
Rater = Literal["self", "leader"]
RATERS: tuple[str, ...] = get_args(Rater)
SCALES = ("numeric", "milestones", "levels")
LEVELS = (-2, -1, 0, 1, 2)
Origin = Literal["me", "them"]
ORIGINS: tuple[str, ...] = get_args(Origin)
OWNERS = ("me", "them")
CLOSED_TOPIC_STATES = ("done", "dropped")
ClosedGoalState = Literal["achieved", "dropped", "paused"]
CLOSED_GOAL_STATES: tuple[str, ...] = get_args(ClosedGoalState)
VISIBILITIES = ("private", "record")

ResistanceKind = Literal["ego", "resistance", "defiance", "no-progress"]
RESISTANCE_KINDS: tuple[str, ...] = get_args(ResistanceKind)
NEUTRAL_LABELS: Mapping[str, str] = MappingProxyType(
    {
        "ego": "Disputes the feedback",
        "resistance": "Guidance not taken up",
        "defiance": "Request declined",
        "no-progress": "Agreed step not met",
    }
)
"""How a document names each kind of resistance: behaviour, not motive."""

Response = Literal["accepted", "partly", "declined", "no-answer", "absent"]
RESPONSES: tuple[str, ...] = get_args(Response)
ANSWERED = ("accepted", "partly", "declined")
"""Responses that show the person was there and was told."""
Result = Literal["improved", "some", "none", "worse", "too-early"]
RESULTS: tuple[str, ...] = get_args(Result)
STATUS_AFTER: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("improved", "some"), "monitoring"),
        **dict.fromkeys(("none", "worse"), "working"),
    }
)
"""Where the result of an attempt moves its note; "too early" moves none."""
LaterStatus = Literal[
    "working", "monitoring", "resolved", "escalated", "closed", "withdrawn"
]
STATUSES: tuple[str, ...] = ("open", *get_args(LaterStatus))
"""A note is open when it is made, and never again."""
LIVE_STATUSES = ("open", "working", "monitoring", "escalated")
CLOSING_REASONS = ("left", "moved", "superseded", "goal-dropped", "not-substantiated")
Stage = Literal[
    "informal",
    "oral-warning",
    "written-warning",
    "improvement-plan",
    "final-warning",
    "decision",
]
STAGES: tuple[str, ...] = get_args(Stage)
OTHER_CAUSES: Mapping[str, str] = MappingProxyType(
    {
        "not-agreed": "never agreed to be coached",
        "unclear-expectation": "unclear expectation",
        "missing-skill": "missing skill",
        "missing-means": "missing tool or time",
        "conflicting-orders": "conflicting orders",
        "trust": "trust in the leader",
        "role-misfit": "role misfit",
        "adjustments": "asked for adjustments",
        "none-found": "none found",
    }
)


def name_cause(text: str) -> str:
    """Name another cause by its label where it is a handle; other words stay."""
    return OTHER_CAUSES.get(text.strip(), text.strip())


TAG = r"[^\W\d_][\w-]*"
"""How a tag is written, as a pattern: a letter, then letters, digits, _ and -."""
TAG_MARK = r"(?<![\w#+&/])[#+]"
"""What stands before a tag in a text, as a pattern."""

UID = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
"""How a uid is written, as a pattern."""

WHY = "why"
"""The part of a change that holds its reason."""

OUTCOME_WORDS = (
    "not seen",
    "with help",
    "when asked",
    "mostly alone",
    "alone and shows others",
)
"""The scale 0…4 of the three outcomes of effective coaching."""

HandoutWay = Literal["talk", "mail", "paper"]
HANDOUT_WAYS: tuple[str, ...] = get_args(HandoutWay)
Acknowledged = Literal["yes", "no", "declined"]
ACKNOWLEDGED: tuple[str, ...] = get_args(Acknowledged)

ActionMode = Literal["mentoring", "coaching", "both"]
ACTION_MODES: tuple[str, ...] = get_args(ActionMode)
Family = Literal[
    "frame",
    "goal",
    "reality",
    "options",
    "will",
    "review",
    "career",
    "psychosocial",
    "outcome",
    "corrective",
]
FAMILIES: tuple[str, ...] = get_args(Family)
