"""Commitments of both sides: the kept are counted, the late and the open named."""

from collections.abc import Sequence
from datetime import date

from guidelog.lookback.facts import PersonFacts
from guidelog.lookback.rows import CommitmentRow
from guidelog.measures.commitments import Tally, days_late, keeping_of, tally
from guidelog.reports.blocks import (
    Entry,
    Fact,
    Facts,
    Number,
    Section,
    Spans,
    dim,
    identity,
    joined,
    late,
    plain,
)
from guidelog.reports.brief import Brief
from guidelog.reports.phrases import count, first_name, say_known_day
from guidelog.reports.remarks import remark_private
from guidelog.reports.showing import Shown


def commitments_section(shown: Shown, brief: Brief) -> Section | None:
    """What each side promised, and whether it was kept."""
    facts = shown.facts
    if not facts.commitments:
        return None
    sides = {
        first_name(facts.person.name): owned_by(facts, facts.person.handle),
        name_leader(brief): owned_by(facts, "me"),
    }
    labelled = tuple(
        Fact(label, tuple(side_entries(rows, brief.today)))
        for label, rows in sides.items()
    )
    theirs, ours = (tally(rows, brief.today) for rows in sides.values())
    numbers = {**number_tally("theirs", theirs), **number_tally("leader", ours)}
    blocks = (Facts(labelled, compared=True),)
    return Section("commitments", "Commitments", blocks, numbers=numbers)


def owned_by(facts: PersonFacts, owner: str) -> list[CommitmentRow]:
    """The commitments of one side."""
    return [row for row in facts.commitments if row.owner == owner]


def name_leader(brief: Brief) -> str:
    """What the leader's side is called."""
    if brief.is_for_me:
        return "you"
    return first_name(brief.leader.name) if brief.leader.name else "leader"


def number_tally(side: str, counts: Tally) -> dict[str, Number]:
    """The tally of one side as numbers."""
    return {
        f"{side}_kept": counts.kept,
        f"{side}_late": counts.late,
        f"{side}_overdue": counts.overdue,
        f"{side}_open": counts.open,
        f"{side}_dropped": counts.dropped,
    }


def side_entries(rows: Sequence[CommitmentRow], today: date) -> list[Entry]:
    """The tally of one side, then what was late, dropped or is not done."""
    named = [row for row in rows if keeping_of(row, today) != "kept"]
    entries = [
        Entry((say_commitment(row, today),), remark=(identity(row.id),))
        for row in named
    ]
    return [Entry((say_tally(tally(rows, today)),)), *entries]


def say_tally(counts: Tally) -> Spans:
    """How many stand how: 4 kept, 1 late, 2 open, 1 of them overdue."""
    if counts == Tally():
        return (dim("none"),)
    parts = [f"{counts.kept} kept"]
    if counts.late:
        parts.append(f"{counts.late} late")
    not_done = counts.open + counts.overdue
    overdue = f" ({counts.overdue} past the due date)" if counts.overdue else ""
    if not_done:
        parts.append(f"{not_done} open{overdue}")
    if counts.dropped:
        parts.append(f"{counts.dropped} dropped")
    return (plain(", ".join(parts)),)


def say_commitment(row: CommitmentRow, today: date) -> Spans:
    """One that was not simply kept, with both dates."""
    keeping, days = keeping_of(row, today), count(days_late(row, today), "day")
    due = f"due {say_known_day(row.due_on, today)}" if row.due_on else "no date"
    stands: dict[str, Spans] = {
        "late": (
            plain(f"{due}, done {say_known_day(row.done_on, today)}, "),
            late(f"{days} late"),
        ),
        "overdue": (plain(f"{due}, "), late(f"{days} late")),
        "open": (plain(due),),
        "dropped": (plain(f"dropped: {row.reason}" if row.reason else "dropped"),),
    }
    said = joined([(plain(row.what),), stands[keeping]])
    return (*said, *remark_private(row.visibility))
