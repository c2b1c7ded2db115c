"""What of a timeline others may see: nothing that the person has not been told."""

from dataclasses import replace

from guidelog.lookback.facts import TimelineFacts
from guidelog.lookback.rows import TimelineRow
from guidelog.measures.telling import Telling, is_open_talk
from guidelog.words import ANSWERED


def leave_out_untold(facts: TimelineFacts) -> TimelineFacts:
    """The timeline without untold notes and off-track facts, and what hangs on them."""
    telling = telling_of_timeline(facts)
    kept = tuple(line for line in facts.lines if is_told(line, facts, telling))
    entries = [line for line in facts.lines if line.kind != "move"]
    shown = [line for line in kept if line.kind != "move"]
    attempts = {
        id_: row for id_, row in facts.attempts.items() if row.visibility == "record"
    }
    untold = len(entries) - len(shown)
    return replace(facts, lines=kept, attempts=attempts, untold=untold)


def telling_of_timeline(facts: TimelineFacts) -> Telling:
    """What shows that somebody was told; handouts stand in the rows themselves."""
    talks = {**facts.linked, **facts.sessions}.values()
    return Telling(
        frozenset(),
        frozenset(talk.id for talk in talks if is_open_talk(talk)),
        tuple(row for row in facts.attempts.values() if row.response in ANSWERED),
    )


def is_told(line: TimelineRow, facts: TimelineFacts, telling: Telling) -> bool:
    """Whether the person knows of what a line says."""
    if line.kind == "observation":
        row = facts.observations.get(line.id or "")
        return row is None or row.standard != "off-track" or telling.knows_of(row)
    if line.kind not in ("resistance", "attempt", "move"):
        return True
    note = facts.resistance.get(note_of(line, facts))
    return note is not None and telling.knows_of_note(note)


def note_of(line: TimelineRow, facts: TimelineFacts) -> str:
    """The id of the note that a line belongs to."""
    attempt = facts.attempts.get(line.id or "")
    return attempt.resistance if attempt else line.id or ""
