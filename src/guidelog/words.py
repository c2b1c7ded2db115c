"""The vocabulary: kinds of entries, their letters, and the words that fields take."""

from collections.abc import Mapping
from types import MappingProxyType

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

MODES = ("mentoring", "coaching", "blended")
SETTINGS = ("daily", "closed")
PAID = ("paid", "pro-bono", "internal")
STANDARDS = ("met", "off-track")
NOTICERS = ("self", "leader", "other")
RATERS = ("self", "leader")
SCALES = ("numeric", "milestones", "levels")
LEVELS = (-2, -1, 0, 1, 2)
ORIGINS = ("me", "them")
OWNERS = ("me", "them")
GOAL_STATES = ("open", "achieved", "dropped", "paused")
CLOSED_TOPIC_STATES = ("done", "dropped")
CLOSED_GOAL_STATES = ("achieved", "dropped", "paused")
VISIBILITIES = ("private", "record")

RESISTANCE_KINDS = ("ego", "resistance", "defiance", "no-progress")
NEUTRAL_LABELS: Mapping[str, str] = MappingProxyType(
    {
        "ego": "Disputes the feedback",
        "resistance": "Guidance not taken up",
        "defiance": "Request declined",
        "no-progress": "Agreed step not met",
    }
)
"""How a document names each kind of resistance: behaviour, not motive."""

RESPONSES = ("accepted", "partly", "declined", "no-answer", "absent")
ANSWERED = ("accepted", "partly", "declined")
"""Responses that show the person was there and was told."""
RESULTS = ("improved", "some", "none", "worse", "too-early")
STATUSES = (
    "open",
    "working",
    "monitoring",
    "resolved",
    "escalated",
    "closed",
    "withdrawn",
)
LIVE_STATUSES = ("open", "working", "monitoring", "escalated")
CLOSING_REASONS = ("left", "moved", "superseded", "goal-dropped", "not-substantiated")
STAGES = (
    "informal",
    "oral-warning",
    "written-warning",
    "improvement-plan",
    "final-warning",
    "decision",
)
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

OUTCOME_WORDS = (
    "not seen",
    "with help",
    "when asked",
    "mostly alone",
    "alone and shows others",
)
"""The scale 0…4 of the three outcomes of effective coaching."""

HANDOUT_WAYS = ("talk", "mail", "paper")
ACKNOWLEDGED = ("yes", "no", "declined")

ACTION_MODES = ("mentoring", "coaching", "both")
FAMILIES = (
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
)
