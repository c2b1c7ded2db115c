"""Every table the leader's words are kept in, on one page, and how each is cut.

In the log a thing is cut into `facts` (dates, links, labels, numbers), `outcome` (what
is decided later) and one part for each text. A column that is neither in TEXTS nor in
OUTCOME is a fact. Rows are made by `model_validate` only: the bare constructor of a
table class checks nothing.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Annotated, ClassVar

from pydantic import AfterValidator
from sqlmodel import Field, SQLModel

from guidelog import words


def _among(known: tuple[str, ...]) -> AfterValidator:
    def check(word: str) -> str:
        if word not in known:
            raise ValueError
        return word

    return AfterValidator(check)


def _check_day(text: str) -> str:
    return date.fromisoformat(text).isoformat()


def _check_number(text: str) -> str:
    if not Decimal(text).is_finite():
        raise ValueError
    return text


Day = Annotated[str, AfterValidator(_check_day)]
Number = Annotated[str, AfterValidator(_check_number)]
Visibility = Annotated[str, _among(words.VISIBILITIES)]
Names = tuple[str, ...]


class Row(SQLModel):
    """What every table has, and what the log needs to know of it."""

    model_config = {"defer_build": True}

    TEXTS: ClassVar[Names] = ()
    OUTCOME: ClassVar[Names] = ()
    LINKS: ClassVar[Names] = ()
    REQUIRES: ClassVar[Names] = ()
    """The columns that name what must live for this to live."""

    uid: str = Field(primary_key=True)
    recorded_at: str
    source: str | None = None


class Dated(Row):
    """Something that has a day, and a time where one was said."""

    day: Day
    time: str | None = None
    zone: str | None = None


class Person(Row, table=True):
    """Who is guided."""

    TEXTS: ClassVar[Names] = ("name", "role", "team", "contact")
    OUTCOME: ClassVar[Names] = ("archived_on",)

    handle: str = Field(regex=r"^[a-z0-9][a-z0-9._-]*$")
    name: str
    relation: Annotated[str, _among(words.RELATIONS)]
    role: str | None = None
    team: str | None = None
    contact: str | None = None
    rhythm_days: int | None = Field(default=None, gt=0)
    since: Day | None = None
    log_consent_on: Day | None = None
    archived_on: Day | None = None


class Session(Dated, table=True):
    """One conversation."""

    TEXTS: ClassVar[Names] = ("note", "agreed", "about", "place", "present")
    LINKS: ClassVar[Names] = ("people", "goals", "actions", "tags")

    mode: Annotated[str, _among(words.MODES)]
    setting: Annotated[str, _among(words.SETTINGS)]
    minutes: int | None = Field(default=None, ge=1, le=1440)
    unwritten: bool = False
    paid: Annotated[str, _among(words.PAID)] | None = None
    group_size: int | None = Field(default=None, gt=0)
    note: str | None = None
    agreed: str | None = None
    about: str | None = None
    place: str | None = None
    present: str | None = None
    visibility: Visibility
    agreed_visibility: Visibility


class Observation(Dated, table=True):
    """A dated fact seen outside a session."""

    TEXTS: ClassVar[Names] = (
        "text",
        "situation",
        "impact",
        "expected",
        "their_words",
        "told_by",
    )
    LINKS: ClassVar[Names] = ("tags",)
    REQUIRES: ClassVar[Names] = ("person",)

    person: str
    standard: Annotated[str, _among(words.STANDARDS)] | None = None
    noticed: Annotated[str, _among(words.NOTICERS)] | None = None
    goal: str | None = None
    resistance: str | None = None
    session: str | None = None
    text: str
    situation: str | None = None
    impact: str | None = None
    expected: str | None = None
    their_words: str | None = None
    told_by: str | None = None
    visibility: Visibility


class Goal(Dated, table=True):
    """An aim of one person on one scale; day is the day it was opened."""

    TEXTS: ClassVar[Names] = ("title", "unit", "closing_reason")
    OUTCOME: ClassVar[Names] = ("state", "closed_on")
    REQUIRES: ClassVar[Names] = ("person",)

    person: str
    scale: Annotated[str, _among(words.SCALES)] | None = None
    baseline: Number | None = None
    target: Number | None = None
    origin: Annotated[str, _among(words.ORIGINS)] | None = None
    target_on: Day | None = None
    state: Annotated[str, _among(words.CLOSED_GOAL_STATES)] | None = None
    closed_on: Day | None = None
    title: str
    unit: str | None = None
    closing_reason: str | None = None
    visibility: Visibility


class Step(Row, table=True):
    """A milestone 1…n of a goal, or the text of a level -2…+2."""

    TEXTS: ClassVar[Names] = ("text",)
    REQUIRES: ClassVar[Names] = ("goal",)

    goal: str
    step: int
    text: str


class Progress(Dated, table=True):
    """A dated entry on a goal: a value, a level or a step."""

    __tablename__ = "progress_entry"
    TEXTS: ClassVar[Names] = ("evidence",)
    REQUIRES: ClassVar[Names] = ("goal",)

    goal: str
    value: Number | None = None
    level: int | None = Field(default=None, ge=-2, le=2)
    step: int | None = Field(default=None, gt=0)
    rater: Annotated[str, _among(words.RATERS)]
    session: str | None = None
    evidence: str | None = None
    visibility: Visibility


class Resistance(Dated, table=True):
    """One documented pattern of resistance; its status stands in its moves."""

    __tablename__ = "resistance_note"
    TEXTS: ClassVar[Names] = (
        "observed",
        "expected",
        "impact",
        "their_words",
        "told_by",
        "other_causes",
        "my_part",
    )
    REQUIRES: ClassVar[Names] = ("person",)

    person: str
    kind: Annotated[str, _among(words.RESISTANCE_KINDS)]
    follow_up_on: Day | None = None
    goal: str | None = None
    session: str | None = None
    observed: str
    expected: str
    impact: str | None = None
    their_words: str | None = None
    told_by: str | None = None
    other_causes: str | None = None
    my_part: str | None = None
    visibility: Visibility


class Attempt(Dated, table=True):
    """One try to resolve a pattern of resistance."""

    TEXTS: ClassVar[Names] = ("offered", "their_words", "result_text")
    OUTCOME: ClassVar[Names] = ("result", "result_on", "next_follow_up_on")
    LINKS: ClassVar[Names] = ("actions",)
    REQUIRES: ClassVar[Names] = ("resistance",)

    resistance: str
    response: Annotated[str, _among(words.RESPONSES)]
    follow_up_on: Day | None = None
    session: str | None = None
    result: Annotated[str, _among(words.RESULTS)] | None = None
    result_on: Day | None = None
    next_follow_up_on: Day | None = None
    offered: str
    their_words: str | None = None
    result_text: str | None = None
    visibility: Visibility


class Move(Dated, table=True):
    """One change of a note's status; an automatic one names its attempt."""

    TEXTS: ClassVar[Names] = ("reason", "to_whom")
    REQUIRES: ClassVar[Names] = ("resistance", "attempt")

    resistance: str
    to_status: Annotated[str, _among(words.STATUSES)]
    follow_up_on: Day | None = None
    stage: Annotated[str, _among(words.STAGES)] | None = None
    attempt: str | None = None
    reason: str | None = None
    to_whom: str | None = None


