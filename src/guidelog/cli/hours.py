"""The command for the log of coaching hours."""

from typing import Annotated, Final

from guidelog.cli.bundles import Takes, whole_number
from guidelog.cli.looking import MAYBE_WHO, Looking, looking
from guidelog.cli.pages import show_rows
from guidelog.data.hour_levels import load_hour_levels
from guidelog.dates import today
from guidelog.lookback.hours import hour_facts
from guidelog.measures.hours import log_talks, relationships_of
from guidelog.reports import hours_page
from guidelog.reports.remarks import mark_demonstration

TAKES: Final = Takes("hours", ("WHO", "--period", "--tag", "--goal"))


def hours(
    looking_at: Annotated[Looking, TAKES],
    who: MAYBE_WHO = None,
    step: Annotated[
        int, whole_number("--round", says="Round each length to N minutes.")
    ] = 1,
) -> None:
    """Show the log of coaching hours by client, and what credentials ask for.

    As CSV: guidelog export hours, and export diary for each talk.

    guidelog hours --period 18m
    """
    with looking() as db:
        filters = looking_at.filters(db, who)
        facts = hour_facts(db, filters)
    talks = log_talks(facts, step)
    page = hours_page.compose(talks, load_hour_levels(), today(), step)
    page = mark_demonstration(page, facts.demonstration)
    show_rows(page, "hours", relationships_of(talks))
