"""The cover: by whom and for whom, how promptly it was written, what is left out."""

from collections.abc import Mapping

from guidelog.dates import say_day
from guidelog.lookback.rows import SessionRow
from guidelog.measures.days import day_of
from guidelog.measures.lateness import Lateness, lateness_of
from guidelog.measures.periods import dated_in
from guidelog.reports.blocks import (
    Cover,
    Entry,
    Fact,
    HeadLine,
    Number,
    Spans,
    dim,
    late,
    plain,
    strong,
)
from guidelog.reports.brief import Brief, Leader
from guidelog.reports.phrases import (
    count,
    first_name,
    listed,
    say_month,
    say_period,
)
from guidelog.reports.showing import LeftOut, Shown
from guidelog.words import RELATION_LABELS

MARKING = "Confidential"


def cover_of(shown: Shown, brief: Brief) -> Cover:
    """What a stranger has to know before the first fact."""
    agreement = brief.agreement
    facts = cover_facts(
        {
            **say_origin(brief),
            "For": (plain(say_readers(shown, brief)),),
            "Written down": lateness_in(shown, brief),
            "Agreement": (plain(say_agreement(agreement, brief)),) if agreement else (),
        }
    )
    left_out: Spans = () if brief.is_for_me else say_left_out(shown)
    return Cover(MARKING, (plain(say_role(shown)),), facts, left_out)


def say_origin(brief: Brief) -> dict[str, Spans]:
    """Which days a document is about, who prepared it, and when."""
    leader = ", ".join(filter(None, (brief.leader.name, brief.leader.role)))
    prepared = f"{say_day(brief.today, brief.today)} {brief.today.year}"
    return {
        "Period": (plain(say_period(brief.period, brief.today)),),
        "Leader": (plain(leader),),
        "Prepared": (plain(prepared),),
        "Organisation": (plain(brief.leader.organisation),),
    }


def cover_facts(said: Mapping[str, Spans]) -> tuple[Fact, ...]:
    """What is said under each label; a label without words is left out."""
    return tuple(
        Fact(label, (Entry((spans,)),))
        for label, spans in said.items()
        if any(span.text for span in spans)
    )


def head_lines(shown: Shown, brief: Brief) -> tuple[HeadLine, ...]:
    """The cover on a screen: who, which days, how promptly, what is left out."""
    prepared = f"prepared {say_day(brief.today, brief.today)} {brief.today.year}"
    lines = [
        HeadLine((plain(say_role(shown)),)),
        HeadLine((plain(say_period(brief.period, brief.today)),), (dim(prepared),)),
        HeadLine((plain("written down: "), *lateness_in(shown, brief))),
    ]
    if not brief.is_for_me:
        keeper = say_leader(brief.leader)
        by = (plain(f"prepared by {keeper}"),) if keeper else ()
        lines += [HeadLine(by)] if by else []
        if brief.agreement:
            agreed = say_agreement(brief.agreement, brief)
            lines.append(HeadLine((plain(f"agreed {agreed}"),)))
        lines.append(HeadLine(say_left_out(shown)))
    return tuple(lines)


def number_cover(shown: Shown, brief: Brief) -> dict[str, Number]:
    """How promptly entries were written and what is left out, as numbers."""
    lateness = lateness_of(dated_in(shown.facts, brief.period))
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


def say_role(shown: Shown) -> str:
    """What the person does, and how they stand to the leader."""
    person = shown.facts.person
    place = ", ".join(part for part in (person.role, person.team) if part)
    relation = RELATION_LABELS[person.relation]
    if person.since:
        relation += f" since {say_month(day_of(person.since))}"
    return " · ".join(part for part in (place, relation) if part)


def say_readers(shown: Shown, brief: Brief) -> str:
    """Who may read the document."""
    leader = first_name(brief.leader.name) or "the leader"
    if brief.is_for_me:
        return f"{leader} only, with private notes"
    return f"{first_name(shown.facts.person.name)}, {leader} and those who review"


def say_agreement(agreement: SessionRow, brief: Brief) -> str:
    """The talk in which was agreed what is kept and who sees it."""
    day = say_day(day_of(agreement.occurred_at), brief.today)
    return f"what is kept and who sees it: {day} ({agreement.id})"


def lateness_in(shown: Shown, brief: Brief) -> Spans:
    """How promptly the entries of the period were written down."""
    return say_lateness(lateness_of(dated_in(shown.facts, brief.period)))


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
    if lateness.soon:
        spans += (plain(f", {lateness.soon} after 2 days"),)
    if lateness.late:
        spans += (plain(", "), late(f"{lateness.late} after 3 to 20 days"))
    if lateness.very_late:
        spans += (plain(", "), late(f"{lateness.very_late} after 3 weeks or more"))
    if lateness.taken_over:
        taken = f"{lateness.taken_over} taken over from other files"
        spans += (plain(f"; {taken}, dated as there"),)
    return spans


def say_left_out(shown: Shown) -> Spans:
    """What the document does not show, by number."""
    counts = [*count_left_out(shown.left_out)]
    if outside := shown.facts.outside:
        entries = count(outside, "entry", "entries")
        counts.append(f"{entries} outside the period")
    return (strong("Left out: "), plain(f"{listed(counts) or 'nothing'}."))


def count_left_out(left_out: LeftOut) -> list[str]:
    """Each reason why something is left out, with its number."""
    private, resolved = left_out.private, left_out.resolved
    said = (
        (private, f"{count(private, 'entry', 'entries')} with private texts"),
        (left_out.untold, f"{left_out.untold} not yet told"),
        (resolved, f"{count(resolved, 'note')} resolved long ago"),
    )
    return [words for number, words in said if number]
