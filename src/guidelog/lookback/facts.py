"""What a report is about: rows gathered for one person, or for the team."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple

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
    Row,
    SessionRow,
    StepRow,
    TextRow,
    TimelineRow,
    TopicRow,
)

NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})
"""Where nothing was gathered by name."""


class Standing(NamedTuple):
    """Where the record stands: its heads' hashes, and whether its clock was set."""

    heads: tuple[str, ...] = ()
    demonstration: bool = False


class PersonFacts(NamedTuple):
    """Everything on record about one person that touches a period.

    A goal, a resistance note and what hangs on them come whole, also where parts lie
    outside the period, and so do the sessions that any of it points at; `names` has the
    full name of every handle in it, `outside` counts the entries that are not here.
    """

    person: PersonRow
    sessions: tuple[SessionRow, ...] = ()
    observations: tuple[ObservationRow, ...] = ()
    goals: tuple[GoalRow, ...] = ()
    steps: tuple[StepRow, ...] = ()
    progress: tuple[ProgressRow, ...] = ()
    resistance: tuple[ResistanceRow, ...] = ()
    attempts: tuple[AttemptRow, ...] = ()
    moves: tuple[MoveRow, ...] = ()
    commitments: tuple[CommitmentRow, ...] = ()
    topics: tuple[TopicRow, ...] = ()
    assessments: tuple[AssessmentRow, ...] = ()
    handouts: tuple[HandoutRow, ...] = ()
    amendments: tuple["Version", ...] = ()
    names: Mapping[str, str] = NOTHING
    outside: int = 0
    standing: Standing = Standing()


class TeamFacts(NamedTuple):
    """The facts of everybody who is not archived, one PersonFacts each, by handle."""

    people: tuple[PersonFacts, ...] = ()
    talks: int = 0
    minutes: int = 0
    standing: Standing = Standing()


class LastTalk(NamedTuple):
    """How often somebody should be talked with (in days), and when they last were.

    The last talk is a session, or an attempt answered in the room. Without a rhythm no
    talk is ever due, and `last_talk_on` is not asked for.
    """

    handle: str
    name: str
    rhythm_days: int | None
    since: str | None
    last_talk_on: str | None


class DueFacts(NamedTuple):
    """What may be due: readers decide by the day what is late.

    Open commitments, living resistance notes with a follow-up, open goals with a date,
    and everybody who is not archived; `demonstration` says that the clock was set.
    """

    commitments: tuple[CommitmentRow, ...] = ()
    resistance: tuple[ResistanceRow, ...] = ()
    goals: tuple[GoalRow, ...] = ()
    people: tuple[LastTalk, ...] = ()
    demonstration: bool = False


class Guided(NamedTuple):
    """Who is guided; the rhythm is in days, and nothing about them is counted.

    `last_talk_on` is the day of the last session, or of a later attempt answered in the
    room.
    """

    handle: str
    name: str
    relation: str
    role: str | None
    team: str | None
    rhythm_days: int | None
    since: str | None
    hold_since: str | None
    hold_reason: str | None
    last_talk_on: str | None


class PrepFacts(NamedTuple):
    """What a leader should have in mind before the next talk with one person.

    Only what is open: commitments of both, topics, goals with their steps and ratings,
    living resistance notes with their attempts; and every observation. `talk_days` are
    the days of all talks, oldest first: of sessions, and of attempts answered in the
    room on a day without a session. `last` is the newest session, whole, and
    `last_attempt` the newest talk where that is an attempt.
    """

    person: Guided
    talk_days: tuple[str, ...] = ()
    last: SessionRow | None = None
    commitments: tuple[CommitmentRow, ...] = ()
    topics: tuple[TopicRow, ...] = ()
    goals: tuple[GoalRow, ...] = ()
    steps: tuple[StepRow, ...] = ()
    progress: tuple[ProgressRow, ...] = ()
    resistance: tuple[ResistanceRow, ...] = ()
    attempts: tuple[AttemptRow, ...] = ()
    observations: tuple[ObservationRow, ...] = ()
    last_attempt: AttemptRow | None = None
    demonstration: bool = False


