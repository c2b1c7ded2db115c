"""The team at a glance: one row a person, by handle, never ranked."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from guidelog.dates import say_day
from guidelog.lookback.facts import PersonFacts, TeamFacts
from guidelog.lookback.rows import SessionRow
from guidelog.measures.commitments import keeping_of
from guidelog.measures.days import day_if_known
from guidelog.measures.pace import Pace, days_past, pace_of
from guidelog.measures.periods import within
from guidelog.measures.rhythm import time_spent
from guidelog.reports.blocks import (
    Column,
    Cover,
    Document,
    Paragraph,
    Section,
    Spans,
    Table,
    dim,
    identity,
    joined,
    late,
    plain,
    strong,
)
from guidelog.reports.brief import Brief
from guidelog.reports.closing import disclaim, seal_lines
from guidelog.reports.cover import MARKING, cover_facts, say_origin
from guidelog.reports.phrases import count, say_period
from guidelog.reports.remarks import remark_demonstration
from guidelog.reports.showing import choose
from guidelog.words import LIVE_STATUSES

COLUMNS = (
    Column("who"),
    Column("talks", figure=True),
    Column("hours", figure=True),
    Column("last"),
    Column("goals", wide=True),
    Column("guidance", wide=True),
    Column("commitments"),
)
WHOLE_FOR_EACH = (
    "a talk with several people counts whole for each of them, and once in the total"
)
NONE: Spans = (dim("–"),)
PACES: tuple[Pace, ...] = ("reached", "ahead", "on pace", "behind")


def compose(facts: TeamFacts, brief: Brief) -> Document:
    """The people of the team, each with what stands about them in the period."""
    others = count_others(facts)
    facts = facts if brief.is_for_me else keep_reports(facts, brief)
    people = [choose(person, brief).facts for person in facts.people]
    rows = tuple(person_cells(person, brief) for person in people)
    body = Table(COLUMNS, rows) if rows else Paragraph((plain("nobody here yet"),))
    numbers = {
        f"{person.person.handle}_talks": len(within(person.sessions, brief.period))
        for person in facts.people
    }
    period = say_period(brief.period, brief.today)
    return Document(
        name="team-report",
        title="Team",
        prepared_on=brief.today,
        subject=(dim(period),),
        sections=(Section("people", "", (body,), numbers=numbers),),
        closing=closing_lines(facts, brief),
        numbers={"talks": facts.talks, "minutes": facts.minutes},
        cover=cover_of(others, brief),
    )


def cover_of(others: int, brief: Brief) -> Cover:
    """What a stranger has to know before the first fact about the team."""
    facts = cover_facts(say_origin(brief))
    left_out: Spans = ()
    if others and not brief.is_for_me:
        left_out = (strong("Left out: "), plain(say_others(others)))
    return Cover(MARKING, (plain("one row a person, never ranked"),), facts, left_out)


def count_others(facts: TeamFacts) -> int:
    """How many of the people are no direct reports."""
    return sum(one.person.relation != "report" for one in facts.people)


def say_others(others: int) -> str:
    """How many are left out, since what they say is in confidence."""
    return f"{count(others, 'person', 'people')} other than direct reports."


def keep_reports(facts: TeamFacts, brief: Brief) -> TeamFacts:
    """The facts of the direct reports alone; other talks are in confidence."""
    people = tuple(one for one in facts.people if one.person.relation == "report")
    talks = {
        talk.uid: talk.minutes
        for one in people
        for talk in within(one.sessions, brief.period)
    }
    minutes = sum(length or 0 for length in talks.values())
    return facts._replace(people=people, talks=len(talks), minutes=minutes)


def closing_lines(facts: TeamFacts, brief: Brief) -> tuple[Spans, ...]:
    """The totals, in which a talk with several people counts once."""
    length = f", {as_hours(facts.minutes)} hours" if facts.minutes else ""
    total = f"{count(facts.talks, 'talk')}{length}"
    period = f"{say_period(brief.period, brief.today)}, both included"
    lines: list[Spans] = [(dim(f"{total} · {period}"),)]
    if (
        sum(len(within(one.sessions, brief.period)) for one in facts.people)
        > facts.talks
    ):
        lines.append((dim(WHOLE_FOR_EACH),))
    if not brief.is_for_me:
        lines += [(dim(disclaim(brief)),), *seal_lines(facts.standing)]
    return (*lines, *remark_demonstration(facts.standing.demonstration))


def person_cells(facts: PersonFacts, brief: Brief) -> tuple[Spans, ...]:
    """The cells of one person."""
    person = facts.person
    who = person.handle if brief.is_for_me else person.name
    talks = within(facts.sessions, brief.period)
    return (
        (strong(who),),
        (plain(str(len(talks))),),
        say_hours(talks),
        say_last(facts, brief.today),
        say_goals(facts, brief),
        say_guidance(facts),
        say_due(facts, brief.today),
    )


def say_hours(talks: Sequence[SessionRow]) -> Spans:
    """The hours whose length is known; a dash where none is."""
    spent = time_spent(talks)
    return (plain(as_hours(spent.minutes)),) if spent.known else NONE


def as_hours(minutes: int) -> str:
    """A length in the unit of the table."""
    return f"{minutes / 60:.1f}"


def say_last(facts: PersonFacts, today: date) -> Spans:
    """The day of the last real talk."""
    last = day_if_known(facts.person.last_talk_on)
    return (plain(say_day(last, today)),) if last else NONE


def say_goals(facts: PersonFacts, brief: Brief) -> Spans:
    """How many goals are open, and how they stand; the pace only for the leader."""
    goals = [goal for goal in facts.goals if goal.state == "open"]
    if not goals:
        return NONE
    past = [goal for goal in goals if days_past(goal, brief.today)]
    paces = Counter(
        pace_of(goal, brief.today)
        for goal in goals
        if brief.is_for_me and goal not in past
    )
    said = [(plain(f"{paces[pace]} {pace}"),) for pace in PACES if paces[pace]]
    if past:
        said.append((late(f"{len(past)} past"),))
    number = plain(str(len(goals)))
    return (number, plain(": "), *joined(said, ", ")) if said else (number,)


def say_guidance(facts: PersonFacts) -> Spans:
    """The living resistance notes by id and status."""
    live = [note for note in facts.resistance if note.status in LIVE_STATUSES]
    said = [(identity(note.id), plain(f" {note.status}")) for note in live]
    return joined(said, ", ") or NONE


def say_due(facts: PersonFacts, today: date) -> Spans:
    """How many commitments of both sides are open, and how many of them are late."""
    keeping = Counter(keeping_of(row, today) for row in facts.commitments)
    overdue = keeping["overdue"]
    promised = keeping["open"] + overdue
    if not promised:
        return NONE
    number = plain(str(promised))
    return (number, plain(": "), late(f"{overdue} late")) if overdue else (number,)
