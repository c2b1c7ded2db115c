"""Rules that find something to decide before the next talk: pure, over the record."""

from collections.abc import Iterator
from datetime import date

from guidelog.lookback.facts import PrepFacts
from guidelog.lookback.rows import AttemptRow, ResistanceRow, SessionRow
from guidelog.measures.days import day_if_known, day_of
from guidelog.measures.rhythm import days_since
from guidelog.measures.suggestion import Suggestion
from guidelog.measures.thresholds import RHYTHMS_MISSED, TOLD_OFTEN, UNTRIED_DAYS
from guidelog.words import OTHER_CAUSES

WITHOUT_RESULT = ("none", "worse")
NONE_FOUND = OTHER_CAUSES["none-found"]


def settle_or_hand_on(facts: PrepFacts, _: date) -> Suggestion | None:
    """Told twice without result, causes on record: settle them, or hand on."""
    for note, told in told_in_vain(facts):
        if note.other_causes:
            is_known = note.other_causes != NONE_FOUND
            settle = "settle the cause" if is_known else "restate it with a date"
            report = facts.person.relation == "report"
            return Suggestion(
                "settle-or-hand-on",
                "decide",
                "refer" if is_known else "expect",
                (note.id, *(attempt.id for attempt in told)),
                f"Told {say_times(len(told))}, last result {told[-1].result}",
                f"{settle} or {'speak to HR' if report else 'hand on'}",
                "OPM, Addressing and Resolving Poor Performance (2017)",
            )
    return None


def told_in_vain(
    facts: PrepFacts,
) -> Iterator[tuple[ResistanceRow, list[AttemptRow]]]:
    """The notes told twice or more whose last result is none or worse.

    An attempt to which nobody came told nothing; a note handed on is not ours.
    """
    for note in facts.resistance:
        told = [
            attempt
            for attempt in facts.attempts
            if attempt.resistance == note.id and attempt.response != "absent"
        ]
        ours = note.status != "escalated" and len(told) >= TOLD_OFTEN
        if ours and told[-1].result in WITHOUT_RESULT:
            yield note, told


def say_times(times: int) -> str:
    """How often, from twice on."""
    return "twice" if times == TOLD_OFTEN else f"{times} times"


def look_again(facts: PrepFacts, today: date) -> Suggestion | None:
    """The day to look again at a note has come."""
    due = [
        (follow_up_on, note.id)
        for note in facts.resistance
        if (follow_up_on := day_if_known(note.follow_up_on)) and follow_up_on <= today
    ]
    if not due:
        return None
    return Suggestion(
        "look-again",
        "decide",
        "review",
        tuple(name for _, name in sorted(due)),
        "The day to look again has come",
        "say what came of it, or name a new day",
        "Acas, on improvement notes, acas.org.uk (articleid=4229)",
    )


def talk_about_it(facts: PrepFacts, today: date) -> Suggestion | None:
    """A note stands for a week and nobody has talked about it."""
    for note in facts.resistance:
        days = (today - day_of(note.occurred_at)).days
        if not note.attempts and days >= UNTRIED_DAYS:
            return Suggestion(
                "talk-about-it",
                "decide",
                "feedback",
                (note.id,),
                f"Noted {days} days ago and not yet talked about",
                "raise it now, or close it",
                "USDA APHIS, HRDG 4752, section E, aphis.prod.usda.gov/node/6252",
            )
    return None


def keep_the_rhythm(facts: PrepFacts, today: date) -> Suggestion | None:
    """There was no talk within twice the rhythm that was agreed."""
    rhythm = facts.person.rhythm_days
    days = days_since(day_if_known(facts.person.last_talk_on), today)
    if rhythm is None or days is None or days <= RHYTHMS_MISSED * rhythm:
        return None
    return Suggestion(
        "keep-the-rhythm",
        "decide",
        "contract",
        tuple(row.id for row in last_talk(facts)),
        f"{days} days without a talk, more than twice the rhythm",
        "set a day, or agree on another rhythm",
        "Lighthouse, on rhythm, help.getlighthouse.com (2155494)",
    )


def last_talk(facts: PrepFacts) -> tuple[AttemptRow | SessionRow, ...]:
    """The last talk, if there was one: an attempt answered in the room counts, too."""
    newest = facts.last_attempt or facts.last
    return (newest,) if newest else ()
