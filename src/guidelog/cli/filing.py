"""Options that many commands share, each declared once."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from guidelog.cleaning import is_blank
from guidelog.cli.bundles import each_of, parsed
from guidelog.cli.texts import Told, text_option
from guidelog.dates import (
    Moment,
    clock,
    read_day,
    read_due,
    read_minutes,
    read_past,
    say_day,
)
from guidelog.errors import FutureDay, NothingBetweenCommas

if TYPE_CHECKING:
    from guidelog.journal.commitments import Promise


def read_when(text: str) -> Moment:
    """Read when something happened."""
    return read_past(text, clock.now())


def read_due_day(text: str) -> date:
    """Read the day something is due."""
    return read_due(text, clock.now())


def read_plain_day(text: str) -> date:
    """Read a day that may lie on either side of today."""
    return read_day(text, clock.now())


def read_past_day(text: str) -> date:
    """Read a day up to today. Raises FutureDay."""
    now = clock.now()
    day = read_day(text, now)
    if day > now.date():
        raise FutureDay(text=text, day=say_day(day, now.date()))
    return day


WHEN = Annotated[
    Moment | None,
    typer.Option(
        "--when",
        "-w",
        metavar="WHEN",
        parser=parsed(read_when),
        help="When it happened; today where nothing is said.",
    ),
]
PRIVATE = Annotated[
    bool | None,
    typer.Option(
        "--private/--record",
        help="For your eyes only, or for documents; else by the person's relation.",
    ),
]
GOAL = Annotated[
    str | None, typer.Option("--goal", "-g", metavar="GOAL", help="The goal it is on.")
]
GOALS = Annotated[
    list[str] | None,
    typer.Option("--goal", "-g", metavar="GOAL", help="A goal it was about."),
]
ACTIONS = Annotated[
    list[str] | None,
    typer.Option("--action", "-a", metavar="ACTION", help="What you did."),
]
TAGS = Annotated[
    list[str] | None, typer.Option("--tag", metavar="TAG", help="A tag, or several.")
]
MINUTES = Annotated[
    int | None,
    typer.Option(
        "--took",
        "-t",
        metavar="DURATION",
        parser=parsed(read_minutes),
        help="How long it took: 45, 1h30.",
    ),
]
FOLLOW_UP = Annotated[
    date | None,
    typer.Option(
        "--follow-up",
        metavar="WHEN",
        parser=parsed(read_due_day),
        help="When to look again.",
    ),
]
YES = Annotated[bool, typer.Option("--yes", help="Don't ask.")]
WHO = Annotated[str, typer.Argument(metavar="WHO", help="A handle or a name.")]


@dataclass(frozen=True)
class Dated:
    """When it happened and who may see it."""

    when: WHEN = None
    private: PRIVATE = None

    def fields(self) -> dict[str, Any]:
        """The visibility that was asked for, if any."""
        return visibility(self.private)


@dataclass(frozen=True)
class Filed(Dated):
    """When it happened, in which session it came up, and who may see it."""

    session: Annotated[
        str | None,
        typer.Option(
            "--session", "-s", metavar="ID", help="The session it belongs to."
        ),
    ] = None

    def fields(self) -> dict[str, Any]:
        """What was asked for, as fields."""
        return visibility(self.private) | {"session": self.session}


@dataclass(frozen=True)
class Account:
    """What it did, what they said of it, and who saw it."""

    impact: Annotated[Told | None, text_option("--impact", says="What it did.")] = None
    their_words: Annotated[
        Told | None, text_option("--their-words", says="What they said.")
    ] = None
    told_by: Annotated[
        Told | None, text_option("--told-by", says="Who saw it, if not you.")
    ] = None

    def fields(self) -> dict[str, Any]:
        """What was told, as fields."""
        return {
            "impact": self.impact,
            "their_words": self.their_words,
            "told_by": self.told_by,
        }


@dataclass(frozen=True)
class NextSteps:
    """What somebody will do after it."""

    steps: Annotated[
        list[Told] | None,
        text_option(
            "--next",
            metavar="STEP",
            says='What somebody will do: "me: send the list by friday".',
        ),
    ] = None
    due: Annotated[
        date | None,
        typer.Option(
            "--due",
            metavar="WHEN",
            parser=parsed(read_due_day),
            help="By when, for steps that do not say so.",
        ),
    ] = None
    owner: Annotated[
        str | None,
        typer.Option(
            "--owner",
            metavar="me|them|HANDLE",
            help="Whose it is, for steps that do not say so.",
        ),
    ] = None

    def promises(self) -> "list[Promise]":
        """The steps, each with what is understood where it says nothing."""
        from guidelog.journal.commitments import Promise

        owner = self.owner or "them"
        return [Promise(step, owner, self.due) for step in self.steps or []]


def visibility(private: bool | None) -> dict[str, Any]:
    """Give the visibility that was asked for; nothing where none was."""
    if private is None:
        return {}
    return {"visibility": "private" if private else "record"}


def listed(values: list[str] | None) -> list[str]:
    """Take repeated and comma-joined values apart, tags without their mark."""
    said = each_of(values)
    for value in said:
        if is_blank(value.lstrip("#+")):
            raise NothingBetweenCommas(value=value)
    return [value.lstrip("#+") for value in said]


def as_day(day: date | None) -> str | None:
    """Write a day as fields hold it."""
    return day.isoformat() if day else None
