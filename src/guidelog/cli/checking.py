"""The command that finds what a reviewer would ask for."""

from typing import Annotated

import typer

from guidelog.cli.bundles import Takes
from guidelog.cli.common import FINDINGS
from guidelog.cli.looking import MAYBE_WHO, Looking, default_period, looking
from guidelog.cli.pages import show_rows
from guidelog.dates import today
from guidelog.lookback.checking import check_facts
from guidelog.measures.findings import Wording, count_taken_over
from guidelog.reports import check_page, hints
from guidelog.reports.check_list import check_items
from guidelog.reports.remarks import mark_demonstration
from guidelog.settings import read_settings
from guidelog.wordlists import read_word_lists


def check(
    looking_at: Annotated[Looking, Takes("check", ("WHO", "--period"))],
    who: MAYBE_WHO = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit 3 if anything is found.")
    ] = False,
) -> None:
    """Find what a reviewer would ask for and not find, and how to mend it.

    guidelog check ada --period ytd
    """
    classes = read_word_lists()
    period = looking_at.period or default_period(read_settings())
    with looking() as db:
        filters = looking_at.filters(db, who)
        facts = check_facts(db, period, filters.who)
    items = check_items(facts, period, today(), Wording(classes, facts.names))
    taken_over = count_taken_over(facts.people, period)
    page = check_page.compose(items, period, today(), taken_over)
    page = mark_demonstration(page, facts.demonstration)
    show_rows(page, "check", items, hints.after_check(items, filters.who))
    if exit_code and items:
        raise typer.Exit(FINDINGS)
