"""The command that prints what was agreed, ready for a mail."""

from typing import Annotated

import typer

from guidelog.cli import output
from guidelog.cli.common import wishes
from guidelog.cli.looking import looking
from guidelog.cli.writing import confirm, writing
from guidelog.dates import today
from guidelog.lookback.recap import recap_of
from guidelog.reports.recap_page import write_recap


def recap(
    session: Annotated[str, typer.Argument(metavar="ID", help="Such as s12, or last.")],
    share: Annotated[
        bool, typer.Option("--share", help="Note that it went out by mail.")
    ] = False,
) -> None:
    """Print what was agreed in a session and who does what, ready for a mail.

    guidelog recap last
    """
    with looking() as db:
        facts = recap_of(db, session)
    if wishes().json:
        output.print_json("recap", [facts])
        return
    output.show_lines(write_recap(facts, today()))
    if share:
        with writing("recap") as at:
            from guidelog.journal import handouts

            ids = [facts.session.id, *(one.id for one in facts.commitments)]
            uids = handouts.share_entries(at, ids, None, None, {"how": "mail"})
            confirm(uids)
