"""Time together: how many talks, how long, how often, and the longest pause."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from guidelog.dates import Period, say_day, say_minutes
from guidelog.dates.names import MONTHS
from guidelog.lookback.rows import PersonRow, SessionRow
from guidelog.measures.days import day_if_known, day_of
from guidelog.measures.periods import within
from guidelog.measures.rhythm import (
    Gap,
    TimeSpent,
    is_out_of_rhythm,
    longest_gap,
    talk_days,
    talks_by_month,
    time_spent,
)
from guidelog.reports.blocks import (
    Block,
    MonthCount,
    Months,
    Paragraph,
    Section,
    Spans,
    joined,
    late,
    plain,
)
from guidelog.reports.brief import Brief
from guidelog.reports.phrases import count, say_ago, say_rhythm
from guidelog.reports.showing import Shown
from guidelog.words import MODES

A_WEEK = 7
"""Days up to which nobody calls it a pause."""


def time_section(shown: Shown, brief: Brief) -> Section:
    """The talks of the period in numbers."""
    # linked talks from outside the period do not count
    talks = within(shown.facts.sessions, brief.period)
    tries = within(shown.facts.attempts, brief.period)
    spent, gap = time_spent(talks), longest_gap(talk_days(talks, tries))
    apart = set(talk_days((), tries)) - set(talk_days(talks, ()))
    lines = [say_talks(len(talks), spent, gap, len(apart)), say_modes(talks)]
    last = joined([lines[1], say_rhythm_kept(shown.facts.person, brief)])
    blocks: list[Block] = [Paragraph(lines[0])]
    if last:
        blocks.append(Paragraph(last))
    if talks:
        blocks.append(chart_months(talks, until_today(brief)))
    return Section(
        "time",
        "Time together",
        tuple(blocks),
        numbers={
            "talks": len(talks),
            "minutes": spent.minutes if spent.known else None,
            "without_length": spent.unknown,
            "longest_gap_days": gap.days if gap else None,
            **{mode: count_mode(talks, mode) for mode in MODES},
            "last_talk_on": shown.facts.person.last_talk_on,
        },
    )


def until_today(brief: Brief) -> Period:
    """The part of the period that is not still to come."""
    ends = (brief.period.after, max(brief.today, brief.period.first))
    return Period(brief.period.first, min(ends[0], next_day(ends[1])))


def next_day(day: date) -> date:
    """The day after."""
    return date.fromordinal(day.toordinal() + 1)


def say_talks(talks: int, spent: TimeSpent, gap: Gap | None, apart: int) -> Spans:
    """Number, length as far as it is known, and the longest pause.

    `apart` are the days without a session on which an attempt was answered.
    """
    if not talks and apart:
        return (plain(f"no talks but attempts answered on {count(apart, 'day')}"),)
    if not talks:
        return (plain("no talks in this period"),)
    parts = [count(talks, "talk")]
    if not spent.known:
        parts.append("length not noted")
    elif spent.unknown:
        parts.append(f"{say_minutes(spent.minutes)} in {spent.known} of them")
    else:
        parts.append(say_minutes(spent.minutes))
    if gap and gap.days > A_WEEK:
        parts.append(f"longest gap {count(gap.days, 'day')} ({say_ends(gap)})")
    if apart:
        parts.append(f"attempts answered on {count(apart, 'more day')}")
    return (plain(", ".join(parts)),)


def say_ends(gap: Gap) -> str:
    """From when to when a pause was: its months, within one month its days."""
    until = month_name(gap.until)
    if gap.after.replace(day=1) == gap.until.replace(day=1):
        return f"{gap.after.day} – {gap.until.day} {until}"
    return f"{month_name(gap.after)} – {until}"


def month_name(day: date) -> str:
    """The month of a day in three letters."""
    return MONTHS[day.month - 1][:3]


def say_modes(talks: Sequence[SessionRow]) -> Spans:
    """Mentoring and coaching in one line."""
    modes = Counter(talk.mode for talk in talks)
    # "both" is understood only where both stand beside it
    blended = "both" if len(modes) == len(MODES) else "coaching and mentoring in one"
    words = {"blended": blended}
    said = [f"{n} {words.get(mode, mode)}" for mode, n in modes.most_common()]
    return (plain(", ".join(said)),) if said else ()


def count_mode(talks: Sequence[SessionRow], mode: str) -> int:
    """How many of the talks were in this mode."""
    return sum(talk.mode == mode for talk in talks)


def say_rhythm_kept(person: PersonRow, brief: Brief) -> Spans:
    """The rhythm agreed, and when the last talk was."""
    last = day_if_known(person.last_talk_on)
    rhythm = f"rhythm {say_rhythm(person.rhythm_days)}" if person.rhythm_days else ""
    if last is None:
        return (plain(", ".join(part for part in (rhythm, "no talk yet") if part)),)
    before = f"{rhythm}, last " if rhythm else "last "
    if not brief.counts_from_today:
        return (plain(f"{before}{say_day(last, brief.today)}"),)
    overdue = is_out_of_rhythm(last, person.rhythm_days, brief.today)
    ago = say_ago((brief.today - last).days)
    return (plain(before), late(ago) if overdue else plain(ago))


def chart_months(talks: Sequence[SessionRow], period: Period) -> Months:
    """The talks of each month, each with its mode."""
    modes: dict[date, list[str]] = defaultdict(list)
    for talk in talks:
        modes[day_of(talk.occurred_at).replace(day=1)].append(talk.mode)
    months = talks_by_month((day_of(talk.occurred_at) for talk in talks), period)
    counts = (
        MonthCount(m.first, m.talks, tuple(sorted(modes[m.first]))) for m in months
    )
    return Months("talks by month", tuple(counts))
