"""Commands that look back: timeline, due, show, history, and the page of today."""

from sqlite3 import Connection
from typing import Annotated

import typer

from guidelog.cli.bundles import Takes
from guidelog.cli.common import FINDINGS
from guidelog.cli.looking import MAYBE_WHO, Looking, looking
from guidelog.cli.pages import show_document, show_rows
from guidelog.cli.waiting import waiting_texts
from guidelog.dates import today
from guidelog.lookback.due import due_facts
from guidelog.lookback.entries import entry_of
from guidelog.lookback.filters import Filters
from guidelog.lookback.finding import Found, find_id, find_of_kind
from guidelog.lookback.history import history_of
from guidelog.lookback.timeline import tell_more, timeline_of
from guidelog.lookback.today import last_and_count
from guidelog.reports import (
    due_page,
    entry_page,
    hints,
    history_page,
    home_page,
    timeline_page,
)
from guidelog.reports.due_list import due_items, is_pressing
from guidelog.reports.timeline_choice import leave_out_untold


def show_today() -> None:
    """Show what is due today, who waits for a talk, and the last one.

    guidelog
    """
    with looking() as db:
        due, (last, talks) = due_facts(db), last_and_count(db)
    page = home_page.compose(due, last, talks, today(), waiting_texts())
    show_document(page, hints.after_home(due))


def timeline(
    looking_at: Looking,
    who: MAYBE_WHO = None,
    reverse: Annotated[bool, typer.Option("--reverse", help="Newest first.")] = False,
) -> None:
    """Show everything that happened, newest last.

    guidelog timeline ada --period 2026-Q4
    """
    with looking() as db:
        filters = looking_at.filters(db, who)
        facts = timeline_of(db, filters)
    if facts.for_others:
        facts = leave_out_untold(facts)
    name = facts.names.get(filters.who, filters.who) if filters.who else ""
    page = timeline_page.compose(facts, today(), name, looking_at.period, reverse)
    show_rows(page, "timeline", facts.lines, hints.after_timeline(facts))


def due(
    looking_at: Annotated[Looking, Takes("due", ("WHO",))],
    who: MAYBE_WHO = None,
    exit_code: Annotated[
        bool,
        typer.Option("--exit-code", help="Exit 3 if something is due today or late."),
    ] = False,
) -> None:
    """Show what is due: commitments, follow-ups, goals, and who waits for a talk.

    A goal is listed from 30 days before its date.

    guidelog due
    """
    with looking() as db:
        filters = looking_at.filters(db, who)
        facts = due_facts(db, filters.who)
    items = due_items(facts, today())
    page = due_page.compose(facts, today())
    show_rows(page, "due", items, hints.after_due(items))
    if exit_code and any(is_pressing(item, today()) for item in items):
        raise typer.Exit(FINDINGS)


def show(
    id_: Annotated[str, typer.Argument(metavar="ID", help="Such as s12, or last.")],
) -> None:
    """Show one entry whole, with its history and what hangs on it.

    guidelog show last
    """
    with looking() as db:
        _show(db, find_id(db, id_))


def show_goal(
    id_: Annotated[str, typer.Argument(metavar="GOAL", help="Such as g2.")],
) -> None:
    """Show one goal whole, with its progress and its history.

    guidelog goal show g2
    """
    with looking() as db:
        _show(db, find_of_kind(db, id_, "goal"))


def show_note(
    id_: Annotated[str, typer.Argument(metavar="NOTE", help="Such as r1.")],
) -> None:
    """Show one resistance note whole, with its attempts and its history.

    guidelog resistance show r1
    """
    with looking() as db:
        _show(db, find_of_kind(db, id_, "resistance"))


def _show(db: Connection, found: Found) -> None:
    facts = entry_of(db, found)
    children = tell_more(db, facts.children, Filters())
    page = entry_page.compose(facts, today(), children)
    show_rows(page, facts.kind, [facts])


def history(
    id_: Annotated[
        str | None, typer.Argument(metavar="ID", help="Everything if not said.")
    ] = None,
    deleted: Annotated[
        bool, typer.Option("--deleted", help="Only what is deleted now.")
    ] = False,
) -> None:
    """Show every version of an entry, or every change.

    guidelog history s12
    """
    with looking() as db:
        found = find_id(db, id_) if id_ is not None else None
        versions = list(history_of(db, found, deleted))
    page = history_page.compose(
        versions, today(), f"History of {id_}" if id_ else "History"
    )
    likely = hints.after_history(id_) if versions and not deleted else ()
    show_rows(page, "history", versions, likely)
