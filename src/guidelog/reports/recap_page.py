"""The recap of a session: plain text, ready to be pasted into a mail."""

from datetime import date
from typing import Final

from guidelog.dates import say_day
from guidelog.lookback.facts import RecapFacts
from guidelog.lookback.rows import CommitmentRow
from guidelog.measures.days import day_of
from guidelog.reports.phrases import say_known_day

_HEADINGS: Final = {
    "open": "Next steps",
    "done": "Done since",
    "dropped": "Dropped since",
}


def write_recap(facts: RecapFacts, today: date) -> str:
    """What was agreed, who does what by when, what is done; nothing that is private."""
    session = facts.session
    names = " and ".join(facts.names.values())
    lines = [f"{names}, {say_day(day_of(session.occurred_at), today)}"]
    if session.agreed and session.agreed_visibility == "record":
        lines += ["", f"We agreed: {session.agreed}"]
    for state, heading in _HEADINGS.items():
        steps = [row for row in facts.commitments if row.state == state]
        if steps:
            lines += ["", heading, *(_step(row, facts, today) for row in steps)]
    if len(lines) == 1:
        lines += ["", "Nothing was agreed on record."]
    return "\n".join(lines) + "\n"


def _step(row: CommitmentRow, facts: RecapFacts, today: date) -> str:
    owner = "I" if row.owner == "me" else facts.names.get(row.owner, row.owner)
    is_due = row.due_on and row.state == "open"
    by = f" by {say_known_day(row.due_on, today)}" if is_due else ""
    return f"- {owner}: {row.what}{by}"
