"""The lanes of a note: its shape in time, above the list that is its record."""

from datetime import date

from guidelog.lookback.rows import AttemptRow
from guidelog.measures.days import day_if_known, day_of
from guidelog.reports.blocks import Lane, LanePoint, Lanes
from guidelog.reports.case import Case
from guidelog.reports.course import mark_of
from guidelog.reports.goals_section import rating_of

MARGIN_DAYS = 14


def note_lanes(case: Case, today: date) -> Lanes:
    """Expected, seen, tried, done by the leader, and told, on one line of days."""
    expected_on = day_of((case.session or case.note).occurred_at)
    next_look = day_if_known(case.note.follow_up_on)
    lanes = [
        Lane("Expected", (LanePoint(expected_on, "session"),), band=True),
        Lane("Seen", seen_points(case)),
        Lane("Tried", tried_points(case)),
        Lane("Leader did", done_points(case)),
        Lane("Told", told_points(case)),
        Lane(f"Goal {case.note.goal}", goal_points(case)),
    ]
    days = [point.day for lane in lanes for point in lane.points]
    ends = [day for day in (today, next_look) if day]
    return Lanes(
        date.fromordinal(max(1, min(days).toordinal() - MARGIN_DAYS)),
        max([*days, *ends]),
        tuple(lane for lane in lanes if lane.points),
        next_look,
    )


def seen_points(case: Case) -> tuple[LanePoint, ...]:
    """Each time it was seen or told."""
    return tuple(
        LanePoint(day_of(row.occurred_at), mark_of(row))
        for row in case.rows
        if not isinstance(row, AttemptRow)
    )


def tried_points(case: Case) -> tuple[LanePoint, ...]:
    """Each try by its number, joined to its result."""
    return tuple(
        LanePoint(
            day_of(row.occurred_at),
            case.number_of(row),
            row.response,
            day_if_known(row.result_on),
            row.result or "",
        )
        for row in case.attempts
    )


def done_points(case: Case) -> tuple[LanePoint, ...]:
    """What the leader did about the causes."""
    days = (row.done_on for row in case.commitments if row.owner == "me")
    return tuple(LanePoint(day_of(day), "done") for day in days if day)


def told_points(case: Case) -> tuple[LanePoint, ...]:
    """Each time the person was told of it."""
    days = (row.occurred_at for row in case.told_in)
    return tuple(LanePoint(day_of(day), "handout") for day in days)


def goal_points(case: Case) -> tuple[LanePoint, ...]:
    """The figures of the linked goal, as the leader saw them."""
    return tuple(
        LanePoint(day_of(row.occurred_at), "progress", rating_of(row))
        for row in case.progress
        if row.rater == "leader" and rating_of(row)
    )
