"""The course of a note: what was seen and what was tried, in one order of days."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from guidelog.dates import say_day
from guidelog.lookback.rows import AttemptRow, ObservationRow, ResistanceRow
from guidelog.measures.days import day_of
from guidelog.measures.lateness import LATE_DAYS, VERY_LATE_DAYS, days_later
from guidelog.reports.blocks import (
    Entry,
    Fact,
    Mark,
    Spans,
    dim,
    identity,
    late,
    plain,
    quoted,
    strong,
)
from guidelog.reports.case import Case, CaseRow
from guidelog.reports.phrases import say_origin
from guidelog.reports.remarks import say_result


def course_facts(case: Case, today: date) -> list[Fact]:
    """Seen and tried by turns, as they followed each other."""
    turns = groupby(case.rows, key=lambda row: isinstance(row, AttemptRow))
    return [
        Fact(
            "Tried" if tried else "Seen",
            tuple(course_entry(row, case, today) for row in rows),
        )
        for tried, rows in turns
    ]


def course_entry(row: CaseRow, case: Case, today: date) -> Entry:
    """One thing seen, or one try."""
    if isinstance(row, AttemptRow):
        return attempt_entry(row, case, today)
    return seen_entry(row)


def mark_of(row: ResistanceRow | ObservationRow) -> Mark:
    """Filled where the leader saw it, hollow where it was told."""
    return "hearsay" if row.told_by else "seen"


def seen_entry(row: ResistanceRow | ObservationRow) -> Entry:
    """What was seen or heard on one day."""
    text = row.observed if isinstance(row, ResistanceRow) else row.text
    told = f" · told by {row.told_by}, not seen" if row.told_by else ""
    lines: list[Spans] = [(plain(text), plain(told))]
    if row.impact:
        lines.append((plain(f"impact: {row.impact}"),))
    return Entry(
        tuple(lines),
        day=day_of(row.occurred_at),
        mark=mark_of(row),
        remark=(identity(row.id),),
    )


def attempt_entry(attempt: AttemptRow, case: Case, today: date) -> Entry:
    """What was offered, the answer in the room, and the result later."""
    return Entry(
        (
            (plain(attempt.offered),),
            (plain("answer: "), strong(attempt.response)),
            say_result(attempt, today),
        ),
        day=day_of(attempt.occurred_at),
        mark=case.number_of(attempt),
        remark=(identity(attempt.id),),
    )


def words_entries(case: Case, today: date) -> Iterator[Entry]:
    """Their own words, each with its day."""
    for row in case.rows:
        if row.their_words:
            day = say_day(day_of(row.occurred_at), today)
            yield Entry(((quoted(row.their_words), dim(f"  {day}")),))


def say_lateness(case: Case, today: date) -> Spans:
    """How long after it happened each entry was written down."""
    written = [row for row in case.rows if not row.source]
    slow = [row for row in written if days_later(row) > 1]
    first = "same or next day" if len(slow) < len(written) else ""
    spans: list[Spans] = [(plain(first),)] if first else []
    spans += dict.fromkeys(say_one_lateness(row, today) for row in slow)
    spans += [say_taken_over(row, today) for row in case.rows if row.source]
    amended = [row.id for row in case.rows if row.amended_at]
    spans.append((plain(f"amended: {', '.join(amended) or 'none'}"),))
    return join_clauses(spans)


def say_one_lateness(row: CaseRow, today: date) -> Spans:
    """The lag of one entry; from three days on it is said in red."""
    days = days_later(row)
    said = f"{days} days later"
    day = plain(f"{say_day(day_of(row.occurred_at), today)} ")
    if days >= VERY_LATE_DAYS:
        return (day, late(f"written {said}"))
    return (day, late(said) if days >= LATE_DAYS else plain(said))


def say_taken_over(row: CaseRow, today: date) -> Spans:
    """Where one entry comes from; nobody knows when it was first written down."""
    origin = say_origin(row.source or "", row.recorded_at, today)
    day = say_day(day_of(row.occurred_at), today)
    return (plain(f"{day} taken over {origin}, date as in that file"),)


def join_clauses(clauses: list[Spans]) -> Spans:
    """Clauses parted by semicolons."""
    spans: list[Spans] = [clause for clause in clauses if clause]
    return tuple(
        span
        for n, clause in enumerate(spans)
        for span in ((plain("; "), *clause) if n else clause)
    )
