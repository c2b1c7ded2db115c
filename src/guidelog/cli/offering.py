"""What TAB offers for a value, told by the journal as it is.

It goes by the word that help shows for the value, such as WHO or ID: a new command has
its TAB at once. Nothing is written or waited for, and where anything is wrong with the
journal, nothing is offered.
"""

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from datetime import date
from types import MappingProxyType
from typing import Any, Final

# Typer keeps these to itself; the pin in pyproject.toml holds them.
from typer._click.core import Context
from typer._click.shell_completion import CompletionItem

from guidelog.cli.common import wishes
from guidelog.data import load_catalogue
from guidelog.dates import say_day, today
from guidelog.errors import GuidelogError
from guidelog.lookback import choices
from guidelog.lookback.filters import KINDS, TAKEN
from guidelog.settings import MEANINGS
from guidelog.storage.glimpse import glimpse
from guidelog.storage.location import find_journal
from guidelog.words import KIND_OF_LETTER, NOUNS, RELATION_LABELS

Offer = tuple[str, str]
"""A word to type, and what it means."""
Offering = Callable[[str], Iterable[Offer]]
"""Gives what may be typed, from how it begins."""

OWNERS: Final[Mapping[str, str]] = MappingProxyType({"me": "yours", "them": "theirs"})


def ask_journal(
    question: Callable[[sqlite3.Connection], Iterable[Offer]],
) -> list[Offer]:
    """Ask the journal, if it can be read at once; else give nothing."""
    try:
        with closing(glimpse(find_journal(wishes().journal))) as db:
            return list(question(db))
    except (GuidelogError, sqlite3.Error, OSError):
        return []


def offer_people(_: str) -> list[Offer]:
    """The handles, with names."""
    return ask_journal(choices.handles)


def offer_owners(begun: str) -> list[Offer]:
    """Whose a commitment may be, of several people."""
    return [*OWNERS.items(), *offer_people(begun)]


def offer_ids(*kinds: str) -> Offering:
    """Offer the newest ids of these kinds, or of all; a letter tells which is meant."""

    def offer(begun: str) -> list[Offer]:
        letter = KIND_OF_LETTER.get(begun[:1])
        meant = (letter,) if letter and letter in (kinds or (letter,)) else kinds
        return ask_journal(lambda db: map(describe_id, choices.ids(db, *meant)))

    return offer


def describe_id(choice: choices.IdChoice) -> Offer:
    """Tell an id by its aim, else by kind, people and day."""
    day = say_day(date.fromisoformat(choice.day), today())
    people = choice.people.replace(" ", " and ")
    return choice.id, choice.title or f"{NOUNS[choice.kind]}, {people}, {day}"


def offer_any_id(begun: str) -> list[Offer]:
    """The newest ids of all kinds, and the word for the session written last."""
    return [("last", "the session written last"), *offer_ids()(begun)]


def offer_actions(_: str) -> list[Offer]:
    """The actions that are not hidden, with their labels."""
    own = ask_journal(
        lambda db: [
            (name, "" if hidden else label)
            for name, label, hidden in choices.own_actions(db)
        ]
    )
    built_in = {name: one.label for name, one in load_catalogue().items()}
    return [(name, says) for name, says in {**built_in, **dict(own)}.items() if says]


def offer_tags(_: str) -> list[Offer]:
    """The tags used lately."""
    return ask_journal(lambda db: [(tag, "") for tag in choices.tags(db)])


def offer_periods(_: str) -> list[Offer]:
    """The periods that are asked for most."""
    day = today()
    before = date(day.year - (day.month == 1), (day.month + 10) % 12 + 1, 1)
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


def offer_words(words: Mapping[str, str]) -> Offering:
    """Offer always the same words."""
    return lambda _: words.items()


OFFERINGS: Final[Mapping[str, Offering]] = MappingProxyType(
    {
        "WHO": offer_people,
        "me|them": offer_words(OWNERS),
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
        "KIND": offer_words(dict.fromkeys(KINDS["timeline"], "")),
        "VIEW": offer_words(dict.fromkeys((*TAKEN, "log"), "")),
        "RELATION": offer_words(RELATION_LABELS),
        "SETTING": offer_words(MEANINGS),
    }
)
"""What is offered, by the word that help shows for the value."""
_SESSIONS: Final = offer_ids("session")
_TO_SETTLE: Final = offer_ids("commitment", "topic")
_IDS_OF: Final[Mapping[str, Offering]] = MappingProxyType(
    {"recap": _SESSIONS, "done": _TO_SETTLE, "drop": _TO_SETTLE}
)
"""What an ID is, where a command takes only some kinds."""


def complete(ctx: Context, param: Any, typed: str) -> Iterable[CompletionItem]:
    """Give what goes on with the typed word, or with the last of several in it."""
    offering = offering_for(ctx, param)
    if offering is None:
        yield from param.shell_complete(ctx, typed)
        return
    before, comma, begun = typed.rpartition(",")
    for word, says in offering(begun):
        if word.startswith(begun) and word not in before.split(","):
            yield CompletionItem(f"{before}{comma}{word}", help=says)


def offering_for(ctx: Context, param: Any) -> Offering | None:
    """Find what is offered for a parameter; None leaves it to its type."""
    word = (getattr(param, "metavar", None) or "").strip("[]")
    offering = OFFERINGS.get(word)
    if offering is not offer_any_id:
        return offering
    known = _SESSIONS if param.name == "session" else offering
    return _IDS_OF.get(ctx.info_name or "", known)
