"""The recap of a session: plain text, ready to be pasted into a mail."""

from datetime import date

from guidelog.dates import say_day
from guidelog.lookback.facts import RecapFacts
from guidelog.lookback.rows import CommitmentRow
from guidelog.measures.days import day_of
from guidelog.reports.phrases import say_known_day


def write_recap(facts: RecapFacts, today: date) -> str:
    """What was agreed and who does what by when; nothing that is private."""
    session = facts.session
    names = " and ".join(facts.names.values())
    lines = [f"{names}, {say_day(day_of(session.occurred_at), today)}"]
    if session.agreed and session.agreed_visibility == "record":
        lines += ["", f"We agreed: {session.agreed}"]
    if facts.commitments:
        lines += ["", "Next steps"]
        lines += [_step(one, facts, today) for one in facts.commitments]
    if len(lines) == 1:
        lines += ["", "Nothing was agreed on record."]
    return "\n".join(lines) + "\n"


def _step(row: CommitmentRow, facts: RecapFacts, today: date) -> str:
    owner = "I" if row.owner == "me" else facts.names.get(row.owner, row.owner)
    by = f" by {say_known_day(row.due_on, today)}" if row.due_on else ""
    return f"- {owner}: {row.what}{by}"
