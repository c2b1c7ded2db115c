"""Commands that list: people, goals, resistance notes, actions, tags."""

from typing import Annotated

import typer

from guidelog.cli import output
from guidelog.cli.common import wishes
from guidelog.cli.filing import WHO
from guidelog.cli.looking import MAYBE_WHO, looking
from guidelog.cli.pages import show_document, show_rows
from guidelog.data.actions import CatalogueAction, load_catalogue
from guidelog.dates import today
from guidelog.lookback.entries import entry_of
from guidelog.lookback.filters import Filters
from guidelog.lookback.finding import find_handle, find_id
from guidelog.lookback.reading import rows_of
from guidelog.lookback.rows import ActionRow, GoalRow, PersonRow, ResistanceRow, StepRow
from guidelog.lookback.vocabulary import action_counts, tag_counts
from guidelog.reports import entry_page, hints, lists
from guidelog.words import LIVE_STATUSES

ALL = Annotated[bool, typer.Option("--all", help="Those that are over, too.")]


def list_people(everybody: ALL = False) -> None:
    """List the people you guide, and when you last talked.

    guidelog person list
    """
    with looking() as db:
        people = list(rows_of(db, PersonRow))
    shown = [one for one in people if everybody or not one.archived_on]
    shown.sort(key=lambda one: one.handle)
    rest = lists.LeftOut(len(people) - len(shown), "guidelog person list --all")
    page = lists.list_people(shown, today(), rest)
    show_rows(page, "people", shown, hints.after_people(shown))


def show_person(who: WHO) -> None:
    """Show what is kept about one person.

    guidelog person show ada
    """
    with looking() as db:
        facts = entry_of(db, find_id(db, find_handle(db, who)))
    show_document(entry_page.compose(facts, today()))


def list_goals(who: MAYBE_WHO = None, everything: ALL = False) -> None:
    """List the goals and where they stand.

    guidelog goal list ada
    """
    with looking() as db:
        filters = Filters(who=find_handle(db, who) if who else None)
        goals = list(rows_of(db, GoalRow, filters))
        shown = [one for one in goals if everything or one.state == "open"]
        steps = list(rows_of(db, StepRow))
    rest = lists.LeftOut(len(goals) - len(shown), all_of("goal", filters))
    page = lists.list_goals(shown, steps, today(), rest)
    show_rows(page, "goals", shown, hints.see_first_whole(one.id for one in shown))


def list_notes(who: MAYBE_WHO = None, everything: ALL = False) -> None:
    """List the resistance notes and where they stand.

    guidelog resistance list
    """
    with looking() as db:
        filters = Filters(who=find_handle(db, who) if who else None)
        notes = list(rows_of(db, ResistanceRow, filters))
    shown = [one for one in notes if everything or one.status in LIVE_STATUSES]
    rest = lists.LeftOut(len(notes) - len(shown), all_of("resistance", filters))
    page = lists.list_notes(shown, today(), rest)
    show_rows(page, "resistance", shown, hints.see_first_whole(one.id for one in shown))


def all_of(group: str, filters: Filters) -> str:
    """The command that lists the closed ones, too."""
    who = f" {filters.who}" if filters.who else ""
    return f"guidelog {group} list{who} --all"


def list_actions(hidden: ALL = False) -> None:
    """List the catalogue of actions, and how often you did each.

    guidelog action list
    """
    with looking() as db:
        own = {one.name: one for one in rows_of(db, ActionRow)}
        counts = action_counts(db)
    known: dict[str, CatalogueAction | ActionRow] = {**load_catalogue(), **own}
    uses = [
        lists.ActionUse(
            name=name,
            label=one.label,
            mode=one.mode,
            family=one.family,
            uses=counts.get(name, 0),
            hidden=name in own and own[name].hidden == "true",
        )
        for name, one in known.items()
    ]
    shown = [one for one in uses if hidden or not one.hidden]
    rest = lists.LeftOut(len(uses) - len(shown), "guidelog action list --all")
    show_rows(lists.list_actions(shown, today(), rest), "actions", shown)


def list_tags() -> None:
    """List the tags in use, and how many entries bear each.

    guidelog tag list
    """
    with looking() as db:
        tags = tag_counts(db)
    if wishes().json:
        rows = [{"tag": tag, "entries": count} for tag, count in tags.items()]
        output.print_json("tags", rows)
    else:
        show_document(lists.list_tags(tags, today()), hints.after_tags(tags))
