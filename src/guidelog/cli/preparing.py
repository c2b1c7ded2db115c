"""The command for the ten seconds before a conversation."""

from typing import Annotated

import typer

from guidelog.cli.bundles import Takes
from guidelog.cli.looking import Looking, looking
from guidelog.cli.pages import show_rows
from guidelog.dates import today
from guidelog.lookback.finding import find_handle
from guidelog.lookback.prep import prep_facts
from guidelog.measures.suggestions import prepare
from guidelog.questions import read_questions
from guidelog.reports import hints, prep_page
from guidelog.reports.remarks import mark_demonstration


def prep(
    looking_at: Annotated[Looking, Takes("prep", ("WHO",))],  # noqa: ARG001 - refuses
    who: Annotated[str, typer.Argument(metavar="WHO", help="Whom you will talk to.")],
) -> None:
    """Show where you left off, who owes what, and what to ask and decide.

    Only for you: private texts are in it.

    guidelog prep bo
    """
    questions = read_questions()
    with looking() as db:
        facts = prep_facts(db, find_handle(db, who))
    prepared = prepare(facts, questions, today())
    page = mark_demonstration(prep_page.compose(prepared, today()), facts.demonstration)
    show_rows(page, "prep", [prepared], hints.after_prep(facts.person.handle))
