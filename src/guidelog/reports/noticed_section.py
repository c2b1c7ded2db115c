"""Observations, dated, the good beside what was off track."""

from collections.abc import Sequence

from guidelog.lookback.rows import ObservationRow
from guidelog.measures.days import day_of
from guidelog.measures.periods import within
from guidelog.reports.blocks import (
    Entry,
    Fact,
    Facts,
    Section,
    Spans,
    identity,
    plain,
    quoted,
    strong,
)
from guidelog.reports.brief import Brief
from guidelog.reports.phrases import first_name
from guidelog.reports.remarks import remark_private
from guidelog.reports.showing import Shown
from guidelog.words import STANDARD_LABELS

GROUPS = (*STANDARD_LABELS.items(), (None, "noted"))


def noticed_section(shown: Shown, brief: Brief) -> Section | None:
    """The observations of the period that do not belong to a resistance note."""
    notes = {note.id for note in shown.facts.resistance}
    rows = [
        row
        for row in within(shown.facts.observations, brief.period)
        if row.resistance not in notes
    ]
    if not rows:
        return None
    name = first_name(shown.facts.person.name)
    facts = [
        Fact(label, tuple(observation_entry(row, shown, name) for row in chosen))
        for standard, label in GROUPS
        if (chosen := with_standard(rows, standard))
    ]
    numbers = {
        "good": len(with_standard(rows, "met")),
        "off_track": len(with_standard(rows, "off-track")),
    }
    return Section("noticed", "Noticed", (Facts(tuple(facts), True),), numbers=numbers)


def with_standard(
    rows: Sequence[ObservationRow], standard: str | None
) -> list[ObservationRow]:
    """The observations judged so."""
    return [row for row in rows if row.standard == standard]


def observation_entry(row: ObservationRow, shown: Shown, name: str) -> Entry:
    """One observation, with what else was said about it."""
    text = (
        plain(row.text),
        *say_noticer(row, name),
        *mark_untold(row.id, shown),
        *remark_private(row.visibility),
    )
    return Entry(
        (text, *say_details(row)),
        day=day_of(row.occurred_at),
        remark=(identity(row.id),),
    )


def say_noticer(row: ObservationRow, name: str) -> Spans:
    """Who noticed it first, and whether the leader saw it."""
    parts = []
    if row.noticed == "self":
        parts.append(f"noticed by {name} first")
    if row.noticed == "other":
        parts.append("noticed by others")
    if row.told_by:
        parts.append(f"told by {row.told_by}, not seen")
    return (plain(f" · {', '.join(parts)}"),) if parts else ()


def say_details(row: ObservationRow) -> tuple[Spans, ...]:
    """Situation, impact, expectation and their words, as far as they were said."""
    said = {
        "situation": row.situation,
        "impact": row.impact,
        "expected": row.expected,
    }
    lines: list[Spans] = [(plain(f"{k}: {v}"),) for k, v in said.items() if v]
    if row.their_words:
        lines.append((quoted(row.their_words),))
    return tuple(lines)


def mark_untold(identity: str, shown: Shown) -> Spans:
    """The mark of what the person has not been told."""
    if identity not in shown.untold:
        return ()
    return (plain(" · "), strong("not yet told"))
