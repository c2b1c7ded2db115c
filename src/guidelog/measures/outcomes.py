"""The three outcomes of effective coaching as counts; too little is called too few."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from guidelog.lookback.rows import AssessmentRow, GoalRow, ObservationRow
from guidelog.measures.days import day_of

WINDOW_DAYS = 90
ENOUGH = 5
"""Observations each window needs before the two are compared."""
HOLDING = 0.15
"""As far apart as two shares may be and still count as holding."""

Trend = Literal["rising", "holding", "falling", "too few"]


class Share(NamedTuple):
    """So many of so many."""

    part: int
    whole: int


class Excellence(NamedTuple):
    """Observations that met the standard: the last 90 days, and the 90 before."""

    now: Share
    before: Share

    @property
    def trend(self) -> Trend:
        """Which way the share went; "too few" below five observations on a side."""
        if min(self.now.whole, self.before.whole) < ENOUGH:
            return "too few"
        now, before = (side.part / side.whole for side in (self.now, self.before))
        change = round(now - before, 4)
        if abs(change) <= HOLDING:
            return "holding"
        return "rising" if change > 0 else "falling"


class SelfCorrection(NamedTuple):
    """Off-track events first noticed by the person, of those where it is known."""

    noticed: Share
    unknown: int


def excellence_of(observations: Iterable[ObservationRow], today: date) -> Excellence:
    """Compare what met the standard in the last 90 days with the 90 before."""
    judged = [row for row in observations if row.standard]
    turn, start = (today - timedelta(days=WINDOW_DAYS * n) for n in (1, 2))
    now = [row for row in judged if turn < day_of(row.occurred_at) <= today]
    before = [row for row in judged if start < day_of(row.occurred_at) <= turn]
    return Excellence(_share_of_met(now), _share_of_met(before))


def _share_of_met(observations: Sequence[ObservationRow]) -> Share:
    met = [row for row in observations if row.standard == "met"]
    return Share(len(met), len(observations))


def self_correction_of(observations: Iterable[ObservationRow]) -> SelfCorrection:
    """How many off-track events the person noticed first."""
    events = [row for row in observations if row.standard == "off-track"]
    known = [row for row in events if row.noticed]
    own = [row for row in known if row.noticed == "self"]
    return SelfCorrection(Share(len(own), len(known)), len(events) - len(known))


def areas_carried_to(assessments: Iterable[AssessmentRow]) -> tuple[str, ...]:
    """The areas in which self-generation was seen at all, each once, in their order."""
    seen = (row.area for row in assessments if row.area and row.self_generation)
    return tuple(dict.fromkeys(seen))


def own_goals(goals: Iterable[GoalRow]) -> Share:
    """How many goals came from the person, of those whose origin is known."""
    known = [goal for goal in goals if goal.origin]
    return Share(len([goal for goal in known if goal.origin == "them"]), len(known))
