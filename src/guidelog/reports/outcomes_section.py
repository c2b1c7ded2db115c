"""Coaching outcomes: long-term excellence, self-correction and self-generation."""

from collections.abc import Sequence
from datetime import date

from guidelog.dates import say_day
from guidelog.lookback.facts import PersonFacts
from guidelog.lookback.rows import AssessmentRow
from guidelog.measures.days import day_of
from guidelog.measures.outcomes import (
    Excellence,
    SelfCorrection,
    Share,
    areas_carried_to,
    excellence_of,
    own_goals,
    self_correction_of,
)
from guidelog.measures.periods import within
from guidelog.reports.blocks import (
    Entry,
    Fact,
    Facts,
    Number,
    Scale,
    Section,
    dim,
    identity,
    plain,
    strong,
)
from guidelog.reports.brief import Brief
from guidelog.reports.phrases import OUTCOMES, count, first_name, listed
from guidelog.reports.showing import Shown
from guidelog.words import OUTCOME_WORDS

MET = "observations that met the standard"


def outcomes_section(shown: Shown, brief: Brief) -> Section | None:
    """The leader's judgements as words of the scale, and the counts behind them."""
    judged = within(shown.facts.assessments, brief.period)
    counts = say_counts_of(shown.facts, brief)
    if not judged and not any(counts.values()):
        return None
    facts = [
        Fact(label, entries)
        for name, label in OUTCOMES.items()
        if (entries := outcome_entries(judged, name, counts[name], brief.today))
    ]
    if evidence := tuple(evidence_entries(judged)):
        facts.append(Fact("evidence", evidence))
    numbers = outcome_numbers(judged)
    return Section("outcomes", "Coaching outcomes", (Facts(tuple(facts)),), (), numbers)


def outcome_entries(
    judged: Sequence[AssessmentRow], name: str, counted: str, today: date
) -> tuple[Entry, ...]:
    """From the first judgement to the newest, area by area, then the count."""
    areas = dict.fromkeys(row.area for row in judged if level_of(row, name) is not None)
    entries = [area_entry(judged, name, area, today) for area in areas]
    if judged and not entries:
        entries = [Entry(((dim("not judged in this period"),),))]
    return (*entries, Entry(((plain(counted),),))) if counted else tuple(entries)


def level_of(row: AssessmentRow, name: str) -> int | None:
    """The level 0…4 that was given to one outcome, if any."""
    levels = {
        "excellence": row.excellence,
        "self_correction": row.self_correction,
        "self_generation": row.self_generation,
    }
    return levels[name]


def area_entry(
    judged: Sequence[AssessmentRow], name: str, area: str | None, today: date
) -> Entry:
    """The first and the newest level in one area, as words of the scale."""
    rows = [row for row in judged if row.area == area]
    told = [(row, level) for row in rows if (level := level_of(row, name)) is not None]
    (_, start), (newest, now) = told[0], told[-1]
    before = f"{OUTCOME_WORDS[start]} → " if len(told) > 1 else ""
    scale = Scale(now, start if len(told) > 1 else None)
    day = say_day(day_of(newest.occurred_at), today)
    where = f"  in {area}, {day}" if area else f"  {day}"
    words = (plain(before), strong(OUTCOME_WORDS[now]), dim(where))
    return Entry((words,), figure=scale)


def say_counts_of(facts: PersonFacts, brief: Brief) -> dict[str, str]:
    """What the observations and goals count, by outcome; empty where nothing does."""
    name = first_name(facts.person.name)
    last = min(brief.period.last, brief.today)
    noticed = self_correction_of(within(facts.observations, brief.period))
    return {
        "excellence": say_excellence(excellence_of(facts.observations, last), brief),
        "self_correction": say_self_correction(noticed, name),
        "self_generation": say_self_generation(facts, name),
    }


def say_excellence(found: Excellence, brief: Brief) -> str:
    """What met the standard in two windows; the trend only for the leader."""
    if not found.now.whole and not found.before.whole:
        return ""
    now = f"{MET}: {say_share(found.now)} in the last 90 days"
    before = f"{say_share(found.before)} in the 90 before"
    trend = f" ({found.trend})" if brief.is_for_me else ""
    return f"{now}, {before}{trend}"


def say_share(share: Share) -> str:
    """So many of so many; where there was nothing, that is said."""
    return f"{share.part} of {share.whole}" if share.whole else "none judged"


def say_self_correction(found: SelfCorrection, name: str) -> str:
    """How many off-track events the person noticed first."""
    unknown = f"; of {found.unknown} it is not known" if found.unknown else ""
    if not found.noticed.whole:
        return ""
    part, whole = found.noticed.part, found.noticed.whole
    events = count(whole, "off-track event")
    return f"{part} of {events} first noticed by {name}{unknown}"


def say_self_generation(facts: PersonFacts, name: str) -> str:
    """Where it was carried to, and how many goals are the person's own."""
    areas, own = areas_carried_to(facts.assessments), own_goals(facts.goals)
    parts = [f"seen in {listed(areas)}"] if areas else []
    if own.whole:
        parts.append(f"{own.part} of {count(own.whole, 'goal')} proposed by {name}")
    return "; ".join(parts)


def evidence_entries(judged: Sequence[AssessmentRow]) -> list[Entry]:
    """The evidence of each judgement with its day."""
    return [
        Entry(
            ((plain(row.evidence),),),
            day_of(row.occurred_at),
            remark=(identity(row.id),),
        )
        for row in judged
        if row.evidence
    ]


def outcome_numbers(judged: Sequence[AssessmentRow]) -> dict[str, Number]:
    """The newest level of each outcome, None where it was not judged."""
    newest: dict[str, Number] = dict.fromkeys(OUTCOMES)
    for row in judged:
        for name in OUTCOMES:
            if (level := level_of(row, name)) is not None:
                newest[name] = level
    return newest