class TimelineFacts(NamedTuple):
    """Entries in the order they happened, with the rows that tell more about some.

    The rows are found by id, moves by uid; progress and commitments made in a session
    that is shown are among them, also where they have no line of their own. So are the
    notes that attempts and moves belong to, all attempts of those people, and, for
    others, in `linked`, the sessions that notes and observations came up in; `untold`
    counts the lines left out because the person has not been told; `filtered` says that
    more than person, period and number decided what is here.
    """

    lines: tuple[TimelineRow, ...] = ()
    sessions: Mapping[str, SessionRow] = NOTHING
    goals: Mapping[str, GoalRow] = NOTHING
    observations: Mapping[str, ObservationRow] = NOTHING
    commitments: Mapping[str, CommitmentRow] = NOTHING
    progress: Mapping[str, ProgressRow] = NOTHING
    resistance: Mapping[str, ResistanceRow] = NOTHING
    attempts: Mapping[str, AttemptRow] = NOTHING
    moves: Mapping[str, MoveRow] = NOTHING
    assessments: Mapping[str, AssessmentRow] = NOTHING
    handouts: Mapping[str, HandoutRow] = NOTHING
    linked: Mapping[str, SessionRow] = NOTHING
    names: Mapping[str, str] = NOTHING
    outside: int = 0
    untold: int = 0
    filtered: bool = False
    for_others: bool = False
    demonstration: bool = False


class EntryFacts(NamedTuple):
    """One entry whole: the row if it lives, every version, and what hangs on it.

    `history` and `texts` are oldest first; `children` has one row an entry; `steps`
    are the milestones or level texts of a goal; `back` brings a deleted entry back.
    """

    kind: str
    id: str | None
    uid: str
    row: Row | None = None
    history: tuple[HistoryRow, ...] = ()
    texts: tuple[TextRow, ...] = ()
    children: tuple[TimelineRow, ...] = ()
    steps: tuple[StepRow, ...] = ()
    names: Mapping[str, str] = NOTHING
    back: str = ""


class Changed(NamedTuple):
    """A field that a change set anew: the cell before, and the one since."""

    name: str
    before: str
    now: str


class Version(NamedTuple):
    """What one change did to one thing, with the texts it set, by part.

    `name` is what something without an id is called; `back` is what brings something
    deleted back.
    """

    change: HistoryRow
    texts: Mapping[str, str] = NOTHING
    changed: tuple[Changed, ...] = ()
    name: str = ""
    back: str = ""


class Touched(NamedTuple):
    """What one change did to one thing, and what that thing says last, by field."""

    version: Version
    says: Mapping[str, str] = NOTHING
    names: Mapping[str, str] = NOTHING


class RecapFacts(NamedTuple):
    """A session with the commitments made in it, and the names of its people."""

    session: SessionRow
    commitments: tuple[CommitmentRow, ...] = ()
    names: Mapping[str, str] = NOTHING


class ChangedApart(NamedTuple):
    """An entry that two devices changed without knowing of each other."""

    id: str
    people: tuple[str, ...]


class CheckFacts(NamedTuple):
    """The facts to check, by person; `names` holds everybody's, the archive too."""

    people: tuple[PersonFacts, ...]
    names: dict[str, str]
    apart: tuple[ChangedApart, ...] = ()
    demonstration: bool = False


class Client(NamedTuple):
    """Somebody a talk was with, and whether they agreed to be in a log."""

    handle: str
    name: str
    relation: str
    contact: str | None
    log_consent_on: str | None


class HourFacts(NamedTuple):
    """Talks, oldest first, and everybody by handle, those in the archive too."""

    sessions: tuple[SessionRow, ...] = ()
    clients: tuple[Client, ...] = ()
    demonstration: bool = False
