"""Goals: from where, where now, what was agreed, and an even pace as a figure."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from guidelog.dates import say_day
from guidelog.lookback.facts import PersonFacts
from guidelog.lookback.rows import GoalRow, ProgressRow, StepRow
from guidelog.measures.days import day_if_known, day_of
from guidelog.measures.pace import days_past, even_pace_of, pace_of, value_at
from guidelog.measures.ratings import ratings_of
from guidelog.reports.amounts import say_amount
from guidelog.reports.blocks import (
    Bar,
    Entries,
    Entry,
    Figure,
    Levels,
    Rating,
    Section,
    Spans,
    dim,
    joined,
    late,
    plain,
    strong,
)
from guidelog.reports.brief import Brief
from guidelog.reports.phrases import count, first_name, say_level
from guidelog.reports.remarks import remark_private
from guidelog.reports.showing import Shown


def goals_section(shown: Shown, brief: Brief) -> Section | None:
    """Every goal that was open in the period."""
    facts = shown.facts
    if not facts.goals:
        return None
    entries = tuple(goal_entry(goal, facts, brief) for goal in facts.goals)
    numbers = {f"{goal.id}_progress": goal.progress for goal in facts.goals}
    return Section("goals", "Goals", (Entries(entries),), numbers=numbers)


def goal_entry(goal: GoalRow, facts: PersonFacts, brief: Brief) -> Entry:
    """One goal with its figure and the latest evidence."""
    progress = [row for row in facts.progress if row.goal == goal.id]
    steps = [step for step in facts.steps if step.goal == goal.id]
    figure = goal_figure(goal, steps, progress, brief.today)
    counted = goal.scale == "numeric" and figure is None
    name = first_name(facts.person.name)
    texts = (
        (strong(goal.title), *remark_private(goal.visibility)),
        say_numbers(goal, progress, brief.today) if counted else (),
        say_evidence(goal, progress, name, brief.today),
        say_why(goal),
    )
    return Entry(
        tuple(text for text in texts if text),
        id=goal.id,
        remark=say_term(goal, brief),
        figure=figure,
    )


def say_why(goal: GoalRow) -> Spans:
    """Why it was closed, in the leader's words."""
    if not goal.closing_reason:
        return ()
    return (
        dim("why: "),
        plain(goal.closing_reason),
    )


def say_term(goal: GoalRow, brief: Brief) -> Spans:
    """By when, and how it stands: a verdict only for the leader's own eyes."""
    if goal.state != "open":
        closed_on = day_if_known(goal.closed_on)
        on = f" {say_day(closed_on, brief.today)}" if closed_on else ""
        return (plain(f"{goal.state}{on}"),)
    target_on = day_if_known(goal.target_on)
    by: Spans = (plain(f"by {say_day(target_on, brief.today)}"),) if target_on else ()
    past = days_past(goal, brief.today)
    if past:
        return joined([by, (late(f"{count(past, 'day')} past"),)])
    pace = pace_of(goal, brief.today)
    is_said = pace and (brief.is_for_me or pace == "reached")
    return joined([by, (plain(str(pace)),) if is_said else ()])


def goal_figure(
    goal: GoalRow,
    steps: Sequence[StepRow],
    progress: Sequence[ProgressRow],
    today: date,
) -> Figure | None:
    """The figure of the goal's scale; a goal needs none."""
    match goal.scale:
        case "numeric":
            return numeric_bar(goal, progress, today)
        case "milestones":
            return milestones_bar(goal, steps, today)
        case "levels":
            return levels_strip(goal, steps, progress, today)
    return None


def numeric_bar(
    goal: GoalRow, progress: Sequence[ProgressRow], today: date
) -> Bar | None:
    """The way from baseline to target in numbers; none where an end is not known."""
    if goal.baseline is None or goal.target is None:
        return None
    even = even_pace_of(goal, today)
    caption = say_numbers(goal, progress, today)
    ends = (goal.baseline, goal.target)
    even_value = str(value_at(*ends, even)) if even is not None else ""
    return Bar(*ends, goal.current, goal.progress, even, caption, even_value)


