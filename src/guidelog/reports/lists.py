"""Lists: people, goals, resistance notes, actions and tags, one line each."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from guidelog.lookback.rows import GoalRow, PersonRow, ResistanceRow, StepRow
from guidelog.measures.days import day_if_known
from guidelog.measures.pace import days_past
from guidelog.reports.amounts import say_reached
from guidelog.reports.blocks import (
    Column,
    Document,
    Paragraph,
    Section,
    Spans,
    Table,
    command,
    dim,
    identity,
    joined,
    late,
    plain,
    strong,
)
from guidelog.reports.phrases import count, say_known_day, say_level, say_rhythm
from guidelog.reports.remarks import say_due
from guidelog.words import LIVE_STATUSES, RELATION_LABELS


class ActionUse(NamedTuple):
    """An action of the catalogue, and how often it was done."""

    name: str
    label: str
    mode: str
    family: str
    uses: int
    hidden: bool = False


class LeftOut(NamedTuple):
    """How many rows a list leaves out, and the command that shows them, too."""

    number: int = 0
    command: str = ""


ALL_SHOWN = LeftOut()


class Listing(NamedTuple):
    """What a list is called, its columns, and what it says when it is empty.

    `others` are the rows that are left out unless they are asked for, `begin` the
    command that makes the first.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    nothing: str
    others: str = ""
    begin: str = ""


PEOPLE = Listing(
    "people",
    "People",
    (
        Column("who"),
        Column("name", wide=True),
        Column("relation"),
        Column("talks", figure=True),
        Column("last"),
        Column("rhythm", wide=True),
    ),
    "nobody yet",
    "archived",
    'guidelog person add ada "Ada Okonkwo"',
)
GOALS = Listing(
    "goals",
    "Goals",
    (Column(), Column("who"), Column("goal", wide=True), Column("now"), Column("by")),
    "no goals yet",
    "closed",
    'guidelog goal add ada "Lead the review alone"',
)
NOTES = Listing(
    "resistance",
    "Resistance notes",
    (
        Column(),
        Column("who"),
        Column("note", wide=True),
        Column("status"),
        Column("tries", figure=True),
        Column("look again"),
    ),
    "no resistance notes",
    "closed",
)
ACTIONS = Listing(
    "actions",
    "Actions",
    (
        Column("name"),
        Column("action", wide=True),
        Column("mode"),
        Column("family"),
        Column("times", figure=True),
    ),
    "no actions",
    "hidden",
)
TAGS = Listing(
    "tags", "Tags", (Column("tag"), Column("entries", figure=True)), "no tags yet"
)


def compose(
    listing: Listing,
    rows: Iterable[tuple[Spans, ...]],
    today: date,
    left_out: LeftOut = ALL_SHOWN,
) -> Document:
    """The list with these rows, or the sentence for none; what is left out is said."""
    cells = tuple(rows)
    table = Table(listing.columns, cells)
    nothing: Spans = (plain("none"),) if left_out.number else say_nothing(listing)
    body = table if cells else Paragraph(nothing)
    return Document(
        name=listing.name,
        title=listing.title,
        prepared_on=today,
        subject=(dim(str(len(cells))),) if cells else (),
        sections=(Section(listing.name, "", (body,)),),
        closing=closing_lines(listing, left_out),
        numbers={"rows": len(cells), "left_out": left_out.number},
    )


def say_nothing(listing: Listing) -> Spans:
    """That nothing is there yet, and how to begin."""
    begin = (plain(": "), command(listing.begin)) if listing.begin else ()
    return (plain(listing.nothing), *begin)


def closing_lines(listing: Listing, left_out: LeftOut) -> tuple[Spans, ...]:
    """How many rows are not shown, and how to see them."""
    if not left_out.number:
        return ()
    others = f"{left_out.number} {listing.others}: "
    return ((dim(others), command(left_out.command)),)


def list_people(
    people: Iterable[PersonRow], today: date, left_out: LeftOut = ALL_SHOWN
) -> Document:
    """Everybody, with how often and when they were last talked with."""
    cells = (person_cells(person, today) for person in people)
    return compose(PEOPLE, cells, today, left_out)


