"""The cover: by whom and for whom, how promptly it was written, what is left out."""

from guidelog.lookback.facts import PersonFacts
from guidelog.measures.days import is_within
from guidelog.measures.lateness import Dated, Lateness, lateness_of
from guidelog.reports.blocks import (
    Entry,
    Fact,
    Facts,
    Number,
    Section,
    Spans,
    late,
    plain,
)
from guidelog.reports.brief import Brief, Leader
from guidelog.reports.phrases import count
from guidelog.reports.showing import LeftOut, Shown


def cover_section(shown: Shown, brief: Brief) -> Section | None:
    """What a reader other than the leader has to know before the first fact."""
    if brief.is_for_me:
        return None
    said = {
        "Prepared by": say_leader(brief.leader),
        "For": "others · Confidential",
        "Left out": say_left_out(shown.left_out),
    }
    facts = [name_fact(label, text) for label, text in said.items() if text]
    lateness = lateness_of(dated_rows(shown.facts, brief))
    written = Fact("Written", (Entry((say_lateness(lateness),)),))
    blocks = (Facts((*facts[:-1], written, facts[-1])),)
    return Section("cover", "About this document", blocks)


def number_cover(shown: Shown, brief: Brief) -> dict[str, Number]:
    """How promptly entries were written and what is left out, as numbers."""
    lateness = lateness_of(dated_rows(shown.facts, brief))
    return {
        "written": lateness.written,
        "written_same_or_next_day": lateness.prompt,
        "written_from_3_days": lateness.late,
        "written_from_21_days": lateness.very_late,
        "taken_over": lateness.taken_over,
        "left_out_private": shown.left_out.private,
        "left_out_untold": shown.left_out.untold,
        "left_out_resolved": shown.left_out.resolved,
    }


def written_line(shown: Shown, brief: Brief) -> Spans:
    """How promptly the entries were written down, in one line."""
    lateness = lateness_of(dated_rows(shown.facts, brief))
    return (plain("written: "), *say_lateness(lateness))


def name_fact(label: str, text: str) -> Fact:
    """A label with a plain text."""
    return Fact(label, (Entry(((plain(text),),)),))


def dated_rows(facts: PersonFacts, brief: Brief) -> list[Dated]:
    """The entries of the period whose lateness counts."""
    rows: tuple[Dated, ...] = (
        *facts.sessions,
        *facts.observations,
        *facts.progress,
        *facts.resistance,
        *facts.attempts,
    )
    return [row for row in rows if is_within(row.occurred_at, brief.period)]


def say_leader(leader: Leader) -> str:
    """The leader with role and organisation, as far as they are set."""
    return ", ".join(
        part for part in (leader.name, leader.role, leader.organisation) if part
    )


def say_lateness(lateness: Lateness) -> Spans:
    """How promptly the entries were written down."""
    spans: Spans = (plain("nothing in this period"),)
    if lateness.written:
        written = count(lateness.written, "entry", "entries")
        spans = (plain(f"{lateness.prompt} of {written} the same or next day"),)
    if lateness.late:
        spans += (plain(", "), late(f"{lateness.late} from 3 days on"))
    if lateness.very_late:
        spans += (plain(", "), late(f"{lateness.very_late} from 21 days on"))
    if lateness.taken_over:
        spans += (plain(f"; {lateness.taken_over} taken over from other files"),)
    return spans


def say_left_out(left_out: LeftOut) -> str:
    """What the document does not show, by number."""
    private, resolved = left_out.private, left_out.resolved
    said = (
        (private, f"{count(private, 'entry', 'entries')} with private texts"),
        (left_out.untold, f"{left_out.untold} not yet told"),
        (resolved, f"{count(resolved, 'note')} resolved long ago"),
    )
    return ", ".join(words for number, words in said if number) or "nothing"