def say_numbers(goal: GoalRow, progress: Sequence[ProgressRow], today: date) -> Spans:
    """The number now, where an even pace would be, and the person's own rating."""
    current = goal.current
    now = "no entry yet" if current is None else f"{say_amount(current, goal.unit)} now"
    parts = [now]
    even = even_pace_of(goal, today)
    if goal.baseline is None or goal.target is None:
        parts += [f"agreed {goal.target}"] if goal.target else []
    elif even is not None:
        value = value_at(goal.baseline, goal.target, even)
        parts.append(f"even pace would be {value}")
    return (plain("; ".join([*parts, *say_own_rating(progress, today)])),)


def milestones_bar(goal: GoalRow, steps: Sequence[StepRow], today: date) -> Bar:
    """The milestones done, and the one that comes next."""
    done = [step for step in steps if step.done_on]
    missing = [step.text for step in steps if not step.done_on]
    even = even_pace_of(goal, today)
    parts = [f"{len(done)} of {len(steps)} done"]
    even_value = str(value_at("0", str(len(steps)), even)) if even is not None else ""
    if even_value:
        parts.append(f"even pace would be {even_value}")
    if missing and goal.state == "open":
        parts.append(f"next: {missing[0]}")
    caption = (plain("; ".join(parts)),)
    return Bar(
        "0",
        str(len(steps)),
        str(len(done)),
        goal.progress,
        even,
        caption,
        even_value,
        tuple(step.done_on is not None for step in steps),
    )


def levels_strip(
    goal: GoalRow,
    steps: Sequence[StepRow],
    progress: Sequence[ProgressRow],
    today: date,
) -> Levels:
    """The level now with its words, beside what was expected."""
    now = int(goal.current) if goal.current is not None else None
    texts = {step.step: step.text for step in steps}
    words = [texts[now]] if now in texts else []
    if now != 0 and 0 in texts:
        words.append(f"expected: {texts[0]}")
    if now is None:
        words.insert(0, "no entry yet")
    caption = (plain("; ".join([*words, *say_own_rating(progress, today)])),)
    ratings = tuple(
        Rating(day_of(row.occurred_at), row.level, row.rater)
        for row in progress
        if row.level is not None
    )
    return Levels(now, ratings, caption)


def say_own_rating(progress: Sequence[ProgressRow], today: date) -> list[str]:
    """The newest rating by the person, and its gap to that of the leader."""
    ratings = ratings_of(progress)
    if ratings.own is None:
        return []
    day = say_day(day_of(ratings.own.occurred_at), today)
    return [f"own rating {rating_of(ratings.own)} on {day}{say_gap(ratings.gap)}"]


def say_gap(gap: Decimal | None) -> str:
    """The gap between two ratings with its sign; nothing where it is not known."""
    if gap is None:
        return ""
    return f" (gap {gap:+f})".replace("-", "−") if gap else " (no gap)"


def rating_of(row: ProgressRow) -> str:
    """The value or level that an entry says."""
    if row.level is not None:
        return say_level(row.level)
    return row.value or ""


def say_evidence(
    goal: GoalRow, progress: Sequence[ProgressRow], name: str, today: date
) -> Spans:
    """The latest evidence with its day, and by whom if it is the person's own.

    Where another number stands by now, the one that it was said of comes with it.
    """
    told = [row for row in progress if row.evidence]
    if not told:
        return ()
    row = told[-1]
    day = say_day(day_of(row.occurred_at), today)
    by = f"{name}, {day}" if row.rater == "self" else day
    if row.value and row.value != goal.current:
        by = f"at {row.value}, {by}"
    return (plain(row.evidence or ""), dim(f"  {by}"), *remark_private(row.visibility))
