"""What of a timeline others may see: nothing that the person has not been told."""

from guidelog.lookback.facts import TimelineFacts
from guidelog.lookback.rows import CommitmentRow, TimelineRow
from guidelog.measures.telling import Telling, is_open_talk
from guidelog.words import ANSWERED


def leave_out_untold(facts: TimelineFacts) -> TimelineFacts:
    """The timeline without untold notes and off-track facts, and what hangs on them."""
    telling = telling_of_timeline(facts)
    commitments = keep_commitments(facts, telling)
    gone = facts.commitments.keys() - commitments.keys()
    kept = tuple(
        line
        for line in facts.lines
        if line.id not in gone and is_told(line, facts, telling)
    )
    entries = [line for line in facts.lines if line.kind != "move"]
    shown = [line for line in kept if line.kind != "move"]
    attempts = {
        id_: row for id_, row in facts.attempts.items() if row.visibility == "record"
    }
    progress = {
        id_: row for id_, row in facts.progress.items() if row.goal in facts.goals
    }
    return facts._replace(
        lines=kept,
        attempts=attempts,
        commitments=commitments,
        progress=progress,
        untold=len(entries) - len(shown),
    )


def keep_commitments(
    facts: TimelineFacts, telling: Telling
) -> dict[str, CommitmentRow]:
    """The commitments but those that hang on a note others may not see."""
    return {
        id_: row
        for id_, row in facts.commitments.items()
        if (note := note_behind(row, facts)) is None or is_shown(note, facts, telling)
    }


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
        return row is None or not telling.is_surprising(row)
    if line.kind == "progress":
        entry = facts.progress.get(line.id or "")
        return entry is None or entry.goal in facts.goals
    if line.kind not in ("resistance", "attempt", "move"):
        return True
    return is_shown(note_of(line, facts), facts, telling)


def is_shown(note: str, facts: TimelineFacts, telling: Telling) -> bool:
    """Whether others may see a note: it is on record, and the person knows of it."""
    row = facts.resistance.get(note)
    return row is not None and not telling.is_surprising(row)


def note_behind(row: CommitmentRow, facts: TimelineFacts) -> str | None:
    """The id of the note that a commitment hangs on, perhaps by an attempt."""
    attempt = facts.attempts.get(row.attempt or "")
    return attempt.resistance if attempt else row.resistance


def note_of(line: TimelineRow, facts: TimelineFacts) -> str:
    """The id of the note that a line belongs to."""
    attempt = facts.attempts.get(line.id or "")
    return attempt.resistance if attempt else line.id or ""
