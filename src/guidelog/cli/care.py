"""Commands that care for the journal."""

from typing import Annotated

import typer

from guidelog.cli import output
from guidelog.cli.common import FINDINGS, wishes
from guidelog.cli.writing import journal_file, say_waiting
from guidelog.errors import NoSuchHead

SHORTEST_HEAD = 16


def verify(
    head: Annotated[
        str | None,
        typer.Option("--head", metavar="HEX", help="A head once printed is there."),
    ] = None,
) -> None:
    """Check hashes and seals, and every table against the log; findings exit 3.

    It shows accidental or partial change, and that a head once printed is still there.
    It can't show what the owner of the file rewrote as a whole.

    guidelog verify
    """
    from guidelog.journal.transaction import reading_log
    from guidelog.journal.verifying import has_change
    from guidelog.journal.verifying import verify as check

    with reading_log(journal_file(), on_wait=say_waiting) as db:
        if head and (len(head) < SHORTEST_HEAD or not has_change(db, head.lower())):
            raise NoSuchHead(head=head)
        verdict = check(db)
    if wishes().json:
        rows = [{"what": one.what, "finding": one.wrong} for one in verdict.findings]
        output.print_json("findings", rows)
    else:
        for finding in verdict.findings:
            output.say_line(f"{finding.what}  {finding.wrong}")
        for remark in verdict.remarks:
            output.note(f"{remark.what}: {remark.wrong}")
        output.note(_say_verdict(verdict.changes, len(verdict.findings), verdict.heads))
    if verdict.findings:
        raise typer.Exit(FINDINGS)


def _say_verdict(changes: int, findings: int, heads: tuple[str, ...]) -> str:
    found = f"{findings} findings" if findings else "as they were written"
    newest = ", ".join(one[:16] for one in heads) or "none"
    return f"{changes} changes, {found}; head {newest}"
