"""The fields of an entry, each by its name and in words a leader would use."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from guidelog.dates import say_day, say_minutes
from guidelog.lookback.facts import EntryFacts
from guidelog.lookback.rows import GoalRow, PersonRow, Row, SessionRow
from guidelog.measures.days import day_of
from guidelog.reports.amounts import say_amount
from guidelog.reports.blocks import Entry, Fact, Spans, plain, quoted, strong
from guidelog.reports.phrases import HANDED, OUTCOMES, say_level, say_origin, say_rhythm
from guidelog.words import OUTCOME_WORDS, RELATION_LABELS, STANDARD_LABELS, name_cause

LABELS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "occurred_at": "happened",
        "recorded_at": "written down",
        "opened_on": "set on",
        "people": "with",
        "minutes": "length",
        "present": "also there",
        "actions": "you did",
        "goals": "on",
        "group_size": "group of",
        "shared_on": "handed out",
        "amended_at": "amended",
        "source": "taken over",
        "text": "seen",
        "noticed": "first noticed by",
        "resistance": "note",
        "session": "talk",
        "baseline": "at the start",
        "target": "agreed",
        "current": "now",
        "origin": "proposed by",
        "target_on": "by",
        "closing_reason": "why",
        "last_progress_on": "last entry",
        "step": "milestone",
        "rater": "rated by",
        "kind": "your label",
        "label": "in documents",
        "observed": "seen",
        "my_part": "your part",
        "attempts": "tries",
        "last_attempt_on": "last try",
        "follow_up_on": "look again",
        "response": "answer",
        "result_text": "what came of it",
        "next_follow_up_on": "then look again",
        "owner": "who",
        "due_on": "by",
        "done_on": "done",
        "raised_on": "on the list since",
        "heads": "seal",
        "rhythm_days": "rhythm",
        "log_consent_on": "agreed to a log",
        "hold_since": "on hold since",
        "archived_on": "archived",
        "sessions": "talks",
        "last_talk_on": "last talk",
        **OUTCOMES,
    }
)
OF_PEOPLE: Final = MappingProxyType({"since": "with you since", "minutes": "time"})
APART: Final = ("id", "uid", "unit", "progress", "agreed_visibility", "hold_reason")
"""Fields that are said elsewhere on the page, or with another one."""
UNSAID: Final = (("unwritten", "false"), ("hidden", "false"), ("stage", "informal"))
"""What every entry says that says nothing of the kind."""
DAYS: Final = ("since", "hold_since")
LISTS: Final = ("actions", "goals", "items", "people", "owner", "origin", "rater")
NOBODY_ELSE: Final = MappingProxyType({"me": "you", "leader": "you", "other": "others"})

Say = Callable[[str], str]


def field_facts(facts: EntryFacts, row: Row, today: date) -> Iterator[Fact]:
    """Every field that says something, by its name, in the order of the view."""
    labels = {**LABELS, **OF_PEOPLE} if isinstance(row, PersonRow) else LABELS
    fields = row._asdict()
    for name, value in fields.items():
        is_said = value not in (None, "") and (name, value) not in UNSAID
        if is_said and name not in APART:
            label = labels.get(name, name.replace("_", " "))
            said = say_field(name, str(value), facts, today)
            if name == "source":
                origin = say_origin(str(value), fields["recorded_at"], today)
                said = (plain(f"{origin}, date as in that file"),)
            more = (plain(say_more(name, row)),)
            yield Fact(label, (Entry(((*said, *more),)),))


def say_field(name: str, value: str, facts: EntryFacts, today: date) -> Spans:
    """One field for people: names, days with their weekday, own words quoted."""
    if name in ("their_words", "comment"):
        return (quoted(value),)
    if name in ("name", "about", "title"):
        return (strong(value),)
    if name in ("baseline", "target", "current", "value"):
        return (plain(say_number(value, facts)),)
    if name in ("people", "person", "owner", "noticed", "origin", "rater"):
        return (plain(", ".join(name_one(one, facts) for one in value.split())),)
    if name == "what" and facts.kind == "handout":
        name = "items"
    return (plain(say_plainly(name, value, today)),)


def say_plainly(name: str, value: str, today: date) -> str:
    """One field as far as it needs nothing but its own words."""
    if name in DAYS or name.endswith(("_on", "_at")):
        return say_moment(value, today)
    if name in OUTCOMES:
        return OUTCOME_WORDS[int(value)]
    if name in LISTS:
        return ", ".join(NOBODY_ELSE.get(one, one) for one in value.split())
    return WORDINGS.get(name, str)(value)


def say_more(name: str, row: Row) -> str:
    """What another field adds to this one: a hold's reason, how the rest is kept."""
    if name == "hold_since" and isinstance(row, PersonRow) and row.hold_reason:
        return f": {row.hold_reason}"
    if name == "visibility" and isinstance(row, SessionRow) and row.agreed:
        return f"; what was agreed: {row.agreed_visibility}"
    return ""


def say_moment(moment: str, today: date) -> str:
    """A day, and the time where one was said."""
    day, time = say_day(day_of(moment), today), moment[11:16]
    return f"{day} {time}" if time else day


def say_number(number: str, facts: EntryFacts) -> str:
    """A number of a goal on its scale."""
    goal = facts.row
    if not isinstance(goal, GoalRow):
        return number
    if goal.scale == "levels":
        return say_level(int(number))
    if goal.scale == "milestones":
        return f"{number} of {len(facts.steps)}"
    return say_amount(number, goal.unit)


def name_one(word: str, facts: EntryFacts) -> str:
    """Whom a word stands for: the leader, the person of the entry, or a handle."""
    if word in ("self", "them"):
        word = getattr(facts.row, "person", word)
    return NOBODY_ELSE.get(word, facts.names.get(word, word))


WORDINGS: Final[Mapping[str, Say]] = MappingProxyType(
    {
        "minutes": lambda value: say_minutes(int(value)),
        "rhythm_days": lambda value: say_rhythm(int(value)),
        "level": lambda value: say_level(int(value)),
        "relation": lambda value: RELATION_LABELS[value],
        "how": lambda value: HANDED[value],
        "heads": lambda value: " ".join(head[:16] for head in value.split()),
        "tags": lambda value: " ".join(f"#{tag}" for tag in value.split()),
        "standard": lambda value: STANDARD_LABELS[value],
        "stage": lambda value: value.replace("-", " "),
        "unwritten": lambda _: "on purpose",
        "other_causes": lambda value: "; ".join(map(name_cause, value.split("\n"))),
    }
)
