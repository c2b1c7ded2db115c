"""The tables of questions: what each command asks on a terminal, in which order."""

from collections.abc import Mapping
from typing import Any, Final

from guidelog import words
from guidelog.cli.desk import Desk
from guidelog.cli.forms import Form, Question, Words
from guidelog.dates import clock, split_due
from guidelog.errors import BelongsElsewhere, OwnerUnclear, UnknownWord

NEXT_STEP: Final = "Next step?"
_Said = Mapping[str, Any]


def fixed(*choices: str) -> Any:
    """Offer these words only, as they are."""
    return lambda _desk: dict.fromkeys(choices, "")


def people(desk: Desk) -> Words:
    """Offer everybody who is not in the archive."""
    return {one.handle: one.name for one in desk.people if not one.archived}


def actions(desk: Desk) -> Words:
    """Offer the actions, the most used lately first."""
    return desk.actions


def goals(desk: Desk) -> Words:
    """Offer the open goals of those it is about."""
    return desk.goals


def notes(desk: Desk) -> Words:
    """Offer the resistance notes that take an attempt."""
    return {one.id: f"{one.name}: {one.observed}" for one in desk.notes.values()}


def owners(desk: Desk) -> Words:
    """Offer whose a next step may be."""
    return dict.fromkeys((f"{one}:" for one in ("me", *desk.whom)), "")


def check_actions(answer: str, desk: Desk) -> None:
    """Refuse what is no action, and send a thing to be done to where it belongs."""
    said = answer.replace(",", " ").split()
    strange = [word for word in said if word not in desk.actions]
    if len(strange) > 1 and len(strange) * 2 > len(said):
        desk.carried["steps"] = answer.strip()
        raise BelongsElsewhere(question=NEXT_STEP)
    _refuse(strange, "the action", desk.actions)


def check_goals(answer: str, desk: Desk) -> None:
    """Refuse what is no open goal of theirs."""
    said = answer.replace(",", " ").split()
    _refuse([one for one in said if one not in desk.goals], "the goal", desk.goals)


def check_note(answer: str, desk: Desk) -> None:
    """Refuse what is no note that takes an attempt."""
    _refuse([answer] if answer not in desk.notes else [], "the note", notes(desk))


def check_step(answer: str, desk: Desk) -> None:
    """Refuse a step whose day can't be read, or that could be anybody's of several."""
    owner = answer.partition(":")[0].strip()
    if len(desk.whom) > 1 and owner not in ("me", *desk.whom):
        names = " or ".join(desk.whom)
        raise OwnerUnclear(people=names, example=f"{desk.whom[0]}: ...")
    split_due(answer, clock.now())


def _refuse(strange: list[str], what: str, known: Words) -> None:
    for word in strange:
        raise UnknownWord.among(what=what, word=word, known=known)


def only_note(desk: Desk) -> str:
    """Take the one note there is, where there is just one."""
    return next(iter(desk.notes)) if len(desk.notes) == 1 else ""


def carried_step(desk: Desk) -> str:
    """Take what was told before its time."""
    return desk.carried.pop("steps", "")


def has_goals(_said: _Said, desk: Desk) -> bool:
    """Ask about goals only where there are some."""
    return bool(desk.goals)


def is_off_track(said: _Said, _desk: Desk) -> bool:
    """Ask who noticed it only where it went wrong."""
    return said.get("good") is False


def is_in_numbers(said: _Said, _desk: Desk) -> bool:
    """Ask for numbers only where no other scale was said."""
    return not (said.get("milestones") or said.get("levels") or said.get("expected"))


def has_target(said: _Said, _desk: Desk) -> bool:
    """Ask about the way to a target only where there is one."""
    return bool(said.get("target"))


def has_no_target(said: _Said, desk: Desk) -> bool:
    """Ask for steps only where nothing is measured in numbers or levels."""
    return is_in_numbers(said, desk) and not has_target(said, desk)


WHO: Final = Question("who", "Who is it about?", nothing="", words=people)
TOOK: Final = Question("took", "How long?")
ACTIONS: Final = Question(
    "actions", "What did you do?", words=actions, check=check_actions
)
STEPS: Final = Question(
    "steps",
    NEXT_STEP,
    hint="(me: / name: … by when)",
    words=owners,
    check=check_step,
    default=carried_step,
    repeats=True,
)
THEIR_WORDS: Final = Question("their_words", "What did they say?", nothing="nothing")
IMPACT: Final = Question("impact", "What did it do?", nothing="not said")
FOLLOW_UP: Final = Question("follow_up", "Look again?", nothing="no date")