def person_cells(person: PersonRow, today: date) -> tuple[Spans, ...]:
    """The cells of one person."""
    name: Spans = (plain(person.name),)
    if person.archived_on:
        name += (dim(" · archived"),)
    if person.hold_since:
        name += (dim(" · on hold"),)
    last = say_known_day(person.last_talk_on, today)
    rhythm = say_rhythm(person.rhythm_days) if person.rhythm_days else ""
    return (
        (strong(person.handle),),
        name,
        (plain(RELATION_LABELS[person.relation]),),
        (plain(str(person.sessions)),),
        (plain(last) if last else dim("–"),),
        (plain(rhythm),) if rhythm else (),
    )


def list_goals(
    goals: Iterable[GoalRow],
    steps: Iterable[StepRow],
    today: date,
    left_out: LeftOut = ALL_SHOWN,
) -> Document:
    """Goals with where they stand; of the steps all that belong to them."""
    number = Counter(step.goal for step in steps)
    cells = (goal_cells(goal, number[goal.id], today) for goal in goals)
    return compose(GOALS, cells, today, left_out)


def goal_cells(goal: GoalRow, steps: int, today: date) -> tuple[Spans, ...]:
    """The cells of one goal with so many steps."""
    return (
        (identity(goal.id),),
        (plain(goal.person),),
        (plain(goal.title),),
        say_standing(goal, steps),
        say_by(goal, today),
    )


def say_by(goal: GoalRow, today: date) -> Spans:
    """By when, and how long past that, or how it ended."""
    by = say_known_day(goal.target_on, today)
    day: Spans = (plain(by),) if by else ()
    if past := days_past(goal, today):
        return joined([day, (late(f"{count(past, 'day')} past"),)], ", ")
    if goal.state == "open":
        return day
    return joined([day or (plain("no date"),), (plain(goal.state),)], ", ")


def say_standing(goal: GoalRow, steps: int) -> Spans:
    """Where a goal stands on its scale; a dash where that is not known."""
    if goal.current is None:
        return (dim("–"),)
    if goal.scale == "levels":
        return (plain(say_level(int(goal.current))),)
    if goal.scale == "milestones":
        return (plain(f"{goal.current} of {steps}"),)
    return (plain(say_reached(goal.current, goal._replace(unit=None))),)


def list_notes(
    notes: Iterable[ResistanceRow], today: date, left_out: LeftOut = ALL_SHOWN
) -> Document:
    """Resistance notes with their status and the next look."""
    return compose(NOTES, (note_cells(note, today) for note in notes), today, left_out)


def note_cells(note: ResistanceRow, today: date) -> tuple[Spans, ...]:
    """The cells of one resistance note."""
    look = day_if_known(note.follow_up_on)
    live = note.status in LIVE_STATUSES
    return (
        (identity(note.id),),
        (plain(note.person),),
        (plain(note.label),),
        (strong(note.status),),
        (plain(str(note.attempts)),),
        (say_due(look, today),) if look and live else (),
    )


def list_actions(
    actions: Iterable[ActionUse], today: date, left_out: LeftOut = ALL_SHOWN
) -> Document:
    """The catalogue of actions, and how often each was done."""
    cells = (action_cells(action) for action in actions)
    return compose(ACTIONS, cells, today, left_out)


def action_cells(action: ActionUse) -> tuple[Spans, ...]:
    """The cells of one action."""
    label: Spans = (plain(action.label),)
    return (
        (strong(action.name),),
        (*label, dim(" · hidden")) if action.hidden else label,
        (plain(action.mode),),
        (plain(action.family),),
        (plain(str(action.uses)),),
    )


def list_tags(tags: Mapping[str, int], today: date) -> Document:
    """Tags, and how many entries bear each."""
    cells = (((strong(tag),), (plain(str(uses)),)) for tag, uses in tags.items())
    return compose(TAGS, cells, today)
