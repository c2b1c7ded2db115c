"""What TAB offers for a value, told by the journal as it is.

It goes by the word that help shows for the value, such as WHO or ID: a new command has
its TAB at once. Nothing is written or waited for, and where anything is wrong with the
journal, nothing is offered.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from datetime import date
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Final

from guidelog.cli.chart import Param
from guidelog.cli.cursor import Asked, Offer
from guidelog.errors import GuidelogError
from guidelog.lookback import choices
from guidelog.storage.glimpse import glimpse
from guidelog.storage.location import find_journal
from guidelog.words import KIND_OF_LETTER, NOUNS

Offering = Callable[[Asked], Iterable[Offer]]
"""Gives what may be typed for a value."""


def offer(asked: Asked) -> Iterator[Offer]:
    """Give what goes on with the typed word, or with the last of several in it."""
    offering = offering_for(asked)
    if offering is None:
        found = ((one, "") for one in asked.param.choices)
        yield from (one for one in found if one[0].startswith(asked.begun))
        return
    before, comma, begun = "", "", asked.begun
    if is_joined(asked.param):
        before, comma, begun = begun.rpartition(",")
    for word, says in offering(asked._replace(begun=begun)):
        if word.startswith(begun) and word not in before.split(","):
            yield f"{before}{comma}{word}", says


def is_joined(param: Param) -> bool:
    """Whether several values may be joined by commas."""
    return param.word == "WHO" or (param.is_many and param.word != "COMMAND")


def offering_for(asked: Asked) -> Offering | None:
    """Find what is offered for a value; None leaves it to the choices that it has."""
    word = asked.param.word
    if word in asked.chart.offers:
        return offer_words
    offering = OFFERINGS.get(word)
    if offering is not offer_any_id:
        return offering
    known = _SESSIONS if "--session" in asked.param.names else offering
    return _IDS_OF.get(asked.path[-1], known)


def ask_journal(
    asked: Asked, question: Callable[[sqlite3.Connection], Iterable[Offer]]
) -> list[Offer]:
    """Ask the journal, if it can be read at once; else give nothing."""
    try:
        named = Path(asked.journal) if asked.journal else None
        with closing(glimpse(find_journal(named))) as db:
            return list(question(db))
    except (GuidelogError, sqlite3.Error, OSError):
        return []


def offer_words(asked: Asked) -> Iterable[Offer]:
    """The words that are always the same."""
    return asked.chart.offers[asked.param.word].items()


def offer_people(asked: Asked) -> list[Offer]:
    """The handles, with names."""
    return ask_journal(asked, choices.handles)


def offer_owners(asked: Asked) -> list[Offer]:
    """Whose a commitment may be, of several people."""
    return [*asked.chart.offers["me|them"].items(), *offer_people(asked)]


def offer_ids(*kinds: str) -> Offering:
    """Offer the newest ids of these kinds, or of all; a letter tells which is meant."""

    def offer(asked: Asked) -> list[Offer]:
        letter = KIND_OF_LETTER.get(asked.begun[:1])
        meant = (letter,) if letter and letter in (kinds or (letter,)) else kinds
        return ask_journal(asked, lambda db: map(describe_id, choices.ids(db, *meant)))

    return offer


def describe_id(choice: choices.IdChoice) -> Offer:
    """Tell an id by its aim, else by kind, people and day."""
    dates = import_module("guidelog.dates")
    day = dates.say_day(date.fromisoformat(choice.day), dates.today())
    people = choice.people.replace(" ", " and ")
    return choice.id, choice.title or f"{NOUNS[choice.kind]}, {people}, {day}"


def offer_any_id(asked: Asked) -> list[Offer]:
    """The newest ids of all kinds, and the word for the session written last."""
    return [("last", "the session written last"), *offer_ids()(asked)]


def offer_actions(asked: Asked) -> list[Offer]:
    """The actions that are not hidden, with their labels."""
    own = ask_journal(
        asked,
        lambda db: [
            (name, "" if hidden else label)
            for name, label, hidden in choices.own_actions(db)
        ],
    )
    known = {**asked.chart.actions, **dict(own)}
    return [(name, says) for name, says in known.items() if says]


def offer_tags(asked: Asked) -> list[Offer]:
    """The tags used lately."""
    return ask_journal(asked, lambda db: [(tag, "") for tag in choices.tags(db)])


def offer_periods(_: Asked) -> list[Offer]:
    """The periods that are asked for most; none where the clock is set wrong."""
    # people and tags do without the calendar, which takes as long as they do
    dates = import_module("guidelog.dates")
    try:
        day: date = dates.today()
    except GuidelogError:
        return []
    before = dates.month_start(day.year, day.month - 1)
    return [
        (f"{day:%Y-%m}", "this month"),
        (f"{before:%Y-%m}", "last month"),
        (f"{day:%Y}-Q{(day.month + 2) // 3}", "this quarter"),
        (f"{day:%Y}", "this year"),
        (f"{day.year - 1}", "last year"),
        ("ytd", "this year up to today"),
        ("90d", "today and the 89 days before"),
        ("12m", "this month and the 11 before"),
    ]


def offer_commands(asked: Asked) -> list[Offer]:
    """The commands that there is help for, from group to group."""
    return list(asked.chart.place(*asked.words).commands.items())


OFFERINGS: Final[Mapping[str, Offering]] = MappingProxyType(
    {
        "WHO": offer_people,
        "me|them|HANDLE": offer_owners,
        "ID": offer_any_id,
        "ID...": offer_any_id,
        "ID...|report WHO": offer_any_id,
        "GOAL": offer_ids("goal"),
        "NOTE": offer_ids("resistance"),
        "ATTEMPT": offer_ids("attempt"),
        "ACTION": offer_actions,
        "TAG": offer_tags,
        "PERIOD": offer_periods,
        "COMMAND": offer_commands,
    }
)
"""What is offered, by the word that help shows for the value."""
_SESSIONS: Final = offer_ids("session")
_TO_SETTLE: Final = offer_ids("commitment", "topic")
_IDS_OF: Final[Mapping[str, Offering]] = MappingProxyType(
    {"recap": _SESSIONS, "done": _TO_SETTLE, "drop": _TO_SETTLE}
)
"""What an ID is, where a command takes only some kinds."""
