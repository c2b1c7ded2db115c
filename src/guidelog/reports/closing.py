"""What closes a document for others: what it is not, and the seal of the record."""

from typing import Final

from guidelog.lookback.facts import Standing
from guidelog.reports.blocks import Spans, dim, identity
from guidelog.reports.brief import Brief

SEAL_DIGITS: Final = 16
"""How many digits of a head a document prints."""


def disclaim(brief: Brief) -> str:
    """Whose record it is, and what it is not."""
    keeper = brief.leader.name or "the leader"
    return (
        f"Working record kept by {keeper}. Not a warning, not part of a formal "
        "procedure, not legal advice."
    )


def seal_lines(standing: Standing) -> tuple[Spans, ...]:
    """The heads of the record, and how to check later that they are still there."""
    heads = [head[:SEAL_DIGITS] for head in standing.heads]
    if not heads:
        return ()
    checks = "; ".join(f"guidelog verify --head {head}" for head in heads)
    return (
        (
            dim("Seal: prepared from the record at head "),
            identity(", ".join(heads)),
            dim(f" · {checks}"),
        ),
    )
