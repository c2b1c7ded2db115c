"""Lines of the timeline about resistance notes: what was seen, tried, and moved."""

from datetime import date

from guidelog.lookback.facts import TimelineFacts
from guidelog.lookback.rows import AttemptRow, MoveRow, TimelineRow
from guidelog.measures.days import day_of
from guidelog.reports.blocks import Entry, Spans, identity, plain, strong
from guidelog.reports.remarks import say_result
from guidelog.words import NEUTRAL_LABELS, STATUS_AFTER


def tell_resistance(line: TimelineRow, _: TimelineFacts, __: date) -> Entry:
    """A resistance note by its neutral label."""
    label = NEUTRAL_LABELS.get(line.title or "", line.title or "")
    return Entry(((strong(label),), (plain(line.text or ""),)))


def tell_attempt(line: TimelineRow, facts: TimelineFacts, today: date) -> Entry:
    """A try at a note, the answer in the room, and what came of it."""
    row = facts.attempts.get(line.id or "")
    note: Spans = (identity(row.resistance), plain(" ")) if row else ()
    answer = (*note, plain("tried, answer: "), strong(line.title or ""))
    result = say_result(row, today) if row and row.result else ()
    return Entry((answer, (plain(line.text or ""),), result))


def tell_move(line: TimelineRow, facts: TimelineFacts, _: date) -> Entry:
    """A change of a note's status, and why."""
    move = facts.moves.get(line.uid)
    to_whom = f" to {move.to_whom}" if move and move.to_whom else ""
    reason = line.text or (say_cause(move, facts) if move else "")
    now = (plain("now "), strong(line.title or ""), plain(to_whom))
    return Entry((now, (plain(reason),)))


def say_cause(move: MoveRow, facts: TimelineFacts) -> str:
    """What moved a note where no reason was said: a result, or the first try."""
    tries = [
        row for row in facts.attempts.values() if row.resistance == move.resistance
    ]
    if result := next((row for row in tries if has_moved(row, move)), None):
        return f"since the result of {result.id}: {result.result}"
    first = next((row for row in tries if is_opening(row, move)), None)
    return f"since the first try, {first.id}" if first else ""


def has_moved(attempt: AttemptRow, move: MoveRow) -> bool:
    """Whether the result of an attempt, said on the day of a move, leads there."""
    if attempt.result is None or attempt.result_on is None:
        return False
    # from open to working leads the first try alone, also on the day of its result
    follows = STATUS_AFTER.get(attempt.result) == move.to_status
    leads = follows and move.from_status != "open"
    return leads and day_of(attempt.result_on) == day_of(move.occurred_at)


def is_opening(attempt: AttemptRow, move: MoveRow) -> bool:
    """Whether an attempt on the day of a move began the work on the note."""
    if move.from_status != "open":
        return False
    return day_of(attempt.occurred_at) == day_of(move.occurred_at)
