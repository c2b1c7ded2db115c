"""The page of coaching hours: the log, the sums, what is left out, the credentials."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple

from guidelog.data.hour_levels import HourLevels, Level
from guidelog.dates import say_minutes
from guidelog.measures.days import day_of
from guidelog.measures.hours import (
    LoggedTalk,
    Reason,
    Relationship,
    Totals,
    coaching_of,
    guidance_of,
    hours_in,
    left_out,
    relationships_of,
    total,
)
from guidelog.reports.blocks import (
    Column,
    Document,
    Entries,
    Entry,
    Paragraph,
    Section,
    Spans,
    Table,
    dim,
    joined,
    plain,
    strong,
)
from guidelog.reports.phrases import count, say_date

REASONS: Final[Mapping[Reason, str]] = MappingProxyType(
    {
        "direct report": "with a direct report",
        "no consent": "without consent (guidelog person edit WHO --consent DAY)",
        "mentoring": "of mentoring, counted only where mentoring counts",
        "blended": "of both in one, counted only where mentoring counts",
        "no length": "without length (edit ID --took DURATION)",
        "not said": "neither paid nor pro bono (edit ID --paid WORD)",
    }
)
"""What each reason to leave a talk out is called."""
LOG: Final = (
    Column("client", wide=True),
    Column("contact", wide=True),
    Column("with"),
    Column("from – to", wide=True),
    Column("paid", figure=True),
    Column("pro bono", figure=True),
)
SUMS: Final = (
    Column(""),
    Column("hours", figure=True),
    Column("paid", figure=True),
    Column("pro bono", figure=True),
    Column("last 18 months", figure=True),
    Column("clients", figure=True),
)
LEVELS: Final = (SUMS[0], SUMS[1], SUMS[2], *SUMS[4:])


class Hours(NamedTuple):
    """The sums of coaching alone, and of coaching and mentoring together."""

    coaching: Totals
    both: Totals


def compose(
    talks: Sequence[LoggedTalk], levels: HourLevels, today: date, step: int = 1
) -> Document:
    """The log with its sums; lengths were rounded to `step` minutes."""
    hours = Hours(total(coaching_of(talks), today), total(guidance_of(talks), today))
    sections = (
        log_section(relationships_of(talks)),
        sums_section(hours),
        left_out_section(left_out(talks)),
        levels_section(hours, levels),
        diary_section(coaching_of(talks)),
    )
    note = "An hour is 60 minutes; a shorter talk is a part of it."
    if step > 1:
        note += f" Rounded to {step} minutes."
    return Document(
        name="hours",
        title="Coaching hours",
        prepared_on=today,
        sections=tuple(section for section in sections if section),
        closing=((dim(note),),),
    )


def log_section(lines: Sequence[Relationship]) -> Section:
    """The log by client or group."""
    if not lines:
        nothing = Paragraph((plain("no coaching that counts"),))
        return Section("log", "", (nothing,))
    rows = tuple(log_cells(line) for line in lines)
    return Section("log", "Log", (Table(LOG, rows),), numbers={"lines": len(rows)})


def log_cells(line: Relationship) -> tuple[Spans, ...]:
    """The cells of one line of the log."""
    group = f"group of {line.number_in_group}"
    return (
        (strong(line.name),),
        (plain(line.contact or "–"),),
        (plain(group if line.kind == "group" else line.kind),),
        (plain(f"{say_date(line.start)} – {say_date(line.end)}"),),
        (plain(say_hours(line.paid_hours)),),
        (plain(say_hours(line.pro_bono_hours)),),
    )


def say_hours(hours: float) -> str:
    """Hours with as many decimals as they need: 0, 1.5, 0.75."""
    return f"{hours:.2f}".rstrip("0").rstrip(".")


def sums_section(hours: Hours) -> Section:
    """The sums of coaching, and of coaching and mentoring together."""
    rows = (
        sum_cells("coaching", hours.coaching),
        sum_cells("coaching and mentoring", hours.both),
    )
    numbers = {
        "minutes": hours.coaching.minutes,
        "paid_minutes": hours.coaching.paid,
        "pro_bono_minutes": hours.coaching.pro_bono,
        "recent_minutes": hours.coaching.recent,
        "clients": hours.coaching.clients,
        "minutes_with_mentoring": hours.both.minutes,
        "clients_with_mentoring": hours.both.clients,
    }
    return Section("sums", "In all", (Table(SUMS, rows),), numbers=numbers)


def sum_cells(name: str, totals: Totals) -> tuple[Spans, ...]:
    """The sums of one kind."""
    minutes = (totals.minutes, totals.paid, totals.pro_bono, totals.recent)
    hours = tuple((plain(say_hours(hours_in(each))),) for each in minutes)
    return ((strong(name),), *hours, (plain(str(totals.clients)),))


def left_out_section(reasons: Mapping[Reason, int]) -> Section | None:
    """What the log leaves out, and why."""
    if not reasons:
        return None
    lines = tuple(
        Paragraph((plain(f"{count(number, 'talk')} {REASONS[reason]}"),))
        for reason, number in reasons.items()
    )
    numbers = {reason.replace(" ", "_"): number for reason, number in reasons.items()}
    return Section("left-out", "Left out", lines, numbers=numbers)


def levels_section(hours: Hours, levels: HourLevels) -> Section:
    """What credentials ask for, and how much of it is there."""
    rows = tuple(level_cells(level, hours) for level in levels.levels)
    note = (dim(f"as of {say_date(levels.as_of)}"),)
    return Section("levels", "Credentials ask for", (Table(LEVELS, rows),), note)


def level_cells(level: Level, hours: Hours) -> tuple[Spans, ...]:
    """What one credential asks for: so much of so much."""
    done = hours.coaching if level.counts == "coaching" else hours.both
    return (
        (strong(level.name),),
        say_part(done.minutes, level.hours),
        say_part(done.paid, level.paid),
        say_part(done.recent, level.recent),
        (plain(f"{done.clients} of {level.clients}"),),
    )


def say_part(minutes: int, wanted: int | None) -> Spans:
    """So many hours of those that are asked for; a dash where none are."""
    if wanted is None:
        return (dim("–"),)
    return (plain(f"{say_hours(hours_in(minutes))} of {wanted}"),)


def diary_section(talks: Iterable[LoggedTalk]) -> Section | None:
    """Every talk that counts."""
    entries = tuple(diary_entry(talk) for talk in talks)
    return Section("diary", "Diary", (Entries(entries),)) if entries else None


def diary_entry(talk: LoggedTalk) -> Entry:
    """One talk that counts: when, with whom, how long, paid or not."""
    session = talk.session
    with_whom = ", ".join(client.name for client in talk.clients)
    parts = (
        with_whom,
        f"group of {talk.size}" if talk.kind == "group" else "",
        say_minutes(talk.minutes),
        session.paid or "",
        session.about or "",
    )
    said = joined([(plain(part),) for part in parts if part])
    return Entry((said,), day_of(session.occurred_at), id=session.id)
