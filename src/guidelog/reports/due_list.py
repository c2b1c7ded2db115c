"""What is due, the most late first: commitments, notes to look at again, goals."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from guidelog.lookback.facts import DueFacts
from guidelog.lookback.rows import CommitmentRow, GoalRow, ResistanceRow
from guidelog.measures.days import day_if_known
from guidelog.reports.blocks import Entry, dim, plain
from guidelog.reports.phrases import first_name, say_due


class DueItem(NamedTuple):
    """One thing that somebody has to do, by when, and about whom."""

    id: str
    what: str
    who: str
    person: str
    due_on: date | None


def due_items(facts: DueFacts) -> list[DueItem]:
    """Everything due, by the day; what has no day comes last."""
    names = {person.handle: first_name(person.name) for person in facts.people}
    items = [
        *(item_of_commitment(row, names) for row in facts.commitments),
        *(item_of_note(row) for row in facts.resistance),
        *(item_of_goal(row, names) for row in facts.goals),
    ]
    return sorted(items, key=lambda item: (item.due_on or date.max, item.id))


def item_of_commitment(row: CommitmentRow, names: dict[str, str]) -> DueItem:
    """An open commitment of either side."""
    who = "you" if row.owner == "me" else names.get(row.owner, row.owner)
    return DueItem(row.id, row.what, who, row.person or "", day_if_known(row.due_on))


def item_of_note(row: ResistanceRow) -> DueItem:
    """A resistance note that the leader wants to look at again."""
    what = f"look again: {row.label}"
    return DueItem(row.id, what, "you", row.person, day_if_known(row.follow_up_on))


def item_of_goal(row: GoalRow, names: dict[str, str]) -> DueItem:
    """An open goal with a date."""
    who = names.get(row.person, row.person)
    return DueItem(row.id, row.title, who, row.person, day_if_known(row.target_on))


def due_entries(items: Iterable[DueItem], today: date) -> tuple[Entry, ...]:
    """The items as entries of a list."""
    return tuple(
        Entry(
            ((plain(item.what),),),
            id=item.id,
            keys=(
                say_due(item.due_on, today) if item.due_on else dim("no date"),
                plain(item.who),
            ),
            remark=(dim(item.person),) if item.person else (),
        )
        for item in items
    )