class Commitment(Dated, table=True):
    """What someone will do; day is the day it was agreed."""

    TEXTS: ClassVar[Names] = ("what", "reason")
    OUTCOME: ClassVar[Names] = ("done_on", "dropped_on")
    REQUIRES: ClassVar[Names] = ("person",)

    owner: Annotated[str, _among(words.OWNERS)]
    person: str | None = None
    due_on: Day | None = None
    session: str | None = None
    goal: str | None = None
    resistance: str | None = None
    attempt: str | None = None
    done_on: Day | None = None
    dropped_on: Day | None = None
    what: str
    reason: str | None = None
    visibility: Visibility


class Topic(Dated, table=True):
    """Something to raise next time; day is the day it was put on the list."""

    TEXTS: ClassVar[Names] = ("what", "reason")
    OUTCOME: ClassVar[Names] = ("state", "closed_on")
    REQUIRES: ClassVar[Names] = ("person",)

    person: str
    session: str | None = None
    state: Annotated[str, _among(words.CLOSED_TOPIC_STATES)] | None = None
    closed_on: Day | None = None
    what: str
    reason: str | None = None
    visibility: Visibility


class Assessment(Dated, table=True):
    """The three outcomes of effective coaching, each 0…4."""

    TEXTS: ClassVar[Names] = ("area", "evidence")
    REQUIRES: ClassVar[Names] = ("person",)

    person: str
    goal: str | None = None
    excellence: int | None = Field(default=None, ge=0, le=4)
    self_correction: int | None = Field(default=None, ge=0, le=4)
    self_generation: int | None = Field(default=None, ge=0, le=4)
    area: str | None = None
    evidence: str | None = None
    visibility: Visibility


class Handout(Dated, table=True):
    """What was told or given to the person; without items it was a report."""

    TEXTS: ClassVar[Names] = ("comment",)
    OUTCOME: ClassVar[Names] = ("acknowledged",)
    LINKS: ClassVar[Names] = ("items",)
    REQUIRES: ClassVar[Names] = ("person",)

    person: str
    how: Annotated[str, _among(words.HANDOUT_WAYS)]
    acknowledged: Annotated[str, _among(words.ACKNOWLEDGED)] | None = None
    heads: str | None = None
    comment: str | None = None


class Hold(Dated, table=True):
    """A person whose record must not be taken away; lifting it deletes this."""

    TEXTS: ClassVar[Names] = ("reason",)
    REQUIRES: ClassVar[Names] = ("person",)

    person: str
    reason: str


class Action(Row, table=True):
    """An action of the leader's own, or a built-in one that is hidden."""

    TEXTS: ClassVar[Names] = ("label", "meaning")

    name: str = Field(regex=r"^[a-z0-9][a-z0-9-]*$")
    mode: Annotated[str, _among(words.ACTION_MODES)]
    family: Annotated[str, _among(words.FAMILIES)]
    hidden: bool = False
    label: str
    meaning: str | None = None


class Link(SQLModel, table=True):
    """What a thing points at, in order: another thing, or a word."""

    uid: str = Field(primary_key=True)
    role: str = Field(primary_key=True)
    n: int = Field(primary_key=True)
    target: str | None = None
    word: str | None = None


KINDS: Mapping[str, type[Row]] = MappingProxyType(
    {
        "person": Person,
        "session": Session,
        "goal": Goal,
        "step": Step,
        "progress": Progress,
        "resistance": Resistance,
        "observation": Observation,
        "attempt": Attempt,
        "move": Move,
        "commitment": Commitment,
        "topic": Topic,
        "assessment": Assessment,
        "handout": Handout,
        "hold": Hold,
        "action": Action,
    }
)
"""The table of each kind, what is required before what requires it."""

WORD_LINKS = ("actions", "tags")
"""Links that hold words; the others hold the uids of things."""
