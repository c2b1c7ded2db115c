"""Commands about what somebody will do, and what to raise next time."""

from datetime import date
from typing import Annotated

import typer

from guidelog.cli.bundles import parsed
from guidelog.cli.filing import (
    GOAL,
    WHEN,
    WHO,
    Filed,
    as_day,
    listed,
    read_due_day,
)
from guidelog.cli.forms import asks
from guidelog.cli.texts import Told, text_argument
from guidelog.cli.writing import confirm, writing
from guidelog.dates import Moment

IDS = Annotated[list[str], typer.Argument(metavar="ID...", help="Such as c7 or t4.")]


@asks("STEP")
def add_next(
    who: WHO,
    text: Annotated[Told, text_argument("TEXT", "What will be done.", asked=True)],
    filed: Filed,
    due: Annotated[
        date | None,
        typer.Option(
            "--due", metavar="WHEN", parser=parsed(read_due_day), help="By when."
        ),
    ] = None,
    owner: Annotated[
        str, typer.Option("--owner", metavar="me|them", help="Who will do it.")
    ] = "them",
    goal: GOAL = None,
) -> None:
    """Write down what somebody will do, and by when.

    guidelog next ada "send the reading list" --owner me --due friday
    """
    with writing("next") as at:
        from guidelog.journal import commitments, finding

        people = finding.find_people(at, who)
        told = commitments.Promise(text, owner, due)
        fields = {**filed.fields(), "goal": goal}
        uid = commitments.promise(at, people, told, filed.when, fields)
        confirm([uid], text)


@asks("TOPIC")
def raise_topic(
    who: WHO,
    text: Annotated[Told, text_argument("TEXT", "What to talk about.", asked=True)],
    filed: Filed,
) -> None:
    """Put something on the list for the next talk.

    guidelog raise bo "how the new rota works for him"
    """
    with writing("raise") as at:
        from guidelog.journal import commitments, finding

        person = finding.find_person(at, who)
        uid = commitments.raise_topic(at, person, text, filed.when, filed.fields())
        confirm([uid], text)


def close_done(ids: IDS, when: WHEN = None) -> None:
    """Close what was done or talked about.

    guidelog done c7 t4
    """
    _settle("done", ids, when, None)


def drop(
    id_: Annotated[str, typer.Argument(metavar="ID", help="Such as c7 or t4.")],
    reason: Annotated[Told, text_argument("REASON", "Why it will not be done.")],
    when: WHEN = None,
) -> None:
    """Close what will not be done, with the reason.

    guidelog drop c7 "the freeze makes it pointless"
    """
    _settle("drop", [id_], when, reason)


def _settle(
    command: str, ids: list[str], when: Moment | None, reason: str | None
) -> None:
    day = as_day(when.day) if when else None
    with writing(command) as at:
        from guidelog.journal import commitments

        uids = [
            commitments.settle(at, one, day=day, drop=reason) for one in listed(ids)
        ]
        confirm(uids)
