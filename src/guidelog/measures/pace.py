"""How far a goal has come, and where an even pace would be: shares are 0…1."""

from datetime import date
from decimal import Decimal
from typing import Literal

from guidelog.lookback.rows import GoalRow
from guidelog.measures.days import day_if_known, day_of

NEAR = 0.15
"""As far from even as a goal may be and still be on pace."""

Pace = Literal["reached", "ahead", "on pace", "behind"]


def numeric_progress(baseline: str, target: str, now: str | None) -> float | None:
    """The share of the way from baseline to target that is done."""
    start, way = Decimal(baseline), Decimal(target) - Decimal(baseline)
    if now is None or not way:
        return None
    return min(1.0, max(0.0, float((Decimal(now) - start) / way)))


def even_pace(opened_on: date, target_on: date | None, today: date) -> float | None:
    """The share of the time that has passed; None where none was set, or none has."""
    if target_on is None or target_on <= opened_on or today <= opened_on:
        return None
    passed = (today - opened_on).days / (target_on - opened_on).days
    return min(1.0, max(0.0, passed))


def even_pace_of(goal: GoalRow, today: date) -> float | None:
    """The even pace of a goal that is open and counted in numbers or milestones."""
    if goal.state != "open" or goal.scale not in ("numeric", "milestones"):
        return None
    return even_pace(day_of(goal.opened_on), day_if_known(goal.target_on), today)


def value_at(baseline: str, target: str, share: float) -> Decimal:
    """The number that stands at this share of the way, to one decimal place."""
    way = Decimal(target) - Decimal(baseline)
    value = (Decimal(baseline) + way * Decimal(str(share))).quantize(Decimal("0.1"))
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value


def pace_of(goal: GoalRow, today: date) -> Pace | None:
    """How a goal goes beside an even pace; None where that can't be said."""
    if is_reached(goal):
        return "reached"
    even = even_pace_of(goal, today)
    if even is None or goal.progress is None:
        return None
    # rounded as the views round progress: 0.65 - 0.5 is more than 0.15 in binary
    lead = round(goal.progress - even, 4)
    if abs(lead) <= NEAR:
        return "on pace"
    return "ahead" if lead > 0 else "behind"


def is_reached(goal: GoalRow) -> bool:
    """Whether an open goal has come all its way in numbers or milestones."""
    is_counted = goal.state == "open" and goal.scale in ("numeric", "milestones")
    return is_counted and (goal.progress or 0) >= 1


def days_past(goal: GoalRow, today: date) -> int:
    """How many days an open goal is past its date; 0 where it is not, or is reached."""
    target_on = day_if_known(goal.target_on)
    if goal.state != "open" or target_on is None or is_reached(goal):
        return 0
    return max(0, (today - target_on).days)
