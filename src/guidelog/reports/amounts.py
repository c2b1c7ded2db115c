"""Numbers of a goal with the unit the leader typed, which is never bent wrong."""

from decimal import Decimal

from guidelog.lookback.rows import GoalRow


def say_amount(number: str, unit: str | None) -> str:
    """A number with its unit: 4 reviews, 48 % of reviews, but 1 (reviews)."""
    if not unit:
        return number
    # the unit was typed for several: beside a single one it would read wrong
    is_single = abs(Decimal(number)) == 1 and unit[0].isalpha()
    return f"{number} ({unit})" if is_single else f"{number} {unit}"


def say_reached(number: str, goal: GoalRow) -> str:
    """A number beside the one that was agreed: 4 of 8 reviews, 61 %, agreed 90."""
    if goal.target is None:
        return say_amount(number, goal.unit)
    if is_counted_up(goal):
        return f"{number} of {say_amount(goal.target, goal.unit)}"
    return f"{say_amount(number, goal.unit)}, agreed {goal.target}"


def is_counted_up(goal: GoalRow) -> bool:
    """Whether the goal counts from nothing to a number."""
    return (
        goal.baseline is not None
        and goal.target is not None
        and Decimal(goal.baseline) == 0
        and Decimal(goal.target) > 0
    )
