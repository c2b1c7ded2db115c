"""What the person has not been told, said before a document for others is written."""

from datetime import date

from guidelog.dates import say_day
from guidelog.lookback.facts import PersonFacts
from guidelog.lookback.rows import ObservationRow, ResistanceRow
from guidelog.measures.days import day_of
from guidelog.reports.brief import Brief
from guidelog.reports.phrases import first_name, listed
from guidelog.reports.showing import choose, record_ids

NAMED = 12
"""How many entries are named before the rest is counted."""


def say_untold(facts: PersonFacts, brief: Brief) -> str:
    """The untold entries by id and day, and what becomes of them; empty for none."""
    # asked as if they were to be shown, since what is left out can't be named any more
    shown = choose(facts, brief._replace(untold=True))
    ids = shown.untold & record_ids(shown.facts)
    rows: tuple[ResistanceRow | ObservationRow, ...] = (
        *shown.facts.resistance,
        *shown.facts.observations,
    )
    days = {row.id: day_of(row.occurred_at) for row in rows if row.id in ids}
    if not days:
        return ""
    name = first_name(facts.person.name)
    becomes = "in it, each marked" if brief.untold else "left out"
    advice = "" if brief.untold else "; --untold puts them in, each marked"
    return (
        f"{name} has not been told {name_entries(days, brief.today)}: {becomes}{advice}"
    )


def name_entries(days: dict[str, date], today: date) -> str:
    """Ids with their days, oldest first."""
    ordered = sorted(days.items(), key=lambda item: item[1])
    named = [f"{id_} of {say_day(day, today)}" for id_, day in ordered[:NAMED]]
    more = len(ordered) - NAMED
    return listed([*named, f"{more} more"] if more > 0 else named)
