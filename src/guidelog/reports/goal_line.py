"""Where a goal stands before a talk: one line in the words of its scale."""

from collections.abc import Mapping
from datetime import date

from guidelog.lookback.facts import PrepFacts
from guidelog.lookback.rows import GoalRow
from guidelog.measures.pace import days_past, pace_of
from guidelog.measures.rules_to_ask import newest_level
from guidelog.reports.blocks import Entry, Spans, joined, late, plain
from guidelog.reports.phrases import count, say_known_day, say_level


def goal_entry(goal: GoalRow, facts: PrepFacts, today: date) -> Entry:
    """Where a goal stands, and by when it should be reached."""
    by = f"by {say_known_day(goal.target_on, today)}" if goal.target_on else ""
    said = [part for part in (say_standing(goal, facts), by) if part]
    stands = joined([*((plain(part),) for part in said), say_pace(goal, today)], ", ")
    return Entry(((plain(goal.title),), stands), id=goal.id)


def say_pace(goal: GoalRow, today: date) -> Spans:
    """How long past its date, or how it goes; for the leader's own eyes."""
    if past := days_past(goal, today):
        return (late(f"{count(past, 'day')} past"),)
    pace = pace_of(goal, today)
    return (plain(pace),) if pace else ()


def say_standing(goal: GoalRow, facts: PrepFacts) -> str:
    """How far a goal has come, in the words of its scale; a goal needs none."""
    steps = [step for step in facts.steps if step.goal == goal.id]
    if goal.scale == "milestones":
        missing = [step.text for step in steps if not step.done_on]
        following = f", next: {missing[0]}" if missing else ""
        return f"{len(steps) - len(missing)} of {len(steps)} done{following}"
    if goal.scale == "levels":
        return say_levels(goal, facts, {step.step: step.text for step in steps})
    return say_numbers(goal) if goal.scale == "numeric" else ""


def say_numbers(goal: GoalRow) -> str:
    """The number at the start and now, and the one that was agreed."""
    way = [one for one in (goal.baseline, goal.current) if one is not None]
    counted = " → ".join(way) if goal.current is not None else f"from {goal.baseline}"
    agreed = f"agreed {goal.target}" if goal.target is not None else ""
    numbers = ", ".join(part for part in (counted if way else "", agreed) if part)
    return f"{goal.unit or ''} {numbers}".strip()


def say_levels(goal: GoalRow, facts: PrepFacts, texts: Mapping[int, str]) -> str:
    """The level the leader sees, the person's own, and what was expected."""
    levels = {
        by: row.level
        for by in ("leader", "self")
        if (row := newest_level(facts, goal.id, by)) and row.level is not None
    }
    words = {"leader": "at {}", "self": "own rating {}"}
    said = [words[by].format(say_level(level)) for by, level in levels.items()]
    expected = [f"expected: {texts[0]}"] if texts.get(0) else []
    return ", ".join([*(said or ["no rating yet"]), *expected])
