"""Commands that look back: timeline, report, due, show, and the page of today."""

from typing import Annotated

import typer

from guidelog.cli.common import FINDINGS
from guidelog.cli.looking import (
    MAYBE_WHO,
    Looking,
    looking,
    refuse_filters,
)
from guidelog.cli.pages import show_document, show_rows
from guidelog.cli.writing import journal_file
from guidelog.data import load_catalogue
from guidelog.dates import Period, read_period, today
from guidelog.lookback.due import due_facts
from guidelog.lookback.entries import entry_of
from guidelog.lookback.filters import Filters
from guidelog.lookback.finding import find_id
from guidelog.lookback.history import history_of
from guidelog.lookback.person import facts_of
from guidelog.lookback.reading import rows_of
from guidelog.lookback.rows import ActionRow
from guidelog.lookback.team import team_facts
from guidelog.lookback.timeline import tell_more, timeline_of
from guidelog.lookback.today import last_and_count
from guidelog.reports import (
    due_page,
    entry_page,
    history_page,
    home_page,
    person_report,
    team_report,
    timeline_page,
)
from guidelog.reports.brief import Audience, Brief, Leader
from guidelog.reports.due_list import due_items, is_pressing
from guidelog.reports.timeline_choice import leave_out_untold
from guidelog.settings import Settings, read_settings
from guidelog.storage.drafts import waiting


def show_today() -> None:
    """Show what is due today, who waits for a talk, and the last one.

    guidelog
    """
    with looking() as db:
        due, (last, talks) = due_facts(db), last_and_count(db)
    drafts = [f"guidelog {draft.command}" for draft in waiting(journal_file())]
    show_document(home_page.compose(due, last, talks, today(), drafts))


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
    show_rows(page, "timeline", facts.lines)


def report(looking_at: Looking, who: MAYBE_WHO = None) -> None:
    """Show one person's report, or without WHO the team at a glance.

    guidelog report ada --period ytd
    """
    settings = read_settings()
    period = looking_at.period or default_period(settings)
    with looking() as db:
        filters = looking_at.filters(db, who)
        refuse_filters("a report", filters, "WHO", "--who", "--period", "--for")
        families = {one.name: one.family for one in rows_of(db, ActionRow)}
        facts = facts_of(db, filters.who, period) if filters.who else None
        team = None if facts else team_facts(db, period)
    audience: Audience = looking_at.reader or "me"
    brief = make_brief(settings, period, audience, families)
    if facts:
        show_document(person_report.compose(facts, brief))
    elif team:
        show_document(team_report.compose(team, brief))


def make_brief(
    settings: Settings, period: Period, audience: Audience, families: dict[str, str]
) -> Brief:
    """What a report is asked to be, with the leader as the settings say."""
    built_in = {one.name: one.family for one in load_catalogue().values()}
    return Brief(
        period=period,
        today=today(),
        audience=audience,
        resolved_months=settings.resolved_months,
        leader=Leader(
            settings.leader_name, settings.leader_role, settings.organisation
        ),
        families=built_in | families,
    )


def default_period(settings: Settings) -> Period:
    """The period of a report where none is said."""
    return read_period(settings.review_period, today(), settings.fiscal_year_start)


def due(
    looking_at: Looking,
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
        refuse_filters("due", filters, "WHO", "--who")
        facts = due_facts(db, filters.who)
    items = due_items(facts, today())
    show_rows(due_page.compose(facts, today()), "due", items)
    if exit_code and any(is_pressing(item, today()) for item in items):
        raise typer.Exit(FINDINGS)


def show(
    id_: Annotated[str, typer.Argument(metavar="ID", help="Such as s12, or last.")],
) -> None:
    """Show one entry whole, with its history and what hangs on it.

    guidelog show last
    """
    with looking() as db:
        facts = entry_of(db, find_id(db, id_))
        children = tell_more(db, facts.children, Filters())
    page = entry_page.compose(facts, today(), children)
    show_rows(page, facts.kind, [facts])


def history(
    id_: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Everything if not said.")
    ] = None,
    deleted: Annotated[
        bool, typer.Option("--deleted", help="Only what is deleted now.")
    ] = False,
) -> None:
    """Show every version of an entry, or every change.

    guidelog history s12
    """
    with looking() as db:
        found = find_id(db, id_) if id_ else None
        versions = list(history_of(db, found, deleted))
    page = history_page.compose(
        versions, today(), f"History of {id_}" if id_ else "History"
    )
    show_rows(page, "history", versions)
