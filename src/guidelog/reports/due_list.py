"""What is due, the most late first: commitments, notes to look at again, goals, talks.

Rows for those who count, and entries for those who read.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from guidelog.lookback.facts import DueFacts, LastTalk
from guidelog.lookback.rows import CommitmentRow, GoalRow, ResistanceRow
from guidelog.measures.days import day_if_known
from guidelog.measures.pace import is_reached
from guidelog.measures.rhythm import days_since, is_out_of_rhythm
from guidelog.reports.blocks import Entry, dim, plain
from guidelog.reports.phrases import name_shortly, say_ago, say_rhythm
from guidelog.reports.remarks import say_due

GOAL_AHEAD = timedelta(days=30)
"""How near the date of a goal has to be: further ahead there is nothing to do yet."""

YOU = "you"
"""Who has to do it, where that is the leader."""

DueKind = Literal["commitment", "follow-up", "goal", "talk"]


@dataclass(frozen=True, slots=True)
class DueItem:
    """One thing that somebody has to do, by when, and about whom.

    A talk is due when the rhythm agreed with a person has passed; it has no id.
    """

    kind: DueKind
    id: str
    what: str
    who: str
    person: str
    due_on: date | None


def due_items(facts: DueFacts, today: date) -> list[DueItem]:
    """Everything due, by the day; what has no day comes last.

    A goal that is reached is not due any more, though nobody has closed it.
    """
    names = name_shortly({person.handle: person.name for person in facts.people})
    goals = (item_of_goal(row, names) for row in facts.goals if not is_reached(row))
    items = [
        *(item_of_commitment(row, names) for row in facts.commitments),
        *(item_of_note(row) for row in facts.resistance),
        *(item for item in goals if is_near(item, today)),
        *(item_of_talk(one, today) for one in facts.people if is_unseen(one, today)),
    ]
    return sorted(items, key=lambda item: (item.due_on or date.max, item.id))


def is_near(item: DueItem, today: date) -> bool:
    """Whether the date of a goal is past or not far."""
    return item.due_on is not None and item.due_on <= today + GOAL_AHEAD


def is_unseen(person: LastTalk, today: date) -> bool:
    """Whether the rhythm agreed with a person has passed without a talk."""
    last = day_if_known(person.last_talk_on)
    return is_out_of_rhythm(last, person.rhythm_days, today)


def is_pressing(item: DueItem, today: date) -> bool:
    """Whether this is due today or late."""
    return item.due_on is not None and item.due_on <= today


def item_of_commitment(row: CommitmentRow, names: dict[str, str]) -> DueItem:
    """An open commitment of either side."""
    who = YOU if row.owner == "me" else names.get(row.owner, row.owner)
    due_on = day_if_known(row.due_on)
    return DueItem("commitment", row.id, row.what, who, row.person or "", due_on)


def item_of_note(row: ResistanceRow) -> DueItem:
    """A resistance note that the leader wants to look at again."""
    what, due_on = f"look again: {row.label}", day_if_known(row.follow_up_on)
    return DueItem("follow-up", row.id, what, YOU, row.person, due_on)


def item_of_goal(row: GoalRow, names: dict[str, str]) -> DueItem:
    """An open goal with a date."""
    who, due_on = names.get(row.person, row.person), day_if_known(row.target_on)
    return DueItem("goal", row.id, row.title, who, row.person, due_on)


def item_of_talk(person: LastTalk, today: date) -> DueItem:
    """A talk with somebody whose rhythm has passed: the day on which it did."""
    last, rhythm = day_if_known(person.last_talk_on), person.rhythm_days or 0
    what = f"{say_ago(days_since(last, today) or 0)}, {say_rhythm(rhythm)}"
    due_on = last + timedelta(days=rhythm) if last else None
    return DueItem("talk", "", what, YOU, person.handle, due_on)


def due_entries(items: Iterable[DueItem], today: date) -> tuple[Entry, ...]:
    """The items as entries of a list, with whom each is about where another does it."""
    return tuple(
        Entry(
            ((plain(item.what),),),
            id=item.id,
            keys=(
                say_due(item.due_on, today) if item.due_on else dim("no date"),
                plain(item.who),
            ),
            remark=(dim(item.person),) if item.who == YOU and item.person else (),
        )
        for item in items
    )
