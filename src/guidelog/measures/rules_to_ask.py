"""Rules that find something to ask in the next talk: pure, over the record."""

from datetime import date, timedelta

from guidelog.lookback.facts import PrepFacts
from guidelog.lookback.rows import ObservationRow, ProgressRow
from guidelog.measures.commitments import days_late
from guidelog.measures.days import day_if_known, day_of
from guidelog.measures.pace import days_past, is_reached
from guidelog.measures.rules_to_decide import say_times, told_in_vain
from guidelog.measures.suggestion import Suggestion
from guidelog.measures.thresholds import (
    LEVELS_APART,
    NOTHING_GOOD_DAYS,
    RATED_TOGETHER_DAYS,
    SKILL_DAYS,
    SKILL_MET,
    STEPS_MISSED,
    TALKS_TO_SEE_GOOD,
)


def ask_for_causes(facts: PrepFacts, _: date) -> Suggestion | None:
    """Told twice without result, and no other cause stands on record."""
    for note, told in told_in_vain(facts):
        if not note.other_causes:
            times, result = say_times(len(told)), told[-1].result
            return Suggestion(
                "ask-for-causes",
                "ask",
                "question",
                (note.id, *(attempt.id for attempt in told)),
                f"Told {times}, last result {result}, no other cause on record",
                "ask what else stands in the way",
                "Harvard Business Review, at farm-equipment.com/articles/10931",
                "reality",
            )
    return None


def affirm_what_they_saw(facts: PrepFacts, _: date) -> Suggestion | None:
    """A slip that the person noticed first, after the day of the last talk."""
    seen = [row.id for row in slips_since_talk(facts) if row.noticed == "self"]
    if not seen:
        return None
    return Suggestion(
        "affirm-what-they-saw",
        "ask",
        "affirm",
        tuple(seen),
        "A slip since the last talk that they noticed first",
        "confirm that they saw it themselves",
        "Jackson and McKergow, The Solutions Focus (2002): affirm, in OSKAR",
        "affirm",
    )


def slips_since_talk(facts: PrepFacts) -> list[ObservationRow]:
    """What was off track after the day of the last talk, and so not yet in one."""
    last = day_if_known(facts.person.last_talk_on) or date.min
    return [
        row
        for row in facts.observations
        if row.standard == "off-track" and day_of(row.occurred_at) > last
    ]


def ask_about_missed_steps(facts: PrepFacts, today: date) -> Suggestion | None:
    """Two or more steps the person agreed to are past their date."""
    missed = [
        row.id
        for row in facts.commitments
        if row.owner == facts.person.handle and days_late(row, today)
    ]
    if len(missed) < STEPS_MISSED:
        return None
    return Suggestion(
        "ask-about-missed-steps",
        "ask",
        "commit",
        tuple(missed),
        f"{len(missed)} agreed steps are past their date",
        "ask what would make the next step certain",
        "Whitmore, Coaching for Performance (1992): will, in GROW",
        "will",
    )


def ask_for_their_picture(facts: PrepFacts, _: date) -> Suggestion | None:
    """The person's rating of a goal is two levels from the leader's."""
    for goal in facts.goals:
        own, yours = (newest_level(facts, goal.id, by) for by in ("self", "leader"))
        if own and yours and are_far_apart(own, yours):
            return Suggestion(
                "ask-for-their-picture",
                "ask",
                "self-assess",
                (goal.id, own.id, yours.id),
                "Their rating and yours lie two levels apart or more",
                "ask what they see before you say what you see",
                "Jackson and McKergow, The Solutions Focus (2002): scaling, in OSKAR",
                "scaling",
            )
    return None


def newest_level(facts: PrepFacts, goal: str, rater: str) -> ProgressRow | None:
    """The newest level that somebody gave to a goal."""
    rated = (
        row
        for row in reversed(facts.progress)
        if (row.goal, row.rater) == (goal, rater) and row.level is not None
    )
    return next(rated, None)


def are_far_apart(own: ProgressRow, yours: ProgressRow) -> bool:
    """Whether two ratings of the same time are far from each other."""
    days = abs((day_of(own.occurred_at) - day_of(yours.occurred_at)).days)
    levels = abs((own.level or 0) - (yours.level or 0))
    return days <= RATED_TOGETHER_DAYS and levels >= LEVELS_APART


def ask_for_ways_forward(facts: PrepFacts, today: date) -> Suggestion | None:
    """An open goal is past its date."""
    past = [goal.id for goal in facts.goals if days_past(goal, today)]
    if not past:
        return None
    return Suggestion(
        "ask-for-ways-forward",
        "ask",
        "options",
        tuple(past),
        "Open past the date that was agreed",
        "look for two ways forward",
        "Whitmore, Coaching for Performance (1992): options, in GROW",
        "options",
    )


def ask_for_the_good(facts: PrepFacts, today: date) -> Suggestion | None:
    """Nothing good was noted for long, though there were talks."""
    good = last_good(facts)
    begun = good.occurred_at if good else next(iter(facts.talk_days), None)
    since = day_if_known(begun)
    if since is None or (today - since).days < NOTHING_GOOD_DAYS:
        return None
    talks = [day for day in facts.talk_days if day_of(day) > since]
    if len(talks) < TALKS_TO_SEE_GOOD:
        return None
    return Suggestion(
        "ask-for-the-good",
        "ask",
        "observe",
        (good.id,) if good else (),
        f"Nothing good noted in {(today - since).days} days, over {len(talks)} talks",
        "ask what went well, and note it",
        "University of Texas at Austin, hr.utexas.edu/manager/hiring/files",
        "review",
    )


def last_good(facts: PrepFacts) -> ObservationRow | None:
    """The newest observation that met the standard."""
    met = (row for row in reversed(facts.observations) if row.standard == "met")
    return next(met, None)


def ask_for_their_own_goal(facts: PrepFacts, _: date) -> Suggestion | None:
    """There are goals still to be reached, and none is known to be the person's."""
    ahead = [goal for goal in facts.goals if not is_reached(goal)]
    if not ahead or any(goal.origin == "them" for goal in facts.goals):
        return None
    return Suggestion(
        "ask-for-their-own-goal",
        "ask",
        "set-goal",
        tuple(goal.id for goal in ahead),
        "None of the open goals is noted as their own idea",
        "ask what they want to reach themselves",
        "Flaherty, Coaching (3rd edition, 2010): self-generation",
        "goal",
    )


def ask_where_else(facts: PrepFacts, today: date) -> Suggestion | None:
    """The standard was met for long, and nothing was off track meanwhile."""
    turn = today - timedelta(days=SKILL_DAYS)
    recent = [row for row in facts.observations if day_of(row.occurred_at) > turn]
    met = [row.id for row in recent if row.standard == "met"]
    slipped = any(row.standard == "off-track" for row in recent)
    if slipped or len(met) < SKILL_MET:
        return None
    return Suggestion(
        "ask-where-else",
        "ask",
        "transfer",
        tuple(met),
        f"{len(met)} good facts in {SKILL_DAYS} days, nothing off track",
        "look for other work where the skill helps",
        "Flaherty, Coaching (3rd edition, 2010): self-generation",
        "transfer",
    )
