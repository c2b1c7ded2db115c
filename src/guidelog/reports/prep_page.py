"""The page before a talk: where it left off, who owes what, what to ask and decide.

Only for the leader's own eyes; nothing private is left out.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from textwrap import shorten

from guidelog.dates import say_day, say_minutes
from guidelog.lookback.facts import PrepFacts
from guidelog.lookback.rows import (
    AttemptRow,
    CommitmentRow,
    ObservationRow,
    ResistanceRow,
    SessionRow,
)
from guidelog.measures.commitments import days_late
from guidelog.measures.days import day_if_known, day_of
from guidelog.measures.rhythm import days_since, is_out_of_rhythm
from guidelog.measures.rules_to_ask import last_good, slips_since_talk
from guidelog.measures.suggestion import Suggestion
from guidelog.measures.suggestions import Preparation, first_of
from guidelog.measures.thresholds import NOTHING_GOOD_DAYS
from guidelog.reports.blocks import (
    Block,
    Document,
    Entry,
    Fact,
    Facts,
    HeadLine,
    Paragraph,
    Section,
    Spans,
    dim,
    late,
    plain,
    quoted,
    strong,
)
from guidelog.reports.goal_line import goal_entry
from guidelog.reports.phrases import count, first_name, listed, say_ago, say_known_day
from guidelog.reports.remarks import cite

SHOWN = 5
"""As many of one kind as can be taken in before a talk."""
NOTE_LENGTH = 240
"""Signs of the last note: about three lines, the rest is a command away."""


def compose(prep: Preparation, today: date) -> Document:
    """Everything a leader should have in mind, on one screen."""
    facts = prep.facts
    return Document(
        name="prep",
        title=facts.person.name,
        prepared_on=today,
        subject=say_last_talk(facts, today),
        head=tuple(head_lines(facts, today)),
        sections=(Section("prep", "", (facts_block(prep, today),)),),
        numbers={"talks": len(facts.talk_days)},
    )


def say_last_talk(facts: PrepFacts, today: date) -> Spans:
    """The day of the last talk and how long ago that is; late out of rhythm."""
    last = day_if_known(facts.person.last_talk_on)
    if last is None:
        return (dim("no talk yet"),)
    ago = say_ago(days_since(last, today) or 0)
    behind = is_out_of_rhythm(last, facts.person.rhythm_days, today)
    talked = plain(f"last talk {say_day(last, today)}, ")
    return (talked, late(ago) if behind else plain(ago))


def head_lines(facts: PrepFacts, today: date) -> Iterator[HeadLine]:
    """What the person does, and that nothing about them may be erased now."""
    person = facts.person
    if does := ", ".join(part for part in (person.role, person.team) if part):
        yield HeadLine((plain(does),))
    if person.hold_since:
        since = say_known_day(person.hold_since, today)
        why = f": {person.hold_reason}" if person.hold_reason else ""
        yield HeadLine((strong("On hold"), plain(f" since {since}{why}")))


def facts_block(prep: Preparation, today: date) -> Block:
    """All that is to be had in mind, if there is anything."""
    found = tuple(all_facts(prep, today))
    return Facts(found) if found else Paragraph((dim("nothing is open"),))


def all_facts(prep: Preparation, today: date) -> Iterator[Fact]:
    """The labels that have something to say, in their order."""
    facts, name = prep.facts, first_name(prep.facts.person.name)
    entries = {
        "Left off": left_off(facts, today),
        "You owe": owed_by("me", facts, today),
        f"{name} owes": owed_by(facts.person.handle, facts, today),
        "Raise": [Entry(((plain(row.what),),), id=row.id) for row in facts.topics],
        "Goal": [goal_entry(goal, facts, today) for goal in facts.goals],
        "Open": [note_entry(note, facts, today) for note in facts.resistance],
        "Off track": [slip_entry(row, name, today) for row in slips_since_talk(facts)],
        "Good": good_entries(facts, today),
        "Ask": asked_entries(prep),
        "Decide": decided_entries(prep),
    }
    for label, found in entries.items():
        if found:
            yield Fact(label, (*found[:SHOWN], *say_more(found)))


def say_more(entries: Sequence[Entry]) -> list[Entry]:
    """How many are not shown."""
    more = len(entries) - SHOWN
    return [Entry(((dim(f"and {more} more"),),))] if more > 0 else []


def left_off(facts: PrepFacts, today: date) -> list[Entry]:
    """The last session, and before it the attempt that was a later talk."""
    tried, talk = facts.last_attempt, facts.last
    return [
        *([tried_entry(tried)] if tried else []),
        *([session_entry(talk, facts, today)] if talk else []),
    ]


def tried_entry(attempt: AttemptRow) -> Entry:
    """An attempt: what was offered, and how it was answered."""
    offered = (plain(shortened(attempt.offered)),)
    answer = (plain(f"answer: {attempt.response}"),)
    return Entry((offered, answer), id=attempt.id)


def session_entry(talk: SessionRow, facts: PrepFacts, today: date) -> Entry:
    """A session: what it was about, what was noted, what was agreed."""
    others = [one for one in (talk.people or "").split() if one != facts.person.handle]
    about: Spans = (strong(talk.about),) if talk.about else ()
    note: Spans = (quoted(shortened(talk.note)),) if talk.note else ()
    agreed: Spans = (plain(f"agreed: {talk.agreed}"),) if talk.agreed else ()
    texts = [text for text in (about, note, agreed) if text] or [say_unsaid(talk)]
    around = [say_minutes(talk.minutes)] if talk.minutes else []
    if others:
        around.append(f"with {listed(others)}")
    if talk.occurred_at[:10] != facts.person.last_talk_on:
        around.append(say_day(day_of(talk.occurred_at), today))
    first, *rest = texts
    beside = f"  {' · '.join(around)}" if around else ""
    return Entry(((*first, dim(beside)), *rest), id=talk.id)


def say_unsaid(talk: SessionRow) -> Spans:
    """Why there is no word of a talk."""
    unwritten = talk.unwritten == "true"
    return (dim("deliberately not written down" if unwritten else "nothing written"),)


def shortened(text: str) -> str:
    """The beginning of a text, on one line."""
    return shorten(text, NOTE_LENGTH, placeholder=" …")


def owed_by(owner: str, facts: PrepFacts, today: date) -> list[Entry]:
    """What one side has promised, the earliest date first."""
    rows = [row for row in facts.commitments if row.owner == owner]
    rows.sort(key=lambda row: (row.due_on or "9999", row.id))
    return [
        Entry(((plain(row.what),), say_due_on(row, today)), id=row.id) for row in rows
    ]


def say_due_on(row: CommitmentRow, today: date) -> Spans:
    """By when, or since when where no date was said."""
    if row.due_on is None:
        return (dim(f"no date, written {say_known_day(row.recorded_at, today)}"),)
    due, days = f"due {say_known_day(row.due_on, today)}", days_late(row, today)
    if days:
        return (plain(f"{due}, "), late(f"{count(days, 'day')} late"))
    return (strong("due today") if row.due_on == today.isoformat() else plain(due),)


def note_entry(note: ResistanceRow, facts: PrepFacts, today: date) -> Entry:
    """A living note: what was tried, what is expected, when to look again."""
    attempts = [row for row in facts.attempts if row.resistance == note.id]
    expected = shortened(note.expected)
    return Entry(
        (
            (plain(f"{note.label}, {note.status}: {say_tries(attempts)}"),),
            (dim("expected: "), plain(expected)),
            say_look_again(note, today),
        ),
        id=note.id,
    )


def say_tries(attempts: Sequence[AttemptRow]) -> str:
    """How often something was tried, and what came of it as far as that is known."""
    if not attempts:
        return "not tried"
    tries = count(len(attempts), "try", "tries")
    if not any(row.result for row in attempts):
        return tries
    return f"{tries} ({', '.join(row.result or 'no result yet' for row in attempts)})"


def say_look_again(note: ResistanceRow, today: date) -> Spans:
    """The day to look again, where one was said."""
    day = day_if_known(note.follow_up_on)
    if day is None:
        return ()
    if day == today:
        return (strong("look again today"),)
    said = f"look again {say_day(day, today)}"
    if day > today:
        return (plain(said),)
    return (plain(f"{said}, "), late(f"{count((today - day).days, 'day')} late"))


def slip_entry(row: ObservationRow, name: str, today: date) -> Entry:
    """One thing off track, with its day."""
    day = f"{say_day(day_of(row.occurred_at), today)}  "
    own: Spans = (dim(f"noticed by {name} first"),) if row.noticed == "self" else ()
    return Entry(((dim(day), plain(shortened(row.text))), own), id=row.id)


def good_entries(facts: PrepFacts, today: date) -> list[Entry]:
    """The last good thing noted, and that it is long ago."""
    good = last_good(facts)
    if good is None:
        return []
    day = day_of(good.occurred_at)
    is_old = (today - day).days >= NOTHING_GOOD_DAYS
    since: Spans = (dim("nothing good noted since"),) if is_old else ()
    text = (dim(f"{say_day(day, today)}  "), plain(shortened(good.text)))
    return [Entry((text, since), id=good.id)]


def asked_entries(prep: Preparation) -> list[Entry]:
    """The one thing to ask: a question, and why."""
    asked = first_of("ask", prep.suggestions)
    if asked is None:
        return []
    question = (plain(prep.question or asked.proposal),)
    return [Entry((question, (dim(asked.reason), *say_grounds(asked))))]


def decided_entries(prep: Preparation) -> list[Entry]:
    """The one thing to decide, and why."""
    one = first_of("decide", prep.suggestions)
    if one is None:
        return []
    return [Entry(((plain(f"{one.reason}: {one.proposal}"), *say_grounds(one)),))]


def say_grounds(suggestion: Suggestion) -> Spans:
    """The first entries it stands on."""
    return cite("", *suggestion.ids[:SHOWN])