TALK: Final = Form(
    text="note",
    whom=Question("who", "Whom did you talk with?", nothing="", words=people),
    questions=(
        Question("note", "What happened?", is_long=True),
        TOOK,
        ACTIONS,
        Question(
            "goals", "On which goal?", words=goals, check=check_goals, when=has_goals
        ),
        Question("agreed", "Agreed between you?", nothing="nothing"),
        STEPS,
    ),
    keys=(
        *("who", "when", "took", "mode", "actions", "goals", "tags", "about"),
        *("agreed", "private"),
    ),
    about="people",
)
SIGHT: Final = Form(
    text="text",
    whom=WHO,
    questions=(
        Question("text", "What did you see?", is_long=True),
        Question(
            "good",
            "Good or off track?",
            nothing="neither",
            words=fixed("good", "off-track"),
        ),
        Question(
            "noticed",
            "Who noticed it first?",
            nothing="not said",
            words=fixed(*words.NOTICERS),
            when=is_off_track,
        ),
        IMPACT,
    ),
    keys=("who", "when", "good", "noticed", "situation", "impact", "tags", "private"),
)
PATTERN: Final = Form(
    text="observed",
    whom=WHO,
    questions=(
        Question("observed", "What did you see or hear?", is_long=True),
        Question("expected", "What was expected?", nothing=""),
        Question(
            "kind",
            "Which kind?",
            nothing="resistance",
            words=fixed(*words.RESISTANCE_KINDS),
        ),
        THEIR_WORDS,
        IMPACT,
        Question(
            "other_causes",
            "What else may be behind it?",
            nothing="not known",
            words=lambda _desk: words.OTHER_CAUSES,
            repeats=True,
        ),
        FOLLOW_UP,
    ),
    keys=(
        *("who", "when", "expected", "kind", "their_words", "impact"),
        *("other_causes", "my_part", "follow_up", "private"),
    ),
)
TRY: Final = Form(
    text="offered",
    whom=Question(
        "note",
        "Which note?",
        nothing="",
        words=notes,
        check=check_note,
        default=only_note,
    ),
    questions=(
        Question("offered", "What did you ask or offer?", is_long=True),
        Question(
            "response",
            "How did they answer?",
            nothing="",
            words=fixed(*words.RESPONSES),
        ),
        THEIR_WORDS,
        ACTIONS,
        STEPS,
        FOLLOW_UP,
    ),
    keys=("note", "when", "response", "their_words", "actions", "follow_up", "private"),
    about="note",
)
AIM: Final = Form(
    text="title",
    whom=WHO,
    questions=(
        Question("title", "What should be reached?", nothing="nothing"),
        Question(
            "target",
            "Which number should it reach?",
            nothing="none",
            when=is_in_numbers,
        ),
        Question(
            "baseline", "Where does it start?", nothing="not known", when=has_target
        ),
        Question("unit", "What is counted?", nothing="not said", when=has_target),
        Question("milestones", "A step on the way?", repeats=True, when=has_no_target),
        Question("by", "By when?", nothing="no date"),
        Question(
            "origin",
            "Whose idea was it?",
            nothing="not said",
            words=fixed(*words.ORIGINS),
        ),
    ),
    keys=(
        *("who", "when", "baseline", "target", "unit", "by", "milestones"),
        *("expected", "level", "origin", "private"),
    ),
)
STEP: Final = Form(
    text="text",
    whom=WHO,
    questions=(
        Question("text", "What will be done?", nothing="nothing"),
        Question("owner", "Whose is it?", nothing="them", words=fixed("me", "them")),
        Question("due", "By when?", nothing="no date"),
    ),
    keys=("who", "owner", "due", "goal", "private"),
    about="people",
)
TOPIC: Final = Form(
    text="text",
    whom=WHO,
    questions=(Question("text", "What do you want to raise?", nothing="nothing"),),
    keys=("who", "private"),
)


def split_words(answer: str) -> list[str]:
    """Take an answer of several words apart, at spaces and commas."""
    return answer.replace(",", " ").split()
