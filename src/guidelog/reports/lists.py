"""Lists: people, goals, resistance notes, actions and tags, one line each."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from guidelog.dates import say_day
from guidelog.lookback.rows import GoalRow, PersonRow, ResistanceRow
from guidelog.measures.days import day_if_known
from guidelog.measures.pace import days_past
from guidelog.reports.blocks import (
    Column,
    Document,
    Paragraph,
    Section,
    Spans,
    Table,
    dim,
    identity,
    joined,
    late,
    plain,
    strong,
)
from guidelog.reports.phrases import count, say_due, say_known_day, say_rhythm
from guidelog.words import LIVE_STATUSES, RELATION_LABELS


class ActionUse(NamedTuple):
    """An action of the catalogue, and how often it was done."""

    name: str
    label: str
    mode: str
    family: str
    uses: int
    hidden: bool = False


class Listing(NamedTuple):
    """What a list is called, its columns, and what it says when it is empty."""

    name: str
    title: str
    columns: tuple[Column, ...]
    nothing: str


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
    'nobody yet: guidelog person add ada "Ada Okonkwo"',
)
GOALS = Listing(
    "goals",
    "Goals",
    (Column(), Column("who"), Column("goal", wide=True), Column("now"), Column("by")),
    'no goals yet: guidelog goal add ada "Lead the review alone"',
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
)
TAGS = Listing(
    "tags", "Tags", (Column("tag"), Column("entries", figure=True)), "no tags yet"
)


def compose(
    listing: Listing, rows: Iterable[tuple[Spans, ...]], today: date
) -> Document:
    """The list with these rows, or the sentence for none."""
    cells = tuple(rows)
    table = Table(listing.columns, cells)
    body = table if cells else Paragraph((plain(listing.nothing),))
    return Document(
        name=listing.name,
        title=listing.title,
        prepared_on=today,
        subject=(dim(str(len(cells))),) if cells else (),
        sections=(Section(listing.name, "", (body,)),),
        numbers={"rows": len(cells)},
    )


def list_people(people: Iterable[PersonRow], today: date) -> Document:
    """Everybody, with how often and when they were last talked with."""
    return compose(PEOPLE, (person_cells(person, today) for person in people), today)


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


def list_goals(goals: Iterable[GoalRow], today: date) -> Document:
    """Goals with where they stand."""
    return compose(GOALS, (goal_cells(goal, today) for goal in goals), today)


def goal_cells(goal: GoalRow, today: date) -> tuple[Spans, ...]:
    """The cells of one goal."""
    target_on, past = day_if_known(goal.target_on), days_past(goal, today)
    by: Spans = (plain(say_day(target_on, today)),) if target_on else ()
    if past:
        by = joined([by, (late(f"{count(past, 'day')} past"),)])
    elif goal.state != "open":
        by = (plain(goal.state),)
    return (
        (identity(goal.id),),
        (plain(goal.person),),
        (plain(goal.title),),
        say_standing(goal),
        by,
    )


def say_standing(goal: GoalRow) -> Spans:
    """Where a goal stands on its scale; a dash where that is not known."""
    if goal.current is None:
        return (dim("–"),)
    aim = f" → {goal.target}" if goal.target else ""
    word = {"levels": "level ", "milestones": "done "}.get(goal.scale or "", "")
    return (plain(f"{word}{goal.current}{aim}"),)


def list_notes(notes: Iterable[ResistanceRow], today: date) -> Document:
    """Resistance notes with their status and the next look."""
    return compose(NOTES, (note_cells(note, today) for note in notes), today)


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


def list_actions(actions: Iterable[ActionUse], today: date) -> Document:
    """The catalogue of actions, and how often each was done."""
    return compose(ACTIONS, (action_cells(action) for action in actions), today)


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
